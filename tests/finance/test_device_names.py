import pytest

from finance.device_names import guessed_name

WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0"


class TestGuessedName:
    @pytest.mark.parametrize(
        ("agent", "name"),
        [
            (f"Mozilla/5.0 (Linux; Android 14; Pixel 8) {CHROME} Mobile Safari/537.36", "Chrome on Android"),
            (f"Mozilla/5.0 (Windows NT 10.0) {CHROME} Safari/537.36 Edg/130.0", "Edge on Windows"),
            (
                f"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) {WEBKIT} Safari/604.1",
                "Safari on iPhone",
            ),
            (f"Mozilla/5.0 (iPhone; like Mac OS X) {WEBKIT} CriOS/130.0 Safari/604.1", "Chrome on iPhone"),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox on Linux"),
            (f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {WEBKIT} Safari/605.1.15", "Safari on Mac"),
            ("curl/8.5", "A browser"),
            ("", "A browser"),
        ],
    )
    def test_tells_the_browser_and_the_system(self, agent: str, name: str) -> None:
        assert guessed_name(agent) == name
