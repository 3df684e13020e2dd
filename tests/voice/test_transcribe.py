import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.voice.conftest import SPEECH


def said(*arguments: str) -> str:
    printed = StringIO()
    call_command("transcribe", *arguments, stdout=printed)
    return printed.getvalue()


class TestTranscribe:
    def test_prints_the_transcript_and_the_reading(self) -> None:
        file = str(SPEECH / "lidl.wav")
        first, reading = said(file, "--today", "2026-03-18").split("\n", 1)
        assert first == f"{file}: twelve fifty at lidl yesterday"
        [item] = json.loads(reading)["items"]
        assert (item["amount"], item["currency"], item["date"]) == (1250, "EUR", "2026-03-17")

    def test_takes_the_currency_of_the_sentence_before_the_given_one(self) -> None:
        reading = said(str(SPEECH / "property.wav"), "--currency", "USD").split("\n", 1)[1]
        [item] = json.loads(reading)["items"]
        assert (item["amount"], item["currency"]) == (5_000_000_000, "INR")

    def test_takes_several_files(self) -> None:
        printed = said(str(SPEECH / "lidl.wav"), str(SPEECH / "silence.wav"))
        assert f"{SPEECH / 'silence.wav'}: (nothing heard)" in printed

    def test_refuses_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(CommandError, match="cannot be read: No such file"):
            said(str(tmp_path / "none.wav"))

    def test_refuses_what_is_no_recording_with_the_remedy(self, tmp_path: Path) -> None:
        (tmp_path / "note.wav").write_text("not sound")
        with pytest.raises(CommandError, match=r"not a WAV recording\. Send 16-bit PCM"):
            said(str(tmp_path / "note.wav"))
