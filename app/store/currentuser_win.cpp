// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/currentuser_win.h"

#include <aclapi.h>
#include <qt_windows.h>

namespace hangup {

CurrentUser::CurrentUser()
{
    HANDLE token = nullptr;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token))
        return;
    DWORD size = 0;
    GetTokenInformation(token, TokenUser, nullptr, 0, &size);
    m_user.resize(size);
    if (!GetTokenInformation(token, TokenUser, m_user.data(), size, &size))
        m_user.clear();
    CloseHandle(token);
}

void *CurrentUser::sid() const
{
    return m_user.empty() ? nullptr : reinterpret_cast<const TOKEN_USER *>(m_user.data())->User.Sid;
}

bool CurrentUser::owns(qintptr handle) const
{
    PSID owner = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (!sid()
        || GetSecurityInfo(reinterpret_cast<HANDLE>(handle), SE_KERNEL_OBJECT, OWNER_SECURITY_INFORMATION, &owner,
                           nullptr, nullptr, nullptr, &descriptor)
            != ERROR_SUCCESS)
        return false;
    const bool isOwn = owner && EqualSid(owner, sid());
    LocalFree(descriptor);
    return isOwn;
}

} // namespace hangup
