// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/redactor.h"

#include <QByteArray>
#include <QString>

namespace hangup {

/// What an answer's body says. Reading it is a courtesy: the status alone decides.
struct AnswerText
{
    bool isJsonObject = false; ///< the body is one whole JSON object, `{}` included
    QString apiId; ///< `api_id`, or empty
    QString message; ///< the server's words, cleaned, at most 200 characters, plain text
};

/// Looks in a JSON object for `error` (whatever its case), `global_error`, `message`, `data.error`, in this order;
/// takes the raw text where that finds nothing. A server or a proxy may quote what it was sent: @p redactor takes the
/// secrets out before anything is cut. A body longer than the engine's cap must not come here.
AnswerText answerText(const QByteArray &body, const Redactor &redactor);

/// True if the body is one whole JSON object, `{}` included.
bool isJsonObject(const QByteArray &body);

} // namespace hangup
