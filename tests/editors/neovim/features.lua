-- The four features as an author meets them. A second Neovim is the author's editor; keys are typed into it, and this
-- one looks at what it shows.
package.path = here .. '/?.lua;' .. package.path
local t = require('check')

local editor

-- Runs Lua in the author's editor and returns its result.
local function lua(code, ...)
  return vim.rpcrequest(editor, 'nvim_exec_lua', code, { ... })
end

local function keys(typed)
  vim.rpcrequest(editor, 'nvim_input', typed)
end

local function open(path)
  lua('vim.cmd("edit! " .. vim.fn.fnameescape(...))', blog .. '/' .. path)
end

local function line(number)
  return lua('return vim.fn.getline(...)', number)
end

-- Puts the cursor on the first place of `text` in the buffer. Searching is Neovim's own: no columns are counted here.
local function go_to(text)
  t.check(lua('vim.fn.cursor(1, 1) return vim.fn.search("\\\\V" .. ..., "c")', text) > 0, 'the cursor is at ' .. text)
end

-- The findings of the buffer: rule and the text that each one underlines.
local function findings()
  return lua([[
    return vim.tbl_map(function(finding)
      local text = vim.api.nvim_buf_get_text(0, finding.lnum, finding.col, finding.end_lnum, finding.end_col, {})
      local rule = finding.code or (finding.user_data and finding.user_data.lsp and finding.user_data.lsp.code)
      return { rule = rule, text = table.concat(text, '\n'), message = finding.message }
    end, vim.diagnostic.get(0))
  ]])
end

local function finding_of(rule)
  return t.eventually('a finding of ' .. rule, function()
    for _, finding in ipairs(findings()) do
      if finding.rule == rule then return finding end
    end
  end, findings)
end

-- Text of the floating window, or nil.
local function float()
  return lua([[
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
      end
    end
  ]])
end

local function hover_at(text, expected)
  lua('vim.cmd("silent! only")')
  go_to(text)
  lua('vim.lsp.buf.hover()')
  local shown = t.eventually('a hover at ' .. text, function()
    local value = float()
    return value ~= vim.NIL and value
  end)
  for _, part in ipairs(expected) do
    t.check(shown:find(part, 1, true), ('the hover says %s: %s'):format(part, vim.inspect(shown)))
  end
end

-- The entries of the outline window: text and line.
local function outline()
  lua('vim.cmd("silent! only") vim.fn.setqflist({}) vim.fn.setloclist(0, {}) vim.lsp.buf.document_symbol()')
  return t.eventually('the outline', function()
    local items = lua([[
      local items = vim.fn.getqflist()
      for _, window in ipairs(vim.api.nvim_list_wins()) do
        if #items == 0 then items = vim.fn.getloclist(window) end
      end
      return vim.tbl_map(function(item) return { text = item.text, line = item.lnum } end, items)
    ]])
    return #items > 0 and items
  end)
end

local function has_heading(items, text, at)
  for _, item in ipairs(items) do
    if item.text:find(text, 1, true) and item.line == at then return t.check(true, ('heading %s at line %d'):format(text, at)) end
  end
  error(('not ok - heading %s at line %d in %s'):format(text, at, vim.inspect(items)), 2)
end

-- Types `typed` at the cursor, asks for completion, and returns the labels that are offered.
local function complete(typed)
  keys(typed .. '<C-x><C-o>')
  return t.eventually('a list after typing ' .. typed, function()
    local items = lua([[
      local info = vim.fn.complete_info({ 'items', 'pum_visible' })
      if info.pum_visible == 0 then return {} end
      return vim.tbl_map(function(item) return item.abbr ~= '' and item.abbr or item.word end, info.items)
    ]])
    return #items > 0 and items
  end, function() return { line = lua('return vim.fn.getline(".")'), mode = lua('return vim.fn.mode(1)') } end)
end

local function accept_first()
  keys('<C-n><C-y><Esc>')
  t.eventually('back in normal mode', function() return lua('return vim.fn.mode(1)') == 'n' end)
end

t.main(function()
  editor = vim.fn.jobstart({ vim.v.progpath, '--embed', '--headless', '--clean', '-n' }, { rpc = true })
  t.check(editor > 0, 'a second Neovim')
  lua([[
    local plugin, program = ...
    vim.o.completeopt = 'menuone,noselect'
    vim.o.shortmess = vim.o.shortmess .. 'FI'
    vim.opt.runtimepath:prepend(plugin)
    require('galley').setup({ cmd = { program, '--stdio' } })
  ]], plugin, galley)

  -- Front-matter validation, and a repair.
  open('_posts/2024-09-22-weekly-note.md')
  t.check(finding_of('unknown-key').text:find('^tilte'), 'unknown-key underlines the key')
  t.check(finding_of('wrong-type').text:find('false'), 'wrong-type underlines the value')
  go_to('tilte')
  lua([[
    local select = vim.ui.select
    vim.ui.select = function(items, options, choose) choose(items[1], 1) end
    vim.lsp.buf.code_action()
  ]])
  t.eventually('the quick fix spells the key right', function() return line(3) == 'title: 이번 주의 메모' end, function() return line(3) end)
  t.eventually('and its finding is gone', function()
    for _, finding in ipairs(findings()) do
      if finding.rule == 'unknown-key' then return false end
    end
    return true
  end, findings)

  -- The range of a finding behind Hangul and an emoji that is two units of UTF-16.
  open('_posts/2024-11-11-first-frost.md')
  finding_of('date-mismatch')
  keys('Go가나다 😀👩‍🌾 ![둘](/assets/img/frost-feild.png) 끝<Esc>')
  local second = t.eventually('two missing images', function()
    local missing = vim.tbl_filter(function(finding) return finding.rule == 'missing-image' end, findings())
    return #missing == 2 and missing
  end, findings)
  t.same(second[2].text, second[1].text, 'the same text is underlined, whatever stands before it')
  t.check(second[2].text:find('frost-feild.png', 1, true), 'it is the name of the image: ' .. second[2].text)

  -- Tag completion, behind Hangul and emoji, by its middle, in a list in flow style and in block style.
  open('travel/_posts/2024-05-18-jeju.md')
  lua('vim.fn.setline(4, "tags: [사진, 🌱새싹, ]")')
  lua('vim.fn.cursor(4, #"tags: [사진, 🌱새싹, ")')
  local labels = complete('a산')
  t.check(vim.tbl_contains(labels, '산책'), '산책 is offered: ' .. vim.inspect(labels))
  t.check(not vim.tbl_contains(labels, '사진'), 'what is already in the list is not')
  accept_first()
  t.same(line(4), 'tags: [사진, 🌱새싹, 산책]', 'the item replaces what was typed, and nothing else')
  open('_posts/2024-03-09-봄-산책.md')
  go_to('  - 사진')
  labels = complete('o- Wri')
  t.check(vim.tbl_contains(labels, 'Writing'), 'Writing is offered: ' .. vim.inspect(labels))
  accept_first()
  t.same(line(9), '  - Writing', 'an item of a block list')
  t.same(line(8), '  - 사진', 'the item before it is as it was')

  -- The outline: Korean, emoji, levels that jump, duplicates, raw HTML, no final newline, CRLF.
  open('_posts/2023-12-30-year-in-review.md')
  local headings = outline()
  has_heading(headings, '느리게 걸어온 열두 달', 12)
  has_heading(headings, 'Migration', 38)
  has_heading(headings, '2023년은 어떤 해였나', 146)
  local same = vim.tbl_filter(function(item) return item.text:find('1) 도서관 검색 시스템', 1, true) end, headings)
  t.same(#same, 3, 'three headings of one text')
  open('_posts/2024-07-07-new-keyboard.md')
  headings = outline()
  has_heading(headings, '소리 🔊', 18)
  has_heading(headings, '소리 🔊', 29)
  t.check(not vim.tbl_contains(vim.tbl_map(function(item) return item.text end, headings), 'not a heading'), 'code is no heading')

  -- Image hover: Markdown, raw HTML over two lines, front matter, a remote and a missing one, behind an emoji.
  open('_posts/2024-03-09-봄-산책.md')
  hover_at('river-walk.jpg)', { 'JPEG', '480', '270', '강변의 산책로' })
  hover_at('/assets/img/river-walk.jpg', { 'JPEG', '480' }) -- the first one: cover-img
  keys('Go😀 문장 속의 ![우표](/assets/img/stamp.gif) 하나<Esc>')
  t.eventually('a line more', function() return lua('return vim.fn.getline("$")'):find('stamp.gif', 1, true) end)
  hover_at('stamp.gif', { 'GIF', '16' })
  open('_posts/2023-12-30-year-in-review.md')
  hover_at('library-search.png', { 'PNG', '360', '240' })
  hover_at('writing-table.jpg', { 'https://images.example.com/2023/writing-table.jpg' })
  open('_posts/2024-11-11-first-frost.md')
  hover_at('frost-feild.png', { 'frost-field.png' })

  -- A post that has no file yet counts before it is saved.
  open('_posts/2024-12-01-new.md')
  keys('i---<CR>title: New<CR>tags: [싱싱한]<CR>---<CR><Esc>')
  open('_posts/2024-01-14-moving-to-jekyll.md')
  go_to('Jekyll, Writing')
  labels = complete('i싱')
  t.check(vim.tbl_contains(labels, '싱싱한'), 'a tag of an unsaved post is offered: ' .. vim.inspect(labels))
  keys('<Esc>')

  lua('vim.cmd("silent! %bwipeout!") for _, client in ipairs(vim.lsp.get_active_clients()) do client.stop() end')
  t.eventually('the server ends', function() return lua('return #vim.lsp.get_active_clients()') == 0 end)
  vim.fn.jobstop(editor)
end)
