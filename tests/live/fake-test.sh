#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
#
# The live test against the fake server: fake-test.sh LIVE FAKEPLIVO. Also that it does nothing unless asked, and that
# no secret and no value is printed.
set -eu
live=$1
fake=$2
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$folder"' EXIT

fail() {
    echo "FAIL: $*" >&2
    cat "$folder"/out "$folder"/log >&2 || true
    exit 1
}

"$fake" --log "$folder/log" >"$folder/port" &
server=$!
for _ in $(seq 100); do
    [ -s "$folder/port" ] && break
    sleep 0.1
done

export PLIVO_AUTH_ID=MAABCDEFGHIJKLMNOPQR PLIVO_AUTH_TOKEN=c4n4ryT0k3nThatMayStandNowhere0123456789
HANGUP_LIVE_API_URL=http://127.0.0.1:$(cat "$folder/port")
export HANGUP_LIVE_API_URL

status=0
env -u HANGUP_LIVE_TEST "$live" >"$folder/out" 2>&1 || status=$?
[ "$status" = 77 ] || fail "without HANGUP_LIVE_TEST it ended with $status"
[ ! -s "$folder/log" ] || fail "without HANGUP_LIVE_TEST it sent something"

HANGUP_LIVE_TEST=1 "$live" >"$folder/out" 2>&1 || fail "it ended with $?"
[ "$(wc -l <"$folder/log")" = 3 ] || fail "not three requests"
[ "$(grep -c '"method":"DELETE"' "$folder/log")" = 1 ] || fail "not one DELETE"
grep -Eq '"target":"/v1/Account/MAABCDEFGHIJKLMNOPQR/Call/[0-9a-f-]{36}/"' "$folder/log" || fail "another DELETE"
[ "$(grep -c '  status: ' "$folder/out")" = 3 ] || fail "not three replies"
grep -q '"calls": ' "$folder/out" || fail "no shape of the live list"
! grep -q "$PLIVO_AUTH_TOKEN" "$folder/out" || fail "the token is printed"
! grep -Eq '[0-9a-f]{8}-[0-9a-f]{4}-' "$folder/out" || fail "an id is printed"
echo "live test against the fake server: good"
