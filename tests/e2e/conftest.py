"""A real server and real phones for every end-to-end story; all of them stop with the test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, sync_playwright

from tests.e2e.phone import Phone
from tests.e2e.server import Server


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a server that nobody has visited yet."""
    folder = tmp_path_factory.mktemp("migrated")
    Server(folder).manage("migrate", "--verbosity", "0")
    return folder


@pytest.fixture
def server(tmp_path: Path, migrated: Path) -> Iterator[Server]:
    """A fresh server with an empty database; nobody has signed up."""
    made = Server(tmp_path / "server")
    shutil.copytree(migrated, made.var)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def spoilt(server: Server) -> Server:
    """The same server, started so that `server.spoil` can make it go wrong."""
    server.stop()
    server.application = "tests.e2e.spoilt:application"
    server.start()
    return server


@pytest.fixture
def phone(playwright: Playwright, tmp_path: Path) -> Iterator[Callable[..., Phone]]:
    """Make phones by name: `phone("asha")`; every one of them is closed at the end."""
    made: list[Phone] = []

    def make(name: str = "phone", *, size: tuple[int, int] = (360, 740), dark: bool = False) -> Phone:
        made.append(Phone(playwright, tmp_path / name, size, dark))
        return made[-1]

    yield make
    for one in made:
        one.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever stands in this folder drives a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.e2e)
