"""The household's own words, as far as the person may see them: its payees, accounts and categories."""

from collections.abc import Iterator
from uuid import UUID

from django.contrib.auth.models import AbstractUser

from finance import queries
from finance.permissions import readable
from voice.parser.tokens import words_of


def own_words(person: AbstractUser, ledger: UUID) -> frozenset[str]:
    """The ledger's names as the recogniser would write them. Raises UnknownLedger (404)."""
    return frozenset(filter(None, map(words_of, names_of(person, ledger))))


def names_of(person: AbstractUser, ledger: UUID) -> Iterator[str]:
    found = readable(person, ledger)
    for payee in queries.payees(found):
        yield payee.fields["name"]
        yield from payee.fields["aliases"]
    for account in queries.accounts(found):
        if not account.fields["closed"] and account.fields["kind"] != "equity":
            yield account.fields["name"]
