"""A real server and real phones for every end-to-end story; all of them stop with the test."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect, sync_playwright

from tests.e2e.home import Home, settle
from tests.e2e.phone import Phone
from tests.e2e.server import Server, running

SPOILT = "tests.e2e.spoilt:application"
PATIENCE_MS = 30_000
"""For what a busy machine is slow to show: what never comes fails as surely."""

expect.set_options(timeout=PATIENCE_MS)


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


@pytest.fixture(scope="session")
def settled(playwright: Playwright, migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The home that stories copy: one first visit for all of a process's stories."""
    folder = tmp_path_factory.mktemp("settled")
    shutil.copytree(migrated, folder / "server")
    return settle(Server(folder / "server"), Phone(playwright, folder / "phone"))


@pytest.fixture
def server(tmp_path: Path, migrated: Path) -> Iterator[Server]:
    """A fresh server with an empty database; nobody has signed up."""
    made = Server(tmp_path / "server")
    shutil.copytree(migrated, made.var)
    with running(made):
        yield made


@pytest.fixture
def spoilt(tmp_path: Path, migrated: Path) -> Iterator[Server]:
    """The same, and `spoil` can make it go wrong."""
    made = Server(tmp_path / "server", application=SPOILT)
    shutil.copytree(migrated, made.var)
    with running(made):
        yield made


@pytest.fixture
def home(tmp_path: Path, settled: Home) -> Iterator[Home]:
    """A server with its owner; `home.welcome(phone)` opens hers."""
    with running(settled.copy(tmp_path / "home")) as made:
        yield made


@pytest.fixture
def spoilt_home(tmp_path: Path, settled: Home) -> Iterator[Home]:
    """The same, and `spoil` can make it go wrong."""
    with running(settled.copy(tmp_path / "home", application=SPOILT)) as made:
        yield made


@pytest.fixture
def phone(playwright: Playwright, tmp_path: Path) -> Iterator[Callable[..., Phone]]:
    """Make phones by name: `phone("asha")`; every one of them is closed at the end."""
    with shop(playwright, tmp_path) as make:
        yield make


@pytest.fixture(scope="module")
def phones(
    playwright: Playwright, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Phone]]:
    """The same for all tests of a file together."""
    with shop(playwright, tmp_path_factory.mktemp("phones")) as make:
        yield make


@contextmanager
def shop(playwright: Playwright, folder: Path) -> Iterator[Callable[..., Phone]]:
    made: list[Phone] = []

    def make(name: str = "phone", *, size: tuple[int, int] = (360, 740), dark: bool = False) -> Phone:
        made.append(Phone(playwright, folder / name, size, dark))
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
