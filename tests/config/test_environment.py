from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment


class TestSwitch:
    @pytest.mark.parametrize(("value", "meaning"), [("1", True), ("Yes", True), ("off", False), ("0", False)])
    def test_reads_the_usual_words(self, monkeypatch: pytest.MonkeyPatch, value: str, meaning: bool) -> None:
        monkeypatch.setenv("HTTPS", value)
        assert environment.switch("HTTPS", default=not meaning) is meaning

    def test_refuses_other_words_with_name_value_and_remedy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HTTPS", "maybe")
        with pytest.raises(ImproperlyConfigured, match=r"HTTPS='maybe' .* write 1 for on or 0 for off"):
            environment.switch("HTTPS", default=False)


class TestWholeNumber:
    @pytest.mark.parametrize("value", ["0", "-3", "two", "1.5"])
    def test_refuses_what_is_too_small_or_no_number(
        self, monkeypatch: pytest.MonkeyPatch, value: str
    ) -> None:
        monkeypatch.setenv("VOICE_RECOGNIZERS", value)
        with pytest.raises(ImproperlyConfigured, match="whole number of 1 or more"):
            environment.whole_number("VOICE_RECOGNIZERS", 2, at_least=1)


class TestReadFile:
    def test_lets_the_environment_win_over_the_file(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("MY_FUNDS_A", "from the environment")
        monkeypatch.delenv("MY_FUNDS_B", raising=False)
        (tmp_path / ".env").write_text("# a remark\nMY_FUNDS_A=file\nMY_FUNDS_B='quoted'\n")
        environment.read_file(tmp_path / ".env")
        assert environment.text("MY_FUNDS_A", "") == "from the environment"
        assert environment.text("MY_FUNDS_B", "") == "quoted"
        monkeypatch.delenv("MY_FUNDS_B")


class TestNames:
    def test_splits_at_commas_and_drops_blanks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("ALLOWED_HOSTS", "a.example, b.example,,")
        assert environment.names("ALLOWED_HOSTS", []) == ["a.example", "b.example"]


class TestPrices:
    def test_reads_dollars_to_the_millionth(self) -> None:
        found = environment.prices(["a=0.30/2.50", "b=1/0.000001"])
        assert found == {"a": (300_000, 2_500_000), "b": (1_000_000, 1)}

    @pytest.mark.parametrize("entry", ["a", "a=0.3", "a=x/1", "a=1/2/3", "=1/2", "a=-1/2", "a=1/0.0000001"])
    def test_refuses_what_is_no_price(self, entry: str) -> None:
        with pytest.raises(ImproperlyConfigured, match=r"GEMINI_PRICES=.* write model=0\.30/2\.50"):
            environment.prices([entry])
