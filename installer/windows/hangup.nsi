; SPDX-FileCopyrightText: 2026 The Hangup authors
; SPDX-License-Identifier: MIT
;
; The setup program for one user, without an administrator. installer/windows/build calls makensis with
;   -DVERSION=0.1.0 -DSTAGE=<files> -DKILOBYTES=<their size> -DICON=<icon>
;   -DSIGN=<program that signs a file> -DOUT=<setup.exe>
;
; Silent: hangup-<version>-setup.exe /S [/D=C:\folder]   (/D comes last and takes no quotation marks)
; Exit statuses, also of the uninstaller:
;   0 done   1 cancelled   2 failed, the old version is back   3 Hangup is running   4 a newer version is there
;   5 the disk is full or can't be written   6 Windows is too old
; What went wrong is said on standard output when there is one, and written to %TEMP%\hangup-setup.log.
;
; All files are in the folder "program" below the chosen one. A new version is unpacked beside it, and takes its place by
; two renames: an installation that breaks off leaves the old one as it was.
Unicode true
!include MUI2.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include LogicLib.nsh

Name "Hangup"
BrandingText "Hangup ${VERSION}"
OutFile "${OUT}"
!ifdef SIGN
!uninstfinalize '"${SIGN}" "%1"' = 0
!endif
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Hangup"
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS Win10
XPStyle on
VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey ProductName "Hangup"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey CompanyName "The Hangup authors"
VIAddVersionKey FileDescription "Hangup ${VERSION} setup"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey LegalCopyright "Copyright 2026 The Hangup authors. MIT License."

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Hangup"
!define APP_PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"
!define CLASSES "Software\Classes"
!define LIST_CLASS "Hangup.CallList"
!define PROGRAM "$INSTDIR\program"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "${PROGRAM}\hangup.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE German

LangString RUNNING ${LANG_ENGLISH} "Hangup is running. Close it, and start the setup again. Nothing was changed."
LangString RUNNING ${LANG_GERMAN} "Hangup läuft. Schließen Sie es und starten Sie das Setup noch einmal. Nichts wurde geändert."
LangString NEWER ${LANG_ENGLISH} "A newer version of Hangup is installed. Remove it first if you want the older ${VERSION}. Nothing was changed."
LangString NEWER ${LANG_GERMAN} "Eine neuere Version von Hangup ist installiert. Entfernen Sie sie zuerst, wenn Sie die ältere ${VERSION} möchten. Nichts wurde geändert."
LangString NO_ROOM ${LANG_ENGLISH} "There is not enough room on the disk, or the folder can't be written. Nothing was changed."
LangString NO_ROOM ${LANG_GERMAN} "Auf dem Datenträger ist nicht genug Platz, oder der Ordner ist schreibgeschützt. Nichts wurde geändert."
LangString NOT_DONE ${LANG_ENGLISH} "Hangup could not be installed. The version that was there is left as it was."
LangString NOT_DONE ${LANG_GERMAN} "Hangup konnte nicht installiert werden. Die vorhandene Version ist unverändert."
LangString TOO_OLD ${LANG_ENGLISH} "Hangup needs Windows 10 or newer. Nothing was changed."
LangString TOO_OLD ${LANG_GERMAN} "Hangup braucht Windows 10 oder neuer. Nichts wurde geändert."

; Whoever runs this silently reads it on standard output, or in the log.
!macro DefineFail UN
Function ${UN}Fail
    Exch $R0 ; the words
    Exch
    Exch $R1 ; the exit status
    Push $R2
    DetailPrint $R0
    FileOpen $R2 "$TEMP\hangup-setup.log" a
    FileSeek $R2 0 END
    FileWriteUTF16LE /BOM $R2 "Hangup ${VERSION} setup: $R0$\r$\n"
    FileClose $R2
    ${If} ${Silent}
        System::Call 'kernel32::AttachConsole(i -1)'
        System::Call 'kernel32::GetStdHandle(i -11) p .R2'
        ${If} $R2 <> 0
        ${AndIf} $R2 <> -1
            FileWrite $R2 "Hangup setup: $R0$\r$\n"
        ${EndIf}
    ${Else}
        MessageBox MB_OK|MB_ICONSTOP $R0
    ${EndIf}
    SetErrorLevel $R1
    Pop $R2
    Pop $R1
    Pop $R0
    Quit
FunctionEnd

; A program that runs can't be opened for writing.
Function ${UN}RefuseIfRunning
    Push $R0
    StrCpy $R0 "${PROGRAM}\hangup.exe"
    Call ${UN}RefuseIfOpen
    StrCpy $R0 "${PROGRAM}\hangup-cli.exe"
    Call ${UN}RefuseIfOpen
    Pop $R0
FunctionEnd

Function ${UN}RefuseIfOpen
    Push $R1
    ${If} ${FileExists} $R0
        ClearErrors
        FileOpen $R1 $R0 a
        ${If} ${Errors}
            Push 3
            Push "$(RUNNING)"
            Call ${UN}Fail
        ${EndIf}
        FileClose $R1
    ${EndIf}
    Pop $R1
FunctionEnd
!macroend
!insertmacro DefineFail ""
!insertmacro DefineFail "un."

!macro Refuse STATUS WORDS
    Push ${STATUS}
    Push "${WORDS}"
    Call Fail
!macroend

Function .onInit
    ; Over a version that is there, unless /D names another folder.
    ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "InstallLocation"
    ${If} $0 != ""
    ${AndIf} $INSTDIR == "$LOCALAPPDATA\Programs\Hangup"
        StrCpy $INSTDIR $0
    ${EndIf}
    ${IfNot} ${AtLeastWin10}
        !insertmacro Refuse 6 "$(TOO_OLD)"
    ${EndIf}
    ReadRegStr $1 HKCU "${UNINSTALL_KEY}" "DisplayVersion"
    ${If} $1 != ""
    ${AndIf} ${FileExists} "$0\program\hangup.exe"
        ${VersionCompare} $1 "${VERSION}" $2
        ${If} $2 == 1
            !insertmacro Refuse 4 "$(NEWER)"
        ${EndIf}
    ${EndIf}
FunctionEnd

; What an installation that broke off left.
Function clearLeftovers
    RMDir /r "$INSTDIR\program.new"
    ${If} ${FileExists} "$INSTDIR\program.old\hangup.exe"
        ${If} ${FileExists} "${PROGRAM}\hangup.exe"
            RMDir /r "$INSTDIR\program.old"
        ${Else}
            Rename "$INSTDIR\program.old" "${PROGRAM}"
        ${EndIf}
    ${EndIf}
FunctionEnd

; Unpacking was broken off: NSIS has said why, and how.
Function .onInstFailed
    SetOutPath $TEMP
    Call clearLeftovers
    RMDir $INSTDIR
    !insertmacro Refuse 5 "$(NO_ROOM)"
FunctionEnd

; $R0: nothing, or that there is less room than the files need, and a tenth more.
Function checkRoom
    ${GetRoot} $INSTDIR $R1
    StrCpy $R0 ""
    System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR", *l .R2, p 0, p 0) i .R3'
    ${If} $R3 = 0
        StrCpy $R0 "none"
        Return
    ${EndIf}
    System::Int64Op $R2 / 1024
    Pop $R2
    System::Int64Op $R2 < ${KILOBYTES}
    Pop $R3
    ${If} $R3 = 1
        StrCpy $R0 "none"
    ${EndIf}
FunctionEnd

Section
    SetShellVarContext current
    Call clearLeftovers
    Call RefuseIfRunning
    CreateDirectory $INSTDIR
    Call checkRoom
    ${If} $R0 != ""
        RMDir $INSTDIR
        !insertmacro Refuse 5 "$(NO_ROOM)"
    ${EndIf}
    SetOutPath "$INSTDIR\program.new"
    File /r "${STAGE}/*"
    ClearErrors
    WriteUninstaller "$INSTDIR\program.new\Uninstall.exe"
    ${If} ${Errors}
        Abort
    ${EndIf}
    SetOutPath $TEMP ; a folder that a program stands in can't be renamed

    ClearErrors
    ${If} ${FileExists} "${PROGRAM}\*.*"
        Rename "${PROGRAM}" "$INSTDIR\program.old"
        ${If} ${Errors}
            RMDir /r "$INSTDIR\program.new"
            !insertmacro Refuse 3 "$(RUNNING)"
        ${EndIf}
    ${EndIf}
    Rename "$INSTDIR\program.new" "${PROGRAM}"
    ${If} ${Errors}
        Rename "$INSTDIR\program.old" "${PROGRAM}"
        RMDir /r "$INSTDIR\program.new"
        !insertmacro Refuse 2 "$(NOT_DONE)"
    ${EndIf}
    RMDir /r "$INSTDIR\program.old"

    CreateShortcut "$SMPROGRAMS\Hangup.lnk" "${PROGRAM}\hangup.exe"

    ; hangup:<uuid> adds a row; it never ends a call.
    WriteRegStr HKCU "${CLASSES}\hangup" "" "URL:Hangup"
    WriteRegStr HKCU "${CLASSES}\hangup" "URL Protocol" ""
    WriteRegStr HKCU "${CLASSES}\hangup\DefaultIcon" "" "${PROGRAM}\hangup.exe,0"
    WriteRegStr HKCU "${CLASSES}\hangup\shell\open\command" "" '"${PROGRAM}\hangup.exe" -- "%1"'

    ; "Open with", never the default.
    WriteRegStr HKCU "${CLASSES}\${LIST_CLASS}" "" "Hangup call list"
    WriteRegStr HKCU "${CLASSES}\${LIST_CLASS}\DefaultIcon" "" "${PROGRAM}\hangup.exe,0"
    WriteRegStr HKCU "${CLASSES}\${LIST_CLASS}\shell\open\command" "" '"${PROGRAM}\hangup.exe" "%1"'
    WriteRegStr HKCU "${CLASSES}\.txt\OpenWithProgids" "${LIST_CLASS}" ""
    WriteRegStr HKCU "${CLASSES}\.csv\OpenWithProgids" "${LIST_CLASS}" ""

    WriteRegStr HKCU "${APP_PATHS}\hangup.exe" "" "${PROGRAM}\hangup.exe"
    WriteRegStr HKCU "${APP_PATHS}\hangup-cli.exe" "" "${PROGRAM}\hangup-cli.exe"

    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Hangup"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The Hangup authors"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "${PROGRAM}\hangup.exe"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"${PROGRAM}\Uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"${PROGRAM}\Uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
    ${GetSize} "${PROGRAM}" "/S=0K" $0 $1 $2
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0
    ${RefreshShellIcons}
SectionEnd

; The uninstaller lies in the program's folder; _?= names that one too.
Function un.onInit
    ${GetFileName} $INSTDIR $0
    ${If} $0 == "program"
        ${GetParent} $INSTDIR $INSTDIR
    ${EndIf}
FunctionEnd

; The user's journal, settings and tokens are left: they are records of what was done.
Section Uninstall
    SetShellVarContext current
    Call un.RefuseIfRunning
    SetOutPath $TEMP
    RMDir /r "${PROGRAM}"
    RMDir /r "$INSTDIR\program.new"
    RMDir /r "$INSTDIR\program.old"
    RMDir $INSTDIR
    Delete "$SMPROGRAMS\Hangup.lnk"
    DeleteRegKey HKCU "${CLASSES}\hangup"
    DeleteRegKey HKCU "${CLASSES}\${LIST_CLASS}"
    DeleteRegValue HKCU "${CLASSES}\.txt\OpenWithProgids" "${LIST_CLASS}"
    DeleteRegKey /ifempty HKCU "${CLASSES}\.txt\OpenWithProgids"
    DeleteRegKey /ifempty HKCU "${CLASSES}\.txt"
    DeleteRegValue HKCU "${CLASSES}\.csv\OpenWithProgids" "${LIST_CLASS}"
    DeleteRegKey /ifempty HKCU "${CLASSES}\.csv\OpenWithProgids"
    DeleteRegKey /ifempty HKCU "${CLASSES}\.csv"
    DeleteRegKey HKCU "${APP_PATHS}\hangup.exe"
    DeleteRegKey HKCU "${APP_PATHS}\hangup-cli.exe"
    DeleteRegKey HKCU "${UNINSTALL_KEY}"
    ${RefreshShellIcons}
SectionEnd
