-- Starts the galley server for Markdown buffers. Neovim 0.7 and newer; all knowledge of blogs is in the server.
--
--   require('galley').setup()                                   the program `galley` on PATH
--   require('galley').setup({ cmd = { '/opt/galley', '--stdio' } })   any field of a Neovim client's configuration
local M = {}

-- What Neovim calls the configuration of a client. Also what `vim.lsp.enable('galley')` uses (see lsp/galley.lua).
M.defaults = {
  name = 'galley',
  cmd = { 'galley', '--stdio' },
  filetypes = { 'markdown' },
  -- Decide which posts share one server. The server itself finds the blog upwards from each post.
  root_markers = {
    '_config.yml',
    'hugo.toml',
    'hugo.yaml',
    'astro.config.mjs',
    'eleventy.config.js',
    'pelicanconf.py',
    'config.toml',
    '.git',
  },
}

-- The nearest folder above the buffer's file that holds a marker; else the file's own, else the current one.
local function root_of(buffer, markers)
  local file = vim.api.nvim_buf_get_name(buffer)
  local own = file == '' and vim.loop.cwd() or vim.fn.fnamemodify(file, ':p:h')
  local folder = own
  while true do
    for _, marker in ipairs(markers) do
      if vim.loop.fs_stat(folder .. '/' .. marker) then return folder end
    end
    local above = vim.fn.fnamemodify(folder, ':h')
    if above == folder then return own end
    folder = above
  end
end

-- Neovim 0.7 has no vim.lsp.start: one client a root is kept here, and each buffer attached to it.
local clients = {}

local function start_in_0_7(config, buffer)
  local root = config.root_dir
  if not clients[root] then
    local on_exit = config.on_exit
    config.on_exit = function(...)
      clients[root] = nil
      if on_exit then on_exit(...) end
    end
    clients[root] = vim.lsp.start_client(config)
  end
  if clients[root] and vim.lsp.buf_attach_client(buffer, clients[root]) then
    vim.bo[buffer].omnifunc = 'v:lua.vim.lsp.omnifunc' -- newer versions do this themselves
  end
end

local function start(options, buffer)
  local config = vim.tbl_extend('force', options, { root_dir = root_of(buffer, options.root_markers) })
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer })
  else
    start_in_0_7(config, buffer)
  end
end

function M.setup(options)
  options = vim.tbl_extend('force', M.defaults, options or {})
  local program = type(options.cmd) == 'table' and options.cmd[1]
  if program and vim.fn.executable(program) == 0 then
    vim.notify('galley: no program ' .. program .. '. Install it, or give setup() its path as cmd.', vim.log.levels.ERROR)
    return
  end

  if vim.lsp.config and vim.lsp.enable then -- 0.11 and newer
    vim.lsp.config('galley', options)
    vim.lsp.enable('galley')
    return
  end

  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('galley', { clear = true }),
    pattern = options.filetypes,
    callback = function(event) start(options, event.buf) end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do -- those that were open before
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(options.filetypes, vim.bo[buffer].filetype) then
      start(options, buffer)
    end
  end
end

return M
