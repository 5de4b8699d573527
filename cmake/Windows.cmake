# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT

# What the programs are on Windows beside their code: version, icon and manifest; and the folder that the installers pack:
#   cmake --install <build> --component windows --prefix <folder>
# installer/windows/build calls it.

# The icon: small sizes as bitmaps, which all programs read, the largest as PNG.
find_program(HANGUP_ICOTOOL icotool DOC "icotool of icoutils, which joins pictures into an icon")
if(NOT HANGUP_ICOTOOL)
    message(FATAL_ERROR "icotool is missing (Debian: icoutils); it makes the icon of the programs.")
endif()
set(HANGUP_WINDOWS_FILES ${CMAKE_BINARY_DIR}/windows)
file(MAKE_DIRECTORY ${HANGUP_WINDOWS_FILES})
set(pictures)
foreach(size IN ITEMS 16 24 32 48 64)
    list(APPEND pictures ${PROJECT_SOURCE_DIR}/resources/app/png/hangup-${size}.png)
endforeach()
set(largest ${PROJECT_SOURCE_DIR}/resources/app/png/hangup-256.png)
add_custom_command(OUTPUT ${HANGUP_WINDOWS_FILES}/hangup.ico
    COMMAND ${HANGUP_ICOTOOL} --create --output=${HANGUP_WINDOWS_FILES}/hangup.ico ${pictures} --raw=${largest}
    DEPENDS ${pictures} ${largest} COMMENT "Joining the icon" VERBATIM)
add_custom_target(hangup_icon DEPENDS ${HANGUP_WINDOWS_FILES}/hangup.ico)

# hangup_windows_program(<target> <description>)
function(hangup_windows_program target description)
    set(HANGUP_WINDOWS_NAME ${target})
    set(HANGUP_WINDOWS_DESCRIPTION ${description})
    configure_file(${PROJECT_SOURCE_DIR}/resources/windows/program.rc.in ${HANGUP_WINDOWS_FILES}/${target}.rc @ONLY)
    configure_file(${PROJECT_SOURCE_DIR}/resources/windows/program.manifest.in
        ${HANGUP_WINDOWS_FILES}/${target}.manifest @ONLY)
    # A library, for these paths belong to this folder; windres does not tell on what it read.
    add_library(${target}_resource OBJECT ${HANGUP_WINDOWS_FILES}/${target}.rc)
    set_property(SOURCE ${HANGUP_WINDOWS_FILES}/${target}.rc PROPERTY OBJECT_DEPENDS
        ${HANGUP_WINDOWS_FILES}/hangup.ico ${HANGUP_WINDOWS_FILES}/${target}.manifest)
    set_target_properties(${target}_resource PROPERTIES UNITY_BUILD OFF AUTOMOC OFF AUTORCC OFF)
    target_include_directories(${target}_resource PRIVATE ${HANGUP_WINDOWS_FILES})
    add_dependencies(${target}_resource hangup_icon)
    target_link_libraries(${target} PRIVATE $<TARGET_OBJECTS:${target}_resource>)
    add_dependencies(${target} ${target}_resource)
endfunction()
hangup_windows_program(hangup "Hangup")
hangup_windows_program(hangup-cli "Hangup for the command line")
set_target_properties(hangup PROPERTIES WIN32_EXECUTABLE ON)

# --- the folder that is installed

install(TARGETS hangup hangup-cli RUNTIME DESTINATION . COMPONENT windows EXCLUDE_FROM_ALL)
install(FILES resources/windows/qt.conf DESTINATION . COMPONENT windows EXCLUDE_FROM_ALL)
install(FILES LICENSE DESTINATION . RENAME LICENSE.txt COMPONENT windows EXCLUDE_FROM_ALL)
install(FILES resources/windows/NOTICES.txt DESTINATION . COMPONENT windows EXCLUDE_FROM_ALL)

# Qt's own words in its dialogs, from the machine that builds, where they are installed.
find_file(HANGUP_QTBASE_DE qtbase_de.qm PATHS ${QT_HOST_PATH}/share/qt6/translations ${QT6_INSTALL_PREFIX}/translations
    NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH DOC "Qt's German translation")
if(HANGUP_QTBASE_DE)
    install(FILES ${HANGUP_QTBASE_DE} DESTINATION translations COMPONENT windows EXCLUDE_FROM_ALL)
else()
    message(STATUS "qtbase_de.qm was not found: Qt's own dialogs will speak English")
endif()

# Licences, as Debian installs them with what is shipped.
set(documents /usr/share/doc)
set(notices
    /usr/share/common-licenses/LGPL-3 LGPL-3.txt
    /usr/share/common-licenses/GPL-3 GPL-3.txt
    ${documents}/qt6-base-dev/copyright qt-copyright.txt
    ${documents}/gcc-mingw-w64-x86-64-posix-runtime/copyright gcc-copyright.txt
    ${documents}/mingw-w64-x86-64-dev/copyright mingw-w64-copyright.txt
    ${PROJECT_SOURCE_DIR}/resources/windows/qtkeychain-copyright.txt qtkeychain-copyright.txt
    ${PROJECT_SOURCE_DIR}/resources/icons/LICENSE icons-license.txt)
while(notices)
    list(POP_FRONT notices from to)
    if(NOT EXISTS ${from})
        message(FATAL_ERROR "${from} is missing: it has to be shipped with the program.")
    endif()
    install(FILES ${from} DESTINATION licenses RENAME ${to} COMPONENT windows EXCLUDE_FROM_ALL)
endwhile()

# Qt's plugins, and every DLL that they and the programs need.
set(HANGUP_WINDOWS_PLUGINS)
foreach(plugin IN ITEMS platforms/qwindows styles/qwindowsvistastyle tls/qschannelbackend sqldrivers/qsqlite)
    set(file ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_PLUGINS}/${plugin}.dll)
    if(NOT EXISTS ${file})
        message(FATAL_ERROR "Qt's plugin ${file} is missing.")
    endif()
    get_filename_component(folder ${plugin} DIRECTORY)
    install(PROGRAMS ${file} DESTINATION plugins/${folder} COMPONENT windows EXCLUDE_FROM_ALL)
    list(APPEND HANGUP_WINDOWS_PLUGINS ${file})
endforeach()
execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=libstdc++-6.dll
    OUTPUT_VARIABLE runtime OUTPUT_STRIP_TRAILING_WHITESPACE)
get_filename_component(runtime ${runtime} DIRECTORY)
set(HANGUP_WINDOWS_DLL_FOLDERS ${QT6_INSTALL_PREFIX}/bin ${runtime} /usr/${HANGUP_MINGW}/lib)
configure_file(cmake/WindowsDlls.cmake.in ${HANGUP_WINDOWS_FILES}/WindowsDlls.cmake @ONLY)
install(CODE "
    set(programs \"$<TARGET_FILE:hangup>\" \"$<TARGET_FILE:hangup-cli>\")
    include(\"${HANGUP_WINDOWS_FILES}/WindowsDlls.cmake\")" COMPONENT windows EXCLUDE_FROM_ALL)
