"""How people of each language say amounts and dates, with gaps that other libraries fill in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from num2words import num2words
from unicode_rbnf import RbnfEngine

TODAY = "2026-03-18"
HINDI = RbnfEngine.for_language("hi")
ENGLISH_MONTHS = "January February March April May June July August September October November December"
SPANISH_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
FRENCH_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
GERMAN_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
PORTUGUESE_MONTHS = "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
HINDI_MONTHS = "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर"


@dataclass(frozen=True, slots=True)
class Speech:
    """One language as spoken in one country. `whole`, `parts` and `dated` are sentences with gaps:
    {whole} and {part} for words of numbers, {digits} for digits one by one, {day} and {month}.
    """

    name: str
    locale: str
    currency: str
    words: Callable[[int], str]
    whole: str
    parts: tuple[str, ...]
    dated: str
    months: str
    ordinal: Callable[[int], str] | None = None

    def context(self) -> dict[str, object]:
        return {"locale": self.locale, "currency": self.currency, "today": TODAY, "accounts": []}

    def amount(self, whole: int) -> str:
        """A sentence with a whole amount."""
        return self.whole.format(whole=self.words(whole))

    def amounts(self, whole: int, part: int) -> list[str]:
        """All the ways of saying an amount with its hundredths (10 to 99)."""
        digits = " ".join(self.words(int(digit)) for digit in f"{part:02}")
        gaps = {"whole": self.words(whole), "part": self.words(part), "digits": digits}
        return [form.format(**gaps) for form in self.parts]

    def day(self, day: date) -> str:
        """A sentence with an amount of twelve and a date without its year."""
        said = (self.ordinal or self.words)(day.day)
        return self.dated.format(day=said, month=self.months.split(" ")[day.month - 1], whole=self.words(12))


def by_num2words(language: str) -> Callable[[int], str]:
    """The way recognisers write what num2words says: no hyphens, no commas."""
    return lambda value: str(num2words(value, lang=language)).replace("-", " ").replace(",", "")


def ordinals(language: str, ending: str = "") -> Callable[[int], str]:
    return lambda value: str(num2words(value, lang=language, to="ordinal")).replace("-", " ") + ending


def hindi(value: int) -> str:
    return HINDI.format_number(value).text


SPEECHES = (
    Speech(
        *("en", "en-US", "USD", by_num2words("en"), "paid {whole} dollars for lunch"),
        ("{whole} dollars and {part} cents for lunch", "spent {whole} point {digits} on groceries"),
        *("{whole} dollars for lunch on {month} {day}", ENGLISH_MONTHS, ordinals("en")),
    ),
    Speech(
        *("en-IN", "en-IN", "INR", by_num2words("en_IN"), "paid {whole} rupees for lunch"),
        ("{whole} rupees and {part} paise for chai",),
        *("{whole} rupees for lunch on {day} {month}", ENGLISH_MONTHS, ordinals("en")),
    ),
    Speech(
        *("es", "es-ES", "EUR", by_num2words("es"), "gasté {whole} euros en comida"),
        (
            "{whole} euros con {part} en comida",
            "pagué {whole} euros y {part} céntimos por el taxi",
            "{whole} coma {part} en el supermercado",
        ),
        *("{whole} euros en comida el {day} de {month}", SPANISH_MONTHS),
    ),
    Speech(
        *("fr", "fr-FR", "EUR", by_num2words("fr"), "dépensé {whole} euros pour le déjeuner"),
        (
            "{whole} euros {part} pour le déjeuner",
            "payé {whole} euros et {part} centimes de taxi",
            "{whole} virgule {part} pour les courses",
        ),
        *("{whole} euros pour le déjeuner le {day} {month}", FRENCH_MONTHS),
    ),
    Speech(
        *("de", "de-DE", "EUR", by_num2words("de"), "{whole} Euro für Mittagessen ausgegeben"),
        (
            "{whole} Euro {part} für Mittagessen",
            "{whole} Euro und {part} Cent für das Taxi",
            "{whole} Komma {digits} für Lebensmittel",
        ),
        *("{whole} Euro für Mittagessen am {day} {month}", GERMAN_MONTHS, ordinals("de", "n")),
    ),
    Speech(
        *("pt", "pt-PT", "EUR", by_num2words("pt"), "gastei {whole} euros no almoço"),
        (
            "{whole} euros e {part} no almoço",
            "paguei {whole} euros e {part} cêntimos de táxi",
            "{whole} vírgula {part} no supermercado",
        ),
        *("{whole} euros no almoço no dia {day} de {month}", PORTUGUESE_MONTHS),
    ),
    Speech(
        *("pt-BR", "pt-BR", "BRL", by_num2words("pt_BR"), "gastei {whole} reais no almoço"),
        ("{whole} reais e {part} no almoço", "paguei {whole} reais e {part} centavos de táxi"),
        *("{whole} reais no almoço dia {day} de {month}", PORTUGUESE_MONTHS),
    ),
    Speech(
        *("hi", "hi-IN", "INR", hindi, "खाने पर {whole} रुपये खर्च किए"),
        ("खाने पर {whole} रुपये {part} पैसे खर्च किए", "सब्ज़ी {whole} दशमलव {digits}"),
        *("{day} {month} को खाने पर {whole} रुपये खर्च किए", HINDI_MONTHS),
    ),
)
