"""Names as people hear them: "Dr. Byrne", "dr byrne" and "DR BYRNE" are one."""


def letters(name: str | None) -> str:
    """letters("Trader Joe's") → "traderjoes"."""
    return "".join(letter for letter in (name or "").lower() if letter.isalnum())
