"""Which tests this machine can run, and passwords that cost no time.

Some tests need PostgreSQL's programs, which in CI may not be missing.
"""

import os
from collections.abc import Iterator

import pytest
from django.test import override_settings

from tests.postgres.server import programs


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if programs() or os.environ.get("CI", "").lower() == "true":
        return
    needing = [item for item in items if item.get_closest_marker("postgres")]
    config.hook.pytest_deselected(items=needing)
    items[:] = [item for item in items if item not in needing]


@pytest.fixture(scope="session", autouse=True)
def _passwords_are_hashed_fast() -> Iterator[None]:
    """Django's own hashers take half a second each."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield
