# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
#
# What the tests of the installers' scripts share. Sourced; `folder` is theirs, and removed at the end.

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# shellcheck disable=SC2034
out='' err=''

wrong() {
    echo "wrong: $*"
    echo "--- output"
    cat "$folder/out"
    echo "--- errors"
    cat "$folder/err"
    exit 1
}

# shellcheck disable=SC2034 # says() reads out and err by their names
# run STATUS COMMAND...: it ends with this status; `out` and `err` are what it said.
run() {
    local expected=$1 status=0
    shift
    timeout 60 "$@" </dev/null >"$folder/out" 2>"$folder/err" || status=$?
    out=$(<"$folder/out")
    err=$(<"$folder/err")
    ((status == expected)) || wrong "$* ended with $status and not $expected"
}

# says WHAT TEXT: `out` or `err` has a line with this text.
says() {
    [[ ${!1} == *"$2"* ]] || wrong "it does not say: $2"
}

# stand_in PATH LINE...: a script instead of what is there.
stand_in() {
    local path=$1
    shift
    mkdir -p "$(dirname "$path")"
    { echo '#!/bin/bash'; printf '%s\n' "$@"; } >"$path"
    chmod +x "$path"
}
