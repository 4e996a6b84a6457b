# shellcheck shell=bash
# Used by quickstart.sh and test.sh: installs what the build needs and is not there yet. Does nothing, and asks for nothing, the second time.

# GRDB is built against the system's SQLite; the interactive command edits lines by readline; workbooks are unpacked by minizip, read by expat
# and written by libxlsxwriter.
debian_packages=(libsqlite3-dev libreadline-dev libexpat1-dev libminizip-dev zlib1g-dev libxlsxwriter-dev)

say() { printf '%s\n' "$*"; }

is_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

install_packages() {
  command -v dpkg-query >/dev/null || return 0 # no Debian: the compiler will say what is missing
  local missing=() package
  for package in "${debian_packages[@]}"; do is_installed "$package" || missing+=("$package"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "安装：${missing[*]}"
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      say "缺少 ${missing[*]}，而这里没有 sudo；请以 root 运行：apt-get install -y ${missing[*]}" >&2
      exit 1
    }
    root=(sudo)
  fi
  # The lists of a fresh machine are empty; where they are not, they need not be fetched again.
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "${missing[@]}" >/dev/null 2>&1 || {
    "${root[@]}" apt-get update >/dev/null
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y --no-install-recommends "${missing[@]}" >/dev/null
  }
}

find_swift() {
  local folder
  for folder in /opt/swift/usr/bin /usr/local/swift/usr/bin "$HOME/.local/share/swiftly/bin" \
    "$HOME/.swiftly/bin"; do
    command -v swift >/dev/null && return 0
    [ -x "$folder/swift" ] && PATH="$folder:$PATH"
  done
  command -v swift >/dev/null || {
    say "找不到 Swift 6.1 或更新的版本；安装方法见 https://www.swift.org/install/linux/" >&2
    exit 1
  }
}

# With Swift's libraries linked into it the program starts in two thirds of the time: nothing else has to be found and bound first.
release_flags=()
choose_flags() {
  local libraries
  libraries=$(swift -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
  if [ -d "${libraries}_static/linux" ]; then release_flags=(--static-swift-stdlib); fi
}

prepare() {
  install_packages
  find_swift
  choose_flags
}
