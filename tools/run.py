"""`make run`: set up what is missing, migrate, serve on http://localhost:8000 with `manage.py due` beside."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tools import setup

PORT = os.environ.get("PORT", "8000")
STARTED = time.monotonic()


def main() -> None:
    setup.say("My Funds: getting ready")
    setup.prepare()
    manage("migrate", "--verbosity", "0")
    children = [serve(), due()]
    if "--reload" in sys.argv:
        children.append(watch_page())
    beside = []
    try:
        tell(children[0])
        beside.append(first_model())
        wait_for_one(children)
    finally:
        stop([*children, *beside])


def manage(*arguments: str) -> None:
    command = [str(setup.BIN / "python"), "manage.py", *arguments]
    setup.run(command, "The lines above say why; `make check` may say more.")


def serve() -> subprocess.Popen[bytes]:
    reload = ["--reload", "--reload-dir", "."] if "--reload" in sys.argv else []
    command = ["-m", "uvicorn", "config.asgi:application", "--host", "localhost", "--port", PORT]
    return start(
        [str(setup.BIN / "python"), *command, "--lifespan", "off", "--log-level", "warning", *reload]
    )


def due() -> subprocess.Popen[bytes]:
    return start([str(setup.BIN / "python"), "manage.py", "due", "--forever"])


def first_model() -> subprocess.Popen[bytes]:
    """Try to fetch the small official speech model, once, quietly; the bundled starter listens meanwhile."""
    return start([str(setup.BIN / "python"), "manage.py", "speech_model", "first"])


def watch_page() -> subprocess.Popen[bytes]:
    return start([str(setup.BIN / "npm"), "run", "--silent", "build", "--", "--watch"])


def start(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, cwd=setup.ROOT, env=setup.environment())


def tell(server: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers, then say where it is and how the first person gets in."""
    answer = f"http://localhost:{PORT}/manifest.webmanifest"
    while server.poll() is None and not answers(answer):
        time.sleep(0.05)
    if server.poll() is not None:
        remedy = f"Is port {PORT} taken? Type: PORT=8001 make run"
        raise setup.SetupFailed(f"The server did not start. {remedy}")
    setup.say(f"Ready in {time.monotonic() - STARTED:.1f} s: http://localhost:{PORT}   (Ctrl+C stops)")
    manage("setup_code")


def answers(url: str) -> bool:
    import urllib.error
    import urllib.request

    try:
        with urllib.request.urlopen(url, timeout=2):
            return True
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False


def wait_for_one(children: list[subprocess.Popen[bytes]]) -> None:
    """Return when any child ends: one without the others is not the app."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        while all(child.poll() is None for child in children):
            time.sleep(0.3)
    except KeyboardInterrupt:
        print()
        setup.say(
            "Stopped. Everything recorded is kept in " + os.environ.get("MY_FUNDS_VAR", str(Path("var")))
        )


def stop(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        child.wait(timeout=15)


if __name__ == "__main__":
    main()
