# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
#
# What the test of the Windows installers expects, and the table of what was done. Sourced by installer/windows/test.
# shellcheck disable=SC2034,SC2154 # it sets and uses these

rows=()
since=0
# begin WHAT / passed: a line of the table for each part, with its seconds.
begin() {
    now=$1
    since=$SECONDS
    printf '\n'
    say "$now"
}
passed() {
    rows+=("$(printf '%5d s  %s' $((SECONDS - since)) "$now: $1")")
    now=
}
# not_tried WHAT WHY: what Wine can't show stands in the table too.
not_tried() { rows+=("$(printf '   none  %s: NOT TRIED: %s' "$1" "$2")"); }
table() {
    printf '\n'
    say "what was installed, run and removed"
    local line
    for line in "${rows[@]}"; do
        printf '  %s\n' "$line"
        row "$line" >/dev/null 2>&1 || true
    done
    [[ -z ${now:-} ]] || printf '         %s: FAILED\n' "$now"
}
row() { [[ -z ${HANGUP_ROWS:-} ]] || printf '%s\n' "$*" >>"$HANGUP_ROWS"; }

# The last program's output goes along with a complaint.
wrong() {
    { printf -- '--- out\n'; tail -n 15 "$temp/out"; printf -- '--- err\n'; tail -n 15 "$temp/err"; } >&2 2>/dev/null || true
    fail "$now: $*"
}
same() { [[ $2 == "$3" ]] || wrong "$1 is \"$2\" and not \"$3\""; }
has() { [[ $2 == *"$3"* ]] || wrong "$1 does not say \"$3\": $2"; }
has_file() { [[ -f $1 ]] || wrong "${1#"$drive"/} is missing"; }
has_not() { [[ ! -e $1 ]] || wrong "${1#"$drive"/} is there"; }

# Every file and folder of the drive that is not Wine's own.
listing() {
    (cd "$drive" && find . -path ./windows -prune -o -printf '%y %P\n' | LC_ALL=C sort)
}
say_difference() {
    say "files: $(grep -c '^f' "$1") before, $(grep -c '^f' "$2") after; gone (<) and new (>):"
    diff "$1" "$2" | grep '^[<>]' || true
}
# keys: the registry, as Wine's files hold it, without what Wine writes there by itself.
keys() {
    wineserver -w 2>/dev/null || true
    grep -hi '^\[.*hangup\|^@.*hangup\|^".*hangup' "$WINEPREFIX"/{user,system}.reg || true
}

windows_path() { printf 'Z:%s' "${1//\//\\}"; }
c_path() { local path=C:${1#"$drive"}; printf '%s' "${path//\//\\}"; }

# small_disk KILOBYTES: at $temp/small; false where none can be made.
small_disk() {
    mkdir -p "$temp/small"
    mount -t tmpfs -o "size=$1k" tmpfs "$temp/small" 2>/dev/null
}
