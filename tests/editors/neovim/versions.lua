-- The plugin speaks to each generation of Neovim in its own way: fakes stand in for the functions of the others.
package.path = here .. '/?.lua;' .. package.path
local t = require('check')
vim.opt.runtimepath:prepend(plugin)

local real = { start = vim.lsp.start, config = vim.lsp.config, enable = vim.lsp.enable }

-- Runs the test with the functions of vim.lsp that `fakes` gives, and no others of the three.
local function with(fakes, test)
  vim.lsp.start, vim.lsp.config, vim.lsp.enable = fakes.start, fakes.config, fakes.enable
  package.loaded.galley = nil
  test(require('galley'))
  vim.lsp.start, vim.lsp.config, vim.lsp.enable = real.start, real.config, real.enable
  pcall(vim.api.nvim_del_augroup_by_name, 'galley')
  vim.cmd('silent! %bwipeout!')
end

t.main(function()
  with({}, function(plugin_module)
    local started, attached = {}, {}
    local start_client, attach = vim.lsp.start_client, vim.lsp.buf_attach_client
    vim.lsp.start_client = function(config) table.insert(started, config) return #started end
    vim.lsp.buf_attach_client = function(buffer, client) table.insert(attached, client) return true end
    plugin_module.setup({ cmd = { galley, '--stdio' } })
    vim.cmd('edit ' .. blog .. '/about.md')
    vim.cmd('edit ' .. blog .. '/_posts/2024-01-14-moving-to-jekyll.md')
    vim.cmd('edit ' .. here .. '/elsewhere.md')
    started[1].on_exit()
    vim.cmd('edit ' .. blog .. '/travel/_posts/2024-06-02-lisbon.md')
    vim.lsp.start_client, vim.lsp.buf_attach_client = start_client, attach
    t.same(attached, { 1, 1, 2, 3 }, '0.7: one client a blog, a new one after an exit')
    t.same(started[1].root_dir, blog, '0.7: the root is the folder of the configuration file')
    t.same(started[1].cmd, { galley, '--stdio' }, '0.7: the command is as set up')
  end)

  with({ start = function() end }, function(plugin_module)
    local calls = {}
    vim.lsp.start = function(config, options) table.insert(calls, { config = config, options = options }) end
    vim.cmd('edit ' .. blog .. '/about.md') -- open before the plugin is set up
    plugin_module.setup({ cmd = { galley, '--stdio' } })
    vim.cmd('edit ' .. blog .. '/travel/_posts/2024-05-18-jeju.md')
    vim.cmd('edit ' .. blog .. '/_config.yml')
    t.same(#calls, 2, '0.8: vim.lsp.start for each Markdown buffer, and for no other')
    t.same(calls[2].options.bufnr, vim.fn.bufnr('2024-05-18-jeju.md'), '0.8: the buffer is named')
    t.same(calls[2].config.name, 'galley', '0.8: the client has a name')
    t.same(calls[2].config.root_dir, blog, '0.8: the root is the folder of the configuration file')
  end)

  with({ start = function() end }, function(plugin_module)
    local config
    vim.lsp.start = function(given) config = given end
    plugin_module.setup({ cmd = { galley, '--stdio' } })
    vim.cmd('enew | setfiletype markdown')
    t.same(config.root_dir, vim.loop.cwd(), 'a buffer without a file gets the current folder, when no blog is above it')
  end)

  with({ start = function() end }, function(plugin_module)
    local configured, enabled = {}, nil
    vim.lsp.config = setmetatable({}, { __call = function(_, name, config) configured[name] = config end })
    vim.lsp.enable = function(name) enabled = name end
    vim.lsp.start = function() error('vim.lsp.enable starts clients itself') end
    plugin_module.setup({ cmd = { galley, '--stdio' } })
    vim.cmd('edit ' .. blog .. '/about.md')
    t.same(enabled, 'galley', '0.11: the configuration is enabled')
    t.same(configured.galley.cmd, { galley, '--stdio' }, '0.11: what is set up is configured')
    t.same(configured.galley.filetypes, { 'markdown' }, '0.11: Markdown only')
  end)

  local files = vim.api.nvim_get_runtime_file('lsp/galley.lua', false)
  local found = dofile(files[1])
  t.same(found.cmd, { 'galley', '--stdio' }, "0.11: vim.lsp.enable('galley') finds lsp/galley.lua")
  t.check(vim.tbl_contains(found.root_markers, '_config.yml'), '0.11: with its root markers')

  with({ start = function() error('nothing to start') end }, function(plugin_module)
    local message
    local notify = vim.notify
    vim.notify = function(text) message = text end
    plugin_module.setup({ cmd = { '/no/such/galley' } })
    vim.cmd('edit ' .. blog .. '/about.md')
    vim.notify = notify
    t.check(message and message:find('/no/such/galley', 1, true), 'a missing program is named: ' .. tostring(message))
  end)
end)
