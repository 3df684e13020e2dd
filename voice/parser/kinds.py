"""Expense, income, transfer or refund: what the verbs and names of a stretch say."""

from voice.parser.tokens import words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.accounts import Mention
    from voice.parser.payees import Named
    from voice.parser.sentence import Sentence

CLAIMED = ("amount", "payee", "date")
PERSONS = ("wages", "wages_paid")


def says(s: "Sentence", name: str, start: int, end: int) -> bool:
    """Whether a phrase of the list stands in the stretch and is no number or name: "won hundred" is
    misheard.
    """
    table = s.lexicon.phrases("kinds", name)
    for place in range(start, end):
        length = table.match(s.tokens, place, end)
        whole = name in PERSONS or not part_of_thing(s, place, length)
        if length and whole and s.role(place) not in CLAIMED:
            return True
    return False


def part_of_thing(s: "Sentence", place: int, length: int) -> bool:
    """Whether the phrase only starts something bought: the atm of an "atm fee"."""
    keywords = s.lexicon.keywords
    longer = keywords.match(s.tokens, place, s.end)
    if longer <= length:
        return False
    category = keywords.value(s.tokens, place, longer)
    return not s.lexicon.categories[category].get("income")


def kind_of(
    s: "Sentence", start: int, end: int, accounts: "list[Mention]", payee: "Named | None", bought: bool
) -> str:
    """The type of the item in tokens [start, end): `accounts` named, who was paid, whether something was
    bought.
    """
    if is_refund(s, start, end):
        return "refund"
    if is_income(s, start, end) or came_from(s, start, end, payee, bought):
        return "income"
    if is_transfer(s, start, end, accounts, payee, bought):
        return "transfer"
    return "expense"


def came_from(s: "Sentence", start: int, end: int, payee: "Named | None", bought: bool) -> bool:
    """For "got fifty dollars from grandma", "thirty dollars from mike": money that came, nothing that was
    bought.
    """
    if payee is not None and payee.how == "subject":
        return True
    if payee is None or payee.how != "from":
        return False
    got = s.find(s.lexicon.phrases("kinds", "got"), start, end)
    if got >= 0 and s.role(got + 1) == "amount" and s.word(got - 1) not in s.lexicon.dates["of"]:
        return True
    if bought:
        return False
    return s.find(s.lexicon.phrases("words", "money_verbs"), start, end) < 0


def is_refund(s: "Sentence", start: int, end: int) -> bool:
    if says(s, "refund", start, end):
        return True
    got = s.find(s.lexicon.phrases("kinds", "got"), start, end)
    return got >= 0 and s.find(s.lexicon.phrases("kinds", "back"), got, end) >= 0


def is_income(s: "Sentence", start: int, end: int) -> bool:
    if says(s, "wages", start, end):
        return says(s, "income_strong", start, end) or not says(s, "wages_paid", start, end)
    return says(s, "income", start, end)


def is_transfer(
    s: "Sentence", start: int, end: int, accounts: "list[Mention]", payee: "Named | None", bought: bool
) -> bool:
    """Whether money moved between the household's own accounts."""
    if withdraws(s, start, end):
        return True
    if payee is not None or says(s, "charged", start, end):
        return False
    sides = [mention.side for mention in accounts]
    if "to" in sides:
        return True
    if "in" in sides and (says(s, "deposit", start, end) or ("from" in sides and not bought)):
        return True
    if pays_account(s, accounts, bought):
        return True
    return len(accounts) > 0 and says(s, "transfer", start, end)


def withdraws(s: "Sentence", start: int, end: int) -> bool:
    """For "withdrew fifty", "took forty dollars out of checking"."""
    if says(s, "withdraw", start, end):
        return True
    took = s.find(s.lexicon.phrases("kinds", "took"), start, end)
    out = s.find(s.lexicon.phrases("kinds", "out_of"), took, end) if took >= 0 else -1
    return out >= 0 and any([s.role(place) == "account" for place in range(out, end)])


def pays_account(s: "Sentence", accounts: "list[Mention]", bought: bool) -> bool:
    """Whether the account right after the verb is paid: "paid the barclaycard", "paid off my amex"."""
    table = s.lexicon.phrases("kinds", "pay_card")
    for mention in accounts:
        cash = any([word in s.lexicon.cash for word in words_of(mention.account).split(" ")])
        for back in () if cash or bought or mention.side else (1, 2):
            place = mention.start - back
            if place >= 0 and table.match(s.tokens, place, mention.start) == back:
                return True
        if mention.side == "" and not bought and table.match(s.tokens, mention.end, s.end):
            return True
    return False
