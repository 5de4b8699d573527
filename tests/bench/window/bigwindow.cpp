// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "bigwindow.h"

#include "turns.h"

#include "plivo/hangupengine.h"
#include "practice/practiceplace.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hangup::bench {

BigWindow::BigWindow()
{
    Session::Options options;
    options.redactor = std::make_shared<Redactor>();
    options.quickPractice = true;
    options.grace = true;
    options.startWith = Account::practice().key;
    EngineLimits limits;
    // A place is taken from when a call is sent until the window after its answer is over: enough of them for 2,000 a
    // second while each call takes some 20 ms more, its syncs to the disk among them. Five are kept for single clicks.
    limits.windowRequests = 205;
    limits.window = EngineLimits::Ms(50);
    // Both syncs of a call to the disk are part of its round trip, and a busy disk takes its time.
    limits.maxInFlight = 600;
    options.limits = std::make_shared<const EngineLimits>(limits);
    m_session = std::make_unique<Session>(std::move(options));
    m_window = std::make_unique<MainWindow>(m_session.get());
    m_window->show();
    m_window->activateWindow();
    [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(m_window.get());
}

BigWindow::~BigWindow()
{
    m_window.reset();
    m_session.reset();
}

CallsView *BigWindow::table() const
{
    return m_window->findChild<CallsView *>();
}

QWidget *BigWindow::findWidget(const QString &name, const QMetaObject &type) const
{
    const auto widgets = m_window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->isVisible() && widget->accessibleName() == name && widget->metaObject()->inherits(&type))
            return widget;
    }
    return nullptr;
}

QAction *BigWindow::command(const QString &words) const
{
    const auto actions = m_window->findChildren<QAction *>();
    for (QAction *action : actions) {
        if (QString(action->text()).remove(u'&').remove(u'…') == words && !action->menu())
            return action;
    }
    return nullptr;
}

void BigWindow::paste(const QString &text) const
{
    QApplication::clipboard()->setText(text);
    command(u"Paste"_s)->trigger();
}

bool BigWindow::confirmAll(const std::function<void(const char *)> &nowDoing) const
{
    nowDoing("select all");
    table()->setFocus();
    table()->selectAll();
    runFor(50ms);
    nowDoing("ask");
    command(u"Hang up selected"_s)->trigger();
    auto *number = find<QLineEdit>(u"Number of calls"_s);
    if (!number)
        return false;
    const int calls = m_session->calls()->rowCount();
    QTest::keyClicks(number, QString::number(calls));
    auto *button = find<QPushButton>(u"Hang up %1 calls"_s.arg(calls));
    if (!button)
        button = find<QPushButton>(u"Hang up %1 calls"_s.arg(QLocale().toString(calls)));
    if (!button || !runUntil([button] { return button->isEnabled(); }))
        return false;
    nowDoing("confirm");
    QTest::mouseClick(button, Qt::LeftButton);
    return m_session->inGrace() == calls;
}

QString BigWindow::lines(int count)
{
    // Places whose calls nothing happens to but that they are ended (see practicefate.cpp).
    constexpr std::array<quint8, 3> Stuck { 0, 1, 11 };
    QString text;
    text.reserve(count * qsizetype(CallId::Length + 4));
    for (int n = 0; n < count; ++n) {
        const auto ticket = static_cast<quint32>(n / int(Stuck.size()) + 1);
        text += practiceCallId({ ticket, Stuck[static_cast<std::size_t>(n) % Stuck.size()] }).toString() + u" ok\n"_s;
    }
    return text;
}

} // namespace hangup::bench
