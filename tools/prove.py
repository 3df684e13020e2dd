"""`make prove [SEED=n] [ONLY="name …"]`: set up what is missing, run the long proofs, write docs/proof.md."""

import os
import subprocess
import sys

from tools import setup


def main() -> None:
    setup.prepare_for_tests()
    command = [str(setup.BIN / "python"), "-m", "tools.proofs", os.environ.get("SEED", "1")]
    command += os.environ.get("ONLY", "").split()
    sys.exit(subprocess.run(command, cwd=setup.ROOT, env=setup.environment()).returncode)


if __name__ == "__main__":
    main()
