#!/usr/bin/env bash
# Builds the VS Code extension and runs the tests of its parts that need no editor.
# Exit code 77: no npm here.
set -euo pipefail
cd "$(dirname "$0")/../../../editors/vscode"

if ! command -v npm > /dev/null; then
  echo "skipped: npm is not installed (Debian: npm)"
  exit 77
fi
if ! cmp -s package-lock.json node_modules/.lock-of-last-install; then
  npm ci --ignore-scripts --no-audit --no-fund
  cp package-lock.json node_modules/.lock-of-last-install
fi
npm run check
npm test
npm run package
