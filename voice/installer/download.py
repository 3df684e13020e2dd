"""A large file from a server that may be slow or break off: what came is kept, the rest is asked for."""

import errno
import http.client
import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from voice.installer.errors import DownloadBroke, DownloadRefused, DownloadSlow, WrongArchive
from voice.installer.official import BROKEN

CHUNK = 64 * 1024
CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-\d{1,18}/(\d{1,18}|\*)", re.ASCII)
WORTH_COUNTING = 256 * 1024
"""Bytes after which a broken connection counts as a new one, not as one more failure."""
PASSING = (408, 425, 429, 500, 502, 503, 504)
"""Statuses of a server that may answer soon."""
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
"""The disk's errors: no other connection mends them."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds of silence, bytes that must come in each window of seconds, and how often to try in vain."""

    silence: float = 20.0
    window: float = 30.0
    least: int = 30_000
    tries: int = 5
    pause: float = 2.0


PATIENCE = Patience()


class Stalled(OSError):
    """Next to nothing came for a whole window."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file of `size` bytes at `url`, to be at `target`; it grows in a file beside it."""

    url: str
    size: int
    target: Path

    @property
    def part(self) -> Path:
        return self.target.with_name(f"{self.target.name}.part")

    @property
    def mark(self) -> Path:
        """Holds what the server said identifies the version that the part is of."""
        return self.target.with_name(f"{self.target.name}.mark")

    @property
    def have(self) -> int:
        return self.part.stat().st_size if self.part.exists() else 0

    def forget(self) -> None:
        self.part.unlink(missing_ok=True)
        self.mark.unlink(missing_ok=True)


def download(wanted: Wanted, progress: Callable[[int], None]) -> None:
    """Have the whole file at `target`; `progress` is told the bytes there so far.

    Raises DownloadBroke, DownloadSlow or DownloadRefused (what came stays for the next time), WrongArchive
    (it is dropped), or OSError when the disk takes no more.
    """
    failures = 0
    while wanted.have < wanted.size:
        before = wanted.have
        try:
            go_on(wanted, progress)
        except BROKEN as cause:
            failures = failures + 1 if wanted.have - before < WORTH_COUNTING else 0
            give_up_when(wanted, cause, failures >= PATIENCE.tries)
            time.sleep(PATIENCE.pause * failures)
        except WrongArchive:
            wanted.forget()
            raise
    wanted.part.replace(wanted.target)
    wanted.forget()


def go_on(wanted: Wanted, progress: Callable[[int], None]) -> None:
    """One connection: the bytes from where the part ends. Raises BROKEN when it ends too early."""
    try:
        with asked(wanted) as answer:
            start_at(wanted, place_of(answer, wanted.size))
            keep_mark(wanted, answer)
            copy(answer, wanted, progress)
    except urllib.error.HTTPError as refused:
        if refused.code == 416:
            wanted.forget()
        elif refused.code not in PASSING:
            raise DownloadRefused({"url": wanted.url, "status": refused.code}) from refused
        raise
    if wanted.have < wanted.size:
        raise ConnectionError("it ended too early")


def asked(wanted: Wanted) -> Any:
    opener = urllib.request.build_opener()
    if wanted.have:
        opener.addheaders.append(("Range", f"bytes={wanted.have}-"))
        if wanted.mark.exists():
            opener.addheaders.append(("If-Range", wanted.mark.read_text()))
    return opener.open(wanted.url, timeout=PATIENCE.silence)


def place_of(answer: http.client.HTTPResponse, size: int) -> int:
    """Where in the file the answer begins, 0 for a whole one. WrongArchive for a file of another length."""
    if answer.status == 206:
        found = CONTENT_RANGE.fullmatch(answer.headers.get("Content-Range", ""))
        if not found or found[2] not in ("*", str(size)):
            raise WrongArchive({"size": size})
        return int(found[1])
    if answer.headers.get("Content-Length", str(size)) != str(size):
        raise WrongArchive({"size": size})
    return 0


def start_at(wanted: Wanted, place: int) -> None:
    """Cut the part to where the answer begins: a server that cannot go on sends the file anew."""
    if place > wanted.have:
        wanted.forget()
        raise ConnectionError("the server left a gap")
    with wanted.part.open("ab") as part:
        part.truncate(place)


def keep_mark(wanted: Wanted, answer: http.client.HTTPResponse) -> None:
    """Only a strong ETag or a date may be asked with If-Range (RFC 9110, section 13.1.5)."""
    etag = answer.headers.get("ETag", "")
    mark = etag if etag.startswith('"') else answer.headers.get("Last-Modified", "")
    if mark:
        wanted.mark.write_text(mark)


def copy(answer: http.client.HTTPResponse, wanted: Wanted, progress: Callable[[int], None]) -> None:
    pace = Pace()
    with wanted.part.open("ab") as part:
        while piece := answer.read1(CHUNK):
            if part.tell() + len(piece) > wanted.size:
                raise WrongArchive({"size": wanted.size})
            part.write(piece)
            progress(part.tell())
            pace.came(len(piece))


class Pace:
    """Raises Stalled when less than `least` bytes came in a window."""

    def __init__(self) -> None:
        self._begin()

    def came(self, count: int) -> None:
        self._count += count
        if time.monotonic() - self._since < PATIENCE.window:
            return
        if self._count < PATIENCE.least:
            raise Stalled("too slow")
        self._begin()

    def _begin(self) -> None:
        self._since = time.monotonic()
        self._count = 0


def give_up_when(wanted: Wanted, cause: BaseException, enough: object) -> None:
    """Pass on what the disk said, and the last failure of the network when there were enough of them."""
    if isinstance(cause, OSError) and cause.errno in FULL:
        raise cause
    if enough:
        slow = isinstance(getattr(cause, "reason", cause), TimeoutError | Stalled)
        came = {"came": wanted.have // 1_000_000, "size": wanted.size // 1_000_000}
        raise (DownloadSlow if slow else DownloadBroke)(came) from cause
