import io

import pytest
from django.core.management import call_command

from finance.checks import check_sqlite, findings


class TestTheVersionOfSqlite:
    @pytest.mark.parametrize("version", [(3, 7, 0), (3, 40, 1), (3, 51, 2)])
    def test_is_told_where_it_may_spoil_the_ledger(self, version: tuple[int, ...]) -> None:
        [found] = findings(version)
        assert ".".join(map(str, version)) in str(found.msg)
        assert "3.51.3" in str(found.hint)

    @pytest.mark.parametrize("version", [(3, 6, 9), (3, 51, 3), (4, 0, 0)])
    def test_is_no_matter_otherwise(self, version: tuple[int, ...]) -> None:
        assert findings(version) == []

    def test_is_no_matter_to_commands_that_leave_the_database_alone(self) -> None:
        assert check_sqlite(None, databases=None) == []

    @pytest.mark.django_db
    def test_is_looked_at_when_the_server_starts(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 40, 1))
        told = io.StringIO()
        call_command("migrate", verbosity=0, stderr=told, skip_checks=False)
        assert "finance.W001" in told.getvalue()
