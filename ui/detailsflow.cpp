// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/detailsflow.h"

#include "domain/callwords.h"
#include "session/livecalls.h"
#include "ui/calldetails.h"
#include "ui/messages.h"

#include <QDateTime>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hangup {

DetailsFlow::DetailsFlow(Session *session, CallDetails *pane, QWidget *window)
    : QObject(window), m_session(session), m_pane(pane), m_window(window), m_clock(new QTimer(this))
{
    connect(session, &Session::infoRead, this, &DetailsFlow::read);
    connect(session, &Session::accountChanged, this, &DetailsFlow::startAnew);
    connect(session, &Session::readElsewhere, this, &DetailsFlow::readElsewhere);
    connect(session, &Session::callFinished, this, [this] {
        if (m_pane->isVisible())
            show(); // what is offered depends on the outcome
    });
    connect(m_clock, &QTimer::timeout, this, [this] {
        if (m_pane->isVisible())
            show();
    });
    m_clock->start(std::chrono::seconds(1));
    connectPane();
    show();
}

void DetailsFlow::connectPane()
{
    connect(m_pane, &CallDetails::closeRequested, m_pane, &QWidget::hide);
    connect(m_pane, &CallDetails::lookUpRequested, this, [this] {
        if (m_id)
            lookUp({ *m_id });
    });
    connect(m_pane, &CallDetails::legChosen, this, &DetailsFlow::chooseLeg);
    connect(m_pane, &CallDetails::elsewhereWanted, this, &DetailsFlow::askElsewhere);
    connect(m_pane, &CallDetails::requestCancelWanted, this, [this] {
        if (m_id)
            Q_EMIT requestCancelWanted(*m_id);
    });
    connect(m_pane, &CallDetails::copyAsChosen, this, [this](CopyLanguage language) {
        if (m_id)
            Q_EMIT copyAsWanted(*m_id, language);
    });
}

bool DetailsFlow::tokenIsThere() const
{
    const TokenState token = m_session->book()->tokenState(m_session->account().key);
    return token == TokenState::NotNeeded || token == TokenState::Ready;
}

void DetailsFlow::lookUp(const QList<CallId> &ids)
{
    if (ids.isEmpty()) {
        Q_EMIT told(tr("Select the calls to look up first."));
        return;
    }
    if (!tokenIsThere()) {
        Q_EMIT tokenNeeded();
        return;
    }
    m_asked = ids.first(std::min(ids.size(), MostAtOnce));
    m_id = m_asked.constFirst();
    for (const CallId &id : std::as_const(m_asked))
        m_asking.insert(id, QDateTime::currentMSecsSinceEpoch());
    m_pane->show();
    show();
    const auto count = static_cast<int>(m_asked.size());
    const QString asking
        = count == 1 ? tr("Asking Plivo about 1 call …") : tr("Asking Plivo about %n calls …", nullptr, count);
    Q_EMIT told(ids.size() > MostAtOnce ? tr("%1 Not more than %2 are looked up at once.").arg(asking).arg(MostAtOnce)
                                        : asking);
    m_session->lookUp(m_asked);
}

void DetailsFlow::follow(const std::optional<CallId> &id)
{
    m_id = id;
    if (m_pane->isVisible())
        show();
}

void DetailsFlow::read(const CallInfoRead &read)
{
    if (read.info && read.info->parent && *read.info->parent != read.id)
        m_children[*read.info->parent].insert(read.id);
    const bool wasAsked = m_asking.remove(read.id) > 0;
    // What the live page reads by the thousand is known to the session; here only what the user asked about is kept.
    if (wasAsked || m_reads.contains(read.id))
        m_reads.insert(read.id, read);
    // Of an earlier look-up its row tells; the sentence is about the latest.
    if (wasAsked && m_asked.contains(read.id))
        tellAnswered(read);
    // What else comes in is shown with the next tick.
    if (m_pane->isVisible() && m_id == read.id)
        show();
}

/// Of one call what Plivo says, of several how many are known, once the last one is answered.
void DetailsFlow::tellAnswered(const CallInfoRead &latest)
{
    if (m_asked.size() == 1) {
        Q_EMIT told(words::infoSentence(latest, QDateTime::currentMSecsSinceEpoch()));
        return;
    }
    if (std::any_of(m_asked.cbegin(), m_asked.cend(), [this](const CallId &id) { return m_asking.contains(id); }))
        return;
    const auto of = [this](LookState state) {
        return static_cast<int>(std::count_if(m_asked.begin(), m_asked.end(), [this, state](const CallId &id) {
            return m_reads.contains(id) && m_reads.value(id, { .id = id }).state == state;
        }));
    };
    Q_EMIT told(tr("Looked up: %1 known, %2 not known to this account, %3 could not be read.")
                    .arg(of(LookState::Live))
                    .arg(of(LookState::Gone))
                    .arg(of(LookState::Unclear)));
}

/// Another account: nothing is known.
void DetailsFlow::startAnew()
{
    m_reads.clear();
    m_children.clear();
    m_elsewhere.clear();
    m_asking.clear();
    m_asked.clear();
    show();
}

void DetailsFlow::chooseLeg(const CallId &id)
{
    Q_EMIT legChosen(id);
    m_id = id;
    show();
    if (!known(id))
        lookUp({ id });
}

void DetailsFlow::askElsewhere()
{
    const QList<Account> others = m_session->otherAccounts();
    if (!m_id || others.isEmpty())
        return;
    QStringList names;
    for (const Account &account : others)
        names += account.name;
    auto *box = plainMessage(m_window, QMessageBox::Question, tr("Look in other accounts"),
                             tr("Plivo is asked about %1 with these accounts:\n\n%2\n\nNothing is ended and nothing "
                                "is changed. Their tokens are read for it.")
                                 .arg(m_id->toString(), names.join(u'\n')));
    auto *yes = box->addButton(tr("Ask them"), QMessageBox::AcceptRole);
    auto *no = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(yes, &QAbstractButton::clicked, this, [this, id = *m_id] {
        m_elsewhere.remove(id);
        m_session->lookUpElsewhere(id);
    });
    box->open();
}

void DetailsFlow::readElsewhere(const Account &account, const CallInfoRead &read)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_elsewhere[read.id] += read.state == LookState::Gone ? tr("%1: no such call").arg(account.name)
                                                          : account.name + u": "_s + words::infoSentence(read, now);
    show();
}

std::optional<CallInfoRead> DetailsFlow::known(const CallId &id) const
{
    const auto read = m_reads.constFind(id);
    const std::optional<CallInfo> info = m_session->info(id);
    // A question without a clear answer takes nothing away from what is known.
    const bool isNews = read != m_reads.cend() && (!info || read->state != LookState::Unclear);
    if (isNews && (!info || !read->info || read->info->readAtMs >= info->readAtMs))
        return *read;
    return info ? std::optional(CallInfoRead { .id = id, .state = LookState::Live, .info = info }) : std::nullopt;
}

/// Of a call on the live page what stands there; of another one what can be said of it alone.
StuckFinding DetailsFlow::finding(const CallInfo &info) const
{
    const LiveCallModel *live = m_session->live()->model();
    if (live->info(info.id) && !live->isGone(info.id))
        return live->finding(info.id);
    StuckBook book;
    book.appear(info.id);
    book.read(info);
    StuckFinding alone = book.finding(info.id, m_session->settings().stuck, QDateTime::currentMSecsSinceEpoch(), false);
    alone.notSure = false;
    return alone;
}

/// What was read of a live call is not true any more.
bool DetailsFlow::hasEndedSince(const CallInfo &info) const
{
    if (info.phase == CallPhase::Over)
        return false;
    const LiveCallModel *live = m_session->live()->model();
    const std::optional<CallInfo> listed = live->info(info.id);
    if (listed && live->isGone(info.id) && listed->readAtMs >= info.readAtMs)
        return true;
    const std::optional<CallResult> result = m_session->calls()->result(info.id);
    const bool isOver = result
        && (result->outcome == Outcome::Ended || result->outcome == Outcome::NotLive
            || result->outcome == Outcome::NotLiveMaybeUs || result->reason == Reason::OverAlready);
    return isOver && result->finishedAtMs >= info.readAtMs;
}

/// However long it takes: what has had no answer for so long is not shown as being asked for ever.
bool DetailsFlow::isAsking(const CallId &id) const
{
    constexpr std::chrono::milliseconds Patience = std::chrono::seconds(60);
    const auto since = m_asking.constFind(id);
    return since != m_asking.cend() && QDateTime::currentMSecsSinceEpoch() - *since < Patience.count();
}

/// Not of what was ended, nor of what Plivo has told of as a call since. It need not be listed: it is when the offer is
/// taken.
bool DetailsFlow::offersRequest(const CallId &id, const std::optional<CallInfoRead> &read) const
{
    const std::optional<CallResult> result = m_session->calls()->result(id);
    const bool isEnded = result && result->outcome == Outcome::Ended;
    const bool isCall = result && read && read->info && read->info->readAtMs >= result->finishedAtMs;
    return !isEnded && !isCall && m_session->mayBeRequest(id);
}

void DetailsFlow::show()
{
    if (!m_id) {
        m_pane->showNothing(tr("Select a call to see who is on it; F6 asks Plivo."));
        return;
    }
    const CallId id = *m_id;
    DetailsOfCall call { .id = id,
                         .read = known(id),
                         .isAsking = isAsking(id),
                         .rules = m_session->settings().stuck,
                         .context = m_session->calls()->context(id) };
    if (call.read && call.read->info) {
        call.hasEnded = hasEndedSince(*call.read->info);
        if (!call.hasEnded)
            call.finding = finding(*call.read->info);
        if (call.read->info->parent && *call.read->info->parent != id)
            call.parent = call.read->info->parent;
    }
    const QSet<CallId> children = m_children.value(id);
    call.children = QList<CallId>(children.begin(), children.end());
    std::sort(call.children.begin(), call.children.end());
    const bool isGone = call.read && call.read->state == LookState::Gone;
    call.offersRequest = !call.isAsking && offersRequest(id, call.read);
    call.offersElsewhere = isGone && !call.isAsking && !m_session->otherAccounts().isEmpty();
    call.elsewhere = m_elsewhere.value(id);
    // The id alone is said already.
    if (call.context.trimmed().compare(id.toString(), Qt::CaseInsensitive) == 0)
        call.context.clear();
    m_pane->showCall(call, QDateTime::currentMSecsSinceEpoch());
}

} // namespace hangup
