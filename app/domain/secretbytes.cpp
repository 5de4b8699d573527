// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/secretbytes.h"

#include "domain/wipe.h"

namespace hangup {

SecretBytes::SecretBytes() : SecretBytes(QByteArrayView()) { }

SecretBytes::SecretBytes(QByteArrayView bytes)
    : m_bytes(new QByteArray(bytes.data(), bytes.size()), [](QByteArray *own) {
          wipe(*own);
          delete own;
      })
{
}

} // namespace hangup
