# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
#
# The steps of test-deb, in the order in which it takes them. They use its `deb`, `version` and `name`, and `system`.

# step WORDS: says what the last one took.
step_words=
step() {
    [[ -z $step_words ]] || say "$name: $step_words: $((SECONDS - step_from)) s"
    step_words=$1
    step_from=$SECONDS
}

wrong() { fail "$name: $step_words: $*"; }

# the_version: what dpkg says is installed, with its state.
# shellcheck disable=SC2016 # dpkg's own variables
the_version() { inside 20 dpkg-query -W -f='${Version} ${db:Status-Status}' hangup; }

# expect_version VERSION: it is installed, all its files are as they were packed, and both programs start.
expect_version() {
    local is verified
    is=$(the_version)
    [[ $is == "$1 installed" ]] || wrong "dpkg says: $is"
    verified=$(inside 60 dpkg --verify hangup)
    [[ -z $verified ]] || wrong "files differ from the package: $verified"
    [[ $(as_agent 20 hangup --version) == "hangup $version" ]] || wrong "hangup does not start"
    [[ $(as_agent 20 hangup-cli --version) == "hangup-cli $version" ]] || wrong "hangup-cli does not start"
}

# apt SECONDS ARGUMENT...
apt() {
    local limit=$1
    shift
    quietly inside "$limit" apt-get -y --no-install-recommends "$@"
}

# The system as it was: a minimal one with a plain user.
prepare() {
    inside 20 useradd --create-home agent
    inside 20 install -d -m 700 -o agent -g agent /tmp/agent
    list_files "$HANGUP_WORK/before"
}

install_deb() {
    step "installs with its dependencies"
    apt 120 update || wrong "no lists: $output"
    cp "$deb" "$system/srv/hangup.deb"
    apt 400 install /srv/hangup.deb || fail_with_output "apt-get could not install the package."
    expect_version "$version"
    list_files "$HANGUP_WORK/installed"
    say "$name: $(wc -l <"$HANGUP_WORK/before") files and folders before, $(wc -l <"$HANGUP_WORK/installed") after; those of hangup:"
    dpkg-deb -c "$deb" | awk '$1 !~ /^d/ { print "    " $6 "  " $3 }'
    # Each file of the package is there, with its size.
    local size path
    while read -r size path; do
        grep -qxF "${path#./} f $size" "$HANGUP_WORK/installed" || wrong "$path is not there, or not of $size bytes"
    done < <(dpkg-deb -c "$deb" | awk '$1 ~ /^-/ { print $3, $6 }')
}

# The sample ticket on the practice account: each call accepted has one line, and the lines add up to the summary.
try_cli() {
    step "hangup-cli ends a practice batch"
    local lines=$HANGUP_WORK/lines status=0 said
    as_agent 60 hangup-cli end --practice --yes --include-flagged --sample --json >"$lines" 2>"$HANGUP_WORK/words" || status=$?
    # 1: some of the sample's calls are refused or unknown.
    ((status == 1)) || wrong "status $status: $(<"$HANGUP_WORK/words")"
    said=$("$root/installer/add-up" "$lines") || wrong "the lines do not add up: $(<"$lines")"
    say "$name: $said"
    [[ -s $system/home/agent/.local/share/hangup/practice.sqlite ]] || wrong "no journal of practice"
    [[ ! -e $system/home/agent/.local/share/hangup/journal.sqlite ]] || wrong "a journal of real calls"
}

# calls_of_history: how many lines the practice history has.
calls_of_history() { as_agent 30 hangup-cli history --practice --json | wc -l; }

# In the window, with keys alone: a call of the sample is listed, confirmed and ended.
try_window() {
    step "the window ends a practice call"
    local window confirm before picture_file i call=43b79ead-33b9-4adc-a0b1-9b620707ed57
    before=$(calls_of_history)
    as_agent 120 hangup --practice "$call" >"$HANGUP_WORK/window" 2>&1 &
    window=$(window_named ' Hangup$') || wrong "no window: $(<"$HANGUP_WORK/window")"
    sleep 1
    on_display windowfocus --sync "$window" key alt+l
    confirm=$(window_named '^Confirm hang up$') || wrong "it asks nothing"
    picture_file=$folder/pictures/debian-${name#* }
    picture "$picture_file-confirm.png"
    # The focus is on Cancel; the button beside it rests for a moment once the calls are read.
    sleep 1
    on_display windowfocus --sync "$confirm" key Tab space
    for ((i = 0; i < 100; ++i)); do
        (($(calls_of_history) == before)) || break
        sleep 0.2
    done
    (($(calls_of_history) == before + 1)) || wrong "the history has no new call"
    as_agent 30 hangup-cli history --practice --json | grep "$call" | grep -c '"outcome":"ended"' >/dev/null ||
        wrong "the call was not ended"
    sleep 1
    picture "$picture_file.png"
    ((colours > 50)) || wrong "the window is empty ($colours colours)"
    on_display windowfocus --sync "$window" key ctrl+q
    wait $! || true
}

try_documents() {
    step "manual pages and completion"
    local page offered
    for page in hangup hangup-cli; do
        zcat "$system/usr/share/man/man1/$page.1.gz" | grep -q "^\.TH ${page^^}" || wrong "no manual page of $page"
    done
    # As bash-completion would on Tab.
    # shellcheck disable=SC2016 # expanded by the bash in the system
    offered=$(as_agent 20 bash -c '. /usr/share/bash-completion/bash_completion; _completion_loader hangup-cli
        COMP_WORDS=(hangup-cli l) COMP_CWORD=1 COMP_LINE="hangup-cli l" COMP_POINT=12
        $(complete -p hangup-cli | sed "s/.*-F \([^ ]*\).*/\1/"); printf "%s\n" "${COMPREPLY[@]}"')
    grep -q '^live' <<<"$offered" || wrong "completion offers: $offered"
}

# repacked VERSION [DEPENDS]: the same package with another version; prints its path inside the system.
repacked() {
    local content=$HANGUP_WORK/repacked
    rm -rf "$content"
    dpkg-deb -R "$deb" "$content"
    sed -i "s/^Version: .*/Version: $1/; s/^Depends: /&${2:+$2, }/" "$content/DEBIAN/control"
    # To tell it from the other: a file that it alone has.
    echo "$1" >"$content/usr/share/doc/hangup/made-for-the-test"
    (cd "$content" && find . -path ./DEBIAN -prune -o -type f -printf '%P\0' | xargs -0 md5sum) >"$content/DEBIAN/md5sums.new"
    mv "$content/DEBIAN/md5sums.new" "$content/DEBIAN/md5sums"
    quietly dpkg-deb --root-owner-group -Znone -b "$content" "$system/srv/hangup-$1.deb" || fail_with_output "dpkg-deb could not pack."
    printf '/srv/hangup-%s.deb\n' "$1"
}

# The window is open meanwhile, and goes on.
try_upgrade() {
    step "upgrades, beside an open window"
    local window
    as_agent 120 hangup --practice >"$HANGUP_WORK/window" 2>&1 &
    window=$(window_named ' Hangup$') || wrong "no window: $(<"$HANGUP_WORK/window")"
    apt 120 install "$(repacked 9.0)" || fail_with_output "the upgrade failed."
    expect_version 9.0
    [[ $(<"$system/usr/share/doc/hangup/made-for-the-test") == 9.0 ]] || wrong "the new file is not there"
    [[ $(window_named ' Hangup$') == "$window" ]] || wrong "the open window is gone"
    on_display windowfocus --sync "$window" key ctrl+q
    wait $! || true
}

# refused VERSION EXPRESSION COMMAND...: it fails, says why, and the version that was there works on.
refused() {
    local was=$1 why=$2 said
    shift 2
    ! quietly "$@" || wrong "it was not refused"
    said=$output
    grep -qE "$why" <<<"$said" || fail_with_output "$name: $step_words: it does not say why."
    say "$name: refused: $(grep -E -m 1 "$why" <<<"$said")"
    expect_version "$was"
}

refuse_downgrade() {
    step "refuses a downgrade"
    refused 9.0 'Packages were downgraded' inside 120 apt-get -y install /srv/hangup.deb
}

refuse_missing() {
    step "refuses when a dependency is missing"
    refused 9.0 'hangup-is-not-here' inside 120 apt-get -y install "$(repacked 9.1 hangup-is-not-here)"
}

# There is room for dpkg to begin, and not for the programs.
survive_full_disk() {
    step "survives a full disk"
    local new filler=$HANGUP_WORK/${system##*/}-layer/filler audit
    new=$(repacked 9.2)
    # All of the system is in this layer.
    dd if=/dev/zero of="$filler" bs=64k status=none 2>/dev/null || true
    truncate -s -2M "$filler"
    refused 9.0 'No space left on device' inside 120 dpkg -i "$new"
    refused 9.0 'No space left on device|enough free space' inside 120 apt-get -y install "$new"
    rm "$filler"
    audit=$(inside 20 dpkg --audit)
    [[ -z $audit ]] || wrong "dpkg has something to mend: $audit"
    apt 120 install "$new" || fail_with_output "it can't be installed when there is room again."
    expect_version 9.2
}

# The desktop's own tools find the program for addresses and files.
try_link() {
    step "the desktop knows hangup: addresses and files"
    local said
    apt 200 install desktop-file-utils libglib2.0-bin || fail_with_output "the desktop's tools can't be installed."
    inside 20 update-desktop-database
    said=$(as_agent 20 gio mime x-scheme-handler/hangup)
    grep -qi 'default application.*: io\.github\.hangup\.hangup\.link\.desktop' <<<"$said" || wrong "gio says: $said"
    said=$(as_agent 20 gio mime text/csv)
    grep -q 'io\.github\.hangup\.hangup\.desktop' <<<"$said" || wrong "gio says: $said"
}

# An address that is no call's: the window opens to say so, for a desktop shows nobody what a program writes.
refuse_link() {
    step "an address that is no call's is refused in sight"
    local window status=0
    as_agent 60 hangup -- hangup:end-all >"$HANGUP_WORK/window" 2>&1 &
    window=$(window_named ' Hangup$') || wrong "no window: $(<"$HANGUP_WORK/window")"
    sleep 1
    picture "$folder/pictures/debian-${name#* }-refused.png"
    on_display windowfocus --sync "$window" key ctrl+q
    wait $! || status=$?
    ((status == 2)) || wrong "status $status: $(<"$HANGUP_WORK/window")"
    [[ $(<"$HANGUP_WORK/window") == *"link can't be used"* ]] || wrong "it says: $(<"$HANGUP_WORK/window")"
}

# An address that the desktop opens lists its call and ends nothing.
open_link() {
    step "an address lists a call and ends none"
    local call=43b79ead-33b9-4adc-a0b1-9b620707ed57 window confirm before i
    before=$(calls_of_history)
    as_agent 30 gio open "hangup:$call" >"$HANGUP_WORK/window" 2>&1 || wrong "gio: $(<"$HANGUP_WORK/window")"
    window=$(window_named ' Hangup$') || wrong "no window"
    sleep 1
    picture "$folder/pictures/debian-${name#* }-link.png"
    # The call is in the list, for there is something to confirm.
    on_display windowfocus --sync "$window" key alt+l
    confirm=$(window_named '^Confirm hang up$') || wrong "no call is listed"
    on_display windowfocus --sync "$confirm" key Escape
    sleep 1
    (($(calls_of_history) == before)) || wrong "the address ended a call"
    on_display windowfocus --sync "$window" key ctrl+q
    for ((i = 0; i < 100; ++i)); do
        on_display search --onlyvisible --name ' Hangup$' >/dev/null 2>&1 || return 0
        sleep 0.1
    done
    wrong "the window does not close"
}

# Gone with what it brought, but for what the user made.
purge_deb() {
    step "is purged and leaves the user's data"
    # Also what another package would like to have, as apt itself would ca-certificates: it was not there before.
    apt 200 purge --autoremove -o APT::AutoRemove::RecommendsImportant=0 -o APT::AutoRemove::SuggestsImportant=0 \
        hangup desktop-file-utils libglib2.0-bin || fail_with_output "the purge failed."
    ! the_version 2>/dev/null || wrong "dpkg still knows it"
    list_files "$HANGUP_WORK/after"
    local left
    left=$(LC_ALL=C comm -13 <(names <"$HANGUP_WORK/before") <(names <"$HANGUP_WORK/after"))
    say "$name: $(wc -l <"$HANGUP_WORK/after") files and folders; new are:"
    printf '    %s\n' "${left//$'\n'/$'\n'    }"
    grep -qx 'home/agent/.local/share/hangup/practice.sqlite' <<<"$left" || wrong "the user's journal is gone"
    left=$(grep -vE '^(home/agent/|srv/hangup)' <<<"$left" || true)
    [[ -z $left ]] || wrong "left behind: $left"
    left=$(LC_ALL=C comm -23 <(names <"$HANGUP_WORK/before") <(names <"$HANGUP_WORK/after"))
    [[ -z $left ]] || wrong "gone that was there before: $left"
}

# names: of a list of files, without kinds and sizes.
names() { sed -E 's/ [a-z] [0-9]+$//'; }
