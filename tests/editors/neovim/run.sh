#!/usr/bin/env bash
# galley in the real Neovim, headless, on a copy of the example blog.   run.sh GALLEY_BINARY
# Exit code 77: no Neovim here.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../../.." && pwd)
galley=$(realpath "$1")

if ! command -v nvim > /dev/null; then
  echo "skipped: Neovim is not installed (Debian: neovim)"
  exit 77
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$source/tests/blogs/jekyll" "$work/blog"
mkdir "$work/home"
export HOME="$work/home" XDG_CONFIG_HOME="$work/home" XDG_DATA_HOME="$work/home" XDG_STATE_HOME="$work/home"
export XDG_CACHE_HOME="$work/home" LANG=C.UTF-8 LC_ALL=C.UTF-8

cd "$work"
# TEST FILE gives each test a Neovim of its own; the variables tell it where things are.
run() {
  echo "# $1"
  timeout 120 nvim --headless --clean -n \
    --cmd "lua galley = '$galley'; plugin = '$source/editors/neovim'; blog = '$work/blog'; here = '$here'" \
    -c "luafile $here/$1" < /dev/null
}
run versions.lua
run features.lua
