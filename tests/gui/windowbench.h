// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/session.h"
#include "store/memorystore.h"
#include "support/fakeclock.h"
#include "support/fakeserver.h"
#include "support/patience.h"
#include "ui/mainwindow.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

class QAction;
class QPushButton;

namespace hangup {
class PolicySource;
}

namespace hangup::test {

/// The real window over a real session, with helpers that find things as a screen reader would: by their names.
class WindowBench
{
public:
    enum class On : quint8 {
        Practice, ///< the practice account alone, answering at once
        Server, ///< the Environment account at a scripted server, and the practice account
    };
    enum class Grace : quint8 { Off, On }; ///< On: as the settings say
    /// Off: no call is asked for right before it is ended, unless the settings file says so. On: as the settings say.
    enum class Checks : quint8 { Off, On };
    /// @p tls: what the server shows; http without it. @p dataFolder: of the journals; one of its own without it.
    explicit WindowBench(On on = On::Practice, const QString &settingsFile = {},
                         const std::optional<TlsIdentity> &tls = {}, const QString &dataFolder = {}, Grace grace = Grace::Off,
                         Checks checks = Checks::Off, std::shared_ptr<const PolicySource> policy = {});
    ~WindowBench();

    Session &session() { return *m_session; }
    MainWindow &window() { return *m_window; }
    FakeServer &server() { return *m_server; }
    /// From now on its port refuses connections.
    void closeServer() { m_server.reset(); }
    SleepyClock &clock() { return *m_clock; }
    MemoryStore &secrets() { return *m_secrets; }

    /// The visible widget of that accessible name and type in the window or its open dialogs, or null.
    template <typename Widget>
    Widget *find(const QString &name) const
    {
        return qobject_cast<Widget *>(findWidget(name, Widget::staticMetaObject));
    }
    /// The menu command with these words (mnemonics and dots left out), or null.
    QAction *command(const QString &words) const;
    /// Adds @p count calls by pasting; returns them.
    QList<CallId> list(int count);
    /// The sentence below the input field.
    QString sentence() const;
    /// The text of the notice bar when it is shown.
    QString notice() const;
    QString status() const;
    void selectAll();
    /// Opens the confirmation for all selected.
    void askForAll();
    /// The button that confirms the open confirmation of so many calls; null when there is none.
    QPushButton *confirmButton(int calls) const;
    /// Waits until that button can be pressed, and clicks it; false when there is none.
    bool confirm(int calls) const;

    /// A different well-formed id for each @p n.
    static CallId id(int n);
    static QString token();

private:
    QWidget *findWidget(const QString &name, const QMetaObject &type) const;

    std::unique_ptr<FakeServer> m_server;
    std::shared_ptr<SleepyClock> m_clock;
    std::shared_ptr<MemoryStore> m_secrets;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace hangup::test
