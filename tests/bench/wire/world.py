# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
"""A network with a real round trip, for the clients that are measured and for their server.

Everything is made in namespaces without a name (network, mounts, processes): two runs never meet, and whatever ends a
run, the kernel takes all of it away. In here api.plivo.com is the server, the only trusted authority is the run's own,
and no packet finds a way out.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

HOST = "api.plivo.com"
CLIENT_ADDRESS = "10.9.0.1"
SERVER_ADDRESS = "10.9.0.2"
INSIDE = "HANGUP_BENCH_INSIDE"
TOOLS = ("unshare", "nsenter", "ip", "mount", "openssl", "nginx", "curl")


def missing():
    """Why no such network can be made here, or nothing."""
    for tool in TOOLS:
        if not shutil.which(tool):
            return f"{tool} is not installed"
    if os.geteuid() != 0:
        return "needs root, for its network devices"
    if not os.access("/dev/net/tun", os.R_OK | os.W_OK):
        return "there is no /dev/net/tun"
    if subprocess.run(["unshare", "-n", "-m", "-p", "--fork", "true"], check=False, capture_output=True).returncode:
        return "no namespaces can be made"
    return None


def enter():
    """Runs this program once more, inside, in a folder of its own on a real disk; its exit status. Takes the folder away.

    The first process of the new space of processes is this program; when it ends, the kernel ends all the others.
    """
    folder = tempfile.mkdtemp(prefix="hangup-bench-", dir="/var/tmp")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    command = ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]
    inside = subprocess.Popen(command + [sys.executable] + sys.argv, env=dict(os.environ, **{INSIDE: folder}))
    try:
        return inside.wait()
    except KeyboardInterrupt:  # the terminal told those inside too
        return 130
    finally:
        try:
            inside.wait(timeout=5)
        except subprocess.TimeoutExpired:
            inside.kill()
            inside.wait()
        shutil.rmtree(folder, ignore_errors=True)


def quietly(*command, **options):
    """A command that has to work."""
    done = subprocess.run([str(word) for word in command], check=False, capture_output=True, text=True, **options)
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


class World:
    """The two ends of the way, certificates, and the names that lead to the server."""

    def __init__(self, tools, round_trip_ms):
        self.folder = Path(os.environ[INSIDE])
        self.authority = self.folder / "certs" / "authority.pem"
        self._make_certificates()
        self._redirect_names()
        self._way = subprocess.Popen([tools / "roundtrip", str(round_trip_ms / 2)], stdin=subprocess.PIPE,
                                     stdout=subprocess.PIPE, text=True)
        self._space = f"/proc/{int(self._way.stdout.readline())}/ns/net"
        self._bring_up([], "near", CLIENT_ADDRESS)
        self._bring_up(self.at_server([]), "far", SERVER_ADDRESS)

    def at_server(self, command):
        """The command as it runs at the other end."""
        return ["nsenter", f"--net={self._space}"] + [str(word) for word in command]

    def environment(self, **more):
        """For a client: nothing of the machine's proxies, its keychain, or of another account."""
        dropped = ("proxy", "plivo_", "hangup_", "dbus_", "xdg_")
        kept = {name: value for name, value in os.environ.items()
                if not name.lower().startswith(dropped) and not name.lower().endswith("_proxy")}
        return kept | {"LC_ALL": "C.UTF-8", "NODE_EXTRA_CA_CERTS": str(self.authority)} | more

    def _bring_up(self, where, device, address):
        quietly(*where, "ip", "link", "set", "lo", "up")
        quietly(*where, "ip", "address", "add", f"{address}/24", "dev", device)
        quietly(*where, "ip", "link", "set", device, "up", "txqueuelen", "10000")

    def _make_certificates(self):
        certs = self.folder / "certs"
        certs.mkdir()
        key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2")
        quietly("openssl", "req", "-x509", *key, "-subj", "/CN=Hangup bench authority", "-keyout", "authority.key",
                "-out", self.authority, cwd=self.folder)
        quietly("openssl", "req", *key[:-2], "-subj", f"/CN={HOST}", "-keyout", "server.key", "-out", "server.csr",
                cwd=self.folder)
        (self.folder / "names").write_text(f"subjectAltName=DNS:{HOST}\n", encoding="ascii")
        quietly("openssl", "x509", "-req", "-in", "server.csr", "-CA", self.authority, "-CAkey", "authority.key",
                "-CAcreateserial", "-days", "2", "-extfile", "names", "-out", "server.pem", cwd=self.folder)
        shutil.copy(self.authority, certs / "ca-certificates.crt")
        quietly("openssl", "rehash", certs)

    def _redirect_names(self):
        hosts = self.folder / "hosts"
        hosts.write_text(f"127.0.0.1 localhost\n{SERVER_ADDRESS} {HOST}\n", encoding="ascii")
        quietly("mount", "--bind", hosts, "/etc/hosts")
        quietly("mount", "--bind", self.folder / "certs", "/etc/ssl/certs")
