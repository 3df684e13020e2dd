from pathlib import Path

from tests.insights.writer.crowd import send_in_a_crowd


class TestACrowdOnSqlite:
    def test_does_not_pass_the_months_cap_together(self, tmp_path: Path) -> None:
        send_in_a_crowd(f"sqlite:///{tmp_path}/crowd.sqlite3", tmp_path)
