"""Kinds of households: what they pay for, what they buy from day to day, and what their year looks like."""

from dataclasses import dataclass

from tools.ledgers.entry import Cadence

COLD = (1.9, 1.8, 1.4, 1.0, 0.7, 0.5, 0.45, 0.45, 0.6, 0.9, 1.4, 1.8)
GIVING = (0.4, 0.7, 0.6, 0.8, 0.9, 0.7, 0.6, 0.6, 0.7, 0.9, 1.6, 4.0)
SUMMER = (0.5, 0.5, 0.8, 1.0, 1.2, 1.6, 2.6, 2.4, 1.0, 0.8, 0.5, 0.9)
ALIKE = (1.0,) * 12


@dataclass(frozen=True, slots=True)
class Due:
    """A series: minor units between `low` and `high` to begin with; `spread` is how far each varies.

    `early`: due in the first five days of the month, as rents are.
    """

    payee: str
    category: str
    cadence: Cadence
    low: int
    high: int
    spread: float = 0.0
    season: tuple[float, ...] = ALIKE
    income: bool = False
    chance: float = 1.0
    early: bool = False


@dataclass(frozen=True, slots=True)
class Habit:
    """Purchases: `rate` a day (week-ends times `weekend`), around `price` with a lognormal `spread`.

    `prices` are charged instead where a shop has fixed ones; `every` = (least, most) days between two.
    """

    payees: tuple[str, ...]
    category: str
    rate: float
    price: int
    spread: float = 0.5
    weekend: float = 1.0
    prices: tuple[int, ...] = ()
    every: tuple[int, int] | None = None
    season: tuple[float, ...] = ALIKE
    returned: float = 0.0
    currency: str = "EUR"


@dataclass(frozen=True, slots=True)
class Profile:
    name: str
    dues: tuple[Due, ...]
    habits: tuple[Habit, ...]


RENT = Due("Landlord", "housing", "monthly", 60000, 160000, early=True)
SALARY = Due("Employer", "salary", "monthly", 220000, 480000, income=True)
POWER = Due("Power company", "utilities", "monthly", 5000, 12000, 0.08, COLD)
WATER = Due("Waterworks", "utilities", "quarterly", 6000, 15000, 0.06)
PHONE = Due("Telephone", "utilities", "monthly", 1500, 4500)
CAR_COVER = Due("Motor insurance", "insurance", "yearly", 25000, 80000)
HOME_COVER = Due("Home insurance", "insurance", "yearly", 8000, 20000, chance=0.7)
LICENCE = Due("Broadcasting fee", "fees", "quarterly", 5508, 5508, chance=0.8)
STREAMS = tuple(
    Due(name, "subscriptions", "monthly", low, high, chance=0.6)
    for name, low, high in (
        ("Streamly", 799, 1799), ("Tunefold", 999, 1699), ("Cloudnest", 99, 999), ("Daily Paper", 990, 2990),
        ("Marketplace", 499, 899), ("Cloudnest", 1099, 1999), ("Game Pass", 999, 1499), ("Gym", 1990, 5990),
        ("Charity", 500, 3000),
    )
)  # fmt: skip
YEARLIES = (
    Due("Domain names", "subscriptions", "yearly", 1200, 2500, chance=0.6),
    Due("Automobile club", "fees", "yearly", 4900, 9900, chance=0.6),
)
CLEANER = Due("Cleaner", "housing", "weekly", 3500, 6000, chance=0.5)
LESSONS = Due("Piano lessons", "kids", "weekly", 2000, 3500, chance=0.6)
NURSERY = Due("Nursery", "kids", "monthly", 12000, 45000, early=True)
PENSION = Due("Pension office", "salary", "monthly", 140000, 260000, income=True)

SHOPS = ("Lidl", "Rewe", "Corner shop", "Market hall")
GROCERIES = Habit(SHOPS, "groceries", 0.45, 3200, 0.55, weekend=1.5)
BIG_SHOP = Habit(("Saturday store",), "groceries", 0.0, 7800, 0.35, every=(7, 7))
CANTEEN = Habit(("Canteen",), "dining", 0.55, 690, weekend=0.0, prices=(590, 690, 690, 790))
COFFEE = Habit(("Blue Door Coffee", "Station Espresso"), "coffee", 0.6, 350, prices=(320, 350, 380, 420))
DINING = Habit(("Trattoria", "Pho House", "Burger Yard"), "dining", 0.2, 3400, 0.5, weekend=2.0)
TICKETS = Habit(("City Transit",), "transport", 0.4, 350, prices=(350, 350, 700))
FUEL = Habit(("Shell", "Aral"), "fuel", 0.0, 6200, 0.15, every=(8, 15))
HAIR = Habit(("Hairdresser",), "personal care", 0.0, 3800, prices=(3800,), every=(33, 60))
CLOTHES = Habit(("Uniqlo", "Second Spring"), "shopping", 0.08, 5200, 0.7, returned=0.2)
ONLINE = Habit(("Marketplace",), "shopping", 0.16, 2600, 0.8, returned=0.08)
PHARMACY = Habit(("Pharmacy",), "health", 0.07, 1800, 0.6)
CINEMA = Habit(("Cinema", "Theatre"), "entertainment", 0.07, 2400, 0.4, weekend=2.5)
PRESENTS = Habit(("Toy shop", "Bookshop"), "gifts", 0.05, 3600, 0.6, season=GIVING)
TRIPS = Habit(("Rail", "Hotel Adler", "Airline"), "travel", 0.03, 16000, 0.7, season=SUMMER)
VET = Habit(("Vet",), "pets", 0.0, 6500, 0.6, every=(50, 160))
PET_FOOD = Habit(("Pet store",), "pets", 0.0, 3900, 0.2, every=(18, 32))
KIDS = Habit(("Toy shop", "School office", "Swimming pool"), "kids", 0.12, 2100, 0.7)

ABROAD = Habit(
    ("Hotel Alpina", "Mountain railway"), "travel", 0.0, 12000, 0.5, every=(60, 150), currency="CHF"
)
OUTINGS = (DINING, CINEMA, PRESENTS, TRIPS, ABROAD)
ERRANDS = (GROCERIES, CLOTHES, ONLINE, PHARMACY, HAIR)
YEARLY_BILLS = (*YEARLIES, HOME_COVER, LICENCE)

PROFILES = (
    Profile(
        "single",
        (SALARY, RENT, POWER, PHONE, *YEARLY_BILLS, *STREAMS),
        (*ERRANDS, *OUTINGS, CANTEEN, COFFEE, TICKETS),
    ),
    Profile(
        "family",
        (SALARY, RENT, POWER, WATER, PHONE, CAR_COVER, NURSERY, LESSONS, CLEANER, *YEARLY_BILLS, *STREAMS),
        (*ERRANDS, *OUTINGS, BIG_SHOP, COFFEE, FUEL, KIDS, PET_FOOD, VET),
    ),
    Profile(
        "student",
        (
            Due("Parents", "other income", "monthly", 70000, 95000, income=True),
            Due("Student hall", "housing", "monthly", 28000, 52000, early=True),
            PHONE,
            *STREAMS,
        ),
        (GROCERIES, CANTEEN, COFFEE, DINING, TICKETS, ONLINE, CINEMA, HAIR),
    ),
    Profile(
        "retired",
        (PENSION, POWER, WATER, PHONE, CAR_COVER, CLEANER, *YEARLY_BILLS, *STREAMS[3:]),
        (*ERRANDS, *OUTINGS, BIG_SHOP, FUEL, PET_FOOD, VET),
    ),
    Profile(
        "freelancer",
        (RENT, POWER, PHONE, CAR_COVER, LICENCE, *YEARLIES, *STREAMS),
        (
            Habit(("Client One", "Client Two", "Agency"), "freelance", 0.09, 90000, 0.6),
            *(GROCERIES, CLOTHES, ONLINE, PHARMACY, COFFEE, TICKETS, FUEL),
            *OUTINGS,
        ),
    ),
)
