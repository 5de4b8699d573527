<?php
// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Stands in for Plivo's PHP client, which can't be had here: exactly the documented call, and the documented request, to
// the test's server.

namespace Plivo;

class Calls
{
    public function __construct(private string $authId, private string $authToken)
    {
    }

    public function delete(string $callUuid): void
    {
        $credentials = base64_encode($this->authId . ':' . $this->authToken);
        $context = stream_context_create(['http' => [
            'method' => 'DELETE',
            'header' => 'Authorization: Basic ' . $credentials,
            'ignore_errors' => true,
        ]]);
        $address = getenv('HANGUP_STANDIN_API') . '/v1/Account/' . $this->authId . '/Call/' . $callUuid . '/';
        file_get_contents($address, false, $context);
        if (!str_contains($http_response_header[0] ?? '', ' 204')) {
            throw new \RuntimeException($http_response_header[0] ?? 'no answer');
        }
    }
}

class RestClient
{
    public Calls $calls;

    public function __construct(?string $authId = null, ?string $authToken = null)
    {
        $this->calls = new Calls($authId ?? getenv('PLIVO_AUTH_ID'), $authToken ?? getenv('PLIVO_AUTH_TOKEN'));
    }
}
