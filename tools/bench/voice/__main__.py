"""Set up what is missing, then measure with the environment's own Python: `make bench-voice [PART=…] [SEED=1]
[SENTENCES=60] [RECORDINGS=folder]`."""

import subprocess
import sys

from tools import setup


def main() -> None:
    setup.prepare_for_tests()
    command = [str(setup.BIN / "python"), "-m", "tools.bench.voice.measure"]
    sys.exit(subprocess.run(command, cwd=setup.ROOT, env=setup.environment()).returncode)


if __name__ == "__main__":
    main()
