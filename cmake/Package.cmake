# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT

# The packages that CPack makes: .deb and .rpm, and on a Mac the disk image. installer/build calls it; Windows' installers
# are made by installer/windows.
if(NOT UNIX)
    return()
endif()
set(CPACK_PACKAGE_NAME hangup)
set(CPACK_PACKAGE_VENDOR "The Hangup authors")
set(CPACK_PACKAGE_CONTACT "The Hangup authors <hangup@users.noreply.github.com>")
set(CPACK_PACKAGE_HOMEPAGE_URL "${PROJECT_HOMEPAGE_URL}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "End stuck Plivo phone calls")
set(CPACK_PACKAGE_DESCRIPTION_FILE "${PROJECT_SOURCE_DIR}/resources/linux/description.txt")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
# One package, whatever the components.
set(CPACK_MONOLITHIC_INSTALL ON)

if(APPLE)
    set(CPACK_GENERATOR DragNDrop)
    set(CPACK_PACKAGE_FILE_NAME "hangup-${PROJECT_VERSION}")
    set(CPACK_DMG_VOLUME_NAME "Hangup ${PROJECT_VERSION}")
    include(CPack)
    return()
endif()

set(CPACK_GENERATOR DEB RPM)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/PackageFiles.cmake")
set(CPACK_HANGUP_SOURCE "${PROJECT_SOURCE_DIR}")

# Libraries are found by dpkg-shlibdeps, which needs dpkg-dev and file: installer/linux/build looks whether it did. What
# is loaded when it is asked for has to be named: Qt's driver of SQLite, libsecret, the certificates of TLS.
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION comm)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libsecret-1-0, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qt6-wayland")

# RPM finds libraries by their names, which are the same everywhere; names of packages are not, so there are none.
set(CPACK_RPM_FILE_NAME "hangup-${PROJECT_VERSION}-1.x86_64.rpm")
set(CPACK_RPM_PACKAGE_RELEASE 1)
set(CPACK_RPM_PACKAGE_LICENSE "MIT AND ISC")
set(CPACK_RPM_PACKAGE_GROUP "Applications/Communications")
set(CPACK_RPM_PACKAGE_URL "${PROJECT_HOMEPAGE_URL}")
set(CPACK_RPM_PACKAGE_REQUIRES "libsecret-1.so.0()(64bit), ca-certificates")
set(CPACK_RPM_PACKAGE_AUTOREQPROV "yes")
# No links below /usr/lib/.build-id: there is no debug package that they would lead to.
set(CPACK_RPM_SPEC_MORE_DEFINE "%define _build_id_links none\n%define packager The Hangup authors")
# Folders of every system.
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
    /usr/share/applications /usr/share/metainfo /usr/share/bash-completion /usr/share/bash-completion/completions
    /usr/share/man /usr/share/man/man1 /usr/share/icons /usr/share/icons/hicolor)
foreach(size IN ITEMS 16x16 24x24 32x32 48x48 64x64 128x128 256x256 scalable)
    list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
        /usr/share/icons/hicolor/${size} /usr/share/icons/hicolor/${size}/apps)
endforeach()
include(CPack)
