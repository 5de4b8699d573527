# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT

# Called by CPack before it packs: what a package has otherwise than an installation by hand.
set(share "${CPACK_TEMPORARY_DIRECTORY}/usr/share")
set(documents "${share}/doc/hangup")
find_program(GZIP gzip REQUIRED)

# gzipped(<file>...): without name and time in it, so that the same build makes the same package.
function(gzipped)
    execute_process(COMMAND "${GZIP}" -9n ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# Manual pages are compressed.
file(GLOB pages "${share}/man/man1/*.1")
gzipped(${pages})
if(NOT CPACK_GENERATOR STREQUAL "DEB")
    return()
endif()

# From here on Debian's policy, chapter 12. The licences are in one file, in Debian's format.
set(PROJECT_HOMEPAGE_URL "${CPACK_PACKAGE_HOMEPAGE_URL}")
configure_file("${CPACK_HANGUP_SOURCE}/resources/linux/copyright.in" "${documents}/copyright" @ONLY)
file(REMOVE "${documents}/LICENSE" "${documents}/LICENSE.icons")

# changelog.gz is Debian's, in its own format; ours is the news.
file(RENAME "${documents}/CHANGELOG.md" "${documents}/NEWS.md")
set(ENV{LC_ALL} C)
string(TIMESTAMP day "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE "${documents}/changelog" "hangup (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium

  * This version. What is new in it stands in NEWS.md.gz.

 -- ${CPACK_PACKAGE_CONTACT}  ${day}
")
gzipped("${documents}/NEWS.md" "${documents}/changelog")
file(GLOB_RECURSE written "${documents}/*")
file(CHMOD ${written} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
