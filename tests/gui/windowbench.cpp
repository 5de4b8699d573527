// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "windowbench.h"

#include "plivo/hangupengine.h"
#include "support/unchecked.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace hangup::test {

WindowBench::WindowBench(On on, const QString &settingsFile, const std::optional<TlsIdentity> &tls,
                         const QString &dataFolder, Grace grace, Checks checks,
                         std::shared_ptr<const PolicySource> policy)
    : m_clock(std::make_shared<SleepyClock>())
{
    // Any warning fails the test, but for the offscreen platform's word on what it can't do with windows.
    QTest::failOnWarning(
        QRegularExpression(u"^(?!This plugin does not support (propagateSizeHints|raise|grabbing))"_s));
    Session::Options options;
    options.clock = m_clock;
    options.redactor = std::make_shared<Redactor>();
    options.settingsFile = settingsFile;
    if (checks == Checks::Off)
        options.settings = uncheckedSettings(settingsFile);
    options.dataFolder = dataFolder;
    options.quickPractice = true;
    options.policy = std::move(policy);
    options.grace = grace == Grace::On;
    options.secrets = m_secrets = std::make_shared<MemoryStore>(); // never the keychain of who runs the tests
    EngineLimits limits;
    // Not a matter of the machine's speed: no test waits for an end of the server's silence.
    limits.silence = EngineLimits::Ms(60'000);
    limits.total = EngineLimits::Ms(120'000);
    limits.windowRequests = 0;
    limits.eventInterval = EngineLimits::Ms(5);
    limits.backoffBase = EngineLimits::Ms(20);
    if (on == On::Practice)
        limits.firstAnswersMissing = 0; // the ids here are no calls of that world: whether it asks is a matter of time
    options.limits = std::make_shared<const EngineLimits>(limits);
    if (on == On::Server) {
        m_server = std::make_unique<FakeServer>(tls);
        const auto address = ApiAddress::parse(m_server->address());
        options.environmentAccount
            = Account::environment(*AuthId::parse(u"MATESTTESTTESTTEST01"), std::get<ApiAddress>(address));
        options.environmentToken = AuthToken::parse(token().toLatin1());
        options.startWith = options.environmentAccount->key;
    }
    m_session = std::make_unique<Session>(std::move(options));
    m_window = std::make_unique<MainWindow>(m_session.get());
    m_window->show();
    m_window->activateWindow();
    [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(m_window.get());
}

WindowBench::~WindowBench()
{
    m_window.reset();
    m_session.reset();
}

QWidget *WindowBench::findWidget(const QString &name, const QMetaObject &type) const
{
    const auto widgets = m_window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->isVisible() && widget->accessibleName() == name && widget->metaObject()->inherits(&type))
            return widget;
    }
    return nullptr;
}

QAction *WindowBench::command(const QString &words) const
{
    const auto actions = m_window->findChildren<QAction *>();
    for (QAction *action : actions) {
        if (QString(action->text()).remove(u'&').remove(u'…') == words && !action->menu())
            return action;
    }
    return nullptr;
}

QList<CallId> WindowBench::list(int count)
{
    QStringList lines;
    QList<CallId> ids;
    for (int n = 0; n < count; ++n) {
        ids += id(n);
        lines += id(n).toString();
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
    command(u"Paste"_s)->trigger();
    return ids;
}

QString WindowBench::sentence() const
{
    const auto *label = m_window->findChild<QLabel *>(u"sentence"_s);
    return label ? label->text() : QString();
}

QString WindowBench::notice() const
{
    auto *bar = find<QWidget>(u"Message"_s);
    if (!bar)
        return {};
    const auto labels = bar->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->text().isEmpty())
            return label->text();
    }
    return {};
}

QString WindowBench::status() const
{
    const auto *label = find<QLabel>(u"Status"_s);
    return label ? label->text() : QString();
}

void WindowBench::selectAll()
{
    auto *table = find<QTableView>(u"Calls"_s);
    table->setFocus();
    table->selectAll();
}

void WindowBench::askForAll()
{
    selectAll();
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
}

QPushButton *WindowBench::confirmButton(int calls) const
{
    return find<QPushButton>(calls == 1 ? u"Hang up 1 call"_s : u"Hang up %1 calls"_s.arg(calls));
}

bool WindowBench::confirm(int calls) const
{
    QPushButton *button = confirmButton(calls);
    if (!button || !QTest::qWaitFor([button] { return button->isEnabled(); }))
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

CallId WindowBench::id(int n)
{
    return *CallId::parse(u"%1-86a6-11e4-b303-498d468c930b"_s.arg(0x10000000 + n, 8, 16, QLatin1Char('0')));
}

QString WindowBench::token()
{
    return u"canaryTokenOfTheWindowTests0000000000001"_s;
}

} // namespace hangup::test
