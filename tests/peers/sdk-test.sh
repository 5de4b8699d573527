#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
# Installs Plivo's SDK into a scratch folder, then runs a test in a network of its own, where api.plivo.com is this machine and
# the only trusted authority is the test's: no request can get out, and none needs another address.
# Usage: sdk-test.sh SOURCE-FOLDER SCRATCH-FOLDER TEST. Exits with 77 (ctest: skipped) when the machine can't do it.
set -eu
source=$1 scratch=$2 test=$3
skip() { echo "SKIPPED: $1"; exit 77; }

for tool in unshare ip mount curl node npm openssl; do
    command -v "$tool" >/dev/null || skip "$tool is not installed"
done

mkdir -p "$scratch"
if ! cmp -s "$source/package-lock.json" "$scratch/installed-lock"; then
    cp "$source/package.json" "$source/package-lock.json" "$source/.npmrc" "$scratch/"
    if ! (cd "$scratch" && timeout 200 npm ci --ignore-scripts --no-audit --no-fund) >"$scratch/npm.log" 2>&1; then
        if grep -Eq 'ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|network' "$scratch/npm.log"; then
            skip "npm can't reach its registry"
        fi
        cat "$scratch/npm.log"
        exit 1
    fi
    cp "$source/package-lock.json" "$scratch/installed-lock"
fi

if [ "$(id -u)" = 0 ]; then own="unshare -n -m"; else own="unshare -r -n -m"; fi
$own true 2>/dev/null || skip "no namespace of its own can be made ($own)"

mkdir -p "$scratch/certs"
rm -f "$scratch/certs"/*
printf '127.0.0.1 localhost api.plivo.com\n' >"$scratch/hosts"
# A proxy of this machine must not be asked.
unset http_proxy https_proxy all_proxy no_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY
export HANGUP_SDK_FOLDER="$scratch" HANGUP_CERTS_FOLDER="$scratch/certs" HANGUP_OWN_NETWORK=yes
# The mounts are seen by this test alone and are gone with it.
exec $own sh -c '
    ip link set lo up || { echo "SKIPPED: the loopback device stays down"; exit 77; }
    mount --bind "$1/hosts" /etc/hosts && mount --bind "$1/certs" /etc/ssl/certs ||
        { echo "SKIPPED: nothing can be mounted in a namespace"; exit 77; }
    exec "$2"' sh "$scratch" "$test"
