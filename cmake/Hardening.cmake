# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT

# What makes a memory error harder to use, on every target; tests/hardening reads it back from the programs.
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

add_library(hangup_hardening INTERFACE)
target_compile_definitions(hangup_hardening INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
if(WIN32)
    # MinGW would need its libssp at run time for the two below; the linker randomises addresses and forbids code on
    # the stack by default.
elseif(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_compile_options(hangup_hardening INTERFACE -fstack-protector-strong)
    if(NOT HANGUP_SANITIZE)
        # Needs an optimised build. Some compilers set another level by themselves, hence the -U.
        target_compile_options(hangup_hardening INTERFACE
            $<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:-U_FORTIFY_SOURCE>
            $<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:-D_FORTIFY_SOURCE=2>)
    endif()
endif()
if(UNIX AND NOT APPLE)
    target_link_options(hangup_hardening INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
endif()
