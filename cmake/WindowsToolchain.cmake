# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT

# Debian's MinGW-w64 with POSIX threads. Qt's own toolchain file takes this one along (QT_CHAINLOAD_TOOLCHAIN_FILE); by
# itself find_package(Qt6) would not find the Windows Qt. See installer/windows/build.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(HANGUP_MINGW x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${HANGUP_MINGW}-gcc-posix)
set(CMAKE_CXX_COMPILER ${HANGUP_MINGW}-g++-posix)
set(CMAKE_RC_COMPILER ${HANGUP_MINGW}-windres)
set(CMAKE_FIND_ROOT_PATH /usr/${HANGUP_MINGW})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# Debian's rcc packs with zstd, which the Windows Qt of installer/windows/build-qt does not read.
set(HANGUP_RCC_OPTIONS --no-zstd)
set(CMAKE_AUTORCC_OPTIONS ${HANGUP_RCC_OPTIONS})
