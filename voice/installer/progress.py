"""How far an installation is, on a terminal: one line that is drawn over itself."""

from typing import TextIO

from finance.wording import say
from voice.installer.standing import Installation

WIDTH = 30


class Bar:
    """Draws on a terminal; where the output goes into a file it stays silent."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._drawn = ""

    def show(self, now: Installation) -> None:
        line = drawn(now) if now.total and self._out.isatty() else ""
        if line != self._drawn:
            self._out.write(f"\r\x1b[K{line}")
            self._out.flush()
            self._drawn = line

    def done(self) -> None:
        """Leave the line free for what follows."""
        if self._drawn:
            self._out.write("\r\x1b[K")
            self._drawn = ""


def drawn(now: Installation) -> str:
    """ "vosk-model-small-en-us-0.15, fetching [####    ] 12.3 of 41.2 MB"."""
    filled = WIDTH * now.done // now.total
    places = {"name": now.name, "bar": "#" * filled + " " * (WIDTH - filled)}
    done, total = in_megabytes(now.done), in_megabytes(now.total)
    return say(f"models.{now.step}", {**places, "done": done, "total": total})


def in_megabytes(size: int) -> str:
    """Bytes as millions of them: "41.2"."""
    return f"{size / 1_000_000:.1f}"
