"""What a number is when it is no amount: a quantity, a time, a room, a percentage, people at a table."""

from voice.parser.categories import is_plural, singular_match
from voice.parser.decimals import ONE
from voice.parser.runs import without_first
from voice.parser.small import counts, half_end, small

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.money import Money
    from voice.parser.sentence import Sentence

FEW = 12
ROUND = 100 * ONE


def claim_times(s: "Sentence") -> bool:
    """Claims clock times ("seven pm", "half past four", 12:30) as "time"; whether there were any."""
    found = False
    for place in range(s.end):
        end = time_end(s, place)
        if end > place:
            s.claim(place, end, "time")
            found = True
    return found


def time_end(s: "Sentence", place: int) -> int:
    if not s.free(place):
        return place
    phrases = s.lexicon.date_phrases
    if s.tokens[place].kind == "clock":
        return place + 1 + s.match(phrases["clock_after"], place + 1)
    past = s.match(phrases["clock_half"], place)
    if past:
        end = hour_end(s, place + past)
        return end if end > place + past and not s.match(s.lexicon.major, end) else place
    before = s.match(phrases["clock_before"], place)
    if before:
        return announced_time(s, place, place + before)
    end = hour_end(s, place)
    end = hour_end(s, end) if end > place and hour_end(s, end) > end else end
    after = s.match(phrases["clock_after"], end) if end > place else 0
    return minutes_end(s, end, end + after) if after else place


def announced_time(s: "Sentence", place: int, start: int) -> int:
    """The end of "a las ocho y media", "um acht uhr dreissig"; `place` where a price follows instead."""
    end = half_end(s, hour_end(s, start))
    if end == start or counts(s, end):
        return place
    after = s.match(s.lexicon.date_phrases["clock_after"], end)
    return minutes_end(s, end, end + after)


def minutes_end(s: "Sentence", hour: int, end: int) -> int:
    """The end of the minutes after "huit heures", which are no price; `end` where there are none."""
    if not s.match(s.lexicon.date_phrases["clock_hours"], hour):
        return end
    minutes = hour_end(s, end)
    return end if counts(s, minutes) else minutes


def hour_end(s: "Sentence", place: int) -> int:
    """The end of one number below a hundred at `place`."""
    if not s.free(place):
        return place
    if s.tokens[place].kind == "number":
        return place + 1
    return small(s, place)[1]


def assign_roles(s: "Sentence", found: "list[Money]") -> None:
    """Sets each number's role and claims its tokens."""
    for at, money in enumerate(found):
        part_people(s, money)
        money.role = role_of(s, money, at, found)
        s.claim(money.start, money.end, "amount" if money.role == "amount" else "unit")
        times = at > 0 and found[at - 1].role == "quantity" and per_piece(s, found[at - 1], money)
        money.each = money.role == "amount" and (
            claim_after(s, money, "each") or claim_after(s, money, "rates") or times
        )
        if money.role == "quantity":
            claim_after(s, money, "units")


def per_piece(s: "Sentence", count: "Money", money: "Money") -> bool:
    """For "3 x 4.50", "three coffees at four fifty"."""
    after = counts_things(s, count.end) or money.start == count.end + 1
    at = s.listed("slots", "at", money.start - 1) and after
    return at or s.word(money.start - 1) == "x" or s.listed("quantity", "each_before", money.start - 1)


def part_people(s: "Sentence", money: "Money") -> None:
    """For "dinner for four eighty six dollars", "bus number nine two pounds": the first is no price."""
    number = money.number
    few = number.form == "pair" and number.small < (FEW + 1) * ONE and money.currency != ""
    seated = (few or len(number.parts) > 2 or number.form == "odd") and seats_before(s, money.start)
    labelled = money.currency != "" and s.listed("quantity", "before", money.start - 1)
    if number.form == "pair" and not seated and seats_before(s, money.start):
        number.others.append(number.parts[-1].value)
        number.doubts.append("people")
    if len(number.parts) < 2 or not (seated or labelled):
        return
    money.number = without_first(number)
    s.claim(money.start, money.number.start, "unit")
    money.start = money.number.start


def seats_before(s: "Sentence", place: int) -> bool:
    """Whether a number at `place` counts people: "table for four", "a party of six"."""
    if s.listed("slots", "for", place - 1):
        return people_before(s, place - 1)
    return s.word(place - 1) in s.lexicon.dates["of"] and s.listed("quantity", "groups", place - 2)


def role_of(s: "Sentence", money: "Money", at: int, found: "list[Money]") -> str:
    if money.number.form == "code":
        return "amount" if money.currency else "code"
    others = [one for one in found if one is not money]
    if others and (is_discount(s, money, others) or was_instead(s, money)):
        return "discount"
    if money.currency:
        return "rate" if is_rate(s, money, others) else weight_role(s, money, others)
    if s.match(s.lexicon.phrases("quantity", "units"), money.end):
        return "quantity"
    linked = s.listed("quantity", "links", money.start - 1) and s.listed(
        "quantity", "labels", money.start - 2
    )
    if (s.listed("quantity", "before", money.start - 1) and not fare(s, money, others)) or linked:
        return "code"
    return loose_role(s, money, others)


def fare(s: "Sentence", money: "Money", others: "list[Money]") -> bool:
    """Whether a number after something one buys is its price: "bus two fifty", "storage unit ninety", "flight
    three hundred"; but "bus forty two" is a line.
    """
    if others or not s.match(s.lexicon.keywords, money.start - 1):
        return s.match(s.lexicon.keywords, money.start - 2) == 2
    whole = money.number.form == "plain" and money.number.plain >= ROUND and money.number.plain % ROUND == 0
    return money.number.form == "pair" or whole


def loose_role(s: "Sentence", money: "Money", others: "list[Money]") -> str:
    """A small bare number beside an amount: "for two", "three coffees", "at seven"."""
    if not is_few(money):
        return "amount"
    at = s.listed("slots", "at", money.start - 1)
    spoken = s.tokens[money.start].kind == "word"
    if at and money.end == s.end:
        return "clock"
    if not others:
        money.number.doubts += ["count"] if seats_before(s, money.start) else []
        thing = s.lexicon.plurals != [] and counts_things(s, money.end)
        return "quantity" if spoken and thing else "amount"
    priced = any([other.currency != "" for other in others])
    if s.listed("slots", "for", money.start - 1) or seats_before(s, money.start):
        thing = s.match(s.lexicon.keywords, money.end) > 0
        seated = (money.end == s.end and not thing_before(s, money.start - 1)) or seats_before(s, money.start)
        shared = priced and not thing_before(s, money.start - 1)
        return "people" if shared or (seated and not thing) else "amount"
    if counted(s, money, others):
        return "quantity"
    return "clock" if at and priced else "amount"


def thing_before(s: "Sentence", place: int) -> bool:
    """Whether something bought stands before "for": "bread for three" costs three."""
    starts = range(max(place - 3, 0), place)
    thing = any([singular_match(s, at, place)[0] == place - at for at in starts])
    return thing and not people_before(s, place)


def is_few(money: "Money") -> bool:
    number = money.number
    return number.form == "plain" and 0 < number.plain <= FEW * ONE and number.plain % ONE == 0


def counted(s: "Sentence", money: "Money", others: "list[Money]") -> bool:
    """For "three coffees ...", "two at fifteen each", "3 x 4.50"."""
    if s.listed("slots", "at", money.end) and others[-1].start == money.end + 1:
        return True
    multiplied = "x" in (s.word(money.start - 1), s.word(money.end))
    each = s.match(s.lexicon.phrases("quantity", "each"), others[-1].end)
    each = each if s.match(s.lexicon.keywords, money.end) else 0
    return multiplied or (others[-1].start > money.end and (each > 0 or counts_things(s, money.end)))


def counts_things(s: "Sentence", place: int) -> bool:
    """Whether a plural keyword stands at `place`: "three coffees at four dollars"."""
    length, _ = singular_match(s, place, s.end)
    return length > 0 and any([is_plural(s, s.word(at)) for at in range(place, place + length)])


def people_before(s: "Sentence", place: int) -> bool:
    return s.listed("quantity", "people_for", place - 1)


def is_discount(s: "Sentence", money: "Money", others: "list[Money]") -> bool:
    return len(others) > 0 and s.match(s.lexicon.phrases("quantity", "discounts"), money.end) > 0


def was_instead(s: "Sentence", money: "Money") -> bool:
    """For "marked down from one twenty", "instead of eighty": a price that was not paid."""
    table = s.lexicon.phrases("quantity", "instead")
    starts = range(max(money.start - 3, 0), money.start)
    return any([table.match(s.tokens, at, money.start) == money.start - at for at in starts])


def weight_role(s: "Sentence", money: "Money", others: "list[Money]") -> str:
    """For "two pounds of potatoes four dollars": pounds of something beside another price weigh."""
    weighs = s.listed("quantity", "weights", money.end - 1) and s.word(money.end) in s.lexicon.dates["of"]
    priced = any([other.currency != "" for other in others])
    return "quantity" if weighs and priced else "amount"


def is_rate(s: "Sentence", money: "Money", others: "list[Money]") -> bool:
    """For "at four dollars a gallon forty dollars": the price of one beside the price of all."""
    rated = s.match(s.lexicon.phrases("quantity", "rates"), money.end) > 0
    return rated and any([one.currency != "" and one.start > money.end for one in others])


def claim_after(s: "Sentence", money: "Money", name: str) -> bool:
    """Whether a phrase of a list ("each", "units") follows a number, claimed with it."""
    length = s.match(s.lexicon.phrases("quantity", name), money.end)
    s.claim(money.end, money.end + length, "unit")
    return length > 0


def quantity_beside(found: "list[Money]") -> int:
    """How many were bought: the one small count of the sentence; 0 when there is none or are several."""
    counts = [money.number.plain // ONE for money in found if money.role in ("quantity", "people")]
    return counts[0] if len(counts) == 1 else 0
