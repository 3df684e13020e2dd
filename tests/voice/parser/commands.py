"""Sentences that record nothing new, and what they are read as, on Wednesday 2026-03-18."""

from typing import Any

HOME: dict[str, Any] = {
    "locale": "en-US",
    "currency": "USD",
    "today": "2026-03-18",
    "accounts": ["Checking", "Savings", "Visa", "Amex", "Cash", "Credit Card"],
    "payees": ["Lidl", "Aldi", "Anna", "Joe's Diner"],
    "categories": [
        {"name": "Groceries", "key": "groceries"},
        {"name": "Dining", "key": "dining"},
        {"name": "Beekeeping", "key": None},
    ],
}

CHANGES: dict[str, dict[str, Any]] = {
    "make it sixty": {"amount": 6000},
    "make it sixty no seventy": {"amount": 7000},
    "make it sixty euros": {"amount": 6000, "currency": "EUR"},
    "make it 12.50": {"amount": 1250},
    "no, sixty not sixteen": {"amount": 6000},
    "sixty not sixteen": {"amount": 6000},
    "not sixteen but sixty": {"amount": 6000},
    "it wasn't sixteen it was sixty": {"amount": 6000},
    "change it from sixteen to sixty": {"amount": 6000},
    "i meant fifty": {"amount": 5000},
    "actually it was nine ninety": {"amount": 990},
    "it was sixty": {"amount": 6000},
    "actually i paid sixty": {"amount": 6000},
    "no wait make it seventy": {"amount": 7000},
    "the amount should be forty two": {"amount": 4200},
    "the last one should be fifty": {"amount": 5000},
    "correction forty five": {"amount": 4500},
    "that's wrong it was fifty five": {"amount": 5500},
    "that was in euros": {"currency": "EUR"},
    "no, groceries": {"category": "groceries"},
    "wrong category it should be groceries": {"category": "groceries"},
    "change the category to dining": {"category": "dining"},
    "change the category from dining to groceries": {"category": "groceries"},
    "file it under beekeeping": {"category": "Beekeeping"},
    "groceries not dining": {"category": "groceries"},
    "that was yesterday": {"date": "2026-03-17"},
    "it was on monday": {"date": "2026-03-16"},
    "change the date to march fifth": {"date": "2026-03-05"},
    "not yesterday, on monday": {"date": "2026-03-16"},
    "put it on the visa": {"account": "Visa"},
    "paid by card not cash": {"account": "Credit Card"},
    "no i paid cash": {"account": "Cash"},
    "use the amex instead": {"account": "Amex"},
    "no it was from savings": {"account": "Savings"},
    "it was at aldi": {"payee": "Aldi"},
    "it was at kaufland on monday": {"payee": "Kaufland", "date": "2026-03-16"},
    "sorry i meant lidl not aldi": {"payee": "Lidl"},
    "change the payee to pottery barn": {"payee": "Pottery Barn"},
    "add a note birthday": {"note": "birthday"},
    "change the note to new leash": {"note": "new leash"},
    "tag it work and travel": {"tags": ["work", "travel"]},
    "that was a refund": {"type": "refund"},
    "it was income not an expense": {"type": "income"},
    "it was a transfer to savings": {"type": "transfer", "to_account": "Savings"},
    "change it to sixty dollars at lidl": {"amount": 6000, "currency": "USD", "payee": "Lidl"},
}

TAKEN_BACK = {
    "undo": "undo",
    "undo that": "undo",
    "take that back": "undo",
    "scratch that": "undo",
    "cancel that": "undo",
    "can you undo that please": "undo",
    "no undo that": "undo",
    "undo the last one": "undo",
    "delete that": "delete",
    "delete": "delete",
    "remove the last one": "delete",
    "please delete that last entry": "delete",
    "get rid of that": "delete",
    "delete that it was a mistake": "delete",
}

MARCH, FEBRUARY = ["2026-03-01", "2026-03-31"], ["2026-02-01", "2026-02-28"]
Asked = tuple[str, dict[str, str], list[str] | None]
QUERIES: dict[str, Asked] = {
    "how much did i spend on groceries this month": ("spent", {"category": "groceries"}, MARCH),
    "how much did i spend on coffee": ("spent", {"category": "coffee"}, MARCH),
    "how much did i spend on beekeeping last month": ("spent", {"category": "Beekeeping"}, FEBRUARY),
    "what did i pay at lidl last week": ("spent", {"payee": "Lidl"}, ["2026-03-09", "2026-03-15"]),
    "how much on uber in february": ("spent", {"payee": "Uber"}, FEBRUARY),
    "how much did i give to mike last month": ("spent", {"payee": "Mike"}, FEBRUARY),
    "how much did i spend on the visa": ("spent", {"account": "Visa"}, MARCH),
    "how much did i spend tagged vacation": ("spent", {"tag": "vacation"}, MARCH),
    "how much did i spend on kintsugi": ("spent", {"text": "kintsugi"}, MARCH),
    "show me what i spent at aldi": ("spent", {"payee": "Aldi"}, MARCH),
    "list my expenses from last week": ("spent", {}, ["2026-03-09", "2026-03-15"]),
    "total spending": ("spent", {}, MARCH),
    "groceries last month?": ("spent", {"category": "groceries"}, FEBRUARY),
    "have i paid rent this month": ("spent", {"category": "housing"}, MARCH),
    "what was my electricity bill in january": (
        "spent",
        {"category": "utilities"},
        ["2026-01-01", "2026-01-31"],
    ),
    "how many rupees did i spend on chai": ("spent", {"category": "coffee"}, MARCH),
    "how much have i earned": ("received", {}, MARCH),
    "how much did anna pay me": ("received", {"payee": "Anna"}, MARCH),
    "how much interest did i earn this year": (
        "received",
        {"category": "interest"},
        ["2026-01-01", "2026-12-31"],
    ),
    "how much is in savings": ("balance", {"account": "Savings"}, None),
    "what's my balance": ("balance", {}, None),
    "how much is left in checking": ("balance", {"account": "Checking"}, None),
    "how much do i owe on the visa": ("balance", {"account": "Visa"}, None),
    "what's left for groceries": ("left", {"category": "groceries"}, MARCH),
    "how much can i still spend on dining": ("left", {"category": "dining"}, MARCH),
    "show me my groceries budget": ("left", {"category": "groceries"}, MARCH),
    "how many coffees this month": ("count", {"category": "coffee"}, MARCH),
    "how many times did i go to lidl in february": ("count", {"payee": "Lidl"}, FEBRUARY),
    "average per month on dining": ("average", {"category": "dining"}, MARCH),
    "how much do i usually spend on gas": ("average", {"category": "fuel"}, MARCH),
    "what was my biggest expense last month": ("largest", {}, FEBRUARY),
    "when did i last pay rent": ("last", {"category": "housing"}, None),
    "when was the last time i went to aldi": ("last", {"payee": "Aldi"}, None),
}

COMPARED = {
    "did i spend more than last month": (MARCH, FEBRUARY),
    "compare march to february": (MARCH, FEBRUARY),
    "did i spend more on food this week than last week": (
        ["2026-03-16", "2026-03-22"],
        ["2026-03-09", "2026-03-15"],
    ),
    "how much did i spend at starbucks versus last year": (
        ["2026-01-01", "2026-12-31"],
        ["2025-01-01", "2025-12-31"],
    ),
}

PERIODS: dict[str, tuple[str, str] | None] = {
    "today": ("2026-03-18", "2026-03-18"),
    "yesterday": ("2026-03-17", "2026-03-17"),
    "on friday": ("2026-03-13", "2026-03-13"),
    "this week": ("2026-03-16", "2026-03-22"),
    "last week": ("2026-03-09", "2026-03-15"),
    "two weeks ago": ("2026-03-02", "2026-03-08"),
    "in the past week": ("2026-03-12", "2026-03-18"),
    "last weekend": ("2026-03-14", "2026-03-15"),
    "in march": ("2026-03-01", "2026-03-31"),
    "in november": ("2025-11-01", "2025-11-30"),
    "last march": ("2025-03-01", "2025-03-31"),
    "in march 2024": ("2024-03-01", "2024-03-31"),
    "in february of last year": ("2025-02-01", "2025-02-28"),
    "last quarter": ("2025-10-01", "2025-12-31"),
    "this year": ("2026-01-01", "2026-12-31"),
    "in 2025": ("2025-01-01", "2025-12-31"),
    "in twenty twenty five": ("2025-01-01", "2025-12-31"),
    "so far this month": ("2026-03-01", "2026-03-18"),
    "year to date": ("2026-01-01", "2026-03-18"),
    "since monday": ("2026-03-16", "2026-03-18"),
    "since january": ("2026-01-01", "2026-03-18"),
    "since christmas": ("2025-12-25", "2026-03-18"),
    "in the last thirty days": ("2026-02-17", "2026-03-18"),
    "over the past three months": ("2025-12-19", "2026-03-18"),
    "between january and march": ("2026-01-01", "2026-03-31"),
    "between november and february": ("2025-11-01", "2026-02-28"),
    "from monday to friday": ("2026-03-09", "2026-03-13"),
    "from the first to the tenth": ("2026-03-01", "2026-03-10"),
    "all time": None,
}

SETS: dict[str, dict[str, Any]] = {
    "set my grocery budget to four hundred": {"category": "groceries", "amount": 40000},
    "set a budget of 300 for dining": {"category": "dining", "amount": 30000},
    "my budget for groceries is four hundred dollars a month": {
        "category": "groceries",
        "amount": 40000,
        "currency": "USD",
    },
    "limit dining to two hundred": {"category": "dining", "amount": 20000},
    "new dining budget two fifty": {"category": "dining", "amount": 25000},
    "set my monthly budget to two thousand": {"category": None, "amount": 200000},
}

RECORDS = {
    "no frills groceries forty": 4000,
    "change for the bus two fifty": 250,
    "no dinner sixty dollars": 6000,
    "it was sixty dollars for lunch": 6000,
    "i mean i spent forty on lunch": 4000,
    "no i spent forty at lidl": 4000,
    "put it on the amex eighty four dollars steakhouse": 8400,
    "actually forty dollars for lunch": 4000,
    "scratch that uber twenty": 2000,
    "budget hotel forty dollars": 4000,
    "average lunch forty dollars at joe's diner": 4000,
    "balance bike sixty dollars": 6000,
    "forty dollars for a limit switch": 4000,
}

NOTHING = (
    "delete the coffee",
    "delete the last two",
    "delete my account",
    "undo the lidl one",
    "cancel",
    "never mind",
    "make it snappy",
    "set an alarm for seven",
    "that was fun",
    "it was hot yesterday",
    "it's monday",
    "no",
    "sorry",
    "split it with anna",
    "what time is it",
    "what's the weather",
    "is fifty dollars too much for a haircut",
    "can i afford a new phone",
    "how much will rent be",
    "how much does a coffee cost",
    "how much is a gallon of gas",
    "how many days until christmas",
    "list my friends",
    "raise the budget by fifty",
    "create a budget",
)
SENTENCES = (
    list(CHANGES)
    + list(TAKEN_BACK)
    + list(QUERIES)
    + list(COMPARED)
    + ["how much did i spend " + period for period in PERIODS]
    + list(SETS)
    + list(RECORDS)
    + list(NOTHING)
)
