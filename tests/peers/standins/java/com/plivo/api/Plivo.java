// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
package com.plivo.api;

/** Stands in for Plivo's Java client, which can't be had here: exactly the documented calls. */
public final class Plivo {
    private static String authId;
    private static String authToken;

    private Plivo() {
    }

    public static void init() {
        authId = System.getenv("PLIVO_AUTH_ID");
        authToken = System.getenv("PLIVO_AUTH_TOKEN");
    }

    /** For the stand-ins alone. */
    public static String authId() {
        return authId;
    }

    /** For the stand-ins alone. */
    public static String authToken() {
        return authToken;
    }
}
