"""A backup and its restore, on whichever database the tests run."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.test import Client

from config.backup import tables
from config.backup.errors import CutBackup, NewerBackup, NotABackup
from config.backup.reading import restore_backup
from config.backup.writing import write_backup
from config.people.models import Person
from finance.audit import audit
from finance.ids import new_id
from finance.models import Ledger
from finance.services import Answer
from finance.sync.pull import pull
from tests.finance.conftest import NOW, Home

Lines = list[str]


@pytest.fixture
def backup(home: Home, tmp_path: Path) -> Path:
    spend(home, 1250)
    file = tmp_path / "friday.backup"
    write_backup(file, NOW)
    return file


def spend(home: Home, amount: int) -> Answer:
    return home.send("create", "transaction", new_id(), home.spending(amount))


def lines_of(file: Path) -> Lines:
    return gzip.decompress(file.read_bytes()).decode().splitlines(keepends=True)


def rewritten(file: Path, lines: Lines) -> Path:
    file.write_bytes(gzip.compress("".join(lines).encode()))
    return file


def everything() -> dict[str, list[dict[str, Any]]]:
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in tables.kept()}


class TestABackup:
    def test_brings_every_row_back(self, home: Home, backup: Path) -> None:
        before = everything()
        spend(home, 999)
        Person.objects.create_user("stranger")
        restore_backup(backup)
        after = everything()
        for ledger in [*before["finance.Ledger"], *after["finance.Ledger"]]:
            del ledger["epoch"], ledger["seq"]
        assert after == before

    def test_holds_every_table_that_people_fill(self) -> None:
        kept = {model._meta.label_lower for model in tables.kept()}
        assert {"people.person", "finance.ledger", "finance.mutationrecord", "finance.posting"} <= kept
        assert not kept & tables.LEFT_OUT

    def test_is_for_its_owner_alone(self, backup: Path) -> None:
        assert backup.stat().st_mode & 0o077 == 0

    def test_leaves_nothing_half_written(self, home: Home, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            write_backup(tmp_path / "no such folder" / "x", NOW)
        assert list(tmp_path.iterdir()) == []

    def test_adds_up_after_a_restore(self, home: Home, backup: Path) -> None:
        restore_backup(backup)
        assert audit(Ledger.objects.get(id=home.id)) == []


class TestAfterARestore:
    def test_phones_fetch_everything_anew(self, home: Home, backup: Path) -> None:
        epoch, seq = home.ledger.epoch, home.seq
        restore_backup(backup)
        ledger = Ledger.objects.get(id=home.id)
        assert ledger.epoch != epoch
        assert ledger.seq > seq

    def test_what_a_phone_saw_of_the_lost_future_is_not_seen(self, home: Home, backup: Path) -> None:
        lost = spend(home, 1)
        restore_backup(backup)
        found = spend(home, 1)
        assert found.seq is not None and lost.seq is not None
        assert found.seq > lost.seq

    def test_writes_go_on(self, home: Home, backup: Path) -> None:
        restore_backup(backup)
        Person.objects.create_user("newcomer")
        assert spend(home, 5).status == "applied"
        assert len(pull(person=home.alice, ledger_id=home.id, epoch=None, cursor=0).rows) > 0

    def test_every_sign_in_has_ended(self, home: Home, backup: Path) -> None:
        client = Client()
        client.force_login(home.alice)
        assert Session.objects.exists()
        restore_backup(backup)
        assert not Session.objects.exists()
        assert client.get("/api/session").status_code == 401


class TestADamagedBackup:
    @pytest.fixture(autouse=True)
    def _unchanged(self, home: Home, backup: Path) -> Any:
        before = everything()
        yield
        assert everything() == before

    def test_is_refused_when_its_end_is_missing(self, backup: Path) -> None:
        backup.write_bytes(backup.read_bytes()[:-300])
        with pytest.raises(CutBackup):
            restore_backup(backup)

    @pytest.mark.parametrize("missing", [slice(-1, None), slice(5, 6)])
    def test_is_refused_when_a_line_is_missing(self, backup: Path, missing: slice) -> None:
        lines = lines_of(backup)
        del lines[missing]
        with pytest.raises(CutBackup):
            restore_backup(rewritten(backup, lines))

    def test_is_refused_when_a_row_cannot_be_read(self, backup: Path) -> None:
        lines = lines_of(backup)
        lines[3] = '{"model": "finance.nothing", "pk": 1, "fields": {}}\n'
        with pytest.raises(CutBackup):
            restore_backup(rewritten(backup, lines))

    def test_is_refused_when_it_is_something_else(self, backup: Path) -> None:
        backup.write_bytes(b"SQLite format 3\x00")
        with pytest.raises(NotABackup):
            restore_backup(backup)

    def test_is_refused_when_it_is_of_a_newer_version(self, backup: Path) -> None:
        head, *rest = lines_of(backup)
        newer = {**json.loads(head), "migrations": ["finance.9999_tomorrow"]}
        with pytest.raises(NewerBackup, match="9999_tomorrow"):
            restore_backup(rewritten(backup, [json.dumps(newer) + "\n", *rest]))


class TestTheCommands:
    def test_refuse_a_database_in_use_without_a_yes(self, backup: Path) -> None:
        with pytest.raises(CommandError, match="--yes"):
            call_command("restore", str(backup))

    def test_write_and_restore(self, home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        call_command("backup", str(tmp_path / "x"))
        call_command("restore", "--yes", str(tmp_path / "x"))
        written, restored = capsys.readouterr().out.strip().splitlines()
        assert "secret_key" in written
        assert "check_ledger" in restored

    def test_say_why_a_file_cannot_be_read_or_written(self, home: Home, tmp_path: Path) -> None:
        with pytest.raises(CommandError, match="could not be read"):
            call_command("restore", "--yes", str(tmp_path / "nothing"))
        with pytest.raises(CommandError, match="could not be written"):
            call_command("backup", str(tmp_path / "no" / "folder"))
