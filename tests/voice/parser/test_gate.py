"""What tells of money without being a purchase, and what is one all the same."""

import pytest

from voice.parser import read

HOME = {
    "locale": "en-US",
    "currency": "USD",
    "today": "2026-03-18",
    "accounts": ["Checking", "Savings", "Visa", "Cash"],
}


class TestGate:
    @pytest.mark.parametrize(
        "text",
        [
            "gas is four dollars a gallon",
            "petrol costs a hundred rupees a litre",
            "a coffee costs five dollars",
            "that shirt costs forty dollars online",
            "i earn twenty dollars an hour",
            "i make fifty thousand a year",
            "the house is worth half a million",
            "the quote was four hundred dollars",
            "they wanted fifty dollars for a sandwich",
            "the rent went up to twelve hundred",
            "the dollar is eighty three rupees",
            "i have two hundred dollars left",
            "there is forty dollars in my account",
            "my balance is four hundred dollars",
            "i usually spend fifty on gas",
            "if only i had fifty dollars",
            "i refuse to pay fifty dollars",
            "i'd pay fifty for that",
            "i want a four hundred dollar phone",
            "i saw a jacket for ninety dollars",
            "bill forty dollars due friday",
            "was lunch twelve or fifteen dollars",
            "i need fifty for rent",
            "my card was declined for sixty dollars",
            "the check for forty dollars bounced",
            "the speed limit is fifty five",
            "it'll cost about fifty",
            "it used to be twenty dollars",
            "spend less on coffee",
            "that is the million dollar question",
            "the game ended twenty one to fourteen",
        ],
    )
    def test_refuses_what_was_not_paid(self, text: str) -> None:
        assert read(text, HOME)["action"] == "refuse"

    @pytest.mark.parametrize(
        ("text", "amount"),
        [
            ("filled up at four dollars a gallon forty dollars", 4000),
            ("ten gallons of gas at four dollars a gallon", 4000),
            ("lunch was twelve fifty", 1250),
            ("was twelve fifty for lunch", 1250),
            ("the dentist charged me eighty dollars", 8000),
            ("it cost me twelve dollars to park", 1200),
            ("we had a sixty dollar dinner", 6000),
            ("twelve dollar is on lunch", 1200),
            ("let me add a coffee four dollars", 400),
            ("i need to log a twenty dollar taxi", 2000),
            ("note that i paid sixty for the vet", 6000),
            ("did the weekly shop forty dollars", 4000),
            ("ten to fifteen bucks for lunch", 1500),
            ("paid the quote of four hundred dollars for the roof", 40000),
        ],
    )
    def test_lets_through_what_was_paid(self, text: str, amount: int) -> None:
        reading = read(text, HOME)
        assert (reading["action"], [item["amount"] for item in reading["items"]]) == ("draft", [amount])


class TestSums:
    @pytest.mark.parametrize(
        ("text", "amount", "other"),
        [
            ("forty dollars plus eight tip", 4800, 4000),
            ("dinner forty dollars plus tip eight dollars", 4800, 4000),
            ("pizza twenty two dollars with a four dollar tip", 2600, 2200),
            ("dinner was fifty plus eighteen percent tip", 5900, 5000),
            ("hotel two hundred plus thirty tax", 23000, 20000),
            ("forty dollars minus a five dollar coupon", 3500, 4000),
        ],
    )
    def test_take_in_what_comes_on_top(self, text: str, amount: int, other: int) -> None:
        (item,) = read(text, HOME)["items"]
        assert (item["type"], item["amount"], item["other_amounts"]) == ("expense", amount, [other])
        assert item["confidence"]["amount"] < 0.8

    def test_leave_out_what_is_included(self) -> None:
        (item,) = read("dinner sixty dollars including a ten dollar tip", HOME)["items"]
        assert item["amount"] == 6000

    def test_leave_two_purchases_apart(self) -> None:
        items = read("groceries forty plus parking eight", HOME)["items"]
        assert [item["amount"] for item in items] == [4000, 800]


class TestFirstNumbers:
    @pytest.mark.parametrize(
        ("text", "amount"),
        [
            ("dinner for four eighty six dollars", 8600),
            ("bus number nine two pounds", 200),
            ("dinner at olive garden for a party of six one thirty", 13000),
            ("rent one nine fifty", 195000),
        ],
    )
    def test_are_left_out_of_the_price(self, text: str, amount: int) -> None:
        (item,) = read(text, HOME)["items"]
        assert amount in (item["amount"], *item["other_amounts"])
        assert item["confidence"]["amount"] < 0.8


class TestDenials:
    @pytest.mark.parametrize(
        ("text", "amount"),
        [
            ("fifteen not fifty for lunch", 1500),
            ("dinner sixty not sixteen dollars", 6000),
            ("it was fifteen not fifty dollars for lunch", 1500),
            ("four not six rupees for bandages", 40600),
        ],
    )
    def test_leave_what_was_not_said_to_be_wrong(self, text: str, amount: int) -> None:
        (item,) = read(text, HOME)["items"]
        assert item["amount"] == amount

    def test_leave_the_account_that_was_used(self) -> None:
        (item,) = read("fifty dollars on visa not cash for shoes", HOME)["items"]
        assert (item["amount"], item["account"]) == (5000, "Visa")

    def test_keep_the_price_of_a_corrected_place(self) -> None:
        (item,) = read("lunch at chipotle thirteen dollars no at subway", HOME)["items"]
        assert (item["amount"], item["payee"]) == (1300, "Subway")


class TestCounts:
    @pytest.mark.parametrize(
        ("text", "amounts"),
        [
            ("3 coffees at 4.50", [1350]),
            ("milk for four fifty and bread for three", [450, 300]),
            ("two beers at six dollars each and a burger for twelve", [1200, 1200]),
            ("sixty three and twenty cents gas", [6320]),
            ("swiggy order four hundred thirty two", [43200]),
        ],
    )
    def test_are_told_from_prices(self, text: str, amounts: list[int]) -> None:
        assert [item["amount"] for item in read(text, HOME)["items"]] == amounts

    def test_are_in_doubt_at_a_table(self) -> None:
        (item,) = read("lunch for three", HOME)["items"]
        assert item["confidence"]["amount"] < 0.8


class TestDoubts:
    @pytest.mark.parametrize(
        "text",
        [
            "taxi forty plus tip",
            "lunch forty two dollars she paid half",
            "movie tickets for two twenty eight",
        ],
    )
    def test_stay_where_more_or_less_may_have_been_paid(self, text: str) -> None:
        (item,) = read(text, HOME)["items"]
        assert item["confidence"]["amount"] < 0.8

    def test_leave_a_coin_that_was_only_the_means(self) -> None:
        (item,) = read("laundry eight fifty in quarters", HOME)["items"]
        assert item["amount"] == 850

    def test_take_money_from_a_person_as_income(self) -> None:
        (item,) = read("got fifty from mom for groceries", HOME)["items"]
        assert (item["type"], item["payee"]) == ("income", "Mom")

    def test_take_a_trip_to_a_shop_as_a_purchase_there(self) -> None:
        (item,) = read("target run fifty eight sixty six", HOME)["items"]
        assert (item["payee"], item["amount"]) == ("Target", 5866)
