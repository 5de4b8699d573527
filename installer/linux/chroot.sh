# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
#
# Minimal systems of Debian to try packages in. A base is a folder that debootstrap made; a system is a layer in memory
# over it, so that each test begins with a fresh one. All mounts are made inside of a mount namespace (see in_namespace)
# and are gone with it, whatever ends the test. Sourced after common.sh and parts.sh.

# in_namespace SCRIPT ARGUMENT...: runs it where its mounts are nobody else's and its processes end with it; HANGUP_WORK
# is a folder of its own there. The status is the script's; 77 where the machine does not let us.
in_namespace() {
    local status=0
    [[ $EUID -eq 0 ]] || { complain "chroots need root: run it as root."; return "$not_here"; }
    local unshare=(unshare --mount --propagation private --pid --fork --kill-child --mount-proc)
    quietly "${unshare[@]}" true || {
        complain "this machine gives no mount namespace, which chroots need: $output"
        return "$not_here"
    }
    HANGUP_WORK=$(mktemp -d /tmp/hangup-test.XXXXXX)
    export HANGUP_WORK
    "${unshare[@]}" "$@" || status=$?
    # Nothing is mounted here: a mount that was left would keep the folder, not lose what is in it.
    rm -rf --one-file-system "$HANGUP_WORK"
    return "$status"
}

# The machine's own mirror of Debian.
mirror() {
    local site
    # shellcheck disable=SC2016 # apt's own variables
    site=$(apt-get indextargets --format '$(REPO_URI) $(ORIGIN) $(CODENAME)' 'Created-By: Packages' |
        awk '$2 == "Debian" && $3 !~ /-/ { print $1; exit }')
    [[ -n $site ]] || fail "apt's sources on this machine name no mirror of Debian."
    printf '%s\n' "$site"
}

# make_base SUITE: sets `base`. HANGUP_CHROOT_CACHE keeps it.
make_base() {
    local suite=$1 site from=$SECONDS
    base=${HANGUP_CHROOT_CACHE:-$HANGUP_WORK}/base-$suite
    [[ ! -e $base/hangup-base ]] || { say "minimal system of $suite: from the cache"; return; }
    site=$(mirror)
    rm -rf --one-file-system "$base"
    mkdir -p "$base"
    quietly timeout 400 debootstrap --variant=minbase --include=bash-completion "$suite" "$base" "$site" ||
        fail_with_output "debootstrap could not make a minimal system of $suite."
    rm -f "$base"/var/cache/apt/archives/*.deb
    : >"$base/hangup-base"
    say "minimal system of $suite: made in $((SECONDS - from)) s"
}

# open_system NAME SIZE: a fresh system over `base`, with room for SIZE of changes, in memory; sets `system`.
open_system() {
    local layer=$HANGUP_WORK/$1-layer
    system=$HANGUP_WORK/$1
    mkdir -p "$layer" "$system"
    mount -t tmpfs -o "size=$2,mode=755" hangup "$layer"
    mkdir "$layer/upper" "$layer/work"
    mount -t overlay -o "lowerdir=$base,upperdir=$layer/upper,workdir=$layer/work" overlay "$system"
    rm "$system/hangup-base"
    mount -t proc proc "$system/proc"
    mount -t tmpfs -o mode=755,size=1m dev "$system/dev"
    local device
    for device in null zero full random urandom tty; do
        : >"$system/dev/$device"
        mount --bind "/dev/$device" "$system/dev/$device"
    done
    mkdir -m 1777 "$system/dev/shm"
    ln -s /proc/self/fd "$system/dev/fd"
    ln -s fd/0 "$system/dev/stdin"
    ln -s fd/1 "$system/dev/stdout"
    ln -s fd/2 "$system/dev/stderr"
    # The X server of the test, by its socket.
    mkdir -p /tmp/.X11-unix "$system/tmp/.X11-unix"
    chmod 1777 /tmp/.X11-unix
    mount --bind /tmp/.X11-unix "$system/tmp/.X11-unix"
    # No service starts in a chroot; a fresh system need not survive a power cut.
    printf '#!/bin/sh\nexit 101\n' >"$system/usr/sbin/policy-rc.d"
    chmod +x "$system/usr/sbin/policy-rc.d"
    echo force-unsafe-io >"$system/etc/dpkg/dpkg.cfg.d/hangup-test"
}

# inside SECONDS COMMAND...: as root in the system.
inside() {
    local limit=$1
    shift
    timeout "$limit" chroot "$system" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@" </dev/null
}

# as_agent SECONDS COMMAND...: as the plain user agent in the system, on the display of the test.
as_agent() {
    local limit=$1
    shift
    timeout "$limit" chroot --userspec=agent:agent --groups=agent "$system" env -i PATH=/usr/bin:/bin \
        HOME=/home/agent USER=agent XDG_RUNTIME_DIR=/tmp/agent LC_ALL=C.UTF-8 LANGUAGE=en DISPLAY="${display:-}" "$@" </dev/null
}

# list_files FILE: all that is in the system, with kind and size of each; not what apt and dpkg note for themselves.
list_files() {
    (cd "$system" && find . -xdev \( -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./var/cache -o -path ./var/log \
        -o -path ./proc -o -path ./dev -o -path ./tmp \) -prune -o -type d -printf '%P/\n' -o -printf '%P %y %s\n') |
        LC_ALL=C sort >"$1"
}
