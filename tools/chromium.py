"""Chromium as tests and benches start it: it asks the network for nothing of its own and hears a WAV file."""

import shutil
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ALLOWED = "--use-fake-ui-for-media-stream"
"""Every question for the microphone is answered with yes."""
WHOLE = shutil.which("chromium")
WITHOUT_WINDOWS = shutil.which("chromium-headless-shell") or WHOLE
"""The same engine without toolbars and tabs, which nobody sees in a test: half of the browser's own work."""
DEVICE = "--use-fake-device-for-media-stream"


def hearing(file: Path) -> str:
    """The flag that makes a WAV file the device's sound, from its start at each new listening."""
    return f"--use-file-for-fake-audio-capture={file}%noloop"


def launched(
    playwright: Playwright, profile: Path, microphone: Path, *, bypass_csp: bool = False
) -> BrowserContext:
    """A browser on a profile that outlives it, which hears a WAV file."""
    return playwright.chromium.launch_persistent_context(
        str(profile),
        executable_path=WHOLE,
        headless=True,
        args=[*FLAGS, ALLOWED, DEVICE, hearing(microphone)],
        permissions=["microphone"],
        locale="en-US",
        bypass_csp=bypass_csp,
    )
