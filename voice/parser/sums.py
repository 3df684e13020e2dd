"""What an amount takes in: a tip or tax on top of it, a discount off it, a part that it includes already."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.money import Money
    from voice.parser.sentence import Sentence

HUNDRED = 100
NEAR = 4


def settle_sums(s: "Sentence", found: "list[Money]") -> None:
    """Adds "plus eight tip" to the amount before it, takes "minus a five dollar coupon" off, and leaves
    "including a ten dollar tip" out. The amount before stays beside the sum, which is in doubt.
    """
    for at in range(1, len(found)):
        left, right = found[at - 1], found[at]
        if left.role != "amount" or right.start - left.end > NEAR:
            continue
        if right.role == "amount" and extra(s, right) and included(s, left, right):
            leave_out(s, left, right)
        elif joined(s, "on_top", left, right) and extra(s, right):
            take_in(s, left, right, 1)
        elif joined(s, "off_it", left, right):
            take_in(s, left, right, -1)


def extra(s: "Sentence", money: "Money") -> bool:
    """Whether a tip or tax is named right after an amount ("eight dollars tip") or right before it."""
    table = s.lexicon.phrases("quantity", "extras")
    place = after_percent(s, money)
    place += 1 if s.listed("words", "articles", place) or s.word(place) in s.lexicon.dates["of"] else 0
    before = money.start - 1 if s.word(money.start - 1) not in s.lexicon.dates["of"] else money.start - 2
    return s.match(table, place) > 0 or s.listed("quantity", "extras", before)


def after_percent(s: "Sentence", money: "Money") -> int:
    return money.end + (1 if is_percent(s, money) else 0)


def is_percent(s: "Sentence", money: "Money") -> bool:
    return s.listed("quantity", "percent", money.end)


def joined(s: "Sentence", name: str, left: "Money", right: "Money") -> bool:
    return any([s.listed("quantity", name, place) for place in range(left.end, right.start)])


def included(s: "Sentence", left: "Money", right: "Money") -> bool:
    return joined(s, "included", left, right)


def leave_out(s: "Sentence", left: "Money", right: "Money") -> None:
    right.role = "included"
    s.claim(left.end, right.end, "unit")


def take_in(s: "Sentence", left: "Money", right: "Money", sign: int) -> None:
    """The sum, or the difference, of both; a percentage is one of the amount."""
    number, value = left.number, right.number.small or right.number.plain
    parts = is_percent(s, right)
    if not parts and right.role not in ("amount", "discount"):
        return
    before = number.small or number.plain
    more = sign * (before * value // 10000 // HUNDRED if parts else value)
    if before + more <= 0 or (right.currency and right.currency != left.currency != ""):
        return
    if number.small:
        number.small, number.big = number.small + more, number.big + more
    else:
        number.others = [before] + number.others
        number.plain += more
    number.doubts.append("sum")
    left.currency = left.currency or right.currency
    right.role = "discount"
    s.claim(left.end, after_percent(s, right), "amount")
