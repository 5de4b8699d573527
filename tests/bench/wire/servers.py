# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
"""Stand-ins for Plivo. Each keeps a log of what came in, one line a request: method, path, status."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from world import SERVER_ADDRESS

NGINX = """
worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx-errors.log crit;
events {{ worker_connections 4096; }}
http {{
    log_format requests '$request_method $uri $status';
    access_log {folder}/requests.log requests;
    keepalive_requests {keepalive};
    keepalive_timeout 60s;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen {address}:443 ssl;
        server_name api.plivo.com;
        ssl_certificate {folder}/server.pem;
        ssl_certificate_key {folder}/server.key;
        ssl_protocols TLSv1.2 TLSv1.3;
        location ~ "^/v1/Account/MA[A-Z0-9]{{18}}/Call/[0-9a-f-]{{36}}/$" {{
            if ($request_method != DELETE) {{ return 404 '{{"error":"not found"}}'; }}
            return 204;
        }}
        location / {{ return 404 '{{"error":"not found"}}'; }}
    }}
}}
"""


class Server:
    """One that runs at the other end until stop()."""

    def __init__(self, world, command):
        self._log = world.folder / "requests.log"
        self._log.write_bytes(b"")
        self._process = subprocess.Popen(world.at_server(command))
        end = time.monotonic() + 10
        while True:
            try:
                socket.create_connection((SERVER_ADDRESS, 443), timeout=1).close()
                return
            except OSError:
                if time.monotonic() > end or self._process.poll() is not None:
                    self.stop()
                    raise RuntimeError("the server does not listen") from None
                time.sleep(0.05)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        """Ends it, and everything that it still has to do."""
        self._process.terminate()
        self._process.wait()

    def forget(self):
        """An empty log. Both servers append to the file, so what they write next is its first line."""
        os.truncate(self._log, 0)

    def requests(self, expected):
        """All that came in since: (method, path, status) each. Waits a moment for the last of them."""
        end = time.monotonic() + 2
        while True:
            lines = self._log.read_text(encoding="utf-8").splitlines()
            if len(lines) >= expected or time.monotonic() > end:
                return [tuple(line.split(" ")) for line in lines]
            time.sleep(0.02)


def nginx(world, keepalive=10**9):
    """204 to each DELETE of a call; closes each connection after so many requests."""
    config = world.folder / "nginx.conf"
    config.write_text(NGINX.format(folder=world.folder, keepalive=keepalive, address=SERVER_ADDRESS), encoding="utf-8")
    return Server(world, ["nginx", "-c", config, "-e", world.folder / "nginx-errors.log"])


def limited(world):
    """The account's limit as documented: more than 300 in any 5 s get a 429 with Retry-After. A small server of our
    own, for nginx's limit is a bucket that leaks and no window."""
    return Server(world, [sys.executable, Path(__file__).with_name("limitserver.py"), world.folder])
