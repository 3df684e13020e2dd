"""A server some time after the first visit, and its owner's phone: where most stories begin."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from tests.e2e import steps
from tests.e2e.phone import Phone
from tests.e2e.server import Server


@dataclass
class Home(Server):
    """`profile` is of a phone that is signed in and ready offline, at this server's address."""

    profile: Path = field(default_factory=Path)

    def welcome(self, phone: Phone) -> Page:
        """Give the phone that profile and open the app in it; ready offline when this returns."""
        shutil.copytree(self.profile, phone.profile)
        page = phone.open()
        page.goto(self.url)
        steps.wait_until_ready_offline(page)
        return page

    def copy(self, folder: Path, *, application: str = Server.application) -> "Home":
        """The same home in a folder of its own; only one of its copies may run at a time."""
        shutil.copytree(self.var, folder)
        return Home(folder, self.port, application, profile=self.profile)


def settle(server: Server, phone: Phone) -> Home:
    """The first visit once; the server and the phone are stopped when this returns."""
    server.start()
    page = phone.open()
    steps.become_owner(page, server)
    steps.wait_until_ready_offline(page)
    phone.close()
    server.stop()
    return Home(server.var, server.port, profile=phone.profile)
