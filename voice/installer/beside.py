"""Install in a thread of the server; what its end cut off goes on when it starts."""

import logging
import threading
from typing import IO, Any

from finance.errors import Refusal
from voice.installer.installation import bring, check_name
from voice.installer.standing import Installation, fail, is_running, release, standing, take, tell

log = logging.getLogger(__name__)


def start(name: str) -> Installation:
    """Begin to install an official model. Raises AlreadyInstalling, WrongModelName, StarterStays."""
    check_name(name)
    held = take()
    begun = Installation(name)
    tell(begun)
    threading.Thread(target=run, args=(name, held), name="install a speech model", daemon=True).start()
    return begun


def go_on() -> None:
    """Begin again what was cut off; called where the server starts. Does nothing else, and never fails."""
    left = standing()
    if left and not left.problem and not is_running():
        try:
            start(left.name)
        except (Refusal, OSError):
            log.warning("the installation of %s could not be continued", left.name, exc_info=True)


def run(name: str, held: IO[Any]) -> None:
    """Install, holding the lock; a problem is left where the settings page reads it."""
    try:
        bring(name, lambda now: None)
    except Refusal:
        log.info("the speech model %s was not installed", name, exc_info=True)
    except Exception:
        log.exception("the speech model %s could not be installed", name)
        fail(name, "model_install_failed", {"name": name})
    finally:
        release(held)
