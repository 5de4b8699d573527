// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "modeltesting.h"

#include "models/calllistmodel.h"

namespace hangup::testing {

/// Six calls that differ in every column; 5 and 6 are not done.
inline void addSixCalls(CallListModel &model)
{
    using namespace Qt::StringLiterals;
    model.add(paste({ { idOf(3), u"three"_s },
                      { idOf(1), u"one"_s, IdMark::Request },
                      { idOf(2), u"two"_s },
                      { idOf(6), u"six"_s },
                      { idOf(5), u"five"_s },
                      { idOf(4), u"four"_s } }));
    const auto set = [&model](int n, Outcome outcome, Reason reason, int status, int attempts, const QString &apiId,
                              const QString &message, int ms) {
        model.setResult({ idOf(n), outcome, reason, status, attempts, apiId, message, ms > 0 ? 1790000000000 : 0,
                          1790000000000 + ms, std::chrono::milliseconds(ms) });
    };
    set(1, Outcome::Unknown, Reason::ServerTrouble, 503, 4, u"zz"_s, u"busy"_s, 1200);
    set(2, Outcome::Ended, Reason::None, 204, 1, idOf(0xb).toString(), {}, 90);
    set(3, Outcome::NotLive, Reason::None, 404, 2, idOf(0xa).toString(), u"call not found"_s, 800);
    set(4, Outcome::NotSent, Reason::Stopped, 0, 0, {}, {}, 0);
    model.setOnItsWay(idOf(5), 3);
}

} // namespace hangup::testing
