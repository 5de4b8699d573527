// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clock.h"
#include "plivo/hangupengine.h"
#include "session/session.h"
#include "store/journal.h"
#include "store/memorystore.h"
#include "support/patience.h"
#include "support/unchecked.h"
#include "ui/historypage.h"
#include "ui/theme.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace hangup::test {

/// The page over a real session on the practice account, whose journal holds what a test puts there first.
class HistoryBench
{
public:
    /// 2025-11-24 14:02:11 UTC.
    static constexpr qint64 Day = 1'763'992'931'000;

    HistoryBench()
    {
        using namespace Qt::StringLiterals;
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support (propagateSizeHints|raise|grabbing))"_s));
        theme::apply(ColourScheme::Light);
    }

    static CallId call(int n)
    {
        using namespace Qt::StringLiterals;
        return *CallId::parse(u"defb0706-86a6-41e4-b303-%1"_s.arg(n, 12, 16, QChar(u'0')));
    }

    /// Calls @p fill with the journal of practice, before there is a session.
    template <typename Fill>
    void fillJournal(Fill fill)
    {
        using namespace Qt::StringLiterals;
        const SystemClock clock;
        Journal journal({ .file = dataFolder() + u"/practice.sqlite"_s, .clock = &clock });
        journal.open();
        fill(journal);
    }

    static BatchInfo info(quint64 batch, const QString &ticket, qint64 atMs, const QString &reason = {})
    {
        using namespace Qt::StringLiterals;
        const Account practice = Account::practice();
        return { .batch = batch,
                 .authId = practice.authId,
                 .accountName = practice.name,
                 .operatorName = u"jdoe"_s,
                 .words = { ticket, reason },
                 .atMs = atMs };
    }

    static CallResult result(int n, Outcome outcome, int status, qint64 atMs, Reason reason = Reason::None)
    {
        CallResult one { .id = call(n) };
        one.outcome = outcome;
        one.reason = reason;
        one.httpStatus = status;
        one.attempts = outcome == Outcome::NotSent ? 0 : 1;
        one.startedAtMs = outcome == Outcome::NotSent ? 0 : atMs;
        one.finishedAtMs = atMs + 84;
        one.elapsed = std::chrono::milliseconds(84);
        return one;
    }

    /// One attempt with its events, and its outcome.
    static void attempt(Journal &journal, const BatchInfo &batch, const CallResult &result)
    {
        const RequestFact fact { .batch = batch.batch,
                                 .id = result.id,
                                 .authId = batch.authId,
                                 .attempt = 1,
                                 .atMs = result.startedAtMs,
                                 .httpStatus = result.httpStatus,
                                 .outcome = result.outcome,
                                 .reason = result.reason,
                                 .took = result.elapsed };
        if (result.attempts > 0) {
            journal.recordIntent({ batch.batch, result.id, batch.authId, 1, result.startedAtMs }, [](IntentVerdict) {});
            journal.recordSent(fact);
            journal.recordAnswer(fact);
        }
        journal.recordOutcome(batch.batch, batch.authId, result, [](bool) {});
    }

    /// Three batches: T-1 with every outcome (calls 1 to 6), T-2 with one call that is still live (7), and T-3 with
    /// call 1 again and a call that ended otherwise (8); a day lies between them.
    void fillThreeBatches()
    {
        using namespace Qt::StringLiterals;
        fillJournal([](Journal &journal) {
            constexpr qint64 OneDay = 24 * 3600 * 1000;
            const BatchInfo first = info(101, u"T-1"_s, Day, u"<b>stuck</b> %1"_s);
            journal.beginBatch(first, { call(1), call(2), call(3), call(4), call(5), call(6) });
            attempt(journal, first, result(1, Outcome::Ended, 204, Day));
            attempt(journal, first, result(2, Outcome::NotLive, 404, Day));
            attempt(journal, first, result(3, Outcome::NotLiveMaybeUs, 404, Day));
            attempt(journal, first, result(4, Outcome::Refused, 400, Day));
            attempt(journal, first, result(5, Outcome::Unknown, 0, Day, Reason::Silence));
            attempt(journal, first, result(6, Outcome::NotSent, 0, Day, Reason::Stopped));
            journal.recordProof(first.batch, first.authId,
                                { .id = call(1),
                                  .state = ProofState::Proven,
                                  .isFinal = true,
                                  .hangupSource = u"API Request"_s,
                                  .causeCode = 4000,
                                  .causeName = u"Normal Hangup"_s,
                                  .endTimeMs = Day,
                                  .checkedAtMs = Day + 9000 },
                                [](bool) {});
            const BatchInfo second = info(102, u"T-2"_s, Day + OneDay);
            journal.beginBatch(second, { call(7) });
            attempt(journal, second, result(7, Outcome::Ended, 204, Day + OneDay));
            journal.recordProof(
                second.batch, second.authId,
                { .id = call(7), .state = ProofState::StillLive, .isFinal = true, .checkedAtMs = Day + OneDay + 9000 },
                [](bool) {});
            const BatchInfo third = info(103, u"T-3"_s, Day + 2 * OneDay);
            journal.beginBatch(third, { call(1), call(8) });
            attempt(journal, third, result(1, Outcome::NotLive, 404, Day + 2 * OneDay));
            attempt(journal, third, result(8, Outcome::Ended, 204, Day + 2 * OneDay));
            journal.recordProof(third.batch, third.authId,
                                { .id = call(8),
                                  .state = ProofState::EndedOtherwise,
                                  .isFinal = true,
                                  .hangupSource = u"Caller"_s,
                                  .endTimeMs = Day + 2 * OneDay,
                                  .checkedAtMs = Day + 2 * OneDay + 9000 },
                                [](bool) {});
        });
    }

    /// The session and the page, shown; @p size in points.
    void start(const QSize &size = { 1248, 700 })
    {
        using namespace Qt::StringLiterals;
        Session::Options options;
        options.quickPractice = true;
        options.dataFolder = dataFolder();
        options.startWith = u"practice"_s;
        options.secrets = std::make_shared<MemoryStore>();
        options.settings = test::uncheckedSettings();
        EngineLimits limits;
        limits.windowRequests = 0;
        limits.eventInterval = std::chrono::milliseconds(5);
        options.limits = std::make_shared<const EngineLimits>(limits);
        options.environmentAccount = Account::environment(
            *AuthId::parse(u"MATESTTESTTESTTEST01"), std::get<ApiAddress>(ApiAddress::parse(u"http://127.0.0.1:9")));
        options.environmentToken = AuthToken::parse("kT0k3nOfTheFirstAccount0123456789abcdefg");
        m_session = std::make_unique<Session>(std::move(options));
        m_page = std::make_unique<HistoryPage>(m_session.get(), nullptr);
        m_page->resize(size);
        m_page->show();
        m_page->activateWindow();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(m_page.get());
    }

    QString dataFolder() const { return m_folder.filePath(QStringLiteral("data")); }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    Session &session() { return *m_session; }
    HistoryPage &page() { return *m_page; }

    /// The widget of that accessible name and type in the page or its dialogs, visible or not; or null.
    template <typename Widget>
    Widget *find(const QString &name) const
    {
        const auto widgets = m_page->findChildren<Widget *>();
        for (Widget *widget : widgets) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<HistoryPage> m_page;
};

} // namespace hangup::test
