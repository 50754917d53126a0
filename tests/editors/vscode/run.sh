#!/usr/bin/env bash
# The extension in the real VS Code: builds it, installs it into code-server, drives that in Debian's Chromium and looks
# for the four features on the screen.   run.sh GALLEY_BINARY [SCREENSHOT_FOLDER]
# The first run installs what it needs (minutes); see setup.sh.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../../.." && pwd)
galley=$(realpath "$1")
pictures=${2:-$source/build/vscode-screenshots}

home=$("$here/setup.sh")
PATH="$home/bin:$PATH" "$here/unit.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/home" "$pictures"

# A start that does not come up is tried once more: the browser's fault is not galley's. A wrong feature is final.
for try in 1 2; do
  rm -rf "$work/blog" "$work/data"
  cp -r "$source/tests/blogs/jekyll" "$work/blog"
  code=0
  PATH="$home/bin:$PATH" HOME="$work/home" LANG=C.UTF-8 timeout --kill-after=10 300 \
    node "$here/features.mjs" "$home" "$work" "$source/editors/vscode/galley.vsix" "$galley" "$pictures" || code=$?
  if [ "$code" != 3 ]; then break; fi
  echo "VS Code did not start (try $try)"
done
echo "Screenshots: $pictures"
exit "$code"
