"""What `make` runs: set-up, server, checks, tests. Needs the standard library alone until set-up is done."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (this is what tells an older Python)
    sys.exit("Python 3.11 or newer is needed. Type: make run PYTHON=python3.11")
