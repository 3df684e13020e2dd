"""What processes hold in memory, in MB, as Linux counts it; zero elsewhere."""

from collections.abc import Iterator
from pathlib import Path

PROCESSES = Path("/proc")


def resident(pid: int) -> float:
    return field(pid, "VmRSS") / 1024


def peak(pid: int) -> float:
    return field(pid, "VmHWM") / 1024


def field(pid: int, name: str) -> int:
    """A number of a process's status: kB for memory; 0 where there is none."""
    try:
        lines = (PROCESSES / str(pid) / "status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{name}:")), 0)


def renderers(profile: Path) -> list[int]:
    """The page processes of the Chromium that was started with a profile."""
    browsers = [
        pid for pid, words in processes() if f"--user-data-dir={profile}" in words and not typed(words)
    ]
    below = descendants(set(browsers))
    return [pid for pid, words in processes() if pid in below and "--type=renderer" in " ".join(words)]


def descendants(parents: set[int]) -> set[int]:
    found = set(parents)
    while True:
        more = {pid for pid, _ in processes() if field(pid, "PPid") in found} - found
        if not more:
            return found
        found |= more


def processes() -> Iterator[tuple[int, list[str]]]:
    for folder in PROCESSES.glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue
        yield int(folder.name), words


def typed(words: list[str]) -> bool:
    return "--type=" in " ".join(words)
