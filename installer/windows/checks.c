/* SPDX-FileCopyrightText: 2026 The Hangup authors */
/* SPDX-License-Identifier: MIT */

/* What the MSI asks before it changes anything: a DLL that Windows Installer loads. */
#include <windows.h>
#include <msi.h>
#include <msiquery.h>
#include <wchar.h>

/* A program that runs can't be opened for writing. Without the right to write it can't be told: then it goes on. */
static BOOL isRunning(MSIHANDLE install, const wchar_t *property, const wchar_t *program)
{
    wchar_t path[2 * MAX_PATH];
    DWORD length = MAX_PATH;
    HANDLE file;
    if (MsiGetPropertyW(install, property, path, &length) != ERROR_SUCCESS || length == 0)
        return FALSE;
    if (path[length - 1] != L'\\')
        path[length++] = L'\\';
    lstrcpyW(path + length, program);
    file = CreateFileW(path, GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, 0, NULL);
    if (file != INVALID_HANDLE_VALUE) {
        CloseHandle(file);
        return FALSE;
    }
    return GetLastError() == ERROR_SHARING_VIOLATION;
}

/* To the log, and to the user when there is one to read it. */
static UINT refuse(MSIHANDLE install, const wchar_t *sentence)
{
    const MSIHANDLE message = MsiCreateRecord(0);
    MsiRecordSetStringW(message, 0, sentence);
    MsiProcessMessage(install, INSTALLMESSAGE_ERROR, message);
    MsiCloseHandle(message);
    return ERROR_INSTALL_FAILURE;
}

/* Nearest to the folder, which may not be there yet. Where nothing tells, it goes on. */
static BOOL hasRoom(MSIHANDLE install)
{
    wchar_t path[MAX_PATH], kilobytes[16];
    DWORD length = MAX_PATH, digits = 16;
    ULARGE_INTEGER room;
    if (MsiGetPropertyW(install, L"INSTALLDIR", path, &length) != ERROR_SUCCESS
        || MsiGetPropertyW(install, L"ROOMNEEDED", kilobytes, &digits) != ERROR_SUCCESS)
        return TRUE;
    while (!GetDiskFreeSpaceExW(path, &room, NULL, NULL)) {
        while (length > 0 && path[length - 1] == L'\\')
            --length;
        while (length > 0 && path[length - 1] != L'\\')
            --length;
        if (length == 0)
            return TRUE;
        path[length] = L'\0';
    }
    return room.QuadPart / 1024 >= wcstoul(kilobytes, NULL, 10);
}

/* The launch condition refuses as well, but not everywhere says so in the log. */
__declspec(dllexport) UINT __stdcall RefuseDowngrade(MSIHANDLE install)
{
    return refuse(install, L"A newer version of Hangup is installed. Remove it first if you want an older one. "
                           L"Nothing was changed.");
}

__declspec(dllexport) UINT __stdcall RefuseWhileRunning(MSIHANDLE install)
{
    static const wchar_t *const folders[] = { L"INSTALLDIR", L"FORMERFOLDER" };
    int i;
    for (i = 0; i < 2; ++i) {
        if (isRunning(install, folders[i], L"hangup.exe") || isRunning(install, folders[i], L"hangup-cli.exe"))
            return refuse(install, L"Hangup is running. Close it and try again. Nothing was changed.");
    }
    return ERROR_SUCCESS;
}

/* Windows Installer looks for itself, but says no more than a number when nobody watches; Wine's does not look. */
__declspec(dllexport) UINT __stdcall RefuseWithoutRoom(MSIHANDLE install)
{
    return hasRoom(install) ? ERROR_SUCCESS : refuse(install, L"There is not enough room on the disk. Nothing was changed.");
}
