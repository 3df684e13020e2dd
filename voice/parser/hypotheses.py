"""What else may have been said: the recogniser's other hypotheses, read and weighed against the first."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

CONTESTED = 0.7


def weighed(first: "dict[str, Any]", other: "dict[str, Any]") -> "dict[str, Any]":
    """The first reading, in doubt where the other one has another amount; the other one, in doubt, where only
    it has an amount at all. What the first refuses for a reason stays refused.
    """
    if is_open(first) and other["action"] == "draft":
        for item in other["items"]:
            doubt(item, 0)
        return other
    if first["action"] == "draft" and len(first["items"]) == len(other["items"]):
        for at in range(len(first["items"])):
            contest(first["items"][at], first["items"][at]["amount"], other["items"][at]["amount"])
    if first["action"] == "amend" and other["action"] == "amend":
        amounts = [reading["amend"]["changes"].get("amount", 0) for reading in (first, other)]
        contest(first["amend"], amounts[0], amounts[1])
    return first


def is_open(reading: "dict[str, Any]") -> bool:
    """Whether a reading only lacks words: it asks for the amount or found nothing."""
    return bool(reading["ask"] == "amount") or (reading["action"], reading["reason"]) == ("refuse", "empty")


def contest(told: "dict[str, Any]", amount: int, rival: int) -> None:
    """Puts a rival amount beside ours; 0 stands for none."""
    if amount and rival not in [amount, 0] + told["other_amounts"]:
        doubt(told, rival)


def doubt(told: "dict[str, Any]", rival: int) -> None:
    told["other_amounts"] += [rival] if rival else []
    told["confidence"]["amount"] = min(told["confidence"]["amount"], CONTESTED)
