// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/tokenreader.h"

#include "cli/cliwords.h"
#include "domain/accountwords.h"
#include "domain/wipe.h"

#include <algorithm>

namespace hangup {

TokenReader::TokenReader(bool stdinIsFree, QObject *parent) : QObject(parent), m_stdinIsFree(stdinIsFree)
{
    m_bytes.reserve(MostBytes); // grown once: no copy of it stays behind
}

TokenReader::~TokenReader()
{
    delete m_listener; // before what it listens to
    wipe(m_bytes);
}

void TokenReader::append(const char *bytes, qsizetype size)
{
    m_bytes.append(bytes, std::min(size, MostBytes - m_bytes.size()));
}

void TokenReader::take()
{
    m_terminal.reset();
    QByteArrayView line(m_bytes);
    line = line.trimmed();
    const bool isOne = std::none_of(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; });
    const bool isNone = line.isEmpty();
    const std::optional<AuthToken> token = isOne && !isNone ? AuthToken::parse(line) : std::nullopt;
    wipe(m_bytes);
    if (isNone)
        Q_EMIT refused(cliwords::noTokenGiven());
    else if (!isOne)
        Q_EMIT refused(cliwords::moreThanAToken());
    else if (!token)
        Q_EMIT refused(words::tokenError());
    else
        Q_EMIT got(*token);
}

} // namespace hangup
