# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
#
# try-windows.ps1 -Kind setup|msi: installs one of the installers in dist, ends a practice batch with it, shows its window
# for a moment, and removes it. NOT RUN YET: see workflows/release.yml. Looks at files and results, not at exit codes alone.
param([Parameter(Mandatory)][ValidateSet('setup', 'msi')][string]$Kind)
$ErrorActionPreference = 'Stop'

# Runs a program and fails when it takes too long or ends with another status.
function Invoke-Limited([string]$File, [string[]]$Arguments, [int]$Seconds = 180, [int]$Expected = 0) {
    $process = Start-Process $File -ArgumentList $Arguments -PassThru
    if (-not $process.WaitForExit(1000 * $Seconds)) { $process.Kill(); throw "$File did not end in $Seconds s" }
    if ($process.ExitCode -ne $Expected) { throw "$File ended with $($process.ExitCode)" }
}

function Find-Hangup {
    $folder = if ($Kind -eq 'setup') { "$env:LOCALAPPDATA\Programs\Hangup" } else { "$env:ProgramFiles\Hangup" }
    Get-ChildItem $folder -Recurse -Filter $args[0] -ErrorAction SilentlyContinue | Select-Object -First 1
}

$pattern = if ($Kind -eq 'setup') { 'dist\hangup-*-setup.exe' } else { 'dist\hangup-*.msi' }
$package = @(Get-ChildItem $pattern)
if ($package.Count -ne 1) { throw "there is not one $pattern" }
$package = $package[0].FullName

if ($Kind -eq 'setup') { Invoke-Limited $package @('/S') }
else { Invoke-Limited 'msiexec.exe' @('/i', "`"$package`"", '/qn', '/norestart') }
$cli = Find-Hangup 'hangup-cli.exe'
$window = Find-Hangup 'hangup.exe'
if (-not $cli -or -not $window) { throw 'the programs are not installed' }
Get-ChildItem $window.DirectoryName -Recurse -File | ForEach-Object { "    $($_.FullName)  $($_.Length)" }
if (-not (Test-Path 'Registry::HKEY_CLASSES_ROOT\hangup\shell\open\command')) { throw 'the hangup: address is not registered' }

& $cli.FullName end --practice --yes --include-flagged --sample --json | Out-File -Encoding utf8NoBOM lines.json
if ($LASTEXITCODE -ne 1) { throw "the practice batch ended with $LASTEXITCODE" }
python installer\add-up lines.json
if ($LASTEXITCODE -ne 0) { throw 'the lines do not add up' }

$running = Start-Process $window.FullName -ArgumentList '--practice' -PassThru
Start-Sleep 10
if ($running.HasExited) { throw 'the window is gone' }
[void]$running.CloseMainWindow()
if (-not $running.WaitForExit(20000)) { throw 'the window does not close' }

if ($Kind -eq 'setup') {
    $entry = Get-ItemProperty 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\Hangup'
    Invoke-Limited 'cmd.exe' @('/c', "`"$($entry.QuietUninstallString)`"")
    # The uninstaller goes on as a copy of itself.
    for ($i = 0; $i -lt 60 -and (Find-Hangup 'hangup.exe'); ++$i) { Start-Sleep 1 }
} else {
    Invoke-Limited 'msiexec.exe' @('/x', "`"$package`"", '/qn', '/norestart')
}
if (Find-Hangup '*') { throw 'something was left behind' }
if (Test-Path 'Registry::HKEY_CLASSES_ROOT\hangup') { throw 'the hangup: address is still registered' }
if (-not (Test-Path "$env:LOCALAPPDATA\hangup\practice.sqlite") -and -not (Test-Path "$env:APPDATA\hangup\practice.sqlite")) {
    throw 'the journal of the user is gone'
}
"$Kind`: installed, run and removed"
