# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
#
# What installer/build and installer/test share: which parts were asked for, running each, and the table at the end.
# Sourced after common.sh.

# A part that ends with this can't be done on this machine; it has said why.
readonly not_here=77

# parts_of WORD: the parts that a word stands for, a line each; status 1 for a word that is none.
parts_of() {
    case $1 in
    deb | rpm | windows) printf '%s\n' "$1" ;;
    all) printf '%s\n' deb rpm windows ;;
    *) return 1 ;;
    esac
}

# run_part NAME COMMAND...: runs it, whatever becomes of it; adds to `results` and sets `undone`. What a part wants to
# see in the table it appends to the file HANGUP_ROWS, a line each.
results=()
undone=
run_part() {
    local name=$1 from=$SECONDS status=0 word="done"
    shift
    printf '\n'
    say "$name"
    : >"$HANGUP_ROWS"
    "$@" </dev/null || status=$?
    case $status in
    0) ;;
    "$not_here") word="not here" undone=yes ;;
    *) word="FAILED ($status)" undone=yes ;;
    esac
    add_result "$name" "$word" "$((SECONDS - from)) s"
}

# add_result NAME WORD TIME: with the rows of the part below.
add_result() {
    local line
    results+=("$(printf '%-9s %-12s %7s' "$@")")
    while IFS= read -r line; do
        results+=("          $line")
    done <"$HANGUP_ROWS"
}

# The table, also after a failure; the status is 1 unless all that was asked for was done.
finish() {
    printf '\n'
    say "what was done"
    printf '  %s\n' "${results[@]}"
    [[ -z $undone ]] || exit 1
}

# row WORDS...: for a part, a line of the table.
row() {
    printf '%s\n' "$*" >>"${HANGUP_ROWS:-/dev/stdout}"
}
