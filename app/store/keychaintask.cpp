// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/keychaintask.h"

#include "domain/wipe.h"

#include <QLibrary>
#include <QStringDecoder>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

using Service = KeychainView::Service;
using Collection = KeychainView::Collection;

/// Before a question: as long as the bus itself waits for an answer.
constexpr std::chrono::milliseconds PatienceBefore { 25'000 };
/// After one, only to find the better word.
constexpr std::chrono::milliseconds PatienceAfter { 5'000 };

/// Overwrites memory that another owner shares, which wipe(QByteArray &) would not reach.
void wipeShared(const QByteArray &bytes)
{
    wipe(const_cast<char *>(bytes.constData()), bytes.size());
}

bool isText(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    QString text = decoder(bytes);
    wipe(reinterpret_cast<char *>(text.data()), text.size() * qsizetype(sizeof(QChar)));
    return !decoder.hasError() && !bytes.contains('\0');
}

#ifdef Q_OS_LINUX
/// The library that QtKeychain loads when it is asked for the first time, by the name that it uses.
class Libsecret
{
public:
    Libsecret() : m_library(u"secret-1"_s, 0) { m_library.load(); }
    bool isThere() const { return m_library.isLoaded(); }

    /// Before a question to the service whose unique name is @p owner.
    void prepareFor(const QString &owner)
    {
        // As global as libsecret's own session, which it mirrors.
        static QString sessionOwner;
        if (sessionOwner.isEmpty())
            keepRunningWithoutBus();
        else if (sessionOwner != owner)
            forgetSession();
        sessionOwner = owner;
    }

private:
    /// libsecret keeps its session for as long as the program runs, also when the service has been started anew and
    /// knows of none (seen with 0.20.5). This makes it open another one.
    void forgetSession()
    {
        using Disconnect = void (*)();
        if (const auto disconnect = reinterpret_cast<Disconnect>(m_library.resolve("secret_service_disconnect")))
            disconnect();
    }

    /// GIO ends the whole program by a signal when the session bus goes away
    /// (https://docs.gtk.org/gio/property.DBusConnection.exit-on-close.html); calls may be on their way then.
    static void keepRunningWithoutBus()
    {
        using Get = void *(*)(int type, void *cancellable, void *error);
        using SetExit = void (*)(void *connection, int exit);
        QLibrary gio(u"gio-2.0"_s, 0);
        const auto get = reinterpret_cast<Get>(gio.resolve("g_bus_get_sync"));
        const auto setExit = reinterpret_cast<SetExit>(gio.resolve("g_dbus_connection_set_exit_on_close"));
        constexpr int sessionBus = 2;
        if (!get || !setExit)
            return;
        // The bus has just answered, so this does not wait for anything. It is the connection that libsecret shares;
        // never let go of, for the next one would end the program again.
        if (void *const connection = get(sessionBus, nullptr, nullptr))
            setExit(connection, 0);
    }

    QLibrary m_library;
};
#endif

/// QtKeychain says "unknown error" where libsecret is not installed.
bool lacksBackend()
{
#ifdef Q_OS_LINUX
    return !Libsecret().isThere();
#else
    return false;
#endif
}

void prepareBackendFor(const KeychainView &view)
{
#ifdef Q_OS_LINUX
    if (view.service == Service::Answered)
        Libsecret().prepareFor(view.owner);
#else
    Q_UNUSED(view);
#endif
}

} // namespace

KeychainTask::KeychainTask(Verb verb, QString service, QString entry, SecretBytes value)
    : m_verb(verb), m_service(std::move(service)), m_entry(std::move(entry)), m_value(std::move(value))
{
}

KeychainTask::~KeychainTask() = default;

void KeychainTask::start()
{
    lookThen(&KeychainTask::begin, PatienceBefore);
}

void KeychainTask::detach()
{
    m_detached = true;
    m_value = {};
    // Queued, so that QtKeychain has taken the job into its queue before it is let go.
    QMetaObject::invokeMethod(this, &KeychainTask::letGo, Qt::QueuedConnection);
}

// QtKeychain works through one queue for the whole process, and waits for the job at its head: for ever, where a prompt
// stays open. So the job is told to say that it is finished; it lives on, and says so once more when it is.
void KeychainTask::letGo()
{
    if (std::exchange(m_over, true))
        return;
    if (m_job) {
        m_lettingGo = true;
        m_job->emitFinished(); // without an error, for that would stay
        m_lettingGo = false;
    }
    Q_EMIT over();
}

void KeychainTask::onServiceGone()
{
    constexpr std::chrono::milliseconds grace { 1'000 }; // the backend mostly notices by itself
    QTimer::singleShot(grace, this, [this] {
        if (!m_job)
            return;
        m_value = {};
        answer({ .problem = SecretProblem::Failed });
        letGo();
    });
}

void KeychainTask::lookThen(Next next, std::chrono::milliseconds deadline)
{
    auto *look = new KeychainLook(m_service, m_entry, deadline, this);
    connect(look, &KeychainLook::seen, this, [this, next](const KeychainView &view) { (this->*next)(view); });
    look->start();
}

void KeychainTask::begin(const KeychainView &view)
{
    std::optional<SecretProblem> problem;
    if (view.service == Service::Absent)
        problem = SecretProblem::NoKeychain;
    else if (view.service == Service::Silent)
        problem = SecretProblem::Failed;
    else if (m_verb == Verb::Write && view.hasEntry())
        problem = SecretProblem::Failed; // libsecret would write over it
    const bool nothingThere
        = view.service == Service::Answered && !view.hasEntry() && view.byDefault == Collection::Open;
    if (!m_detached && !problem && !(m_verb == Verb::Remove && nothingThere)) {
        prepareBackendFor(view);
        ask();
        return;
    }
    answer({ .problem = problem });
    finish();
}

void KeychainTask::ask()
{
    QKeychain::Job *job = nullptr;
    switch (m_verb) {
    case Verb::Read:
        job = new QKeychain::ReadPasswordJob(m_service);
        break;
    case Verb::Write:
        job = makeWrite();
        break;
    case Verb::Remove:
        job = new QKeychain::DeletePasswordJob(m_service);
        break;
    }
    m_job = job;
    job->setAutoDelete(false);
    job->setKey(m_entry);
    connect(job, &QKeychain::Job::finished, this, &KeychainTask::take);
    auto *watch = new KeychainWatch(job);
    connect(watch, &KeychainWatch::gone, this, &KeychainTask::onServiceGone);
    job->start();
}

QKeychain::Job *KeychainTask::makeWrite()
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    // As text where it is one: a read finds that at once, and leaves no copy in base64 that nobody can overwrite.
    if (isText(m_value.view())) {
        QString text = QString::fromUtf8(m_value.view());
        job->setTextData(text);
        wipe(reinterpret_cast<char *>(text.data()), text.size() * qsizetype(sizeof(QChar)));
    } else {
        m_written = QByteArray(m_value.view().data(), m_value.view().size());
        job->setBinaryData(m_written);
    }
    return job;
}

void KeychainTask::take(QKeychain::Job *job)
{
    if (m_lettingGo)
        return;
    m_job = nullptr;
    job->deleteLater();
    m_error = job->error();
    wipeShared(m_written);
    if (m_verb == Verb::Read && m_error == QKeychain::NoError) {
        const QByteArray data = static_cast<QKeychain::ReadPasswordJob *>(job)->binaryData();
        const SecretBytes value(data);
        wipeShared(data);
        answer({ .problem = std::nullopt, .value = value });
        finish();
        return;
    }
    lookThen(&KeychainTask::conclude, PatienceAfter);
}

void KeychainTask::conclude(const KeychainView &view)
{
    // Unlocked by other means while the prompt stood open.
    if (m_verb == Verb::Read && m_error == QKeychain::EntryNotFound && view.entryOpen && !m_detached
        && !std::exchange(m_triedTwice, true)) {
        ask();
        return;
    }
    const SecretAnswer verdict = conclusion(view);
    // Before the answer, for a slot may detach this.
    const bool leftover = m_verb == Verb::Write && (m_detached || verdict.problem);
    answer(verdict);
    if (leftover)
        removeLeftover(view);
    else
        finish();
}

SecretAnswer KeychainTask::conclusion(const KeychainView &view) const
{
    return { .problem = m_error == QKeychain::NoError ? afterSuccess(view) : afterError(view) };
}

// A prompt that was dismissed ends in success too.
std::optional<SecretProblem> KeychainTask::afterSuccess(const KeychainView &view) const
{
    if (view.service == Service::Unseen || m_verb == Verb::Read)
        return std::nullopt;
    const bool seen = view.service == Service::Answered;
    if (seen && view.hasEntry() == (m_verb == Verb::Write))
        return std::nullopt;
    if (seen && (view.entryLocked || view.byDefault == Collection::Locked))
        return SecretProblem::Locked;
    return SecretProblem::Failed;
}

std::optional<SecretProblem> KeychainTask::afterError(const KeychainView &view) const
{
    // It was there before the question.
    if (view.service == Service::Absent)
        return SecretProblem::Failed;
    if (view.entryLocked || (m_verb == Verb::Write && view.byDefault == Collection::Locked))
        return SecretProblem::Locked;
    switch (QKeychain::Error(m_error)) {
    case QKeychain::EntryNotFound:
        return notFound(view);
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return SecretProblem::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return SecretProblem::NoKeychain;
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return lacksBackend() ? SecretProblem::NoKeychain : SecretProblem::Failed;
}

std::optional<SecretProblem> KeychainTask::notFound(const KeychainView &view) const
{
    if (m_verb == Verb::Write || view.entryOpen)
        return SecretProblem::Failed;
    if (m_verb == Verb::Remove)
        return std::nullopt;
#ifdef Q_OS_LINUX
    const bool open = view.service == Service::Answered && view.byDefault == Collection::Open;
#else
    const bool open = true; // these keychains say so when they are locked
#endif
    return open ? SecretProblem::NotFound : SecretProblem::NotFoundOrLocked;
}

void KeychainTask::removeLeftover(const KeychainView &view)
{
    // Behind a lock a removal would open a prompt, which nobody expects now.
    const bool none = view.service == Service::Absent || (view.service == Service::Answered && !view.entryOpen);
    if (none) {
        finish();
        return;
    }
    auto *job = new QKeychain::DeletePasswordJob(m_service); // deletes itself
    job->setKey(m_entry);
    connect(job, &QKeychain::Job::finished, this, &KeychainTask::finish);
    job->start();
}

void KeychainTask::answer(const SecretAnswer &answer)
{
    if (!std::exchange(m_detached, true))
        Q_EMIT answered(answer);
}

void KeychainTask::finish()
{
    deleteLater();
    if (!std::exchange(m_over, true))
        Q_EMIT over();
}

} // namespace hangup
