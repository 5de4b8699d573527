# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
#
# The unit tests, and the programs that setup has installed. Sourced by installer/windows/test.
# shellcheck disable=SC2034,SC2154 # it sets and uses these

# Cross-built like the program; quick ones of each room.
readonly unit_tests=(tst_threadends tst_callid tst_callscan tst_account tst_apiaddress tst_words tst_export tst_redactor tst_settings
    tst_textfile tst_calllistmodel tst_logmodel tst_callrequest tst_replyclassifier tst_pacer tst_retrypolicy
    tst_textfileio tst_launch tst_settingsfile tst_settingsstore tst_journalrecovery tst_logsink tst_practiceworld)

try_units() {
    begin "unit tests under Wine"
    quietly ninja -C "$work/app" "${unit_tests[@]}" || fail_with_output "The tests for Windows could not be built."
    local qt name program functions=0
    qt=$(<"$work/parts/qt-folder")
    local runtime
    runtime=$(dirname "$("$mingw-g++-posix" -print-file-name=libstdc++-6.dll)")
    for name in "${unit_tests[@]}"; do
        program=$(find "$work/app/tests" -name "$name.exe")
        WINEPATH="Z:$qt/bin;Z:$runtime;Z:/usr/$mingw/lib" in_wine 120 "$program" -o "$(windows_path "$temp/$name.txt"),txt"
        grep -q '^Totals: [1-9][0-9]* passed, 0 failed' "$temp/$name.txt" 2>/dev/null ||
            { cat "$temp/$name.txt" >&2 || true; wrong "$name (status $status)"; }
        functions=$((functions + $(sed -n 's/^Totals: \([0-9]*\) passed.*/\1/p' "$temp/$name.txt")))
    done
    passed "${#unit_tests[@]} programs, $functions passed, 0 failed"
}

# installed FOLDER VERSION: the programs are there, and say that they are of that version.
installed() {
    local file
    for file in hangup.exe hangup-cli.exe Qt6Core.dll Qt6Widgets.dll libstdc++-6.dll libqt6keychain.dll qt.conf LICENSE.txt \
        NOTICES.txt licenses/LGPL-3.txt plugins/platforms/qwindows.dll plugins/tls/qschannelbackend.dll \
        plugins/sqldrivers/qsqlite.dll translations/qtbase_de.qm; do
        has_file "$1/$file"
    done
    in_wine 60 "$1/hangup-cli.exe" --version
    has "hangup-cli --version" "$(<"$temp/out")" "$2"
}

# practice PROGRAM: a batch in which nothing is real; its lines add up.
practice() {
    in_wine 120 "$1" end --practice --yes --include-flagged --sample --json
    same "the status" "$status" 1 # not all of them say "Ended"
    added=$("$root/installer/add-up" "$temp/out") || wrong "the practice batch (status $status)"
    has_file "$local_data/Hangup/practice.sqlite"
}

try_programs() {
    begin "the installed programs"
    practice "$folder/hangup-cli.exe"
    passed "hangup-cli.exe: a practice batch $added"

    begin "a file of calls that is piped in"
    printf '%s\r\n' 'stuck: 11111111-2222-4333-8444-555555555555' >"$temp/in"
    status=0
    HOME=$temp/home DISPLAY=$display timeout 120 wine "$folder/hangup-cli.exe" end --practice --dry-run --json - <"$temp/in" >"$temp/out" 2>"$temp/err" || status=$?
    has "its line" "$(<"$temp/out")" '"call_uuid":"11111111-2222-4333-8444-555555555555"'
    same "the status of a dry run" "$status" 0
    passed "read, and the program came to its end"

    begin "the window"
    printf 'aaaaaaaa-2222-4333-8444-555555555555\nbbbbbbbb-2222-4333-8444-555555555555\n' >"$drive/calls.txt"
    start_window "$folder/hangup.exe" --practice 'C:\calls.txt'
    sleep 3 # till all is drawn
    picture "$picture"
    ((colours > 50)) || wrong "its picture has $colours colours"
    refuse_while_running
    close_window
    # A lock that a thread took along when it was killed keeps a program from its end now and then only.
    local again
    for again in 1 2 3 4; do
        start_window "$folder/hangup.exe" --practice 'C:\calls.txt'
        close_window
    done
    rm "$drive/calls.txt"
    passed "shown with the calls of a file; its picture, of $colours colours, is ${picture##*/}; closed five times, status 0"

    begin "a hangup: link"
    local command
    command=$(registry 'HKCU\Software\Classes\hangup\shell\open\command' | sed -n 's/.*REG_SZ *//p')
    same "the command of hangup: addresses" "$command" "\"$(c_path "$folder/hangup.exe")\" -- \"%1\""
    start_window "$folder/hangup.exe" -- hangup:dddddddd-2222-4333-8444-555555555555
    # The next one finds the window that is open, gives it the row, and ends.
    in_wine 60 "$folder/hangup.exe" -- hangup:eeeeeeee-2222-4333-8444-555555555555
    same "the status of a second link" "$status" 0
    close_window
    # What refuses it is a window, and standard error.
    start_window "$folder/hangup.exe" --practice hangup:dddddddd-2222-4333-8444-555555555555
    has "what is said" "$(<"$temp/window.log")" "never chooses the account"
    close_window 2
    passed "the registry's command opens Hangup with the link behind --; a second one goes to the same window; a link beside --practice is refused with status 2"
    not_tried "a hangup: link that Windows itself opens" "Wine's start finds no handler that is registered for one user"
}

# start_window PROGRAM ARGUMENT...: in the background, till its window is shown.
start_window() {
    (
        window_status=0
        HOME=$temp/home DISPLAY=$display timeout 300 wine "$@" >"$temp/window.log" 2>&1 </dev/null || window_status=$?
        printf '%s\n' "$window_status" >"$temp/window.status"
    ) &
    wait_for_window
}

# Sets `window`; in three half minutes, for a machine that is busy.
wait_for_window() {
    window=$(window_named Hangup || window_named Hangup || window_named Hangup) || { tail -n 20 "$temp/window.log" >&2 || true; wrong "no window was shown"; }
}

# close_window [STATUS]: as its X button does (keys reach a window under Wine now and then only); the program then ends by itself,
# and with 0, or the STATUS, where start_window started it.
close_window() {
    local i
    in_wine 90 "$temp/close.exe" hangup.exe 60
    same "how closing its window went" "$status, $(tr -d '\r' <"$temp/out")" "0, 1 processes, 1 windows closed"
    [[ -e $temp/window.log ]] || return 0
    for ((i = 0; i < 50; ++i)); do [[ ! -s $temp/window.status ]] || break; sleep 0.1; done
    same "the status of hangup.exe" "$(cat "$temp/window.status" || true)" "${1-0}"
    rm "$temp/window.log" "$temp/window.status"
}

# end_one UUID: with the credentials of the environment, over TLS.
end_one() {
    PLIVO_AUTH_ID=$fake_id PLIVO_AUTH_TOKEN=$fake_token in_wine 120 "$folder/hangup-cli.exe" end --yes --json \
        --include-flagged --api-url "https://localhost:$port" "$1"
}

try_tls() {
    begin "TLS to a server on the loopback"
    local call=deadbeef-86a6-41e4-b303-498d468c930b
    "$here/tls-server" "$temp/server.pem" "$temp/server.key" "$temp/requests" >"$temp/port" &
    server=$!
    local i
    for ((i = 0; i < 50; ++i)); do [[ ! -s $temp/port ]] || break; sleep 0.1; done
    port=$(<"$temp/port")
    : >"$temp/requests"
    end_one "$call"
    has "its line" "$(<"$temp/out")" "\"call_uuid\":\"$call\",\"outcome\":\"not_sent\""
    has "the summary" "$(<"$temp/out")" '"ended":0'
    same "what reached the server with an authority that nobody trusts" "$(<"$temp/requests")" ""
    passed "an authority that is not trusted: nothing is sent, and nothing said to be ended"

    begin "TLS, the authority in the user's store"
    in_wine 30 "$temp/trust.exe" "$(windows_path "$temp/ca.der")"
    same "the status of trust.exe" "$status" 0
    end_one "$call"
    has "its line" "$(<"$temp/out")" "\"call_uuid\":\"$call\",\"outcome\":\"ended\",\"reason\":null,\"http_status\":204"
    same "the DELETEs that the server got" "$(grep -c '^DELETE' "$temp/requests")" 1
    same "the DELETE" "$(grep '^DELETE' "$temp/requests")" "DELETE /v1/Account/$fake_id/Call/$call/ $fake_id:$fake_token"
    passed "one DELETE, 204, \"ended\" in the JSON line"
}

# As Group Policy writes it, by an administrator.
try_policy() {
    begin "a policy in the registry"
    local key='HKLM\Software\Policies\Hangup' call=feedface-86a6-41e4-b303-498d468c930b
    : >"$temp/requests"
    in_wine 30 reg add "$key" /v practice-only /d yes /f
    end_one "$call"
    same "the status with practice-only" "$status" 2
    has "what is said" "$(<"$temp/err")" "practice accounts alone"
    practice "$folder/hangup-cli.exe"
    in_wine 30 reg add "$key" /v largest-batch /t REG_DWORD /d 0 /f
    end_one "$call"
    same "the status with a policy that can't be understood" "$status" 5
    has "what is said" "$(<"$temp/err")" "largest-batch must be a whole number"
    same "what reached the server" "$(<"$temp/requests")" ""
    in_wine 30 reg delete "$key" /f
    end_one "$call"
    has "its line without a policy" "$(<"$temp/out")" "\"call_uuid\":\"$call\",\"outcome\":\"ended\""
    passed "practice alone, then one that can't be understood: nothing is sent, and it is said; removed: the call is ended"
}

try_credentials() {
    begin "a token in Windows' credential store"
    : >"$temp/requests"
    printf '%s\n' "$fake_token" >"$temp/in"
    status=0
    HOME=$temp/home DISPLAY=$display timeout 120 wine "$folder/hangup-cli.exe" accounts add --name Night --auth-id "$fake_id" \
        --api-url "https://localhost:$port" <"$temp/in" >"$temp/out" 2>"$temp/err" || status=$?
    rm "$temp/in"
    in_wine 60 "$folder/hangup-cli.exe" accounts list --json
    has "the account" "$(grep Night "$temp/out")" '"token":"keychain"'
    wineserver -k
    wineserver -w || true
    ! grep -rqs "$fake_token" "$local_data" "$WINEPREFIX"/*.reg || wrong "the token stands in a file"
    in_wine 60 "$folder/hangup-cli.exe" accounts test --account Night
    same "what the server was asked with the token of the store" "$(sort -u "$temp/requests" | head -n 1)" \
        "GET /v1/Account/$fake_id/ $fake_id:$fake_token"
    in_wine 60 "$folder/hangup-cli.exe" accounts remove --yes Night
    in_wine 60 "$folder/hangup-cli.exe" accounts list --json
    [[ $(<"$temp/out") != *Night* ]] || wrong "the account is still there"
    passed "written, read by another start, sent to the server, in no file as plain text, removed"
}
