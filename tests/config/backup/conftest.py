"""The household of the finance tests."""

from tests.finance.conftest import founded, home

__all__ = ["founded", "home"]
