"""Which tests this machine can run: some need PostgreSQL's programs, which in CI may not be missing."""

import os

import pytest

from tests.postgres.server import programs


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if programs() or os.environ.get("CI", "").lower() == "true":
        return
    needing = [item for item in items if item.get_closest_marker("postgres")]
    config.hook.pytest_deselected(items=needing)
    items[:] = [item for item in items if item not in needing]
