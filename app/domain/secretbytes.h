// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace hangup {

/// Bytes that nobody may read by accident: a value kept in the keychain, a password. Their memory is overwritten when
/// the last copy goes. No stream operator, no toString().
class SecretBytes
{
public:
    SecretBytes();
    /// Copies @p bytes; the caller overwrites its own.
    explicit SecretBytes(QByteArrayView bytes);

    bool isEmpty() const { return m_bytes->isEmpty(); }
    /// For the keychain, the redactor and the wire. Must not be kept elsewhere.
    QByteArrayView view() const { return *m_bytes; }

private:
    std::shared_ptr<QByteArray> m_bytes; ///< shared, overwritten by the deleter
};

} // namespace hangup
