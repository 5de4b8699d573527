// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/inputgatherer.h"

#include "cli/cliwords.h"
#include "domain/textfile.h"
#include "domain/words.h"

#include <QMetaObject>
#include <QStringList>

#ifdef Q_OS_WIN
#include "cli/consolehandle_win.h"
#include "cli/handlereader_win.h"
#else
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace hangup {

InputGatherer::InputGatherer(Session *session, QList<CliInput> inputs, QObject *parent)
    : QObject(parent), m_session(session), m_inputs(std::move(inputs))
{
    connect(session, &Session::added, this, [this](const AddReport &report) {
        Q_EMIT added(report);
        next();
    });
    connect(session, &Session::fileFailed, this, &InputGatherer::fail);
}

void InputGatherer::start()
{
    QMetaObject::invokeMethod(this, &InputGatherer::next, Qt::QueuedConnection);
}

void InputGatherer::next()
{
    QStringList calls;
    while (!m_inputs.isEmpty() && m_inputs.first().kind == CliInput::Kind::Call)
        calls.append(m_inputs.takeFirst().text);
    if (!calls.isEmpty())
        Q_EMIT added(m_session->addText(calls.join(u'\n'), TextSource::Arguments));
    if (m_inputs.isEmpty()) {
        Q_EMIT gathered();
        return;
    }
    const CliInput input = m_inputs.takeFirst();
    switch (input.kind) {
    case CliInput::Kind::File:
        m_session->addFile(input.text);
        return;
    case CliInput::Kind::StandardInput:
        readStandardInput();
        return;
    case CliInput::Kind::Sample:
        Q_EMIT added(m_session->addText(m_session->sampleTicket(), TextSource::File, cliwords::sampleTicket()));
        next();
        return;
    case CliInput::Kind::Call:
        break; // taken above
    }
}

void InputGatherer::readStandardInput()
{
#ifdef Q_OS_WIN
    const auto take = [this](const char *bytes, qsizetype count) {
        if (count > 0)
            m_bytes.append(bytes, count);
        if (count > 0 && m_bytes.size() <= MaxTextFileBytes)
            return;
        m_listener->deleteLater();
        if (count < 0)
            fail({ FileError::Kind::NotReadable, cliwords::standardInput() });
        else
            takeStandardInput();
    };
    m_listener = new HandleReader(console::standardHandle(0), 65536, take, this);
#else
    auto *notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    m_listener = notifier;
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        // What is there already; a descriptor that is told to be readable does not wait.
        std::array<char, 65536> piece {};
        const ssize_t count = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (count > 0) {
            m_bytes.append(piece.data(), count);
            if (m_bytes.size() <= MaxTextFileBytes)
                return;
        } else if (count < 0 && (errno == EINTR || errno == EAGAIN)) {
            return;
        }
        notifier->setEnabled(false);
        if (count < 0)
            fail({ FileError::Kind::NotReadable, cliwords::standardInput() });
        else
            takeStandardInput();
    });
#endif
}

void InputGatherer::takeStandardInput()
{
    if (m_bytes.size() > MaxTextFileBytes) {
        fail({ FileError::Kind::TooLarge, cliwords::standardInput() });
        return;
    }
    const auto text = decodeText(m_bytes, cliwords::standardInput());
    m_bytes.clear();
    if (const auto *error = std::get_if<FileError>(&text)) {
        fail(*error);
        return;
    }
    Q_EMIT added(m_session->addText(std::get<QString>(text), TextSource::File, cliwords::standardInput()));
    next();
}

void InputGatherer::fail(const FileError &error)
{
    m_inputs.clear();
    Q_EMIT refused(words::fileError(error));
}

} // namespace hangup
