"""Measure the parts asked for in a scratch database, keep the figures, write the tables of docs/voice.md."""

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tools.bench.voice import report
from tools.proofs.report import commit
from tools.scratch import scratch_database
from tools.setup import ROOT

KEPT = ROOT / "var" / "bench-voice"
SPOKEN, ENGINE = 50, 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """What `make bench-voice` was asked for: sentences a voice, and a folder of people's recordings."""

    seed: int
    count: int
    recordings: Path | None
    scratch: Path


def main() -> None:
    given = os.environ
    with tempfile.TemporaryDirectory(dir=ROOT / "var", prefix="bench-") as folder:
        scratch_database(Path(folder))
        people = Path(given["RECORDINGS"]).resolve() if given.get("RECORDINGS") else None
        wanted = Wanted(int(given.get("SEED", "1")), int(given.get("SENTENCES", "60")), people, Path(folder))
        require_speakers()
        for part in (given.get("PART") or " ".join(PARTS)).split():
            print(f"{part} …", flush=True)
            made = {"seed": wanted.seed, **circumstances()}
            keep(part, {"found": PARTS[part](wanted), **made, "load": round(os.getloadavg()[0], 1)})
    report.write(figures())
    print(f"Written: {report.PAGE.relative_to(ROOT)}")


def require_speakers() -> None:
    from tools.bench.voice.voices import missing_programs

    if missing := missing_programs():
        sys.exit(f"The bench needs voices. Type: sudo apt-get install {' '.join([*missing, *FESTIVAL])}")


FESTIVAL = ("festvox-kdlpc16k",)


def hearing(wanted: Wanted) -> dict[str, Any]:
    from tools.bench.voice import hearing as part

    return part.measure(seed=wanted.seed, count=wanted.count, sounds=sounds(), folder=wanted.recordings)


def server(wanted: Wanted) -> dict[str, Any]:
    from tools.bench.voice import server as part

    return part.measure(seed=wanted.seed, sounds=sounds())


def browser(wanted: Wanted) -> dict[str, Any]:
    from tools.bench.voice import browser as part

    return part.measure(spoken(wanted, SPOKEN), wanted.scratch / "browser")


def engine(wanted: Wanted) -> dict[str, Any]:
    from tools.bench.voice import browser as part

    return dict(part.measure_engine(spoken(wanted, ENGINE), wanted.scratch / "engine"))


PARTS: dict[str, Callable[[Wanted], dict[str, Any]]] = {
    "hearing": hearing,
    "server": server,
    "engine": engine,
    "browser": browser,
}


def sounds() -> Path:
    """Where what was spoken is kept, so that the next run need not speak it again."""
    return KEPT / "sounds"


def spoken(wanted: Wanted, count: int) -> list[bytes]:
    """Sentences that mean a draft, each voice in turn."""
    from tools.bench.voice.said import drawn, sentences
    from tools.bench.voice.voices import HELD_OUT, speak
    from voice.parser import read

    rows = [said for said in sentences("given_en") if read(said.text, said.context)["action"] == "draft"]
    some = drawn(rows, count, f"browser{wanted.seed}")
    return [
        speak(HELD_OUT[at % len(HELD_OUT)], [said], wanted.seed, sounds())[0] for at, said in enumerate(some)
    ]


def keep(part: str, made: dict[str, Any]) -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / f"{part}.json").write_text(json.dumps(made, indent=1, ensure_ascii=False))


def circumstances() -> dict[str, Any]:
    """When it began, and on what."""
    from voice import speech_models

    model = speech_models.required("en")
    return {
        "commit": commit(),
        "date": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "cores": os.cpu_count(),
        "machine": platform.machine(),
        "model": f"{model.name} ({model.sha256[:8]}, {model.bytes / 1e6:.1f} MB)",
        "chromium": chromium(),
    }


def chromium() -> str:
    try:
        said = subprocess.run(["chromium", "--version"], capture_output=True, text=True).stdout.split()
    except OSError:
        return "none"
    return said[1] if len(said) > 1 else "unknown"


def figures() -> dict[str, dict[str, Any]]:
    """The latest figures of each part that was ever measured here."""
    kept = {part: KEPT / f"{part}.json" for part in PARTS}
    return {part: json.loads(path.read_text()) for part, path in kept.items() if path.exists()}


if __name__ == "__main__":
    main()
