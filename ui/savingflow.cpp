// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/savingflow.h"

#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

QString jsonFilter()
{
    return SavingFlow::tr("JSON (*.json)");
}

} // namespace

SavingFlow::SavingFlow(Session *session, QWidget *window) : QObject(window), m_session(session), m_window(window) { }

void SavingFlow::saveCalls()
{
    ask(What::Calls, tr("Save list"), u"calls.csv"_s);
}

void SavingFlow::saveLog()
{
    ask(What::Log, tr("Save log"), u"log.csv"_s);
}

void SavingFlow::ask(What what, const QString &title, const QString &name)
{
    auto *dialog = new QFileDialog(m_window, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAccessibleName(title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({ tr("CSV (*.csv)"), jsonFilter() });
    // Set before the dialog asks about overwriting, so that it asks about the very file that is written.
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter == jsonFilter() ? u"json"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, what](const QString &path) {
        if (!path.isEmpty())
            save(what, path, dialog->selectedNameFilter());
    });
    dialog->open();
}

void SavingFlow::save(What what, const QString &path, const QString &nameFilter)
{
    const Session::ExportFormat format = formatFor(path, nameFilter);
    switch (what) {
    case What::Calls:
        m_session->saveCalls(path, format);
        return;
    case What::Log:
        m_session->saveLog(path, format);
        return;
    }
}

Session::ExportFormat SavingFlow::formatFor(const QString &path, const QString &nameFilter)
{
    if (path.endsWith(".json"_L1, Qt::CaseInsensitive))
        return Session::ExportFormat::Json;
    if (path.endsWith(".csv"_L1, Qt::CaseInsensitive))
        return Session::ExportFormat::Csv;
    return nameFilter == jsonFilter() ? Session::ExportFormat::Json : Session::ExportFormat::Csv;
}

} // namespace hangup
