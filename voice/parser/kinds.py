"""Expense, income, transfer or refund: what the verbs and names of a stretch say."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.accounts import Mention
    from voice.parser.sentence import Sentence


def says(s: "Sentence", name: str, start: int, end: int) -> bool:
    return s.find(s.lexicon.phrases("kinds", name), start, end) >= 0


def kind_of(s: "Sentence", start: int, end: int, accounts: "list[Mention]", payee: bool) -> str:
    """The type of the item in tokens [start, end) with the accounts named in it."""
    if is_refund(s, start, end):
        return "refund"
    if is_income(s, start, end):
        return "income"
    if is_transfer(s, start, end, accounts, payee):
        return "transfer"
    return "expense"


def is_refund(s: "Sentence", start: int, end: int) -> bool:
    if says(s, "refund", start, end):
        return True
    got = s.find(s.lexicon.phrases("kinds", "got"), start, end)
    return got >= 0 and s.find(s.lexicon.phrases("kinds", "back"), got, end) >= 0


def is_income(s: "Sentence", start: int, end: int) -> bool:
    if says(s, "wages", start, end):
        return says(s, "income_strong", start, end) or not says(s, "wages_paid", start, end)
    return says(s, "income", start, end)


def is_transfer(s: "Sentence", start: int, end: int, accounts: "list[Mention]", payee: bool) -> bool:
    sides = [mention.side for mention in accounts]
    if "to" in sides and not payee:
        return True
    if payee and not (says(s, "withdraw", start, end)):
        return False
    named = [mention.account for mention in accounts]
    if says(s, "withdraw", start, end):
        return True
    if says(s, "deposit", start, end) and "in" in sides:
        return True
    if says(s, "pay_card", start, end) and "" in sides and pays_account(s, accounts):
        return True
    return says(s, "transfer", start, end) and len(named) > 0


def pays_account(s: "Sentence", accounts: "list[Mention]") -> bool:
    """ "paid the barclaycard", "paid off my amex": the account right after the verb is paid."""
    table = s.lexicon.phrases("kinds", "pay_card")
    for mention in accounts:
        for back in (1, 2):
            place = mention.start - back
            length = table.match(s.tokens, place, mention.start) if place >= 0 and mention.side == "" else 0
            if length and length == back:
                return True
    return False
