"""The screens behind the first one come while people look at it, also over a poor network."""

from collections.abc import Callable

from playwright.sync_api import Route, expect

from tests.e2e import steps
from tests.e2e.phone import Phone
from tests.e2e.server import Server


class TestTheScreensBehindTheFirst:
    def test_are_asked_for_again_until_they_come(self, server: Server, phone: Callable[..., Phone]) -> None:
        page = phone().open()
        lost: list[str] = []
        poor = True

        def lose(route: Route) -> None:
            if not poor:
                return route.continue_()
            lost.append(route.request.url)
            return route.abort()

        page.add_init_script("delete Navigator.prototype.serviceWorker")  # its cache would bring them at once
        page.route("**/assets/screens-*.js", lose)
        steps.become_owner(page, server)
        expect(page.get_by_label("Type what you spent")).to_be_visible()
        page.get_by_role("link", name="Month").click()
        expect(page.get_by_text("One moment…")).to_be_visible()
        poor = False
        expect(page.get_by_role("heading", name="Nothing in this month")).to_be_visible()
        assert lost
