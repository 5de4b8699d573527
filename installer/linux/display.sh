# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
#
# A display for the programs in the chroots, outside of them. Sourced after common.sh.

# start_display: sets `display`, and `xvfb`, its process. It ends with the namespace; stop_display tidies its lock away.
start_display() {
    display='' xvfb=''
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -ac -fbdir "$HANGUP_WORK" \
        3>"$HANGUP_WORK/display" >"$HANGUP_WORK/xvfb.log" 2>&1 &
    xvfb=$!
    local i
    for ((i = 0; i < 100; ++i)); do
        [[ ! -s $HANGUP_WORK/display ]] || { display=:$(<"$HANGUP_WORK/display"); return; }
        sleep 0.1
    done
    tail -n 5 "$HANGUP_WORK/xvfb.log" >&2
    fail "Xvfb did not start."
}

stop_display() {
    [[ -z ${xvfb:-} ]] || kill "$xvfb" 2>/dev/null || true
}

# picture FILE: what the display shows; sets `colours`, how many there are.
picture() {
    colours=$("$root/installer/linux/xwd-to-png" "$HANGUP_WORK/Xvfb_screen0" "$1")
}

# on_display WORD...: xdotool there.
on_display() { DISPLAY=$display timeout 10 xdotool "$@"; }

# window_named EXPRESSION: waits half a minute for a window that is shown; prints its number.
window_named() {
    local until=$((SECONDS + 30)) found
    while ((SECONDS < until)); do
        found=$(on_display search --onlyvisible --name "$1" 2>/dev/null | tail -n 1) || true
        [[ -z $found ]] || { printf '%s\n' "$found"; return; }
        sleep 0.2
    done
    return 1
}
