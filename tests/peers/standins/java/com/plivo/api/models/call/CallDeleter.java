// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
package com.plivo.api.models.call;

import com.plivo.api.Plivo;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Sends the documented request to the test's server. */
public final class CallDeleter {
    private final String id;

    CallDeleter(String id) {
        this.id = id;
    }

    public void delete() throws IOException {
        String pair = Plivo.authId() + ":" + Plivo.authToken();
        String address = System.getenv("HANGUP_STANDIN_API") + "/v1/Account/" + Plivo.authId() + "/Call/" + id + "/";
        HttpURLConnection connection = (HttpURLConnection) new URL(address).openConnection(Proxy.NO_PROXY);
        connection.setRequestMethod("DELETE");
        connection.setRequestProperty("Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        if (connection.getResponseCode() != 204) {
            throw new IOException("status " + connection.getResponseCode());
        }
    }
}
