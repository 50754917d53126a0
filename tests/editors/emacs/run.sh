#!/usr/bin/env bash
# galley in the real Emacs with Eglot, in batch, on a copy of the example blog.   run.sh GALLEY_BINARY
# Exit code 77: no Emacs, Eglot or markdown-mode here.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../../.." && pwd)
galley=$(realpath "$1")

elpa='(let ((default-directory "/usr/share/emacs/site-lisp/elpa/"))
  (when (file-directory-p default-directory) (normal-top-level-add-subdirs-to-load-path)))'
if ! command -v emacs > /dev/null; then
  echo "skipped: Emacs is not installed (Debian: emacs-nox elpa-eglot elpa-markdown-mode)"
  exit 77
fi
if ! emacs --batch -Q --eval "$elpa" --eval "(progn (require 'eglot) (require 'markdown-mode))" 2> /dev/null; then
  echo "skipped: Emacs has no Eglot or no markdown-mode (Debian: elpa-eglot elpa-markdown-mode)"
  exit 77
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$source/tests/blogs/jekyll" "$work/blog"
mkdir "$work/home"
export HOME="$work/home" LANG=C.UTF-8 LC_ALL=C.UTF-8

echo "# galley.el compiles without a warning"
cp "$source/editors/emacs/galley.el" "$work"
emacs --batch -Q --eval "$elpa" --eval "(setq byte-compile-error-on-warn t)" \
  -f batch-byte-compile "$work/galley.el" < /dev/null

echo "# features.el"
GALLEY_BINARY="$galley" GALLEY_BLOG="$work/blog" timeout 120 \
  emacs --batch -Q --eval "$elpa" -L "$source/editors/emacs" -l "$here/features.el" < /dev/null
