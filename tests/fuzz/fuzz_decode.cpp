// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "fuzz.h"

#include "domain/textfile.h"

using namespace hangup;

// What is taken for text is the file's text to the byte; all else is refused whole.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes = fuzzBytes(data, size);
    const auto decoded = decodeText(bytes, QStringLiteral("name"));
    if (const auto *text = std::get_if<QString>(&decoded)) {
        FUZZ_HOLDS(!text->contains(QChar(u'\0')));
        FUZZ_HOLDS(text->isValidUtf16());
        if (bytes.startsWith("\xEF\xBB\xBF"))
            FUZZ_HOLDS(text->toUtf8() == bytes.sliced(3));
        else if (!bytes.startsWith("\xFF\xFE") && !bytes.startsWith("\xFE\xFF"))
            FUZZ_HOLDS(text->toUtf8() == bytes);
    } else {
        FUZZ_HOLDS(std::get<FileError>(decoded).kind == FileError::Kind::NotText);
    }
    return 0;
}
