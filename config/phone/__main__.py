"""`python -m config.phone certify|serve …`: the two parts of `make phone` that need installed packages."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from config.phone.certificates import Certificates, PublicName, certify
from config.phone.page import PageServer, sheets
from finance.wording import say


def main() -> None:
    parser = argparse.ArgumentParser(prog="config.phone", description=__doc__)
    parts = parser.add_subparsers(dest="part", required=True)
    certifying = parts.add_parser("certify", help="bring the certificates up to date")
    certifying.add_argument("folder", type=Path)
    certifying.add_argument("hosts", nargs="+")
    serving = parts.add_parser("serve", help="print the QR code and serve the certificate page")
    serving.add_argument("folder", type=Path)
    serving.add_argument("--listen", required=True)
    serving.add_argument("--port", type=int, required=True)
    serving.add_argument("--address", required=True, help="where phones find this machine")
    serving.add_argument("--app", required=True, help="the https address of the app")
    chosen = parser.parse_args()
    {"certify": certify_hosts, "serve": serve}[chosen.part](chosen)


def certify_hosts(chosen: argparse.Namespace) -> None:
    try:
        certify(chosen.folder, chosen.hosts, now=datetime.now(UTC))
    except PublicName as public:
        sys.exit(say("phone.terminal.public", {"host": str(public)}))


def serve(chosen: argparse.Namespace) -> None:
    certificates = Certificates(chosen.folder)
    try:
        server = PageServer(chosen.listen, chosen.port, sheets(certificates, chosen.app))
    except OSError as taken:
        sys.exit(say("phone.terminal.port_taken", {"port": chosen.port, "reason": taken.strerror}))
    tell(certificates, f"http://{chosen.address}:{chosen.port}/", chosen.app)
    server.serve_forever()


def tell(certificates: Certificates, page: str, app: str) -> None:
    """Print the QR code of the certificate page, both addresses and the fingerprint to compare."""
    import segno

    print(say("phone.terminal.scan"))
    segno.make(page, micro=False).terminal(compact=True)
    words = {"page": page, "app": app, "fingerprint": certificates.fingerprint()}
    print(say("phone.terminal.addresses", words), flush=True)


if __name__ == "__main__":
    main()
