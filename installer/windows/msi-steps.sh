# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
#
# The MSI. Sourced by installer/windows/test.
# shellcheck disable=SC2034,SC2154 # it sets and uses these

# in_msi SECONDS ARGUMENT...: Windows Installer, silent, with a log.
in_msi() {
    local seconds=$1
    shift
    rm -f "$temp/msi.log"
    in_wine "$seconds" msiexec "$@" /qn /l*v "$(windows_path "$temp/msi.log")"
}

# The log is UTF-16 or not, as Wine likes.
msi_log() { tr -d '\0\r' <"$temp/msi.log"; }

# The versions that the list of programs shows for Hangup, of all users.
registry_version() {
    in_wine 30 reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' /s
    tr -d '\r' <"$temp/out" | awk -v RS= '/DisplayName +REG_SZ +Hangup/' | sed -n 's/.*DisplayVersion *REG_SZ *//p'
}

# msi_refused SENTENCE: and left all as it was, in the folder "msi_folder"; sets `refusal`, the status.
msi_refused() {
    [[ $status -ne 0 ]] || wrong "the status is 0"
    refusal=$status
    has "the log" "$(msi_log)" "$1"
    same "what is installed" "$(installed_sums "$msi_folder")" "$sums"
}

# installed_sums FOLDER: of all files in it.
installed_sums() { (cd "$1" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum); }

desktop_shortcut() { find "$drive/users" -path '*Desktop/Hangup.lnk'; }
start_menu_shortcut() { find "$drive" -path '*Start Menu*/Hangup.lnk'; }

try_msi() {
    msi_folder=$drive/'Program Files/Hangup'
    new_msi=$temp/newer/hangup-$newer.msi
    try_msi_install
    try_msi_programs
    try_msi_refusals
    try_msi_upgrade
    try_msi_removal
    try_msi_properties
}

# Without a display, as in the session that SYSTEM installs in: a window would fail.
try_msi_install() {
    begin "MSI: installed silently, without a display"
    listing >"$temp/before"
    keys >"$temp/keys-before"
    in_msi_without_display 180 /i "$(windows_path "$msi")"
    same "the status" "$status" 0
    listing >"$temp/after"
    say_difference "$temp/before" "$temp/after"
    has_file "$(start_menu_shortcut)"
    same "shortcuts on the desktop, not asked for" "$(desktop_shortcut)" ""
    same "what it wrote into the profile of whoever installs" \
        "$(comm -13 "$temp/before" "$temp/after" | grep '^f users/' | grep -v 'Start Menu/Programs/Hangup.lnk$\|/Temp/' || true)" ""
    same "what it wrote into HKEY_CURRENT_USER" "$(registry 'HKCU\Software\Hangup')$(registry 'HKCU\Software\Classes\hangup')" ""
    has "the handler of hangup:" "$(registry 'HKLM\Software\Classes\hangup\shell\open\command')" 'Hangup\hangup.exe" -- "%1"'
    has "the handler of hangup:" "$(registry 'HKLM\Software\Classes\hangup')" 'URL Protocol'
    has "Open with" "$(registry 'HKLM\Software\Classes\.csv\OpenWithProgids')" 'Hangup.CallList'
    has "the folder" "$(registry 'HKLM\Software\Hangup' InstallDir)" 'C:\Program Files\Hangup'
    same "the versions in the list of programs" "$(registry_version)" "$this_version"
    installed "$msi_folder" "$this_version"
    passed "$(grep -c '^f Program Files/Hangup' "$temp/after") files in Program Files, handler, Open with, Start menu; nothing in the user's profile and registry"
    not_tried "MSI as the account SYSTEM" "Wine has no accounts; a session without a display is what it can do"
    not_tried "shortcuts of all users" "Wine keeps them in the one user's profile"
}

# A server of Wine that was started without a display stays without one.
in_msi_without_display() {
    timeout 60 wineserver -k || true
    timeout 60 wineserver -w || true
    local kept=$display
    display=
    in_msi "$@"
    display=$kept
    timeout 60 wineserver -k || true
    timeout 60 wineserver -w || true
}

try_msi_programs() {
    begin "MSI: its programs"
    practice "$msi_folder/hangup-cli.exe"
    passed "hangup-cli.exe: a practice batch $added"

    begin "MSI: while Hangup runs"
    sums=$(installed_sums "$msi_folder")
    start_window "$msi_folder/hangup.exe" --practice
    in_msi 120 /i "$(windows_path "$new_msi")"
    msi_refused "Hangup is running"
    in_msi 120 /x "$(windows_path "$msi")"
    msi_refused "Hangup is running"
    close_window
    same "the versions in the list of programs" "$(registry_version)" "$this_version"
    passed "upgrade and removal refused, the reason in the log, all files as before"
}

# On a small disk of its own.
try_msi_refusals() {
    begin "MSI: on a disk that is full"
    if ! small_disk 20000; then
        passed "NOT TRIED: no small disk can be made here"
        return
    fi
    in_msi 120 /i "$(windows_path "$new_msi")" "INSTALLDIR=$(windows_path "$temp/small/Hangup")"
    umount "$temp/small"
    msi_refused "not enough room"
    same "the versions in the list of programs" "$(registry_version)" "$this_version"
    installed "$msi_folder" "$this_version"
    passed "an upgrade into 20 MB refused with status $refusal, the reason in the log, the old version works"
}

try_msi_upgrade() {
    begin "MSI: upgrade to $newer"
    in_msi 180 /i "$(windows_path "$new_msi")" DESKTOPSHORTCUT=1
    same "the status" "$status" 0
    installed "$msi_folder" "$this_version"
    same "hangup.exe" "$(sha256sum <"$msi_folder/hangup.exe")" "$(sha256sum <"$temp/work/stage/hangup.exe")"
    same "the versions in the list of programs" "$(registry_version)" "$newer"
    has_file "$(desktop_shortcut)"
    passed "the new, signed hangup.exe is there; one entry in the list of programs; DESKTOPSHORTCUT=1 made a shortcut"

    begin "MSI: downgrade to $this_version"
    sums=$(installed_sums "$msi_folder")
    in_msi 120 /i "$(windows_path "$msi")"
    msi_refused "newer version of Hangup"
    same "the versions in the list of programs" "$(registry_version)" "$newer"
    practice "$msi_folder/hangup-cli.exe"
    passed "refused with status $refusal, the reason in the log; the newer one works"
}

try_msi_removal() {
    begin "MSI: removal"
    local kept
    kept=$(user_data)
    in_msi 120 /x "$(windows_path "$new_msi")"
    same "the status" "$status" 0
    has_not "$msi_folder"
    same "shortcuts" "$(desktop_shortcut)$(start_menu_shortcut)" ""
    same "the versions in the list of programs" "$(registry_version)" ""
    same "the user's data" "$(user_data)" "$kept"
    left_over
    passed "nothing left but the user's data: $(wc -l <<<"$kept") files, unchanged"
}

# The documented properties, and that an upgrade without them goes by what was chosen before.
try_msi_properties() {
    begin "MSI: INSTALLDIR and DESKTOPSHORTCUT"
    # In a folder of the administrator's own, which stays.
    local chosen=$drive/Tools/Hangup
    mkdir "$drive/Tools"
    listing >"$temp/before"
    in_msi 180 /i "$(windows_path "$msi")" 'INSTALLDIR=C:\Tools\Hangup' DESKTOPSHORTCUT=1
    same "the status" "$status" 0
    installed "$chosen" "$this_version"
    has_not "$msi_folder"
    has_file "$(desktop_shortcut)"
    in_msi 180 /i "$(windows_path "$new_msi")"
    same "the status of the upgrade" "$status" 0
    same "hangup.exe" "$(sha256sum <"$chosen/hangup.exe")" "$(sha256sum <"$temp/work/stage/hangup.exe")"
    has_not "$msi_folder"
    has_file "$(desktop_shortcut)"
    in_msi 120 /x "$(windows_path "$new_msi")"
    same "the status of the removal" "$status" 0
    has_not "$chosen"
    same "shortcuts" "$(desktop_shortcut)$(start_menu_shortcut)" ""
    left_over
    passed "obeyed, kept by an upgrade that names neither, and all removed"
}
