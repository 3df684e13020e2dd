from pathlib import Path

from tests.finance.sync.crowd import push_in_a_crowd


class TestACrowd:
    def test_pushes_at_once_into_sqlite(self, tmp_path: Path) -> None:
        push_in_a_crowd(f"sqlite:///{tmp_path}/crowd.sqlite3", tmp_path)
