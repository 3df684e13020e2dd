"""`make seed [ROWS=n]`: set up what is missing, bring the database up to date, fill in a household."""

import sys

from tools import setup


def main(words: list[str]) -> None:
    setup.prepare()
    python = str(setup.BIN / "python")
    setup.run([python, "manage.py", "migrate", "--verbosity", "0"], "The lines above say why.")
    setup.run([python, "manage.py", "seed", *words], "The line above says why.")


if __name__ == "__main__":
    main(sys.argv[1:])
