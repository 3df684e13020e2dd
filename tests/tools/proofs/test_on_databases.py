"""The proofs that push into a real server, in short; `make prove` kills a hundred times on each database."""

import pytest

from tools.postgres import postgres
from tools.proofs import databases, devices_at_once, killed_server

SEED, KILLS, DEVICES, MUTATIONS = 1, 1, 8, 20


class TestOnSqlite:
    def test_a_killed_server_loses_and_doubles_nothing(self) -> None:
        found = databases.on_sqlite("killed_server", SEED, KILLS)
        assert killed_server.holds(found), found

    def test_devices_that_push_at_once_end_equal(self) -> None:
        found = databases.on_sqlite("devices_at_once", SEED, DEVICES, MUTATIONS)
        assert devices_at_once.holds(found), found


@pytest.mark.postgres
class TestOnPostgres:
    def test_both_hold(self) -> None:
        with postgres(fsync="off") as server:
            server.make_database("killed")
            server.make_database("crowd")
            killed = databases.on_url(server.url("killed"), "killed_server", SEED, KILLS)
            crowd = databases.on_url(server.url("crowd"), "devices_at_once", SEED, DEVICES, MUTATIONS)
        assert killed_server.holds(killed), killed
        assert devices_at_once.holds(crowd), crowd


class TestHolds:
    def test_not_where_an_acknowledged_entry_is_lost(self) -> None:
        found = {"acknowledged": 9, "saved": 9, "lost": 0, "doubled": 0, "torn": 0}
        assert killed_server.holds(found)
        assert not killed_server.holds({**found, "lost": 1})
        assert not killed_server.holds({**found, "acknowledged": 8})

    def test_not_where_a_server_failed(self) -> None:
        zeros = (
            "lost",
            "doubled",
            "torn",
            "changed twice",
            "answers of 5xx",
            "other refusals",
            "devices apart",
        )
        found = {"acknowledged": 9, "mutations": 9, **dict.fromkeys(zeros, 0)}
        assert devices_at_once.holds(found)
        assert not devices_at_once.holds({**found, "answers of 5xx": 1})
