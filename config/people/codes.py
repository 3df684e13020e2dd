"""Codes a person reads off a screen or paper and types back: made at random, kept as a digest only."""

import hashlib
import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No 0 O 1 I L: nobody has to guess which one was meant."""
GROUP = 4


def setup_code() -> str:
    """Three groups (59 bits), to be typed once within the hour: `K7QM-4TZX-9PWD`."""
    return _code(groups=3)


def recovery_code() -> str:
    """Four groups (79 bits), out of reach even for someone who holds the digest: `K7QM-4TZX-9PWD-2HJC`."""
    return _code(groups=4)


def digest(code: str) -> str:
    """SHA-256 in hex of the code as it was meant: case, spaces and dashes do not matter."""
    meant = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(meant.encode()).hexdigest()


def token_digest(token: str) -> str:
    """SHA-256 in hex of a link's token, which is taken to the letter."""
    return hashlib.sha256(token.encode()).hexdigest()


def _code(*, groups: int) -> str:
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(groups))
