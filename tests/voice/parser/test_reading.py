"""The parser's readings: our own sentences one by one, the given ones by their share."""

import json

import pytest

from tests.voice.parser.cases import SURE, Case, cases, differences, seen
from voice.parser import read, read_json

GIVEN_EXACT = 0.98
HOME = {"locale": "en-US", "currency": "USD", "today": "2026-03-18", "accounts": ["Checking", "Cash"]}


@pytest.mark.parametrize("case", seen("own_en"), ids=lambda case: case.text)
class TestOwnSentences:
    def test_are_read_as_they_were_meant(self, case: Case) -> None:
        reading = read(case.text, case.context)
        assert differences(case, reading) == [], reading


class TestGivenSentences:
    def test_are_exact_in_nearly_all_rows(self) -> None:
        rows = cases("given_en")
        wrong = [case.text for case in rows if differences_that_count(case)]
        assert 1 - len(wrong) / len(rows) >= GIVEN_EXACT, wrong

    def test_never_have_a_wrong_amount_that_looks_sure(self) -> None:
        wrong = []
        for case in cases("given_en") + seen("own_en"):
            items = read(case.text, case.context)["items"]
            for want, item in zip(case.expect["items"], items, strict=False):
                sure = item["confidence"]["amount"] >= SURE
                if sure and "amount" in want and item["amount"] not in want["amount"]:
                    wrong.append(case.text)
        assert wrong == []


def differences_that_count(case: Case) -> list[str]:
    """Categories and flags have their own figures in the score."""
    found = differences(case, read(case.text, case.context))
    return [slot for slot in found if slot not in ("category", "confidence", "note")]


class TestReading:
    def test_keeps_five_crore_to_the_paisa(self) -> None:
        context = {**HOME, "locale": "en-IN", "currency": "INR"}
        question = json.dumps({"text": "five crore rupees for the flat", "context": context})
        assert json.loads(read_json(question))["items"][0]["amount"] == 5_000_000_000

    @pytest.mark.parametrize("gap", ["[unk]", "…"])
    def test_leaves_out_what_the_recogniser_did_not_understand(self, gap: str) -> None:
        item = read(f"{gap} twelve fifty at lidl {gap}", HOME)["items"][0]
        assert (item["amount"], item["payee"], item["note"]) == (1250, "Lidl", None)

    def test_offers_the_other_reading_of_a_bare_pair(self) -> None:
        item = read("one fifty for parking", HOME)["items"][0]
        assert item["confidence"]["amount"] < SURE
        assert {item["amount"], *item["other_amounts"]} == {150, 15000}

    def test_doubts_an_amount_the_recogniser_barely_heard(self) -> None:
        heard = [
            {"word": word, "conf": conf} for word, conf in (("twelve", 0.4), ("dollars", 1), ("lunch", 1))
        ]
        assert read("twelve dollars lunch", HOME)["items"][0]["confidence"]["amount"] >= SURE
        assert (
            read("twelve dollars lunch", {**HOME, "words": heard})["items"][0]["confidence"]["amount"] < SURE
        )

    def test_shows_the_amount_of_another_hypothesis(self) -> None:
        item = read("thirty dollars lunch", {**HOME, "hypotheses": ["thirteen dollars lunch"]})["items"][0]
        assert item["amount"] == 3000
        assert item["other_amounts"] == [1300]
        assert item["confidence"]["amount"] < SURE

    def test_says_why_it_refuses(self) -> None:
        sentences = {
            "is fifty dollars too much for a haircut": "question",
            "i will pay fifty dollars tomorrow": "future",
            "i never paid twenty dollars": "negation",
            "delete everything": "imperative",
            "um": "empty",
        }
        assert {text: read(text, HOME)["reason"] for text in sentences} == sentences

    def test_keeps_what_it_knows_while_it_asks_for_the_amount(self) -> None:
        reading = read("coffee at starbucks yesterday", HOME)
        assert (reading["action"], reading["ask"]) == ("ask", "amount")
        item = reading["items"][0]
        assert (item["amount"], item["category"], item["payee"], item["date"]) == (
            0,
            "coffee",
            "Starbucks",
            "2026-03-17",
        )

    def test_asks_what_a_bare_amount_was_for(self) -> None:
        reading = read("fifty dollars", HOME)
        assert (reading["action"], reading["ask"], reading["items"][0]["amount"]) == ("ask", "category", 5000)

    def test_lets_corrections_outweigh_the_lexicon(self) -> None:
        history = {"payee_category": {"Shell": {"groceries": 3, "fuel": 1}}}
        assert (
            read("forty dollars at shell", {**HOME, "history": history})["items"][0]["category"]
            == "groceries"
        )

    def test_does_not_learn_from_a_tie(self) -> None:
        history = {"payee_category": {"Shell": {"groceries": 3, "dining": 2}}}
        assert read("forty dollars at shell", {**HOME, "history": history})["items"][0]["category"] == "fuel"

    def test_reads_an_unknown_language_with_the_english_lexicon(self) -> None:
        assert read("twelve euros lunch", {**HOME, "locale": "xx-YY"})["items"][0]["amount"] == 1200
