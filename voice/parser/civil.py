"""Calendar dates as day numbers (days since 1970-01-01), by Howard Hinnant's civil-date algorithms."""

MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def to_days(year: int, month: int, day: int) -> int:
    """`to_days(1970, 1, 1)` is 0."""
    if month <= 2:
        year -= 1
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def from_days(days: int) -> tuple[int, int, int]:
    """(year, month, day) of a day number."""
    days += 719468
    era = days // 146097
    of_era = days - era * 146097
    year_of_era = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    part = (5 * of_year + 2) // 153
    month = part + 3 if part < 10 else part - 9
    return (year_of_era + era * 400 + (1 if month <= 2 else 0), month, of_year - (153 * part + 2) // 5 + 1)


def weekday(days: int) -> int:
    """0 is Monday."""
    return (days + 3) % 7


def month_length(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else MONTH_DAYS[month - 1]


def is_date(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def add_months(days: int, months: int) -> int:
    """The same day `months` later (earlier if negative); the month's last day where there is no such day."""
    year, month, day = from_days(days)
    count = year * 12 + month - 1 + months
    year, month = count // 12, count % 12 + 1
    return to_days(year, month, min(day, month_length(year, month)))


def easter(year: int) -> int:
    """Easter Sunday (anonymous Gregorian computus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    moon = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * moon) // 451
    count = epact + moon - 7 * shift + 114
    return to_days(year, count // 31, count % 31 + 1)


def nth_weekday(year: int, month: int, day: int, nth: int) -> int:
    """The nth weekday `day` (0 Monday) of a month; nth -1 is the last."""
    if nth < 0:
        last = to_days(year, month, month_length(year, month))
        return last - (weekday(last) - day) % 7
    first = to_days(year, month, 1)
    return first + (day - weekday(first)) % 7 + 7 * (nth - 1)


def from_text(text: str) -> "int | None":
    """The day number of YYYY-MM-DD; None when it is no date."""
    parts = text.split("-")
    if len(parts) != 3 or not all([is_number(part) for part in parts]):
        return None
    year, month, day = int(parts[0]), int(parts[1]), int(parts[2])
    return to_days(year, month, day) if is_date(year, month, day) else None


def is_number(text: str) -> bool:
    return 0 < len(text) <= 4 and all(["0" <= letter <= "9" for letter in text])


def to_text(days: int) -> str:
    year, month, day = from_days(days)
    return "%04d-%02d-%02d" % (year, month, day)
