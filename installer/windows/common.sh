# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
#
# What the scripts of this folder share; each sources it after `set -euo pipefail`. It only defines.
# shellcheck disable=SC2034 # they use it

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$root/installer/windows
# Where all is built and kept between building and testing.
work=${HANGUP_WINDOWS_BUILD:-$root/build/windows}
# shellcheck source=../common.sh
source "$root/installer/common.sh"
readonly root here work

readonly qt_version=6.4.2
readonly mingw=x86_64-w64-mingw32

# The compiler, its tools, and Qt's tools that run here; what the programs' licences come from.
readonly build_packages=(ca-certificates cmake ninja-build ccache g++-mingw-w64-x86-64-posix mingw-w64-tools
    qt6-base-dev qt6-base-dev-tools qt6-base-private-dev qt6-l10n-tools qt6-translations-l10n
    icoutils nsis wixl msitools osslsigncode xz-utils)

# The version in CMakeLists.txt.
version() {
    sed -n 's/^project(hangup VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt"
}

# Debian 12 alone has the Qt that the tools of the Windows one fit.
refuse_other_systems() {
    [[ $(dpkg --print-architecture 2>/dev/null) == amd64 ]] ||
        not_possible "the Windows installers are built on a Debian machine with an amd64 processor."
    [[ $(os_field ID) == debian && $(os_field VERSION_ID) == 12 ]] ||
        not_possible "the Windows installers are built on Debian 12: they need its Qt $qt_version."
}

# not_possible WHY: with the status that says so to installer/build and installer/test.
not_possible() {
    complain "not here: $*"
    exit 77
}
