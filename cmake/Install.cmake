# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT

# What `cmake --install` puts where: the programs, their manual pages, and the completion of bash.
include(GNUInstallDirs)
install(TARGETS hangup hangup-cli
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT programs
    BUNDLE DESTINATION . COMPONENT programs)
if(UNIX)
    install(FILES resources/man/hangup.1 resources/man/hangup-cli.1
        DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT documents)
    install(FILES resources/completions/hangup-cli
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT documents)
endif()
