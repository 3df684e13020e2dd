"""The words for 1 to 99 of a language, composed from its units and tens when its lexicon is read."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def below_hundred(numbers: "dict[str, Any]") -> "dict[str, str]":
    """Phrase → value as text: "twenty three", "treinta y uno", "quatre vingt dix", "dreiundzwanzig".

    `numbers["joins"]` stand between ten and unit ("" for side by side); `numbers["inverted"]` stands between
    unit and ten in languages that say the unit first.
    """
    words: dict[str, str] = {}
    units = dict(numbers["units"])
    units.update({word: 1 for word in numbers["ones"]})
    for ten in numbers["tens"]:
        for unit in units:
            for phrase in composed(numbers, ten, unit):
                words[phrase] = str(numbers["tens"][ten] + units[unit])
    for group in ("units", "teens", "tens", "compounds"):
        for word in numbers[group]:
            words[word] = str(numbers[group][word])
    return words


def composed(numbers: "dict[str, Any]", ten: str, unit: str) -> list[str]:
    inverted = numbers["inverted"]
    phrases = [unit + inverted + ten, unit + " " + inverted + " " + ten] if inverted else []
    between = [" " + join + " " if join else " " for join in numbers["joins"]]
    return phrases + [ten + join + unit for join in between]


def single_words(phrases: "dict[str, str]") -> "dict[str, int]":
    return {phrase: int(phrases[phrase]) for phrase in phrases if " " not in phrase}
