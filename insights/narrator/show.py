"""What a fact looks like in a sentence, and how a voice says it: always the magnitude, never a sign."""

from datetime import date

from finance.wording import say
from insights.facts import Fact
from insights.money import say_amount, spell

NOUNS = {"bills": "bills", "spending": "entries", "price": "payments", "income": "payments"}


def show(fact: Fact, today: date, language: str) -> str:
    """ "€212.00", "22 days", "12%", "November", "22 November", "every month", or a person's own words."""
    if fact.currency is not None:
        return spell(int(fact.value), fact.currency)
    return plain(fact, today, language)


def speak(fact: Fact, today: date, language: str) -> str:
    """The same for the ear: "212 euros and 40 cents", "12 percent"."""
    if fact.currency is not None:
        return say_amount(int(fact.value), fact.currency, language)
    if fact.kind in ("percent", "share"):
        return say("fact.percent_spoken", {"number": fact.value}, language=language)
    return plain(fact, today, language)


def plain(fact: Fact, today: date, language: str) -> str:
    match fact.kind:
        case "month":
            return month_name(str(fact.value), today, language)
        case "day":
            return day_name(date.fromisoformat(str(fact.value)), today, language)
        case "days":
            return counted("days", int(fact.value), language)
        case "count":
            return counted(NOUNS[fact.measure], int(fact.value), language)
        case "percent" | "share":
            return say("fact.percent", {"number": fact.value}, language=language)
        case "cadence":
            return say(f"fact.cadence.{fact.value}", language=language)
    return str(fact.value)


def counted(noun: str, number: int, language: str) -> str:
    form = "one" if number == 1 else "other"
    return say(f"fact.{noun}.{form}", {"number": number}, language=language)


def day_name(day: date, today: date, language: str) -> str:
    """ "22 November", with its year where the month has one."""
    month = month_name(f"{day:%Y-%m}", today, language)
    return say("fact.day", {"day": day.day, "month": month}, language=language)


def month_name(month: str, today: date, language: str) -> str:
    """ "November", with its year once it is a year or more away: "November 2024"."""
    year, number = (int(part) for part in month.split("-"))
    name = say(f"month.{number}", language=language)
    away = (today.year - year) * 12 + today.month - number
    return name if abs(away) < 12 else f"{name} {year}"
