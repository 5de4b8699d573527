# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
#
# A Windows of its own for the test, under Wine. Sourced after common.sh and display.sh; `temp` is the folder it may use.
# shellcheck disable=SC2034,SC2154 # the test uses these, and sets those

# What Wine gets wrong or hides is told in the comments; what it shows is no proof for Windows itself.
start_wine() {
    export WINEPREFIX=$temp/prefix WINEDEBUG=-all
    # No Mono, no Gecko; and no menu entries in the home of whoever runs this.
    export WINEDLLOVERRIDES="mscoree,mshtml,winemenubuilder.exe="
    export WINEPATH
    # A server that was started without a display stays without one.
    # Its desktop and documents would else be those of whoever runs this.
    mkdir -p "$temp/home"
    HOME=$temp/home DISPLAY=$display timeout 240 wine wineboot --init >"$temp/wineboot.log" 2>&1 || fail_with_log "Wine did not start." wineboot
    in_wine 60 winecfg -v win10
    # Wine takes QT_ variables out of the environment; from its registry it gives them. Qt Test is silent else.
    in_wine 30 reg add 'HKCU\Environment' /v QT_FORCE_STDERR_LOGGING /d 1 /f
    drive=$WINEPREFIX/drive_c
    # Desktop and the like are links into the home; here folders of the drive, so that they are seen.
    local link
    while IFS= read -r link; do
        rm "$link"
        mkdir "$link"
    done < <(find "$drive/users" -mindepth 2 -maxdepth 2 -type l)
    user=$(basename "$(find "$drive/users" -mindepth 1 -maxdepth 1 ! -name Public | head -n 1)")
    local_data=$drive/users/$user/AppData/Local
    readonly drive user local_data
}

stop_wine() {
    [[ -z ${WINEPREFIX:-} ]] || timeout 30 wineserver -k 2>/dev/null || true
}

fail_with_log() {
    tail -n 20 "$temp/$2.log" >&2
    fail "$1"
}

# in_wine SECONDS PROGRAM ARGUMENT...: a box that waits for a click would wait for ever; a busy machine gets twice the time.
# Standard output and error go to the files out and err; the status is in `status`.
in_wine() {
    local seconds=$1
    shift
    status=0
    HOME=$temp/home DISPLAY=$display timeout --kill-after=5 $((2 * seconds)) wine "$@" >"$temp/out" 2>"$temp/err" </dev/null || status=$?
    [[ $status -ne 124 ]] || complain "$1 took longer than $((2 * seconds)) s"
    return 0
}

# registry KEY [VALUE]: what stands there, or nothing.
registry() {
    in_wine 30 reg query "$1" ${2+/v "$2"}
    [[ $status -eq 0 ]] || return 0
    tr -d '\r' <"$temp/out"
}
