# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
# Stands in for Plivo's Python client, which can't be had here: exactly the documented call, and the documented request,
# to the test's server.
import base64
import os
import urllib.request


class _Calls:
    def __init__(self, auth_id, auth_token):
        self._auth_id = auth_id
        self._auth_token = auth_token

    def delete(self, call_uuid):
        request = urllib.request.Request(
            f"{os.environ['HANGUP_STANDIN_API']}/v1/Account/{self._auth_id}/Call/{call_uuid}/", method="DELETE")
        credentials = base64.b64encode(f"{self._auth_id}:{self._auth_token}".encode()).decode()
        request.add_header("Authorization", "Basic " + credentials)
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as answer:
            return answer.status


class RestClient:
    def __init__(self, auth_id=None, auth_token=None):
        self.calls = _Calls(auth_id or os.environ["PLIVO_AUTH_ID"], auth_token or os.environ["PLIVO_AUTH_TOKEN"])
