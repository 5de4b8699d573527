// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
package com.plivo.api.models.call;

/** Stands in for the resource of that name. */
public final class Call {
    private Call() {
    }

    public static CallDeleter deleter(String id) {
        return new CallDeleter(id);
    }
}
