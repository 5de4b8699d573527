#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
"""Enforces Plivo's documented limit, 300 requests in any 5 s: 204 to a DELETE within it, 429 beyond. limitserver.py FOLDER

A 429 counts for the window too, as the strictest reading of the limit has it.
"""

import asyncio
import collections
import math
import re
import ssl
import sys
import time
from pathlib import Path

from world import SERVER_ADDRESS

REQUESTS, WINDOW = 300, 5.0
CALL = re.compile(r"/v1/Account/MA[A-Z0-9]{18}/Call/[0-9a-f-]{36}/")


class Limit:
    """The requests of the last 5 s."""

    def __init__(self):
        self._came = collections.deque()

    def take(self):
        """Counts one. 0: it is within the limit; else the seconds to wait."""
        now = time.monotonic()
        while self._came and self._came[0] < now - WINDOW:
            self._came.popleft()
        self._came.append(now)
        if len(self._came) <= REQUESTS:
            return 0
        return max(1, math.ceil(self._came[-REQUESTS] + WINDOW - now))


async def serve(reader, writer, limit, log):
    """One connection, request after request."""
    try:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            method, path, _ = head.split("\r\n", 1)[0].split(" ")
            length = re.search(r"\r\ncontent-length: *(\d+)", head.lower())
            await reader.readexactly(int(length.group(1)) if length else 0)
            wait = limit.take()
            if wait:
                status, answer = 429, f"429 Too Many Requests\r\nRetry-After: {wait}\r\nContent-Length: 0\r\n"
            elif method == "DELETE" and CALL.fullmatch(path):
                status, answer = 204, "204 No Content\r\n"
            else:
                status, answer = 404, "404 Not Found\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
            writer.write(f"HTTP/1.1 {answer}\r\n{'{}' if status == 404 else ''}".encode("latin-1"))
            log.write(f"{method} {path} {status}\n")
            log.flush()
    except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
        pass
    finally:
        writer.close()


async def main(folder):
    """Until it is ended."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem", folder / "server.key")
    limit = Limit()
    with open(folder / "requests.log", "a", encoding="utf-8") as log:
        server = await asyncio.start_server(lambda reader, writer: serve(reader, writer, limit, log), SERVER_ADDRESS, 443,
                                            ssl=context, backlog=1000)
        await server.serve_forever()


asyncio.run(main(Path(sys.argv[1])))
