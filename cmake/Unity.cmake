# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT

# The presets release and asan compile several sources of a room as one. Names in unnamed namespaces meet then; sources
# that each have, for instance, a text() of their own are compiled alone. Add to the list what does not get along.
set(HANGUP_COMPILED_ALONE
    app/cli cliaccountwords.cpp climain.cpp cliquestion.cpp cliwords.cpp policycheck.cpp
    app/domain accountwords.cpp apiaddress.cpp calllink.cpp journalwords.cpp policy.cpp policywords.cpp proofwords.cpp receipt.cpp scanshape.cpp
        scanwords.cpp words.cpp
    app/models historybatchmodel.cpp historycallmodel.cpp
    app/session instance.cpp launchaccount.cpp proxybook.cpp
    app/store journalfile.cpp journalworker.cpp logsink.cpp policyfile.cpp policysource.cpp policysource_native.cpp
        sqlitewal.cpp
    ui accountbox.cpp accountdialog.cpp accountsdialog.cpp agepicture.cpp boxnames.cpp calldelegate.cpp calldetails.cpp
        callsview.cpp celldelegate.cpp confirmcalls.cpp confirmdialog.cpp diagnosticsdialog.cpp fieldgrid.cpp historyflow.cpp
        historyremovaldialog.cpp historysearch.cpp limitgauge.cpp livepage_reading.cpp livesearch.cpp livetable.cpp
        mainwindow.cpp messages.cpp proxylogindialog.cpp
        recoverydialog.cpp surfaces.cpp)
set(folder)
foreach(entry IN LISTS HANGUP_COMPILED_ALONE)
    if(entry MATCHES "[.]cpp$")
        set_source_files_properties(${PROJECT_SOURCE_DIR}/${folder}/${entry}
            DIRECTORY ${PROJECT_SOURCE_DIR}/${folder} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    else()
        set(folder ${entry})
    endif()
endforeach()
