"""`make phone`: serve over HTTPS on this network, and hand phones the certificate to trust.

PHONE_ADDRESS, PHONE_PORT (8443) and PHONE_PAGE_PORT (8080) choose another address and other ports.
"""

import os
import socket
import subprocess
import time
from pathlib import Path

from tools import run, setup

PORT = os.environ.get("PHONE_PORT", "8443")
PAGE_PORT = os.environ.get("PHONE_PAGE_PORT", "8080")
CHOSEN = os.environ.get("PHONE_ADDRESS", "")
LISTEN = CHOSEN or "0.0.0.0"
FOLDER = Path(os.environ.get("MY_FUNDS_VAR", str(setup.ROOT / "var"))) / "phone"
PYTHON = str(setup.BIN / "python")


def main() -> None:
    setup.say("My Funds for phones: getting ready")
    setup.prepare()
    serve()


def serve() -> None:
    """Certify, migrate, and serve the app and the certificate page until one of them ends."""
    address = CHOSEN or lan_address()
    hosts = [address, f"{socket.gethostname().split('.')[0].lower()}.local"]
    certify(hosts)
    os.environ |= settings_for(hosts)
    run.manage("migrate", "--verbosity", "0")
    children = [app(), page(address), run.due()]
    beside = []
    try:
        tell(children[0], address)
        beside.append(run.first_model())
        run.wait_for_one(children)
    finally:
        run.stop([*children, *beside])


def lan_address() -> str:
    """This machine's address on its network: where packets for elsewhere would leave from; none is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError as unreachable:
            remedy = "Join a network, or name the address: PHONE_ADDRESS=192.168.1.10 make phone"
            raise setup.SetupFailed(f"This machine is on no network. {remedy}") from unreachable
        return str(probe.getsockname()[0])


def certify(hosts: list[str]) -> None:
    command = [PYTHON, "-m", "config.phone", "certify", str(FOLDER), *hosts]
    setup.run(command, "The line above says why.")


def settings_for(hosts: list[str]) -> dict[str, str]:
    """What config.settings reads: these hosts over HTTPS, and no others."""
    origins = [f"https://{host}:{PORT}" for host in hosts]
    return {"HTTPS": "1", "ALLOWED_HOSTS": ",".join(hosts), "TRUSTED_ORIGINS": ",".join(origins)}


def app() -> subprocess.Popen[bytes]:
    keys = ["--ssl-keyfile", str(FOLDER / "server.key"), "--ssl-certfile", str(FOLDER / "server.crt")]
    quiet = ["--lifespan", "off", "--log-level", "warning", "--no-proxy-headers"]
    where = ["--host", LISTEN, "--port", PORT]
    return run.start([PYTHON, "-m", "uvicorn", "config.asgi:application", *where, *keys, *quiet])


def page(address: str) -> subprocess.Popen[bytes]:
    where = [
        "--listen",
        LISTEN,
        "--port",
        PAGE_PORT,
        "--address",
        address,
        "--app",
        f"https://{address}:{PORT}/",
    ]
    return run.start([PYTHON, "-m", "config.phone", "serve", str(FOLDER), *where])


def tell(server: subprocess.Popen[bytes], address: str) -> None:
    """Wait until the app answers, then say how the first person gets in."""
    while server.poll() is None and not listens(address):
        time.sleep(0.05)
    if server.poll() is not None:
        remedy = f"Is port {PORT} taken? Type: PHONE_PORT=8444 make phone"
        raise setup.SetupFailed(f"The server did not start. {remedy}")
    run.manage("setup_code")


def listens(address: str) -> bool:
    try:
        socket.create_connection((address, int(PORT)), timeout=2).close()
        return True
    except OSError:
        return False


if __name__ == "__main__":
    main()
