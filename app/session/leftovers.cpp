// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/leftovers.h"

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

const QString Section = u"leftovers"_s;

} // namespace

Leftovers::Leftovers(Places places, QObject *parent) : QObject(parent), m_places(std::move(places)) { }

QStringList Leftovers::entries() const
{
    return m_places.file->section(Section).values();
}

void Leftovers::write(const QStringList &entries)
{
    SettingsFile::Section section;
    for (qsizetype i = 0; i < entries.size(); ++i)
        section.insert(u"entry."_s + QString::number(i + 1), entries.at(i));
    m_places.file->setSection(Section, section);
}

void Leftovers::removeAll()
{
    const QStringList all = entries();
    for (const QString &entry : all)
        remove(entry);
}

void Leftovers::add(const QString &entry)
{
    if (entry.isEmpty() || entries().contains(entry))
        return;
    write(entries() << entry);
}

void Leftovers::forget(const QString &entry)
{
    QStringList all = entries();
    if (all.removeAll(entry) > 0)
        write(all);
}

void Leftovers::remove(const QString &entry)
{
    if (entry.isEmpty())
        return;
    if (m_places.isInUse(entry)) {
        forget(entry);
        m_places.saveFile();
        return;
    }
    SecretJob *job = m_places.secrets->remove(entry);
    ++m_asked;
    connect(job, &SecretJob::finished, this, [this, entry](const SecretAnswer &answer) {
        // With another problem it is asked for at the next start.
        if (!answer.problem || *answer.problem == SecretProblem::NotFound) {
            forget(entry);
            m_places.saveFile();
        }
        if (--m_asked == 0)
            Q_EMIT answered();
    });
}

} // namespace hangup
