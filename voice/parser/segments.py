"""Several purchases in one breath: which stretch of words belongs to which amount."""

from voice.parser.categories import singular_match
from voice.parser.roles import is_few

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.money import Money
    from voice.parser.sentence import Sentence


class Segment:
    """Tokens [start, end) around one amount; `rivals` are amounts that could not be told apart from it."""

    def __init__(self, start: int, end: int, money: "Money") -> None:
        self.start = start
        self.end = end
        self.money = money
        self.rivals: list[Money] = []
        self.doubts: list[str] = []


def segments_of(s: "Sentence", found: "list[Money]") -> list[Segment]:
    """One segment per purchase; a single one where the amounts belong together."""
    amounts = [money for money in found if money.role == "amount"]
    if len(amounts) > 1 and not shares(s):
        cuts = [cut_between(s, amounts, at) for at in range(len(amounts) - 1)]
        bounds = [0] + cuts + [s.end]
        pieces = [Segment(bounds[at], bounds[at + 1], money) for at, money in enumerate(amounts)]
        if all([cut >= 0 for cut in cuts]) and all([bought(s, piece) for piece in pieces]):
            return pieces
    return [one_segment(s, amounts)]


def shares(s: "Sentence") -> bool:
    return s.has(s.lexicon.phrases("quantity", "share")) or s.has(s.lexicon.phrases("quantity", "total"))


def cut_between(s: "Sentence", amounts: "list[Money]", at: int) -> int:
    """Where the next purchase starts between two amounts; -1 when they cannot be parted."""
    left, right = amounts[at], amounts[at + 1]
    if s.listed("quantity", "ranges", left.start - 1):
        return -1
    marks = [place for place in range(left.end, right.start) if parts(s, place)]
    if left.end == right.start:
        return right.start if s.tokens[right.start].after_comma else -1
    if left.end in marks:
        return left.end
    before = right.start - 1
    if before in marks or s.tokens[right.start].after_comma:
        return before if before in marks else right.start
    if marks:
        return marks[0]
    if named(s, left.end, right.start) and not numbers_a_thing(left, right):
        return left.end if named(s, 0 if at == 0 else amounts[at - 1].end, left.start) else right.start
    return -1


def numbers_a_thing(left: "Money", right: "Money") -> bool:
    """For "windows eleven license ninety dollars": a small bare number before a price may be no price."""
    return left.currency == "" and right.currency != "" and is_few(left)


def parts(s: "Sentence", place: int) -> bool:
    return s.free(place) and (s.listed("words", "conjunctions", place) or s.tokens[place].after_comma)


def named(s: "Sentence", start: int, end: int) -> bool:
    """Whether something bought, or someone paid, stands in tokens [start, end)."""
    return any([s.role(place) == "payee" or keyword(s, place, end) for place in range(start, end)])


def keyword(s: "Sentence", place: int, end: int) -> bool:
    return s.free(place) and singular_match(s, place, end)[0] > 0


def bought(s: "Sentence", piece: Segment) -> bool:
    """Whether a stretch names what its amount was for."""
    return named(s, piece.start, piece.end) or any(
        [content(s, place) for place in range(piece.start, piece.end)]
    )


def content(s: "Sentence", place: int) -> bool:
    if not s.free(place) or s.tokens[place].kind != "word":
        return False
    small = s.listed("words", "stop", place) or s.listed("words", "expense_verbs", place)
    return not small and not s.listed("slots", "anchors", place)


def one_segment(s: "Sentence", amounts: "list[Money]") -> Segment:
    chosen = chosen_of(s, amounts)
    segment = Segment(0, s.end, chosen)
    segment.rivals = [money for money in amounts if money is not chosen]
    if segment.rivals:
        segment.doubts.append("share" if shares(s) else "rival")
    return segment


def chosen_of(s: "Sentence", amounts: "list[Money]") -> "Money":
    """My share before the total, the total before the rest, an amount with a currency before one without."""
    for name in ("share", "total"):
        table = s.lexicon.phrases("quantity", name)
        for money in amounts:
            if any(
                [
                    table.match(s.tokens, place, money.start) == money.start - place
                    for place in range(money.start)
                ]
            ):
                return money
    said = [money for money in amounts if money.currency]
    return said[0] if said else amounts[-1]
