"""The browser's part of `make bench-voice` on two sentences, so that it still works when it is wanted."""

import json
import subprocess
import sys
from pathlib import Path

from tests.e2e.phone import SPEECH
from tests.e2e.server import ROOT
from tools.bench.voice.browser import WAITS

PROGRAM = """
import json
import sys
from pathlib import Path
from tools.scratch import scratch_database
folder = Path(sys.argv[1])
scratch_database(folder)
from tools.bench.voice import browser
from voice import recordings
spoken = [recordings.samples(Path(path).read_bytes()) for path in sys.argv[2:]]
print(json.dumps(browser.measure(spoken, folder / "browser")))
"""


class TestMeasure:
    def test_tells_what_people_wait_for_and_what_the_page_holds(self, tmp_path: Path) -> None:
        sounds = [str(SPEECH / f"{name}.wav") for name in ("lidl", "coffee")]
        command = [sys.executable, "-c", PROGRAM, str(tmp_path), *sounds]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
        assert run.returncode == 0, run.stderr
        found = json.loads(run.stdout.splitlines()[-1])
        assert (found["sentences"], found["drafts"]) == (2, 2)
        assert set(found["waits"]) == set(WAITS)
        assert all(0 <= wait["p50"] < 20_000 for wait in found["waits"].values())
        assert found["memory peak"] >= found["memory before"] > 20
