"""The score of a whole set, whoever the parser is."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tools.score import __main__ as command
from tools.score.rows import Row, files, rows
from tools.score.scoring import EXACT, answers, by_split, grouped, tally_of

ROWS: list[Row] = [
    {
        "text": text,
        "lang": "en-US",
        "context": {"today": "2026-03-18"},
        "tags": ["plain"],
        "split": split,
        "expect": {
            "action": ["draft"],
            "items": [{"type": ["expense"], "amount": [1250], "currency": "USD", "must_flag": True}],
        },
    }
    for text, split in (("right", "dev"), ("wrong", "dev"), ("crash", "heldout"))
]


def parser(text: str, context: dict[str, Any]) -> dict[str, Any]:
    item = {"type": "expense", "currency": "USD", "amount": len(text) * 250, "confidence": {"amount": 0.5}}
    readings: dict[str, dict[str, Any]] = {
        "right": {"action": "draft", "items": [item]},
        "wrong": {"action": "refuse"},
    }
    return readings[text]


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in ROWS))
    return str(path)


class TestAnswers:
    def test_count_a_crash_as_one_wrong_row(self) -> None:
        assert [one.exact for one in answers(parser, ROWS)] == [True, False, False]

    def test_are_counted_by_split(self) -> None:
        shares = {
            name: tally_of(group).counted(EXACT)
            for name, group in grouped(answers(parser, ROWS), by_split).items()
        }
        assert shares == {"dev": "1/2 50.0 %", "heldout": "0/1 0.0 %"}

    def test_count_a_missing_item_as_unflagged_but_not_as_confident(self) -> None:
        tally = tally_of(answers(parser, ROWS))
        assert tally.counted("flagged when unsure") == "1/3 33.3 %"
        assert tally.counted("not confidently wrong") == "3/3 100.0 %"


class TestCommand:
    name = f"{__name__}:parser"

    def test_never_shows_a_row_held_out(self, file: str, capsys: pytest.CaptureFixture[str]) -> None:
        command.main([self.name, file, "--fails", "9", "--tags"])
        told = capsys.readouterr().out
        assert "| wrong" in told
        assert "| crash" not in told

    def test_answers_in_json(self, file: str, capsys: pytest.CaptureFixture[str]) -> None:
        command.main([self.name, file, "--json", "--split", "dev"])
        assert json.loads(capsys.readouterr().out)[EXACT] == 0.5

    def test_says_when_there_is_nothing_to_score(self, file: str) -> None:
        with pytest.raises(SystemExit, match="No rows"):
            command.main([self.name, file, "--split", "seen"])


class TestRowsOfThisHouse:
    def test_are_told_apart_by_the_hash_of_their_words(self) -> None:
        for row in rows(files()):
            if row["split"] != "seen":
                words = f"{row['lang']}|{row['text']}".encode()
                assert row["id"] == hashlib.sha1(words).hexdigest()[:10]
                assert row["split"] == ("dev" if int(row["id"], 16) % 2 else "heldout")

    def test_say_each_sentence_once_a_language(self) -> None:
        said = [(row["lang"], row["text"], json.dumps(row["context"])) for row in rows(files())]
        assert len(said) == len(set(said))
