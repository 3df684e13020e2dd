"""Where the household spends: shops with the cheapest and the dearest purchase, in cents."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shop:
    name: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Habit:
    """How often the household buys something: on `percent` of the days, by weekday, Monday first."""

    category: str
    percent: tuple[int, int, int, int, int, int, int]
    shops: tuple[Shop, ...]
    account: str = "card"
    spoken: int = 25
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bill:
    """A monthly payment; `winter` cents more in the cold, `rises` = (months ago, new price)."""

    category: str
    payee: str
    day: int
    cents: int
    winter: int = 0
    rises: tuple[tuple[int, int], ...] = ()


def every_day(percent: int) -> tuple[int, int, int, int, int, int, int]:
    return (percent,) * 7


HABITS = (
    Habit(
        "groceries",
        (70, 45, 60, 45, 80, 95, 6),
        (
            Shop("Lidl", 1180, 6400),
            Shop("Lidl", 640, 3900),
            Shop("Rewe", 890, 5200),
            Shop("Edeka", 1240, 7300),
            Shop("Green Basket", 1500, 4800),
            Shop("Turkish Market", 600, 2400),
            Shop("Corner Bakery", 280, 1150),
        ),
        spoken=35,
        notes=("for the weekend", "birthday cake", "and something for the neighbours", "barbecue"),
    ),
    Habit(
        "coffee",
        (75, 70, 75, 70, 75, 60, 40),
        (
            Shop("Kaffeehaus Linden", 310, 480),
            Shop("Blue Door Coffee", 340, 620),
            Shop("Station Espresso", 260, 390),
        ),
        account="cash",
        spoken=55,
    ),
    Habit(
        "dining",
        (22, 20, 28, 22, 50, 55, 30),
        (
            Shop("Trattoria Nonna", 2400, 7800),
            Shop("Pho Saigon", 1350, 3600),
            Shop("Burger Yard", 1190, 3100),
            Shop("Sakura Sushi", 2200, 5900),
            Shop("Falafel Habibi", 650, 1500),
            Shop("Canteen", 590, 920),
        ),
        spoken=40,
        notes=("with Lena and Tom", "lunch with the team", "anniversary", "take-away"),
    ),
    Habit(
        "transport",
        (24, 20, 22, 20, 28, 22, 12),
        (
            Shop("City Transit", 320, 990),
            Shop("Rail", 1290, 5900),
            Shop("Rail", 990, 2700),
            Shop("Cargo Taxi", 890, 2450),
            Shop("Bike Workshop", 1500, 8900),
        ),
        spoken=20,
    ),
    Habit("fuel", (6, 4, 4, 6, 12, 8, 4), (Shop("Shell", 4200, 7900), Shop("Aral", 3900, 7600)), spoken=15),
    Habit(
        "shopping",
        (8, 8, 8, 10, 14, 24, 3),
        (
            Shop("Ikea", 1490, 18900),
            Shop("Uniqlo", 1490, 8990),
            Shop("Decathlon", 990, 7990),
            Shop("Bookshop Anders", 1100, 4200),
            Shop("Hardware Depot", 450, 6400),
            Shop("Kleinanzeigen", 500, 6000),
        ),
        spoken=15,
        notes=("winter jacket", "shelf for the hall", "running shoes", "present for Mum"),
    ),
    Habit(
        "health",
        (5, 4, 5, 4, 6, 3, 0),
        (Shop("Linden Pharmacy", 495, 3200), Shop("Dental Practice", 3500, 14000)),
        spoken=15,
    ),
    Habit(
        "personal care",
        (4, 3, 4, 4, 8, 8, 0),
        (Shop("dm", 690, 3100), Shop("Salon Karla", 2800, 6900)),
        spoken=20,
    ),
    Habit(
        "entertainment",
        (2, 3, 5, 6, 14, 16, 8),
        (
            Shop("Kino Central", 990, 2900),
            Shop("Concert Hall", 2900, 8900),
            Shop("Climbing Gym", 1290, 2580),
        ),
        spoken=30,
    ),
    Habit(
        "pets",
        (3, 3, 3, 3, 3, 8, 0),
        (Shop("Fressnapf", 990, 4900),),
        spoken=20,
        notes=("cat food", "cat litter"),
    ),
    Habit(
        "gifts",
        every_day(2),
        (Shop("Flower Shop Rosa", 1200, 3900), Shop("Toy Chest", 1490, 4990)),
        spoken=20,
    ),
)

BILLS = (
    Bill("housing", "Hausverwaltung Weber", 1, 149000, rises=((9, 154500),)),
    Bill("utilities", "Stadtwerke", 15, 9400, winter=6800),
    Bill("utilities", "Telekom", 8, 4495),
    Bill("insurance", "Allgemeine Versicherung", 3, 5830),
    Bill("subscriptions", "Streamio", 12, 1299, rises=((14, 1399), (3, 1599))),
    Bill("subscriptions", "Tonika Music", 20, 1099, rises=((7, 1299),)),
    Bill("subscriptions", "Cloudbox", 5, 299),
    Bill("subscriptions", "Tageblatt", 1, 1990),
    Bill("transport", "City Transit Pass", 2, 5800, rises=((10, 6300),)),
    Bill("kids", "Kita Sonnenschein", 4, 21000),
    Bill("charity", "Doctors on Call", 18, 2500),
)
