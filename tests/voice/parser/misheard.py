"""Sentences whose names the recogniser got wrong, with how sure it was of each word."""

from tests.voice.parser.cases import Case

HOME = {
    "locale": "en-US",
    "currency": "EUR",
    "today": "2026-03-18",
    "accounts": ["Cash", "Bank", "Revolut", "N26"],
    "payees": [
        "Lidl",
        "Starbucks",
        "REWE",
        "Edeka",
        "Aldi",
        "Billa",
        "Ravi",
        "Sarah",
        "Kofi",
        "Zomato",
        "Five Guys",
        "Brad",
        "Fifi",
        "Nat",
        "Trader Joe's",
    ],
    "categories": [{"name": "Kita", "key": None}, {"name": "Groceries", "key": "groceries"}],
}
UNSURE = 0.6


def misheard(marked: str) -> Case:
    """A sentence as heard, its unsure words in capitals: `misheard("twelve at LITTLE")`."""
    words = [{"word": word.lower(), "conf": UNSURE if word.isupper() else 1.0} for word in marked.split()]
    return Case(marked.lower(), {**HOME, "words": words}, {}, ())


NAMED = {
    "twelve fifty at LITTLE yesterday": "Lidl",
    "LITTLE twelve fifty": "Lidl",
    "STAR BUCKS five fifty": "Starbucks",
    "five fifty at star bucks": "Starbucks",
    "twelve euros at RAY WAY": "REWE",
    "paid RAY WAY twelve euros": "REWE",
    "twelve euros at A DECKER": "Edeka",
    "twelve euros at ALL DEE": "Aldi",
    "twelve euros at BILLER": "Billa",
    "gave twenty euros to RAVY": "Ravi",
    "twenty euros at sara": "Sarah",
    "twelve euros at SO MOTTO": "Zomato",
    "eight euros at TRADER JEWS": "Trader Joe's",
    "five euros at COFFEE": "Kofi",
    "ten euros at STAR [unk]": "Starbucks",
    "ten euros at STAR …": "Starbucks",
}
LEFT = {
    "twelve fifty at little yesterday": "Little",
    "coffee FIVE euros": None,
    "COFFEE five euros": None,
    "twelve fifty for BREAD": None,
    "FIFTY euros for bread": None,
    "BUCKS twelve": None,
    "TOMATO twelve euros": None,
    "ten euros at [unk]": None,
    "twelve euros at STAR STRUCK": "Star Struck",
    "ten euros at MARKET": None,
    "fifteen at FIVE guys": "Five Guys",
}
"""Heard → the payee of the draft: what sounds like no name of the household's, counts, or was sure, stays."""
MISHEARD = [misheard(marked) for marked in [*NAMED, *LEFT]]
