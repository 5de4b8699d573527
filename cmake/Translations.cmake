# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT

# The languages the window speaks. English needs no file; the others are compiled from resources/i18n/hangup_<code>.ts
# by Qt's lrelease. By name and not with Qt6LinguistTools: in Debian that would bring Designer and Assistant too.
set(HANGUP_LANGUAGES en)
# moc is where Qt is: in its folder bin, or beside it in libexec. Qmake's way may lead to a link elsewhere.
get_target_property(HANGUP_MOC Qt6::moc LOCATION)
get_filename_component(HANGUP_QT_TOOLS "${HANGUP_MOC}" DIRECTORY)
set(HANGUP_QT_TOOLS "${HANGUP_QT_TOOLS}" "${HANGUP_QT_TOOLS}/../bin")
find_program(HANGUP_LRELEASE NAMES lrelease lrelease-qt6 lrelease6 HINTS ${HANGUP_QT_TOOLS}
    DOC "Qt's lrelease, which compiles translations")
# Only a test calls it.
find_program(HANGUP_LUPDATE NAMES lupdate lupdate-qt6 lupdate6 HINTS ${HANGUP_QT_TOOLS}
    DOC "Qt's lupdate, which finds the texts in the sources")
if(HANGUP_LRELEASE)
    list(APPEND HANGUP_LANGUAGES de)
else()
    message(STATUS "lrelease was not found: the window will speak English only")
endif()

# hangup_translations(<target>): compiles the translations into the resources of <target>, as :/i18n/hangup_<code>.qm,
# and defines HANGUP_TRANSLATED for who links it. Q_INIT_RESOURCE(translations) makes them known.
function(hangup_translations target)
    set(languages ${HANGUP_LANGUAGES})
    list(REMOVE_ITEM languages en)
    if(NOT languages)
        return()
    endif()
    set(list "<RCC>\n    <qresource prefix=\"/i18n\">\n")
    foreach(code IN LISTS languages)
        set(source "${CMAKE_CURRENT_SOURCE_DIR}/i18n/hangup_${code}.ts")
        set(compiled "${CMAKE_CURRENT_BINARY_DIR}/hangup_${code}.qm")
        add_custom_command(OUTPUT "${compiled}"
            COMMAND "${HANGUP_LRELEASE}" -silent "${source}" -qm "${compiled}"
            DEPENDS "${source}" COMMENT "Compiling the translation ${code}" VERBATIM)
        list(APPEND files "${compiled}")
        string(APPEND list "        <file>hangup_${code}.qm</file>\n")
    endforeach()
    set(qrc "${CMAKE_CURRENT_BINARY_DIR}/translations.qrc")
    file(CONFIGURE OUTPUT "${qrc}" CONTENT "${list}    </qresource>\n</RCC>\n" @ONLY)
    add_custom_command(OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/translations.cpp"
        COMMAND Qt6::rcc ${HANGUP_RCC_OPTIONS} --name translations --output "${CMAKE_CURRENT_BINARY_DIR}/translations.cpp" "${qrc}"
        DEPENDS "${qrc}" ${files} COMMENT "Packing the translations" VERBATIM)
    target_sources(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/translations.cpp")
    # It is packed already; automoc has nothing to find in it.
    set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/translations.cpp" PROPERTIES SKIP_AUTOGEN ON)
    target_compile_definitions(${target} INTERFACE HANGUP_TRANSLATED)
endfunction()
