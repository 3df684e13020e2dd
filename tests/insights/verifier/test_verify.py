"""Good narratives pass; what is false, foreign or forbidden is rejected, each for its reason."""

from itertools import islice

import pytest

from insights.verifier import Unverified, render, verify
from tools.narratives.corpus import CHOICE, fitted, lines
from tools.narratives.months import Household, household
from tools.narratives.mutations import mutants

HOME = household(27)
OTHERS = [household(seed) for seed in (1, 44)]
GOOD = [
    line
    for name in ("good", "fresh", "fresh_2", "fresh_3", "fresh_4", "fresh_5")
    for line in lines(f"{name}.txt")
]
HOSTILE = [tuple(line.split(" | ", 1)) for line in lines("hostile.txt")]


def faults(text: str, home: Household = HOME) -> set[str]:
    return {fault.code for fault in verify(text, home.facts, month=home.month, today=home.today)}


def worded(text: str, home: Household = HOME) -> str:
    """The text with the words that its choices fall to."""
    return CHOICE.sub(lambda found: found[2] if home.facts[found[1]].sign > 0 else found[3], text)


class TestVerify:
    def test_has_corpora_large_enough(self) -> None:
        assert len(set(HOSTILE)) >= 100
        assert len(set(GOOD)) >= 100

    @pytest.mark.parametrize(("code", "text"), HOSTILE)
    def test_rejects_the_hostile_for_its_reason(self, code: str, text: str) -> None:
        assert code in faults(worded(text))

    @pytest.mark.parametrize("text", GOOD)
    def test_accepts_the_good(self, text: str) -> None:
        told = [(one, home) for home in (HOME, *OTHERS) for one in fitted([text], home)]
        assert told, "no household has the facts for it"
        assert [faults(one, home) for one, home in told] == [set()] * len(told)

    def test_catches_whatever_is_changed_in_a_good_one(self) -> None:
        """Every hundredth mutant; the rest are tools/proofs/verified_narratives.py's."""
        all_of_them = (one for text in fitted(GOOD, HOME) for one in mutants(text, HOME))
        some = list(islice(all_of_them, 0, None, 100))
        assert len(some) > 50
        assert [one for one in some if not faults(one.text)] == []

    def test_rejects_a_language_it_has_no_words_for(self) -> None:
        text = "{{f:what_changed.now}}"
        found = verify(text, HOME.facts, month=HOME.month, today=HOME.today, language="de")
        assert [fault.code for fault in found] == ["language"]

    @pytest.mark.parametrize("language", ["../words/en", "en/../en", "", "EN.json"])
    def test_takes_no_path_for_a_language(self, language: str) -> None:
        found = verify("x", HOME.facts, month=HOME.month, today=HOME.today, language=language)
        assert [fault.code for fault in found] == ["language"]

    def test_rejects_what_is_no_summary_by_its_length(self) -> None:
        assert faults("You have spent {{f:what_changed.now}} so far. " * 100) == {"length"}

    def test_names_the_offending_words(self) -> None:
        text = "You spent {{f:what_changed.now}} this November."
        found = verify(text, HOME.facts, month=HOME.month, today=HOME.today)
        assert [(fault.code, fault.words) for fault in found] == [("period", "November")]

    def test_rejects_an_empty_text(self) -> None:
        assert faults("") == {"no_fact"}

    @pytest.mark.parametrize(
        "text", ["{{f:}}", "}}{{", "{{f:a}}" * 50, "\n\n\n", "…", "{{f:what_changed.now}}" * 3]
    )
    def test_rejects_rubbish_without_stumbling(self, text: str) -> None:
        assert faults(text)


class TestRender:
    def test_fills_the_places(self) -> None:
        text = "You have spent {{f:what_changed.now}} so far."
        told = render(text, HOME.facts, month=HOME.month, today=HOME.today)
        assert told.facts == (HOME.facts["what_changed.now"],)
        assert told.text == text
        assert "{" not in told.sentence

    def test_refuses_what_does_not_hold(self) -> None:
        with pytest.raises(Unverified, match="number: twelve"):
            render("{{f:what_changed.now}} in twelve", HOME.facts, month=HOME.month, today=HOME.today)
