-- What both tests need: say `ok` or end Neovim with exit code 1.
local M = {}

function M.check(condition, what)
  if condition then
    io.stdout:write('ok - ' .. what .. '\n')
  else
    error('not ok - ' .. what, 2)
  end
end

function M.same(actual, expected, what)
  if not vim.deep_equal(actual, expected) then
    error(('not ok - %s\n  expected %s\n  got      %s'):format(what, vim.inspect(expected), vim.inspect(actual)), 2)
  end
  io.stdout:write('ok - ' .. what .. '\n')
end

-- Waits until `probe` returns something, which is returned. `last` tells, on failure, what was there instead.
function M.eventually(what, probe, last)
  local value
  local reached = vim.wait(20000, function()
    value = probe()
    return value
  end, 20)
  if not reached then error('not ok - ' .. what .. (last and ('\n  got ' .. vim.inspect(last())) or ''), 2) end
  io.stdout:write('ok - ' .. what .. '\n')
  return value
end

function M.main(test)
  local passed, message = xpcall(test, debug.traceback)
  if not passed then
    io.stderr:write(message .. '\n')
    vim.cmd('cquit 1')
  end
  vim.cmd('qall!')
end

return M
