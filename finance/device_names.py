"""What a browser is called before its person names it, guessed from its User-Agent."""

from finance.wording import say

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
"""(what stands in the User-Agent, the browser's name), the particular before what it also claims to be."""
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def guessed_name(agent: str) -> str:
    """A name for the list of devices.

    >>> guessed_name("Mozilla/5.0 (Linux; Android 14) Chrome/130.0.0.0 Mobile Safari/537.36")
    'Chrome on Android'
    """
    browser, system = first_of(BROWSERS, agent), first_of(SYSTEMS, agent)
    if browser and system:
        return say("device.guess", {"browser": browser, "system": system})
    return browser or system or say("device.unknown")


def first_of(marks: tuple[tuple[str, str], ...], agent: str) -> str | None:
    return next((name for mark, name in marks if mark in agent), None)
