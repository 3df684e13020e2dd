"""Set up what is missing, then measure with the environment's own Python."""

import subprocess
import sys

from tools import setup


def main() -> None:
    setup.prepare()
    command = [str(setup.BIN / "python"), "-m", "tools.bench.table"]
    sys.exit(subprocess.run(command, cwd=setup.ROOT, env=setup.environment()).returncode)


if __name__ == "__main__":
    main()
