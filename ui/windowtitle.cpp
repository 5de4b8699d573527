// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/windowtitle.h"

#include "ui/mainwindow.h"

using namespace Qt::StringLiterals;

namespace hangup {

QString titleWithProgress(const Account &account, int done, int total)
{
    // "[*]" is where Qt puts the mark of a changed document; a doubled one stands for itself.
    const QString name = QString(account.name).replace("[*]"_L1, "[*][*]"_L1);
    const QString who = account.isTestServer() ? MainWindow::tr("%1 (TEST SERVER)").arg(name) : name;
    if (total <= 0)
        return MainWindow::tr("%1 – Hangup").arg(who);
    // One call of arg: a name may hold a "%1".
    return MainWindow::tr("%1 of %2 – %3 – Hangup").arg(QString::number(done), QString::number(total), who);
}

} // namespace hangup
