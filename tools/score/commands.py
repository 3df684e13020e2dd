"""When a change to the last entry, a question or a budget is read right: exactly, every key of it.

    {"amend": {"op": ["change"], "target": ["last"],
               "changes": {"amount": [6000], "currency": ["USD", null]}}}
    {"query": {"measure": ["spent"], "filter": [{"category": ["coffee"]}, {"payee": ["starbucks"]}],
               "period": [["2026-03-01", "2026-03-31"], null], "compare": [["2026-02-01", "2026-02-28"]]}}
    {"set": {"what": ["budget"], "category": ["groceries"], "amount": [40000], "currency": [null]}}

Lists are alternatives; null among them: the key may be left out. A key that the row does not have is wrong.
`never` lists the commands that would do harm or make no sense ("delete everything").
"""

from collections.abc import Iterator
from typing import Any

from tools.score.names import letters
from tools.score.rows import COMMANDS, Reading

Verdict = tuple[str, bool]
Slots = dict[str, Any]


def command_verdicts(expect: Slots, reading: Reading) -> Iterator[Verdict]:
    for name in expect.get("never", []):
        yield f"never {name}", reading.get("action") != name
    for name in COMMANDS:
        if name in expect:
            yield f"is {name}", reading.get("action") == name
            yield from PARTS[name](expect[name], reading.get(name) or {})


def amend_verdicts(want: Slots, got: Slots) -> Iterator[Verdict]:
    yield "amend op", got.get("op") in want["op"]
    yield "amend target", got.get("target") in want["target"]
    yield "amend changes", same_slots(want.get("changes", {}), got.get("changes") or {})


def query_verdicts(want: Slots, got: Slots) -> Iterator[Verdict]:
    yield "query measure", got.get("measure") in want["measure"]
    yield "query filter", any(same_slots(one, got.get("filter") or {}) for one in want["filter"])
    yield "query period", got.get("period") in want["period"]
    yield "query compare", got.get("compare") in want.get("compare", [None])


def set_verdicts(want: Slots, got: Slots) -> Iterator[Verdict]:
    yield "set", same_slots(want, got)


PARTS = {"amend": amend_verdicts, "query": query_verdicts, "set": set_verdicts}


def same_slots(want: Slots, got: Slots) -> bool:
    """Whether each key has one of its alternatives, and there is no other key."""
    return all(
        any(same(one, got.get(key)) for one in want.get(key, [None])) for key in want.keys() | got.keys()
    )


def same(want: Any, got: Any) -> bool:
    if isinstance(want, list) and isinstance(got, list):
        return {letters(one) for one in want} == {letters(one) for one in got}
    if isinstance(want, str) and isinstance(got, str):
        return letters(want) == letters(got)
    return bool(want == got)
