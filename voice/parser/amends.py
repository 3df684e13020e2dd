"""Talk to the last entry: "undo", "delete that", "make it sixty", "no, groceries", "it was at aldi".

What leads a sentence says how sure it is that the last entry is meant: "make it" can be about nothing else,
"no" contradicts, "it was" may also tell something new. The words decide alone; whether there is a last entry
to change is the page's to know.
"""

from voice.parser.changes import Changes, changes_of
from voice.parser.corrections import corrected
from voice.parser.leads import (
    Clause,
    Lead,
    after_turn,
    clause_of,
    closing,
    field_at,
    last_one,
    lead_of,
    length_of,
)
from voice.parser.money import money_at
from voice.parser.sentence import Sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FEW_LEFT = 2
LONGEST_CONTRAST = 8
LONGEST_MEANS = 4
LONGEST = 40


def amend_of(s: Sentence) -> "dict[str, Any] | None":
    """`op`, `target`, `changes`, `confidence` and `other_amounts`; None when the sentence changes nothing."""
    if s.end > LONGEST or s.lexicon.phrases("gate", "negation_any").match(s.tokens, 0, s.end) > 1:
        return None
    op = taken_back(s)
    if op:
        return amendment(op, Changes())
    changes = changed(s, lead_of(s))
    return amendment("change", changes) if changes else None


def amendment(op: str, changes: Changes) -> "dict[str, Any]":
    return {
        "op": op,
        "target": "last",
        "changes": changes.slots,
        "confidence": {"amount": changes.share},
        "other_amounts": changes.others,
    }


def taken_back(s: Sentence) -> str:
    """ "undo" or "delete" when that is all the sentence says."""
    start = 0
    while start < s.end:
        op = takes_back(s, start)
        opening = length_of(s, "open", start) or length_of(s, "contradicts", start)
        if op or not opening:
            return op
        start += opening
    return ""


def takes_back(s: Sentence, start: int) -> str:
    whole = length_of(s, "deletes", start)
    if whole and closing(s, start + whole):
        return "delete"
    for op in ("undo", "delete"):
        verb = length_of(s, op, start)
        last = last_one(s, start + verb) if verb else 0
        complete = last > 0 or (op == "undo" and not s.listed("words", "determiners", start + verb - 1))
        if verb and complete and closing(s, start + verb + last):
            return op
    return ""


def changed(s: Sentence, lead: Lead) -> "Changes | None":
    """What the words after the lead change, if the lead is strong enough for it."""
    verb = 0 if lead.said else length_of(s, "verbs", lead.end)
    clause = after_turn(s, lead.end + verb, s.end) if verb else clause_of(s, lead.end)
    denied = clause.wrong_start < clause.wrong_end
    if not (lead.said or denied) or (lead.said == ["did"] and clause.end - clause.start > LONGEST_MEANS):
        return None
    if clause.start >= clause.end:
        return contrasted(s, lead, clause) if denied else None
    if lead.field == "note" and tells_record(s, clause):
        return None
    changes = all_changes(s, lead, clause.start, clause.end)
    if denied:
        against = read_changes(s, lead, clause.wrong_start, clause.wrong_end)
        lead.said.append("contrast" if same_slots(changes, against) else "more")
    return changes if changes.slots and strong_enough(lead, changes) else None


def tells_record(s: Sentence, clause: Clause) -> bool:
    """For "note that i paid sixty for the vet": what is noted is a new entry."""
    return s.find(s.lexicon.phrases("words", "money_verbs"), clause.start, clause.end) >= 0 and any(
        [money_at(s, place) is not None for place in range(clause.start, clause.end)]
    )


def contrasted(s: Sentence, lead: Lead, clause: Clause) -> "Changes | None":
    """For "not six hundred seven hundred", "not lidl aldi": two of a kind, parted nearest the middle."""
    start, end = clause.wrong_start, clause.wrong_end
    if end - start > LONGEST_CONTRAST:
        return None
    places = sorted([(abs(2 * place - start - end), place) for place in range(start + 1, end)])
    for _, place in places:
        if s.word(place) in s.lexicon.numbers["hundreds"] or s.word(place) in s.lexicon.numbers["scales"]:
            continue
        right = read_changes(s, lead, place, end)
        if right.slots and same_slots(right, read_changes(s, lead, start, place)):
            return right
    return None


def same_slots(one: Changes, other: Changes) -> bool:
    kinds = [sorted([slot for slot in each.slots if slot != "currency"]) for each in (one, other)]
    return kinds[0] == kinds[1] and one.left == 0 and other.left == 0


def all_changes(s: Sentence, lead: Lead, start: int, end: int) -> Changes:
    """For "put it under groceries and make it nine", "yesterday and it was forty": what each part changes."""
    for place in range(start + 1, end - 2):
        if s.word(place) in s.lexicon.numbers["and"]:
            rest = next_lead(s, place + 1)
            if place + 1 < rest.end < end:
                lead.said += rest.said
                changes = read_changes(s, lead, start, place)
                changes.take(all_changes(s, rest, rest.end, end))
                return changes
    return read_changes(s, lead, start, end)


def next_lead(s: Sentence, place: int) -> Lead:
    """The lead at `place` that starts another part: "make it", "it was", "the category to"."""
    lead = Lead()
    lead.end = place
    told = field_at(s, lead)
    for name in ("strong", "was"):
        if not told and length_of(s, name, place) > lead.end - place:
            lead.end, lead.said = place + length_of(s, name, place), [name]
    if told:
        lead.end, lead.said = told, ["strong"]
    return lead


def read_changes(s: Sentence, lead: Lead, start: int, end: int) -> Changes:
    """The slots of tokens [start, end), self-corrections taken, with the lead still before them."""
    rest = corrected(Sentence(s.tokens[start:end], s.lexicon, s.context))
    rest.release()
    clause = Sentence(s.tokens[:start] + rest.tokens, s.lexicon, s.context)
    clause.claim(0, start, "lead")
    return changes_of(clause, start, lead.field)


def strong_enough(lead: Lead, changes: Changes) -> bool:
    said, slots = lead.said, changes.slots
    several = len([slot for slot in slots if slot != "currency"]) > 1
    if changes.amounts > 1 or ("did" in said and "amount" in slots and several):
        return False
    if "contrast" in said:
        return True
    if "strong" in said:
        tells_new = "amount" in slots and several and changes.first > 1
        return changes.left <= FEW_LEFT and not tells_new
    return changes.left == 0 and weak_enough(said, slots, several)


def weak_enough(said: list[str], slots: "dict[str, Any]", several: bool) -> bool:
    """After "no" one slot changes, after "no it was" many; "it was sixty for lunch" alone is a new entry."""
    if "more" in said:
        return False
    if "contradicts" in said:
        return not several or "was" in said or "is" in said or "did" in said
    if "did" in said:
        return sorted(slots) == ["account"]
    told = "was" in said or ("is" in said and "date" not in slots)
    return told and (said.count("was") > 1 or not ("amount" in slots and several))
