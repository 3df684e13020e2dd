"""`python -m tools.ledgers FIRST LAST`: the figures on the made-up ledgers of these seeds."""

import os
import sys


def main(first: int, last: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from tools.ledgers.table import measured, rows

    for name, figure in rows(measured(range(first, last + 1))).items():
        print(f"{name:<60} {figure}")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
