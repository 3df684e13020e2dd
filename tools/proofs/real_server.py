"""The real server in a process of its own, on the scratch database, to be killed at will."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field

from tools.setup import ROOT

STARTS_WITHIN = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@dataclass(slots=True)
class RealServer:
    """uvicorn on a free loopback port; it inherits the scratch database by the environment."""

    port: int = field(default_factory=free_port)
    child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "uvicorn", "config.asgi:application", "--lifespan", "off"]
        place = ["--host", "127.0.0.1", "--port", str(self.port), "--log-level", "critical"]
        self.child = subprocess.Popen(command + place, cwd=ROOT, env={**os.environ, "LOG_LEVEL": "CRITICAL"})
        deadline = time.monotonic() + STARTS_WITHIN
        while not self.answers():
            if time.monotonic() > deadline:
                raise TimeoutError(f"The server did not start within {STARTS_WITHIN:.0f} s.")
            time.sleep(0.05)

    def answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/manifest.webmanifest")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def kill(self) -> None:
        """kill -9: no goodbye, no flush."""
        if self.child:
            self.child.send_signal(signal.SIGKILL)
            self.child.wait()
            self.child = None
