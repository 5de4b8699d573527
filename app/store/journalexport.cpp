// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalexport.h"

#include "domain/export.h"
#include "store/journalrows.h"
#include "store/journalsearch.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSaveFile>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

/// A file that is hashed as it is written.
class HashedFile
{
public:
    HashedFile(const QString &path, HistoryFormat format) : m_file(path), m_format(format)
    {
        const QFileInfo info(path);
        // A pipe or a device there would wait, or take what is no file.
        const bool isFile = !info.exists() || info.isFile();
        m_ok = isFile && m_file.open(QIODevice::WriteOnly)
            && m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        write(historyHead(format));
    }

    void add(const HistoryCall &call)
    {
        write(historyRow(call, m_format, m_calls == 0));
        ++m_calls;
    }

    bool isOk() const { return m_ok; }

    HistoryExported finish()
    {
        write(historyTail(m_format, m_calls == 0));
        HistoryExported result { .path = m_file.fileName() };
        if (!m_ok || !m_file.commit())
            return result;
        result.written = true;
        result.calls = m_calls;
        result.sha256 = m_hash.result();
        return result;
    }

private:
    void write(const QByteArray &bytes)
    {
        m_ok = m_ok && m_file.write(bytes) == bytes.size();
        m_hash.addData(bytes);
    }

    QSaveFile m_file;
    HistoryFormat m_format;
    QCryptographicHash m_hash { QCryptographicHash::Sha256 };
    bool m_ok = false;
    qint64 m_calls = 0;
};

} // namespace

HistoryExported exportHistory(SqlConnection &connection, const HistoryQuery &query, const QString &path,
                              HistoryFormat format, const std::atomic<bool> &cancelled)
{
    const HistoryExported failed { .path = path };
    const SearchTerms terms = searchTerms(query, true);
    QSqlQuery *rows
        = connection.rows(u"SELECT %1 FROM call c JOIN batch b USING (batch) %2"
                          " ORDER BY b.at_ms DESC, b.batch DESC, c.position"_s.arg(callColumns(), terms.where),
                          terms.values);
    if (rows == nullptr)
        return failed;
    HashedFile file(path, format);
    while (file.isOk() && !cancelled && rows->next()) {
        if (const auto call = historyCall(*rows))
            file.add(*call);
    }
    const bool complete = !cancelled && !rows->lastError().isValid();
    rows->finish();
    return complete ? file.finish() : failed;
}

HistoryExported exportNothing(const QString &path, HistoryFormat format)
{
    return HashedFile(path, format).finish();
}

} // namespace hangup
