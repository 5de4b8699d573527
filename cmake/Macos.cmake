# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT

# The application bundle. NOT TRIED: written without a Mac; .github/workflows/release.yml is where it is to be run first.
set(icon ${PROJECT_SOURCE_DIR}/resources/macos/hangup.icns)
target_sources(hangup PRIVATE ${icon})
set_source_files_properties(${icon} TARGET_DIRECTORY hangup PROPERTIES MACOSX_PACKAGE_LOCATION Resources)
set_target_properties(hangup PROPERTIES
    OUTPUT_NAME Hangup
    MACOSX_BUNDLE ON
    MACOSX_BUNDLE_INFO_PLIST ${PROJECT_SOURCE_DIR}/resources/macos/Info.plist.in)

# hangup_deploy_macos(): installs the bundle with hangup-cli beside the window's program, and Qt's frameworks and plugins
# for both, which Qt's own macdeployqt collects.
function(hangup_deploy_macos)
    install(TARGETS hangup BUNDLE DESTINATION . COMPONENT programs)
    install(TARGETS hangup-cli RUNTIME DESTINATION Hangup.app/Contents/MacOS COMPONENT programs)
    install(FILES LICENSE DESTINATION Hangup.app/Contents/Resources COMPONENT programs)
    install(FILES resources/icons/LICENSE DESTINATION Hangup.app/Contents/Resources RENAME LICENSE.icons COMPONENT programs)
    file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/InstallFrameworks.cmake CONTENT "
include(\"${QT_DEPLOY_SUPPORT}\")
qt_deploy_runtime_dependencies(EXECUTABLE Hangup.app ADDITIONAL_EXECUTABLES Hangup.app/Contents/MacOS/hangup-cli)
")
    install(SCRIPT ${CMAKE_BINARY_DIR}/InstallFrameworks.cmake COMPONENT programs)
endfunction()
