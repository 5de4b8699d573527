# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT

# Half the time of a test's compilation goes into Qt Test's headers. With HANGUP_TEST_PCH they are precompiled, once for
# each set of Qt modules, which these headers ask for.
if(HANGUP_TEST_PCH)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
    # QFINDTESTDATA's folders, which no test uses: they differ from folder to folder, and a precompiled header
    # is taken by targets with the same definitions only.
    set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
endif()

# hangup_pch(<kind> <Qt module>...): the precompiled headers hangup_pch_<kind>, when they are first asked for.
function(hangup_pch kind)
    if(TARGET hangup_pch_${kind})
        return()
    endif()
    set(source ${CMAKE_BINARY_DIR}/pch_${kind}.cpp)
    file(WRITE ${source}.new "// Its precompiled headers are what it is for.\n")
    configure_file(${source}.new ${source} COPYONLY)
    add_library(hangup_pch_${kind} OBJECT ${source})
    set_target_properties(hangup_pch_${kind} PROPERTIES AUTOMOC OFF AUTORCC OFF UNITY_BUILD OFF)
    target_link_libraries(hangup_pch_${kind} PRIVATE hangup_flags Qt6::Test ${ARGN})
    hangup_test_options(hangup_pch_${kind})
    target_precompile_headers(hangup_pch_${kind} PRIVATE
        <QTest> <QSignalSpy> <QFile> <QDir> <QJsonDocument> <QJsonObject> <QRegularExpression> <QTemporaryDir> <QThread>
        <QTimer> <chrono> <functional> <memory> <optional> <vector>)
endfunction()

# Two hundred programs are linked for the tests. Optional; the product is linked with the system's linker. Not mold: 1.10
# made one program that did not start (its RELRO segment began before its page), and did not come to an end with another.
find_program(HANGUP_GOLD ld.gold DOC "gold, a quick linker for the tests")

# The optimiser's work is for the product; a test is compiled once and run once.
function(hangup_test_options target)
    if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
        target_compile_options(${target} PRIVATE $<$<CONFIG:RelWithDebInfo,Release>:-O1>)
        if(HANGUP_GOLD)
            target_link_options(${target} PRIVATE -fuse-ld=gold)
        endif()
    endif()
endfunction()

# hangup_test_moc(<target> <source>...): calls moc for a test's own classes: AUTOMOC would start a program of its own for
# each test and compile a file without contents, which together took as long as the tests themselves. A source tst_x.cpp
# includes "tst_x.moc"; classes in a header are found when CMake runs.
function(hangup_test_moc target)
    set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/${target}_moc)
    foreach(source IN LISTS ARGN)
        get_filename_component(stem ${source} NAME_WE)
        if(source MATCHES "tst_[^/]*\\.cpp$")
            qt6_generate_moc(${source} ${folder}/${stem}.moc TARGET ${target})
            target_sources(${target} PRIVATE ${folder}/${stem}.moc)
        elseif(source MATCHES "\\.h$")
            file(STRINGS ${source} classes REGEX "Q_OBJECT|Q_GADGET|Q_NAMESPACE")
            if(classes)
                qt6_generate_moc(${source} ${folder}/moc_${stem}.cpp TARGET ${target})
                target_sources(${target} PRIVATE ${folder}/moc_${stem}.cpp)
            endif()
        endif()
    endforeach()
    target_include_directories(${target} PRIVATE ${folder})
endfunction()

# hangup_faster_test(<target> <library>...): for a test that links these.
function(hangup_faster_test target)
    hangup_test_options(${target})
    if(NOT HANGUP_TEST_PCH)
        return()
    endif()
    set_target_properties(${target} PROPERTIES UNITY_BUILD OFF)
    if("${ARGN}" MATCHES "hangup_ui|hangup_windowbench|Qt6::(Gui|Widgets)")
        set(kind window)
        hangup_pch(${kind} Qt6::Network Qt6::Widgets)
    else()
        set(kind core)
        hangup_pch(${kind} Qt6::Network)
        # So that all of them have the definitions of the precompiled one.
        target_link_libraries(${target} PRIVATE Qt6::Network)
    endif()
    if(NOT WIN32 AND Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
        # A precompiled header is taken by code of its own kind only. CMake makes -fPIC of an OBJECT library and -fPIE of a
        # program; Debian's Qt 6.4 adds -fPIC for both, and its 6.8 does not. The last one counts.
        target_compile_options(${target} PRIVATE -fPIC)
    endif()
    target_precompile_headers(${target} REUSE_FROM hangup_pch_${kind})
endfunction()
