/* SPDX-FileCopyrightText: 2026 The Hangup authors */
/* SPDX-License-Identifier: MIT */

/* close.exe PROGRAM.exe SECONDS: asks the windows of a program to close, as their X button does, and waits till the program
   has ended. For the test of the installers; 0: ended, 1: it did not end in time, 2: there is no window of it. Opens no
   process, for Hangup's let nobody in; a list of processes and a message to a window need no right to do so. */
#include <windows.h>
#include <tlhelp32.h>
#include <stdio.h>
#include <stdlib.h>

enum { most = 64 };

static DWORD found[most];
static int count;

static void findProcesses(const char *program)
{
    PROCESSENTRY32 entry = { .dwSize = sizeof entry };
    const HANDLE list = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    BOOL more = Process32First(list, &entry);
    for (count = 0; more && count < most; more = Process32Next(list, &entry)) {
        if (lstrcmpiA(entry.szExeFile, program) == 0)
            found[count++] = entry.th32ProcessID;
    }
    CloseHandle(list);
}

static BOOL CALLBACK closeWindow(HWND window, LPARAM closed)
{
    DWORD process = 0;
    int i;
    GetWindowThreadProcessId(window, &process);
    /* Not its boxes, menus and hidden helpers. */
    if (!IsWindowVisible(window) || GetWindow(window, GW_OWNER) || GetWindowTextLengthA(window) == 0)
        return TRUE;
    for (i = 0; i < count; ++i) {
        if (found[i] == process && PostMessageA(window, WM_CLOSE, 0, 0))
            ++*(int *)closed;
    }
    return TRUE;
}

int main(int argc, char **argv)
{
    int closed = 0, tenths;
    if (argc != 3)
        return 2;
    findProcesses(argv[1]);
    EnumWindows(closeWindow, (LPARAM)&closed);
    printf("%d processes, %d windows closed\n", count, closed);
    if (closed == 0)
        return 2;
    for (tenths = 10 * atoi(argv[2]); tenths > 0; --tenths) {
        findProcesses(argv[1]);
        if (count == 0)
            return 0;
        Sleep(100);
    }
    return 1;
}
