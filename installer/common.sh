# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
#
# What the scripts in this folder share; each sources it after `set -euo pipefail`. It only defines functions.
# apt-get is all that ever runs as root for a normal user.

# Each names the script that speaks: "setup: ...", "build: ...".
say() { printf '%s: %s\n' "${0##*/}" "$*"; }
complain() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
fail() { complain "$@"; exit 1; }

# timed WHAT COMMAND...: says how long it took.
timed() {
    local what=$1 from=$SECONDS
    shift
    "$@"
    say "$what took $((SECONDS - from)) s"
}

# quietly COMMAND...: keeps what it says in `output`, for fail_with_output.
quietly() {
    local status=0
    output=$("$@" 2>&1 </dev/null) || status=$?
    return "$status"
}

# fail_with_output WORDS...: the end of what the last quiet command said, then the words.
fail_with_output() {
    tail -n 40 <<<"$output" >&2
    fail "$@"
}

# --- which system

# os_field NAME: a field of /etc/os-release, or nothing.
os_field() {
    [[ -r /etc/os-release ]] || return 0
    # shellcheck source=/dev/null
    (. /etc/os-release && printf '%s' "${!1:-}")
}

is_debian_12_or_newer() {
    local version
    [[ $(os_field ID) == debian ]] && command -v apt-get >/dev/null || return 1
    version=$(os_field VERSION_ID)
    # Testing and unstable carry no number.
    [[ -z $version || ${version%%.*} -ge 12 ]]
}

# --- packages

missing_packages() {
    local package
    for package; do
        dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
            printf '%s\n' "$package"
    done
}

# The only place where anything runs as root for a normal user. Asks for nothing when all is there.
install_packages() {
    local missing=() apt=(env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -y -o DPkg::Lock::Timeout=300)
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0
    local install=(install --no-install-recommends "${missing[@]}")
    local by_hand="As root, please: apt-get update && apt-get ${install[*]}"
    # A machine that is thrown away need not survive a power cut; being safe from one takes most of the time.
    [[ -z ${CI:-} ]] || apt+=(-o Dpkg::Options::=--force-unsafe-io)
    if [[ $EUID -ne 0 ]]; then
        command -v sudo >/dev/null || fail "sudo is not here. $by_hand"
        apt=(sudo "${apt[@]}")
    fi
    say "Installing with apt-get, as root (this takes a few minutes): ${missing[*]}"
    local updated=
    if ! apt-get -s "${install[@]}" >/dev/null 2>&1; then
        update_lists
    fi
    quietly "${apt[@]}" "${install[@]}" && return
    # Lists that have grown old name files that are gone.
    if [[ -z $updated && $output == *"Failed to fetch"* ]]; then
        update_lists
        quietly "${apt[@]}" "${install[@]}" && return
    fi
    fail_with_output "apt-get could not install the packages. $by_hand"
}

# Part of install_packages: uses its `apt` and `by_hand`, sets its `updated`.
update_lists() {
    say "Updating apt's package lists"
    quietly "${apt[@]}" update || fail_with_output "apt-get could not update its lists. $by_hand"
    updated=yes
}
