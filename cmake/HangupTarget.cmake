# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT

include(${CMAKE_CURRENT_LIST_DIR}/Hardening.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/FasterTests.cmake)

# One INTERFACE target carries the flags of every target of this project.
add_library(hangup_flags INTERFACE)
target_compile_features(hangup_flags INTERFACE cxx_std_20)
target_compile_definitions(hangup_flags INTERFACE
    HANGUP_VERSION="${PROJECT_VERSION}"
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH
    QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(hangup_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow
    # Qt Test's macros QTRY_... make an int of a long since they take std::chrono (seen in 6.8), and the warning is given
    # where they are used: who uses Qt Test is judged with Qt 6.4 alone.
    $<$<NOT:$<AND:$<VERSION_GREATER_EQUAL:${Qt6_VERSION},6.5>,$<IN_LIST:QT_TESTLIB_LIB,$<TARGET_PROPERTY:COMPILE_DEFINITIONS>>>>:-Wconversion>
    -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual -Wsuggest-override
    # Several sources as one: GCC then takes what stands in an unnamed namespace for part of a header.
    $<$<AND:$<BOOL:${CMAKE_UNITY_BUILD}>,$<CXX_COMPILER_ID:GNU>>:-Wno-subobject-linkage>
    $<$<BOOL:${HANGUP_WARNINGS_AS_ERRORS}>:-Werror>
    $<$<BOOL:${HANGUP_SANITIZE}>:-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer>
    $<$<BOOL:${HANGUP_FUZZ}>:-fsanitize=fuzzer-no-link>)
target_link_options(hangup_flags INTERFACE
    $<$<BOOL:${HANGUP_SANITIZE}>:-fsanitize=address,undefined>)
target_link_libraries(hangup_flags INTERFACE hangup_hardening)

# hangup_library(<target> <source>...): a library of the product, static or, with BUILD_SHARED_LIBS, shared: two hundred
# tests are linked in no time, and they can be run with other builds of the libraries (see the preset asan). A program
# that is shipped links <target>_whole, which is always static and made of the same objects: it stays one file.
function(hangup_library target)
    add_library(${target} ${ARGN})
    set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
    if(NOT BUILD_SHARED_LIBS)
        add_library(${target}_whole ALIAS ${target})
        return()
    endif()
    # A library calls its own copy of what is inline, not the one in the test's program: that one is not sanitized.
    target_link_options(${target} PRIVATE $<$<PLATFORM_ID:Linux>:-Wl,-Bsymbolic-functions>)
    set_target_properties(${target} PROPERTIES LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)
    set_property(GLOBAL APPEND PROPERTY HANGUP_LIBRARIES ${target})
endfunction()

# hangup_whole_libraries(): makes the <target>_whole, when all is said of the libraries.
function(hangup_whole_libraries)
    get_property(libraries GLOBAL PROPERTY HANGUP_LIBRARIES)
    list(JOIN libraries "|" names)
    foreach(target IN LISTS libraries)
        add_library(${target}_whole STATIC $<TARGET_OBJECTS:${target}>)
        set_target_properties(${target}_whole PROPERTIES LINKER_LANGUAGE CXX AUTOMOC OFF AUTORCC OFF UNITY_BUILD OFF)
        get_target_property(links ${target} LINK_LIBRARIES)
        list(TRANSFORM links REPLACE "^(${names})$" "\\1_whole")
        target_link_libraries(${target}_whole PUBLIC ${links})
        target_include_directories(${target}_whole INTERFACE $<TARGET_PROPERTY:${target},INTERFACE_INCLUDE_DIRECTORIES>)
    endforeach()
endfunction()

# hangup_room(<name> SOURCES ... LINKS ...): one room of the house as the library `hangup_<name>`. Headers are included as
# "room/file.h".
function(hangup_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS" ${ARGN})
    hangup_library(hangup_${name} ${ROOM_SOURCES})
    target_include_directories(hangup_${name} PUBLIC ${PROJECT_SOURCE_DIR}/app)
    target_link_libraries(hangup_${name} PUBLIC ${ROOM_LINKS} PRIVATE hangup_flags)
endfunction()

# Builds the tests whose labels match HANGUP_TEST_LABELS, and what they need.
add_custom_target(chosen_tests)

# hangup_test(<name> LABELS quick|full|bench ... SOURCES ... LINKS ... [TIMEOUT s] [PARTS function ...] [READS_SOURCES]):
# one Qt Test program. Tests link the libraries; they never compile product sources again. With PARTS each of these
# functions is a test of its own, so that they run beside each other. With READS_SOURCES it knows where the sources are,
# as HANGUP_SOURCE_DIR; not every test does, so that a compiler's cache serves clones in other folders. A test whose name
# ends with "speed" or "time" measures time and has the machine for itself.
function(hangup_test name)
    cmake_parse_arguments(TEST "READS_SOURCES" "TIMEOUT" "LABELS;SOURCES;LINKS;PARTS" ${ARGN})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 120)
    endif()
    add_executable(${name} ${TEST_SOURCES})
    target_link_libraries(${name} PRIVATE hangup_flags Qt6::Test ${TEST_LINKS})
    if(TEST_READS_SOURCES)
        target_compile_definitions(${name} PRIVATE HANGUP_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    endif()
    hangup_test_moc(${name} ${TEST_SOURCES})
    hangup_faster_test(${name} ${TEST_LINKS})
    if(TEST_PARTS)
        foreach(part IN LISTS TEST_PARTS)
            add_test(NAME ${name}_${part} COMMAND ${name} ${part})
            list(APPEND tests ${name}_${part})
        endforeach()
    else()
        add_test(NAME ${name} COMMAND ${name})
        set(tests ${name})
    endif()
    set_tests_properties(${tests} PROPERTIES
        # Those that may take longest begin first, so that none is left to run alone at the end.
        LABELS "${TEST_LABELS}" TIMEOUT ${TEST_TIMEOUT} COST ${TEST_TIMEOUT}
        # Controls are found by their English names, whatever the machine speaks.
        ENVIRONMENT "LC_ALL=C.UTF-8;LANGUAGE=en;QT_QPA_PLATFORM=offscreen;XDG_RUNTIME_DIR=${CMAKE_BINARY_DIR}/run;ASAN_OPTIONS=detect_leaks=0")
    if(name MATCHES "(speed|time)$")
        set_tests_properties(${tests} PROPERTIES RUN_SERIAL ON)
    endif()
    if("${TEST_LABELS}" MATCHES "${HANGUP_TEST_LABELS}")
        add_dependencies(chosen_tests ${name})
    endif()
endfunction()
