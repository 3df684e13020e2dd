"""Listening in the real app: held or tapped, answered by voice, and files that other apps share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e import steps
from tests.e2e.phone import Phone
from tests.e2e.server import Server
from tools.bench.voice.memory import renderers, resident
from voice import speech_models

SHARED = Path(__file__).resolve().parent.parent / "data" / "shared"
HUSHED = "localStorage.setItem('my-funds-listening-answers', 'off')"
DIED = "(model) => localStorage.setItem('my-funds-ear-starts', JSON.stringify({ model, dead: 2 }))"
HELD_UP = """() => new Promise((begun) => {
  const opening = indexedDB.open("my-funds-1");
  opening.onsuccess = () => {
    const stores = opening.result.transaction(["meta", "journal"], "readwrite").objectStore("meta");
    const again = () => (stores.count().onsuccess = again);
    again();
    begun();
  };
})"""
"""Another tab writes into the person's ledger until it is closed: who opens it waits."""
SHARE = """({ bytes, name, type }) => {
  const form = document.createElement("form");
  Object.assign(form, { method: "POST", action: "/shared", enctype: "multipart/form-data" });
  const input = Object.assign(document.createElement("input"), { type: "file", name: "sound" });
  const files = new DataTransfer();
  files.items.add(new File([new Uint8Array(bytes)], name, { type }));
  input.files = files.files;
  form.append(input);
  document.body.append(form);
  form.submit();
}"""
"""As the system does when a person shares a file into the installed app."""


@pytest.fixture(scope="module")
def theirs(
    playwright: Playwright, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Server, Phone]]:
    """One server and one phone for all of this file, ready without a network."""
    folder = tmp_path_factory.mktemp("listening")
    server, one = Server(folder / "server"), Phone(playwright, folder / "phone")
    server.var.mkdir()
    server.manage("migrate", "--verbosity", "0")
    server.start()
    page = one.open()
    steps.become_owner(page, server)
    steps.wait_until_ready_offline(page)
    yield server, one
    one.close()
    server.stop()


@pytest.fixture
def asha(theirs: tuple[Server, Phone]) -> Iterator[Phone]:
    """The phone at the speak screen, its choices as at first; nothing may have complained by the end."""
    server, one = theirs
    page_of(one).goto(server.url)
    page_of(one).evaluate("localStorage.removeItem('my-funds-listening-answers')")
    expect(page_of(one).locator("ear-line")).to_contain_text(steps.READY)
    yield one
    assert one.complaints == []


def page_of(one: Phone) -> Page:
    return context_of(one).pages[0]


def context_of(one: Phone) -> BrowserContext:
    assert one.context
    return one.context


def draft(page: Page) -> None:
    expect(page.get_by_role("region", name="Check and save")).to_be_visible()


def drafted(page: Page, *, amount: str, where: str) -> None:
    draft(page)
    assert steps.digits(steps.shown_amount(page)) == amount
    expect(page.get_by_label("Where")).to_have_value(where)


class TestAnswering:
    def test_yes_saves_and_undo_takes_back(self, asha: Phone) -> None:
        page = page_of(asha)
        asha.hear_all("groceries", 3.5, "yes", 4.0, "undo")
        steps.speak(page)
        expect(page.locator("answer-line")).to_contain_text("Say “yes” to save it")
        expect(page.locator("undo-bar")).to_contain_text("Saved on this phone")
        expect(page.locator("today-entries")).to_contain_text("Groceries")
        expect(page.locator("answer-line")).to_contain_text("Say “undo”")
        expect(page.locator("today-entries")).not_to_contain_text("Groceries")
        expect(page.locator("answer-line")).to_be_empty()

    def test_no_drops_the_draft(self, asha: Phone) -> None:
        page = page_of(asha)
        asha.hear_all("lidl", 3.5, "no")
        steps.speak(page)
        expect(page.locator("[data-turn=idle]")).to_be_visible()
        expect(page.locator("undo-bar")).not_to_contain_text("Saved")

    def test_yes_never_saves_an_amount_that_was_not_chosen(self, asha: Phone) -> None:
        page = page_of(asha)
        asha.hear_all("unsure", 3.5, "yes", 3.5)
        steps.speak(page)
        expect(page.get_by_text("Which amount did you mean?")).to_be_visible()
        expect(page.get_by_text("Fill in what is still open, then save.")).to_be_visible()
        draft(page)

    def test_another_sentence_joins_the_draft(self, asha: Phone) -> None:
        page = page_of(asha)
        asha.hear_all("lidl", 3.5, "coffee")
        steps.speak(page)
        expect(page.locator("draft-card")).to_have_count(2)
        expect(page.get_by_role("button", name="Save all 2")).to_be_visible()

    def test_ends_where_the_person_takes_over_or_chose_so(self, asha: Phone) -> None:
        page = page_of(asha)
        asha.hear_all("lidl", 3.5, "yes")
        steps.speak(page)
        page.locator("draft-sheet .heard").click()
        expect(page.locator("answer-line")).to_be_empty()
        page.get_by_role("button", name="Cancel").click()
        page.evaluate(HUSHED)
        steps.speak(page)
        page.wait_for_timeout(500)
        expect(page.locator("answer-line")).to_be_empty()


class TestTheShortcut:
    """The home screen's shortcut listens at once, whatever keeps the ledger."""

    def test_hears_while_the_ledger_is_still_being_opened(
        self, asha: Phone, theirs: tuple[Server, Phone]
    ) -> None:
        other = context_of(asha).new_page()
        other.goto(theirs[0].url)
        asha.hear_all(0.8, "lidl")
        other.evaluate(HELD_UP)
        page = page_of(asha)
        page.goto(f"{theirs[0].url}/?speak")
        expect(page.locator("closed-door")).to_contain_text("Listening: speak.")
        expect(page.locator("speak-screen")).to_have_count(0)
        other.close()
        steps.expect_drafted(page, "€12.50")


class TestAPhone:
    def test_that_asks_again_and_again_is_told_how_to_allow_it_for_good(self, asha: Phone) -> None:
        page = page_of(asha)
        page.evaluate("localStorage.setItem('my-funds-microphone-asked', '3')")
        page.reload()
        hint = page.locator("ear-line .hint")
        expect(hint).to_contain_text("Does the browser ask for the microphone every time?")
        hint.get_by_role("button").click()
        expect(hint).not_to_contain_text("Does the browser ask")
        page.evaluate("localStorage.removeItem('my-funds-microphone-asked')")

    def test_that_gave_up_listening_says_so_and_can_be_told_to_try_again(self, asha: Phone) -> None:
        page = page_of(asha)
        page.evaluate(DIED, speech_models.required("en").url)
        page.reload()
        ear = page.locator("ear-line")
        expect(ear).to_contain_text("Listening was too much for this phone, twice")
        ear.get_by_role("button", name="Try again on this phone").click()
        expect(ear).to_contain_text(steps.READY)


class TestHolding:
    """A pause of two seconds would end a sentence that was tapped for."""

    SENTENCE = ("lidl", 2.0, "coffee", 2.0)

    def test_with_a_mouse_listens_until_it_is_let_go(self, asha: Phone) -> None:
        page = page_of(asha)
        asha.hear_all(*self.SENTENCE)
        page.get_by_role("button", name="Speak").hover()
        page.mouse.down()
        self.spoken(page)
        page.mouse.up()
        self.both(page)

    def test_with_a_finger_listens_and_selects_nothing(self, asha: Phone) -> None:
        page = page_of(asha)
        asha.hear_all(*self.SENTENCE)
        finger = context_of(asha).new_cdp_session(page)
        box = page.locator("mic-button").bounding_box()
        assert box
        point = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
        self.spoken(page)
        finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        self.both(page)
        assert page.evaluate("getSelection().toString()") == ""

    def test_with_the_space_bar_listens_until_it_is_let_go(self, asha: Phone) -> None:
        page = page_of(asha)
        asha.hear_all(*self.SENTENCE)
        page.get_by_role("button", name="Speak").focus()
        page.keyboard.down(" ")
        self.spoken(page)
        page.keyboard.up(" ")
        self.both(page)

    def test_and_sliding_off_drops_what_was_said(self, asha: Phone) -> None:
        page = page_of(asha)
        asha.hear("lidl")
        page.get_by_role("button", name="Speak").hover()
        page.mouse.down()
        expect(page.locator(".live-words")).to_contain_text("twelve")
        page.mouse.move(5, 5)
        page.mouse.up()
        expect(page.locator("[data-turn=idle]")).to_be_visible()

    @staticmethod
    def spoken(page: Page) -> None:
        expect(page.locator("ear-line")).to_contain_text("Let go when you are done")
        expect(page.locator(".live-words")).to_contain_text("cents")

    @staticmethod
    def both(page: Page) -> None:
        draft(page)
        expect(page.locator("draft-sheet .heard")).to_contain_text("yesterday coffee four euros")


class TestManySentences:
    def test_in_a_row_ask_for_nothing_and_keep_no_memory(self, asha: Phone) -> None:
        page, kept = page_of(asha), []
        page.evaluate(HUSHED)
        for number in range(5):
            asha.hear("lidl" if number % 2 else "pause")
            steps.speak(page)
            assert steps.fetched_while_listening(page) == []
            page.get_by_role("button", name="Cancel").click()
            kept.append(max(map(resident, renderers(asha.folder / "profile"))))
        assert kept[-1] < 1.2 * kept[1]


class TestASharedFile:
    @pytest.mark.parametrize("name", ["lidl.m4a", "lidl.ogg", "lidl.opus", "lidl.mp3"])
    def test_becomes_a_draft_without_a_network(self, name: str, asha: Phone) -> None:
        page = page_of(asha)
        context_of(asha).set_offline(True)
        share(page, (SHARED / name).read_bytes(), name)
        drafted(page, amount="1250", where="Lidl")
        steps.save(page)
        expect(page.locator("shared-sounds")).to_be_empty()
        context_of(asha).set_offline(False)

    def test_waits_until_its_draft_is_saved(self, asha: Phone) -> None:
        page = page_of(asha)
        share(page, (SHARED / "lidl.ogg").read_bytes(), "lidl.ogg")
        draft(page)
        page.get_by_role("button", name="Cancel").click()
        page.reload()
        expect(page.locator("shared-sounds")).to_contain_text("One sound file that was shared waits here.")
        page.locator("shared-sounds").get_by_role("button", name="Read it now").click()
        drafted(page, amount="1250", where="Lidl")
        steps.save(page)
        expect(page.locator("shared-sounds")).to_be_empty()

    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            (b"no sound at all" * 100, "This browser cannot read that sound file."),
            ((SHARED / "long.ogg").read_bytes(), "That recording is longer than a minute."),
            (None, "The sound file did not arrive."),
        ],
    )
    def test_that_cannot_be_used_says_so_and_is_gone(
        self, content: bytes | None, sentence: str, asha: Phone, theirs: tuple[Server, Phone]
    ) -> None:
        page = page_of(asha)
        if content is None:
            page.goto(f"{theirs[0].url}/?shared")
        else:
            share(page, content, "memo.ogg")
        expect(page.locator("talk-stage [role=alert]")).to_contain_text(sentence)
        expect(page.locator("shared-sounds")).to_be_empty()

    def test_can_be_opened_where_sharing_is_not_possible(self, asha: Phone) -> None:
        page = page_of(asha)
        page.get_by_label("Open a sound file").set_input_files(SHARED / "lidl.m4a")
        drafted(page, amount="1250", where="Lidl")


def share(page: Page, content: bytes, name: str) -> None:
    page.evaluate(SHARE, {"bytes": list(content), "name": name, "type": "audio/ogg"})
