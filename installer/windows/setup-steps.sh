# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
#
# The setup program. Sourced by installer/windows/test.
# shellcheck disable=SC2034,SC2154 # it sets and uses these

# In a folder on a small disk of its own, named with /D.
try_full_disk() {
    begin "setup: on a disk that is full"
    local disk=$temp/small size
    size=$(du -sk "$work/stage" | cut -f1)
    mkdir -p "$temp/large"
    if ! small_disk $((size + 3000)); then
        passed "NOT TRIED: no small disk can be made here"
        return
    fi
    in_wine 120 "$setup" /S "/D=$(windows_path "$disk/Hangup")"
    same "the status" "$status" 0
    installed "$disk/Hangup/program" "$this_version"
    # One that knows how much room it needs, and one that finds out while it unpacks.
    in_wine 60 "$setup" /S
    refused_for_room "$disk"
    cp "$work/stage/hangup.exe" "$temp/large/"
    head -c 9000000 /dev/urandom >"$temp/large/large"
    make_setup_of "$temp/large" 1 "$temp/large-setup.exe"
    in_wine 60 "$temp/large-setup.exe" /S
    refused_for_room "$disk"
    remove_silently "$disk/Hangup"
    same "what is left in the list of programs" "$(registry "$uninstall_key")" ""
    umount "$disk"
    passed "/D=; an upgrade without room: status 5 and a sentence, before unpacking and within it; the old version works"
}

refused_for_room() {
    same "the status" "$status" 5
    has "the log" "$(log_text)" "not enough room"
    same "folders" "$(cd "$1/Hangup" && echo *)" "program"
    installed "$1/Hangup/program" "$this_version"
    forget_log
}

# make_setup_of FOLDER KILOBYTES OUT
make_setup_of() {
    quietly makensis -V2 "-XTarget amd64-unicode" -DVERSION="$newer" -DSTAGE="$1" -DKILOBYTES="$2" \
        -DICON="$work/parts/hangup.ico" -DOUT="$3" "$here/hangup.nsi" || fail_with_output "makensis failed."
}

try_setup() {
    begin "setup: installed silently"
    listing >"$temp/before"
    keys >"$temp/keys-before"
    in_wine 120 "$setup" /S
    same "the status" "$status" 0
    installed "$folder" "$this_version"
    has_file "$folder/Uninstall.exe"
    has_file "$drive/users/$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Hangup.lnk"
    has "the handler of hangup:" "$(registry 'HKCU\Software\Classes\hangup\shell\open\command')" 'program\hangup.exe" -- "%1"'
    has "the handler of hangup:" "$(registry 'HKCU\Software\Classes\hangup')" 'URL Protocol'
    has "Open with" "$(registry 'HKCU\Software\Classes\.csv\OpenWithProgids')" 'Hangup.CallList'
    has "Open with" "$(registry 'HKCU\Software\Classes\.txt\OpenWithProgids')" 'Hangup.CallList'
    has "the list of programs" "$(registry "$uninstall_key" DisplayVersion)" "$this_version"
    has "the quiet removal" "$(registry "$uninstall_key" QuietUninstallString)" '\program\Uninstall.exe" /S'
    listing >"$temp/after"
    say_difference "$temp/before" "$temp/after"
    passed "$(grep -c '^f Program\|^f users.*Programs/Hangup' "$temp/after") files below %LOCALAPPDATA%\\Programs\\Hangup, handler, Open with, Start menu"
}

# Part of the test of the window: neither setup nor removal goes on while it is open.
refuse_while_running() {
    local before
    before=$(cd "$folder" && sha256sum -- *.exe *.dll)
    forget_log
    in_wine 60 "$setup" /S
    same "the status of setup while Hangup runs" "$status" 3
    has "the log" "$(log_text)" "Hangup is running"
    has "what is said" "$(<"$temp/out")" "Hangup is running"
    in_wine 60 "$folder/Uninstall.exe" /S "_?=$(c_path "$folder")"
    same "the status of the removal while Hangup runs" "$status" 3
    same "what is installed" "$(cd "$folder" && sha256sum -- *.exe *.dll)" "$before"
    rows+=("$(printf '%5s    %s' '' "setup and removal while Hangup runs: refused with status 3 and a sentence, all files as before")")
}

# Where setup complains, also when it is silent; Wine and Windows have different folders for it.
log_file() { find "$drive/users" -name hangup-setup.log; }
log_text() { iconv -f UTF-16 -t UTF-8 "$(log_file)" | tr -d '\r'; }
forget_log() { find "$drive/users" -name hangup-setup.log -delete; }

# A newer version: the same files under another number, signed on the way with a certificate made here.
make_newer() {
    begin "a newer version, signed"
    cp -r "$work/stage" "$temp/stage"
    export HANGUP_SIGN_PKCS12=$temp/sign.p12 HANGUP_SIGN_PASSWORD_FILE=$temp/sign.password
    mkdir -p "$temp/work" "$temp/newer"
    cp -r "$work/stage" "$work/parts" "$temp/work/"
    HANGUP_WINDOWS_BUILD=$temp/work "$here/sign" "$temp/work/stage/hangup.exe" "$temp/work/stage/hangup-cli.exe"
    HANGUP_WINDOWS_BUILD=$temp/work "$here/pack" "$newer" "$temp/newer"
    unset HANGUP_SIGN_PKCS12 HANGUP_SIGN_PASSWORD_FILE
    local file
    for file in "$temp"/work/stage/hangup{,-cli}.exe "$temp/newer/hangup-$newer-setup.exe" "$temp/newer/hangup-$newer.msi"; do
        quietly osslsigncode verify -CAfile "$temp/sign.pem" -in "$file" || fail_with_output "the signature of ${file##*/} is not good."
        [[ $output == *Succeeded* ]] || fail_with_output "the signature of ${file##*/} is not good."
    done
    # The check itself: one that was changed is not good any more.
    cp "$temp/work/stage/hangup-cli.exe" "$temp/changed.exe"
    printf 'x' | dd of="$temp/changed.exe" bs=1 seek=5000 conv=notrunc status=none
    ! quietly osslsigncode verify -CAfile "$temp/sign.pem" -in "$temp/changed.exe" || wrong "a changed program counts as signed"
    passed "programs and installers of $newer verified with osslsigncode, one that was changed is not"
}

try_upgrade() {
    local new=$temp/newer/hangup-$newer-setup.exe
    begin "what a try that was cut off left behind"
    mv "$folder" "$folder.old"
    mkdir "$folder.new"
    : >"$folder.new/hangup.exe"
    in_wine 120 "$setup" /S
    same "the status" "$status" 0
    installed "$folder" "$this_version"
    has_not "$folder.old"
    has_not "$folder.new"
    passed "put right by the next setup"

    begin "setup: upgrade to $newer"
    in_wine 120 "$new" /S
    same "the status" "$status" 0
    has "the list of programs" "$(registry "$uninstall_key" DisplayVersion)" "$newer"
    installed "$folder" "$this_version"
    has_not "$folder.old"
    has_not "$folder.new"
    same "hangup.exe" "$(sha256sum <"$folder/hangup.exe")" "$(sha256sum <"$temp/work/stage/hangup.exe")"
    passed "in place: the new, signed hangup.exe is there, nothing of the old one"

    begin "setup: downgrade to $this_version"
    forget_log
    in_wine 60 "$setup" /S
    same "the status" "$status" 4
    has "the log" "$(log_text)" "newer version"
    has "the list of programs" "$(registry "$uninstall_key" DisplayVersion)" "$newer"
    same "hangup.exe" "$(sha256sum <"$folder/hangup.exe")" "$(sha256sum <"$temp/work/stage/hangup.exe")"
    practice "$folder/hangup-cli.exe"
    passed "refused with status 4 and a sentence; the newer one works"
}

# remove_silently FOLDER: as the list of programs does it; the uninstaller goes on in a copy of itself.
remove_silently() {
    in_wine 60 "$1/program/Uninstall.exe" /S
    local i
    for ((i = 0; i < 100; ++i)); do [[ -e $1 ]] || break; sleep 0.2; done
    sleep 1
    has_not "$1"
}

# user_data: what has to stay.
user_data() { (cd "$local_data/Hangup" && find . -type f ! -name '*-shm' ! -name '*-wal' | LC_ALL=C sort | xargs sha256sum); }

try_removal() {
    begin "setup: removal"
    local kept
    kept=$(user_data)
    remove_silently "${folder%/program}"
    has_not "$drive/users/$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Hangup.lnk"
    same "the user's data" "$(user_data)" "$kept"
    left_over
    passed "nothing left but the user's data: $(wc -l <<<"$kept") files, unchanged"
}

# What is there now and was not before the first installation: only the user's data, and what Windows keeps for itself.
left_over() {
    listing >"$temp/now"
    say_difference "$temp/before" "$temp/now"
    local new
    new=$(comm -13 "$temp/before" "$temp/now" | grep -v "^[df] users/$user/AppData/Local/Hangup\(/\|$\)" |
        grep -v '^[df] users/[^/]*/AppData/LocalLow/Microsoft\(/CryptnetUrlCache\(/.*\)\?\)\?$' | # Windows', of certificates
        grep -v '^d users/[^/]*/AppData/Local/Programs$\|^[df] users/[^/]*/AppData/Local/Temp\(/\|$\)\|^[df] users/[^/]*/Temp/' || true)
    same "what is left of files" "$new" ""
    keys >"$temp/keys-now"
    new=$(comm -13 <(LC_ALL=C sort -u "$temp/keys-before") <(LC_ALL=C sort -u "$temp/keys-now") | grep -v 'MuiCache\|UserAssist\|Credential' || true)
    same "what is left in the registry" "$new" ""
}
