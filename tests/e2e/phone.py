"""A real Chromium as a phone: its own profile, and a WAV file as its microphone."""

import os
import shutil
import signal
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Playwright

from tests.e2e.sounds import compose
from tools.chromium import ALLOWED, DEVICE, FLAGS, WITHOUT_WINDOWS, hearing

TIMELINE = """
window.timeline = [];
const note = (what) => window.timeline.push(what);
const fetchNow = window.fetch;
window.fetch = (...call) => { note("fetch " + (call[0].url ?? call[0])); return fetchNow(...call); };
let drawn = "";
new MutationObserver(() => {
  const stage = document.querySelector("[data-turn]");
  const now = document.querySelector("draft-sheet") ? "draft" : stage?.dataset.turn;
  if (now && now !== drawn) note(drawn = now);
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-turn"] });
"""
"""Notes in the page, in order: every fetch, and every turn of the speak screen."""
SPEECH = Path(__file__).resolve().parent.parent / "data" / "speech"


@dataclass
class Phone:
    """Opened and closed like a browser on a phone; the profile outlives a restart."""

    playwright: Playwright
    folder: Path
    size: tuple[int, int] = (360, 740)
    dark: bool = False
    scale: float = 1
    context: BrowserContext | None = None
    complaints: list[str] = field(default_factory=list)
    asked: str = ALLOWED
    """How the browser answers when a page asks for the microphone."""
    devices: tuple[str, ...] = (DEVICE,)
    flags: tuple[str, ...] = ()
    program: str | None = WITHOUT_WINDOWS

    @property
    def microphone(self) -> Path:
        return self.folder / "microphone.wav"

    @property
    def profile(self) -> Path:
        return self.folder / "profile"

    def open(self) -> Page:
        """Start the browser and return its page; CSP and Trusted Types complaints are kept."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if not self.microphone.exists():
            self.hear("silence")
        self.context = self.playwright.chromium.launch_persistent_context(
            str(self.profile),
            executable_path=self.program,
            headless=True,
            args=[*FLAGS, *self.flags, self.asked, *self.devices, hearing(self.microphone)],
            viewport={"width": self.size[0], "height": self.size[1]},
            device_scale_factor=self.scale,
            color_scheme="dark" if self.dark else "light",
            locale="en-IE",
            timezone_id="Europe/Dublin",
            permissions=["microphone"],
        )
        self.context.add_init_script(TIMELINE)
        page = self.context.pages[0]
        self.watch(page)
        return page

    def watch(self, page: Page) -> None:
        words = ("Content Security Policy", "TrustedScript", "Trusted Type", "Uncaught")
        page.on(
            "console",
            lambda message: (
                self.complaints.append(message.text) if any(w in message.text for w in words) else None
            ),
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def hear(self, name: str) -> None:
        """Put a committed recording in front of the microphone; read anew each time listening starts."""
        self.folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(SPEECH / f"{name}.wav", self.microphone)

    def hear_all(self, *parts: str | float) -> None:
        """The same with several recordings by name, and seconds of silence between them."""
        compose(self.microphone, *parts)

    def kill(self) -> None:
        """The browser is gone in the middle of it all, with nothing written that was not on the disk."""
        own = f"--user-data-dir={self.profile}"
        for process in Path("/proc").glob("[0-9]*/cmdline"):
            words = process.read_bytes().decode(errors="replace").split("\0")
            if own in words and not any(word.startswith("--type=") for word in words):
                os.kill(int(process.parent.name), signal.SIGKILL)
        self.context = None

    def close(self) -> None:
        if self.context:
            self.context.close()
            self.context = None
