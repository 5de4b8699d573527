// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "windowbench.h"

#include "session/livecalls.h"
#include "ui/livepage.h"

#include <QAction>
#include <QDateTime>
#include <QHash>
#include <QLabel>
#include <QMutex>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

namespace hangup::test {

/// What the scripted server says of one call; everything may change while it runs.
struct LiveScriptCall
{
    std::chrono::seconds age { 60 };
    QByteArray from = "493011111";
    QByteArray to = "493022222";
    QByteArray status = "in-progress";
    QByteArray direction = "outbound";
    QByteArray name {};
    QByteArray start {}; ///< instead of the age, as it stands
    bool isOver = false; ///< on the list, but 404 to each question
};

/// The account that a scripted server shows to the page "Live calls".
class LiveWorld
{
public:
    void put(const CallId &id, const LiveScriptCall &call)
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_calls.contains(id))
            m_order.append(id);
        m_calls.insert(id, call);
    }
    void end(const CallId &id)
    {
        const QMutexLocker lock(&m_mutex);
        m_calls.remove(id);
        m_order.removeAll(id);
    }
    void addOddEntry() { m_odd = ", \"not-an-id\""; }
    /// All get this answer from now on.
    void answerAll(const Answer &answer)
    {
        const QMutexLocker lock(&m_mutex);
        m_all = answer;
    }
    /// Answers 429 to all from now on, asking to wait so many seconds; 0: as before.
    void refuse(int seconds) { m_refusing = seconds; }

    /// On the server's thread.
    std::optional<Answer> answerTo(const Request &request)
    {
        if (request.method != "GET")
            return std::nullopt;
        const QMutexLocker lock(&m_mutex);
        if (m_all)
            return m_all;
        if (m_refusing > 0)
            return Answer::tooMany(QByteArray::number(m_refusing));
        return answer(request);
    }

private:
    std::optional<Answer> answer(const Request &request) const
    {
        const auto ask = request.ask();
        if (!ask) {
            QByteArray ids;
            if (request.target.contains("status=live")) {
                for (const CallId &id : m_order)
                    ids += (ids.isEmpty() ? "\"" : ", \"") + id.toLatin1() + '"';
                ids += m_odd;
            }
            return Answer::json(200, "{\"api_id\": \"x\", \"calls\": [" + ids + "]}");
        }
        const auto id = CallId::parse(QString::fromLatin1(request.callId()));
        return detail(*ask, id);
    }

    Answer detail(Ask ask, const std::optional<CallId> &id) const
    {
        if (ask != Ask::Live || !id || !m_calls.contains(*id))
            return Answer::callNotFound();
        const LiveScriptCall call = m_calls.value(*id);
        if (call.isOver)
            return Answer::callNotFound();
        const QByteArray start = !call.start.isEmpty() ? call.start
                                                       : QDateTime::currentDateTimeUtc()
                                                             .addSecs(-call.age.count())
                                                             .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                                                             .toLatin1();
        return Answer::json(200,
                            "{\"call_uuid\": \"" + id->toLatin1() + "\", \"call_status\": \"" + call.status
                                + "\", \"direction\": \"" + call.direction + "\", \"from\": \"" + call.from
                                + "\", \"to\": \"" + call.to + "\", \"caller_name\": \"" + call.name
                                + "\", \"session_start\": \"" + start + "\", \"api_id\": \"x\"}");
    }

    QMutex m_mutex;
    QList<CallId> m_order;
    QHash<CallId, LiveScriptCall> m_calls;
    QByteArray m_odd;
    std::optional<Answer> m_all;
    std::atomic<int> m_refusing { 0 };
};

/// The window with the page "Live calls" in front.
class LiveBench : public WindowBench
{
public:
    explicit LiveBench(On on) : WindowBench(on)
    {
        if (on == On::Server)
            server().setHandler([scripted = m_world](const Request &request) { return scripted->answerTo(request); });
    }
    /// By its tab, whatever the language.
    void show() { window().findChild<QTabBar *>()->setCurrentIndex(1); }
    /// Shows the page, and waits until all it says is read.
    bool open()
    {
        show();
        return read();
    }
    /// Until no reading is under way and there is a list.
    bool read(int patienceMs = 10'000)
    {
        return QTest::qWaitFor(
            [this] { return !session().live()->state().reading && session().live()->state().asOfMs != 0; }, patienceMs);
    }
    /// F5, until that reading is over.
    bool refresh()
    {
        const qint64 before = session().live()->state().asOfMs;
        QTest::keyClick(&window(), Qt::Key_F5);
        return QTest::qWaitFor(
            [&] { return !session().live()->state().reading && session().live()->state().asOfMs != before; }, 10'000);
    }
    LiveCallModel &model() { return *session().live()->model(); }
    QTableView *table() const { return page()->findChild<QTableView *>(); }
    QString stateWords() const { return find<QLabel>(QStringLiteral("State of the live calls"))->text(); }
    LivePage *page() const { return window_().findChild<LivePage *>(); }
    /// "0 1 2": which of id(0), id(1) … stand in the rows, "(1)" greyed.
    QString rows() const
    {
        QStringList numbers;
        const QAbstractItemModel *model = table()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QString number = numberOf(model->index(row, LiveCallModel::UuidColumn).data().toString());
            const bool gone = model->index(row, 0).data(LiveCallModel::GoneRole).toBool();
            numbers << (gone ? QStringLiteral("(%1)").arg(number) : number);
        }
        return numbers.join(QLatin1Char(' '));
    }
    static QString numbersOf(const QList<CallId> &ids)
    {
        QStringList numbers;
        for (const CallId &id : ids)
            numbers << numberOf(id.toString());
        return numbers.join(QLatin1Char(' '));
    }
    void select(const QList<int> &rows) const
    {
        table()->clearSelection();
        for (const int row : rows)
            table()->selectionModel()->select(table()->model()->index(row, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }

    /// Requests that are neither a list of calls nor a question about one: must be empty.
    QList<QByteArray> oddOnes()
    {
        QList<QByteArray> odd;
        const auto requests = server().requests();
        for (const Request &request : requests) {
            const bool list = request.method == "GET"
                && request.target.startsWith("/v1/Account/MATESTTESTTESTTEST01/Call/?status=");
            if (!list && !request.ask())
                odd += request.line;
        }
        return odd;
    }

private:
    /// Lives as long as the server asks it.
    std::shared_ptr<LiveWorld> m_world = std::make_shared<LiveWorld>();

public:
    LiveWorld &world = *m_world;

private:
    MainWindow &window_() const { return const_cast<LiveBench *>(this)->window(); }
    static QString numberOf(const QString &id) { return QString::number(id.left(8).toInt(nullptr, 16) - 0x10000000); }
};

} // namespace hangup::test
