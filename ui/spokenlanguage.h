// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <memory>

class QTranslator;

namespace hangup {

/// The language the window speaks: loads its translation, and Qt's own for the same language, and sets how numbers and
/// times are written and in which direction texts run. To be made after the QApplication and before any window; while
/// it lives the language is in force.
class SpokenLanguage final
{
public:
    /// @p setting: Settings::language; empty follows the system.
    explicit SpokenLanguage(const QString &setting);
    ~SpokenLanguage();
    Q_DISABLE_COPY_MOVE(SpokenLanguage)

    /// The code: of those in Settings::languages() the first that the user wants. "en" if none.
    static QString choose(const QString &setting, const QStringList &wanted);
    const QString &code() const { return m_code; }

private:
    QString m_code;
    std::unique_ptr<QTranslator> m_own;
    std::unique_ptr<QTranslator> m_qt;
};

} // namespace hangup
