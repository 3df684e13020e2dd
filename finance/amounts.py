"""An amount: whole minor units of one ISO-4217 currency. Never a float."""

from dataclasses import dataclass

LARGEST = 2**53 - 1
"""The largest amount, in minor units: beyond it a browser's numbers are no longer exact."""

CODES = {
    2: """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
        CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
        GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL
        MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK
        PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS
        TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
    """,
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
DECIMALS: dict[str, int] = {code: places for places, codes in CODES.items() for code in codes.split()}
"""Decimal places of every ISO-4217 currency that people hold."""


@dataclass(frozen=True, slots=True)
class Amount:
    """Minor units of a currency: Amount(1250, "EUR") is 12.50 euros, Amount(1250, "JPY") is 1,250 yen."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if self.currency not in DECIMALS:
            raise ValueError(f"{self.currency!r} is not an ISO-4217 currency")

    def __add__(self, other: "Amount") -> "Amount":
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up")
        return Amount(self.minor + other.minor, self.currency)

    def __neg__(self) -> "Amount":
        return Amount(-self.minor, self.currency)

    def __str__(self) -> str:
        """In units, with a thousands comma: str(Amount(-123456, "USD")) → "-1,234.56 USD"."""
        places = DECIMALS[self.currency]
        whole, part = divmod(abs(self.minor), 10**places)
        fraction = f".{part:0{places}}" if places else ""
        return f"{'-' if self.minor < 0 else ''}{whole:,}{fraction} {self.currency}"
