# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT

# What `cmake --install` puts where: the programs, their manual pages and the completion of bash, and on a Linux desktop
# what makes the window known to it. tests/installer compares the files with a list.
include(GNUInstallDirs)
set(HANGUP_ID io.github.hangup.hangup)
set(PROJECT_HOMEPAGE_URL "https://github.com/hangup/hangup")
set(HANGUP_SCREENSHOT "https://raw.githubusercontent.com/hangup/hangup/main/resources/screenshot-light.png")

if(APPLE)
    include(${CMAKE_CURRENT_LIST_DIR}/Macos.cmake)
    hangup_deploy_macos()
else()
    install(TARGETS hangup hangup-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT programs)
endif()
if(UNIX AND NOT APPLE)
    install(FILES resources/man/hangup.1 resources/man/hangup-cli.1
        DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT documents)
    install(FILES resources/completions/hangup-cli
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT documents)
    install(FILES LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT documents)
    install(FILES resources/policy/policy.ini.example DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT documents)
    install(FILES resources/icons/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME LICENSE.icons COMPONENT documents)

    install(FILES resources/linux/${HANGUP_ID}.desktop resources/linux/${HANGUP_ID}.link.desktop
        DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT desktop)
    foreach(size IN ITEMS 16 24 32 48 64 128 256)
        install(FILES resources/app/png/hangup-${size}.png RENAME ${HANGUP_ID}.png
            DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps COMPONENT desktop)
    endforeach()
    install(FILES resources/app/hangup.svg RENAME ${HANGUP_ID}.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT desktop)
    configure_file(cmake/InstallMetainfo.cmake.in InstallMetainfo.cmake @ONLY)
    install(SCRIPT ${CMAKE_BINARY_DIR}/InstallMetainfo.cmake COMPONENT desktop)
endif()
include(${CMAKE_CURRENT_LIST_DIR}/Package.cmake)
