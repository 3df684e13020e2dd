from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from config.settings import database


class TestDatabase:
    def test_makes_sqlite_durable_and_takes_the_write_lock_at_once(self) -> None:
        options: Any = database("sqlite:////tmp/x.sqlite3")["OPTIONS"]
        assert options["transaction_mode"] == "IMMEDIATE"
        assert "synchronous=FULL" in options["init_command"]

    def test_gives_postgresql_a_pool(self) -> None:
        options: Any = database("postgres://a:b@localhost/c")["OPTIONS"]
        assert options["pool"]["max_size"] == 10

    @pytest.mark.parametrize("url", ["mysql://a@b/c", "nonsense", "oracle://x"])
    def test_refuses_others_with_the_remedy(self, url: str) -> None:
        with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
            database(url)


class TestContentSecurityPolicy:
    def test_never_allows_inline_or_eval_on_the_page(self) -> None:
        directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
        everything = " ".join(" ".join(sources) for sources in directives.values())
        assert "unsafe" not in everything
        assert directives["require-trusted-types-for"] == ["'script'"]
