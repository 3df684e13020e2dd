"""docs/voice.md as `make bench-voice` writes it."""

from typing import Any

from tools.bench.voice import report

SCORE = {"sentences": 2, "perfect": 1, "words": 10, "wrong": 1, "amounts": 2, "right": 1, "surely wrong": 1}
MADE = {
    "seed": 7,
    "commit": "abc1234",
    "date": "2026-11-22 20:00 UTC",
    "cores": 2,
    "machine": "x86_64",
    "load": 0.4,
    "model": "starter-en",
}
HEARD = {
    "starter-en": {
        "vocabulary": {"words": 4000, "given_en": 0.96, "own_en": 0.9},
        "voices": [{"voice": "espeak f3", "clean": SCORE, "20 dB": SCORE, "10 dB": SCORE}],
        "own rows": SCORE,
        "people": None,
    }
}
WAITING = {
    "sentences": 50,
    "drafts": 49,
    "waits": {"end decision → final draft": {"p50": 120.4, "p95": 200.0, "of": 49}},
    "memory before": 100.0,
    "memory after": 110.0,
    "memory peak": 130.0,
}


def written(**parts: Any) -> str:
    return "\n".join(report.tables({part: {"found": found, **MADE} for part, found in parts.items()}))


class TestTables:
    def test_have_each_voice_and_all_of_them(self) -> None:
        tables = written(hearing=HEARD)
        row = "| espeak f3 | 10.0 % | 10.0 % | 10.0 % | 50.0 % of 2 | 50.0 % of 2 | 50.0 % of 2 | 1 of 2 |"
        assert row in tables
        assert "| **all** | **10.0 %** |" in tables
        assert "4,000 words, which hold every word of 96.0 % of the given sentences" in tables

    def test_say_what_was_not_measured(self) -> None:
        assert "People: not measured" in written(hearing=HEARD)
        assert "*browser: not measured here.*" in written(hearing=HEARD)

    def test_say_when_on_what_and_how_to_repeat(self) -> None:
        when, where = "2026-11-22 20:00 UTC, commit abc1234, seed 7", "2 cores x86_64, load 0.4 at the end"
        assert f"Measured {when}, model starter-en, {where}." in written(browser=WAITING)

    def test_hold_the_waits_against_their_targets(self) -> None:
        assert "| end decision → final draft | 120 ms | 200 ms | 49 | p50 ≤ 300 ms |" in written(
            browser=WAITING
        )

    def test_take_the_place_between_the_markers_alone(self) -> None:
        page = f"before\n{report.BEGIN}\nold\n{report.END}\nafter\n"
        assert report.between(page, "new") == f"before\n{report.BEGIN}\nnew\n{report.END}\nafter\n"

    def test_have_their_place_in_the_page(self) -> None:
        assert report.PAGE.read_text("utf-8").count(report.BEGIN) == 1
        assert report.PAGE.read_text("utf-8").count(report.END) == 1
