"""Set up what is missing, then measure with the environment's own Python: `make bench-insights [ROWS=n]`."""

import os
import subprocess
import sys

from tools import setup


def main() -> None:
    setup.prepare_for_tests()
    most = os.environ.get("ROWS", "1000000")
    command = [str(setup.BIN / "python"), "-m", "tools.bench.insights.table", most]
    sys.exit(subprocess.run(command, cwd=setup.ROOT, env=setup.environment()).returncode)


if __name__ == "__main__":
    main()
