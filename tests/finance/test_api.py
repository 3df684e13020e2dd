"""Each door of the API, for its people and for everybody else."""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.people.models import Person
from finance.ids import natural_id, new_id
from finance.models import Ledger, MutationRecord
from tests.factories import DEVICE, account, mutation
from tests.finance.conftest import Home

BrowserOf = Callable[[Person], Client]


def ask(client: Client, method: str, address: str, given: Any = None) -> Any:
    body = "" if given is None else json.dumps(given)
    return client.generic(method, address, body, content_type="application/json")


def push_body(home: Home, *mutations: dict[str, Any]) -> dict[str, Any]:
    return {"device": DEVICE, "epoch": str(home.ledger.epoch), "mutations": list(mutations)}


def doors(ledger: UUID, row: UUID) -> dict[str, tuple[str, str, Any]]:
    """Every door that reads or writes a ledger: name → method, address, body."""
    at = f"/api/ledgers/{ledger}"
    spent = {"fields": {"note": "x"}}
    push = {"device": DEVICE, "epoch": str(new_id()), "mutations": []}
    reads = [
        "pull",
        "people",
        "balances",
        "accounts",
        "payees",
        "transactions",
        *(
            f"{plural}/{row}{rest}"
            for plural in ("accounts", "payees", "transactions")
            for rest in ("", "/history")
        ),
    ]
    found: dict[str, tuple[str, str, Any]] = {f"GET {name}": ("GET", f"{at}/{name}", None) for name in reads}
    found["POST push"] = ("POST", f"{at}/push", push)
    for plural in ("accounts", "payees", "transactions"):
        found[f"POST {plural}"] = ("POST", f"{at}/{plural}", spent)
        found[f"PATCH {plural}"] = ("PATCH", f"{at}/{plural}/{row}", spent)
        found[f"DELETE {plural}"] = ("DELETE", f"{at}/{plural}/{row}", None)
    return found


NAMES = list(doors(new_id(), UUID(int=0)))


def door(name: str, ledger: UUID) -> tuple[str, str, Any]:
    return dict(zip(NAMES, doors(ledger, natural_id(ledger, "account", "cash")).values(), strict=True))[name]


class TestEveryDoor:
    @pytest.mark.parametrize("name", NAMES)
    def test_asks_who_is_signed_out_to_sign_in(self, home: Home, client: Client, name: str) -> None:
        answer = ask(client, *door(name, home.id))
        assert (answer.status_code, answer.json()["error"]["code"]) == (401, "signed_out")

    @pytest.mark.parametrize("name", NAMES)
    def test_shows_a_stranger_nothing(
        self, home: Home, charlie: Person, browser_of: BrowserOf, name: str
    ) -> None:
        logged = MutationRecord.objects.count()
        answer = ask(browser_of(charlie), *door(name, home.id))
        assert (answer.status_code, answer.json()["error"]["code"]) == (404, "unknown_ledger")
        assert answer.content == ask(browser_of(charlie), *door(name, new_id())).content
        assert MutationRecord.objects.count() == logged

    @pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("GET")])
    def test_lets_a_viewer_write_nothing(self, home: Home, browser_of: BrowserOf, name: str) -> None:
        logged = MutationRecord.objects.count()
        answer = ask(browser_of(home.vera), *door(name, home.id))
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "viewer")
        assert MutationRecord.objects.count() == logged

    @pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("GET")])
    def test_writes_nothing_without_the_csrf_token(self, home: Home, name: str) -> None:
        logged = MutationRecord.objects.count()
        client = Client(enforce_csrf_checks=True)
        client.force_login(home.alice)
        answer = ask(client, *door(name, home.id))
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "csrf")
        assert MutationRecord.objects.count() == logged

    @pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("GET") and "s/" not in name])
    def test_lets_a_viewer_read(self, home: Home, browser_of: BrowserOf, name: str) -> None:
        assert ask(browser_of(home.vera), *door(name, home.id)).status_code == 200


class TestPush:
    def test_answers_each_mutation(self, home: Home, browser_of: BrowserOf) -> None:
        good = mutation("create", "transaction", new_id(), home.spending())
        bad = mutation("create", "transaction", new_id(), home.spending(2**53))
        waits = mutation("update", "transaction", new_id(), {"note": "x"})
        answer = ask(
            browser_of(home.bob), "POST", f"/api/ledgers/{home.id}/push", push_body(home, good, bad, waits)
        )
        assert answer.status_code == 200
        message = "That amount is too large to be kept exactly. Enter a smaller amount."
        assert answer.json() == {
            "epoch": str(home.ledger.epoch),
            "results": [
                {"mid": good["mid"], "status": "applied", "seq": home.seq, "error": None},
                {
                    "mid": bad["mid"],
                    "status": "rejected",
                    "seq": None,
                    "error": {"code": "amount_too_large", "message": message},
                },
                {"mid": waits["mid"], "status": "parked", "seq": None, "error": None},
            ],
        }

    def test_refuses_another_epoch_with_the_ledgers_own(self, home: Home, browser_of: BrowserOf) -> None:
        given = {**push_body(home), "epoch": str(new_id())}
        answer = ask(browser_of(home.alice), "POST", f"/api/ledgers/{home.id}/push", given)
        assert (answer.status_code, answer.json()["error"]["code"]) == (409, "epoch_changed")
        assert answer.json()["epoch"] == str(home.ledger.epoch)

    def test_refuses_a_mid_used_before(self, home: Home, browser_of: BrowserOf) -> None:
        sent = mutation("create", "payee", new_id(), {"name": "Lidl"})
        home.push(sent)
        given = push_body(home, {**sent, "fields": {"name": "Aldi"}})
        answer = ask(browser_of(home.alice), "POST", f"/api/ledgers/{home.id}/push", given)
        assert (answer.status_code, answer.json()["error"]["code"]) == (409, "mid_reused")

    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"{",
            b"[]",
            b"{}",
            b'"x"',
            b"\xff",
            b'{"device": 1, "epoch": 2, "mutations": 3}',
            b"[" * 100_000,
        ],
    )
    def test_refuses_what_is_not_of_its_shape(self, home: Home, browser_of: BrowserOf, body: bytes) -> None:
        address = f"/api/ledgers/{home.id}/push"
        answer = browser_of(home.alice).generic("POST", address, body, content_type="application/json")
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "invalid")

    def test_refuses_more_than_a_hundred(self, home: Home, browser_of: BrowserOf) -> None:
        batch = [mutation("create", "payee", new_id(), {"name": "x"}) for _ in range(101)]
        answer = ask(browser_of(home.alice), "POST", f"/api/ledgers/{home.id}/push", push_body(home, *batch))
        assert answer.status_code == 422 and "100" in answer.json()["error"]["message"]

    def test_refuses_a_mutation_without_a_mid(self, home: Home, browser_of: BrowserOf) -> None:
        answer = ask(
            browser_of(home.alice), "POST", f"/api/ledgers/{home.id}/push", push_body(home, {"mid": 5})
        )
        assert answer.status_code == 422

    def test_refuses_more_bytes_than_a_request_may_have(self, home: Home, browser_of: BrowserOf) -> None:
        given = push_body(home, mutation("create", "payee", new_id(), {"name": "x" * 11_000_000}))
        answer = ask(browser_of(home.alice), "POST", f"/api/ledgers/{home.id}/push", given)
        assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too_large")

    @pytest.mark.parametrize("value", ["\\u0000", "\\ud800", "1e999", "NaN", "12345678901234567890123"])
    def test_rejects_poison_and_goes_on(self, home: Home, browser_of: BrowserOf, value: str) -> None:
        poison = mutation("create", "payee", new_id(), {"name": "POISON", "aliases": {"a": True}})
        good = mutation("create", "payee", new_id(), {"name": "Lidl"})
        quoted = f'"{value}"' if value.startswith("\\") else value
        body = json.dumps(push_body(home, poison, good)).replace('"POISON"', quoted)
        address = f"/api/ledgers/{home.id}/push"
        answer = browser_of(home.alice).generic("POST", address, body, content_type="application/json")
        assert [result["status"] for result in answer.json()["results"]] == ["rejected", "applied"]

    @pytest.mark.parametrize("depth", [9, 100, 905])
    def test_refuses_what_is_nested_too_deep(self, home: Home, browser_of: BrowserOf, depth: int) -> None:
        nested = mutation("create", "payee", new_id(), {"name": "Lidl"})
        body = json.dumps(push_body(home, {**nested, "was": "DEEP"}))
        body = body.replace('"DEEP"', "[" * depth + "]" * depth)
        address = f"/api/ledgers/{home.id}/push"
        answer = browser_of(home.alice).generic("POST", address, body, content_type="application/json")
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "invalid")


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
MEMBER = st.sampled_from(["op", "entity", "id", "fields", "base", "seen", "schema", "mid"])
PATH = st.sampled_from(
    ["date", "lines", "lines.x", "tags", "tags.a.b", "aliases", "origin", "account", "deleted", "name"]
)


class TestPoison:
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        entity=st.sampled_from(["transaction", "account", "payee", "ledger", "conflict"]),
        op=st.sampled_from(["create", "update", "delete"]),
        fields=st.dictionaries(PATH, ANYTHING, max_size=4),
        broken=st.dictionaries(MEMBER, ANYTHING, max_size=1),
    )
    def test_is_answered_whatever_it_is(
        self, home: Home, browser_of: BrowserOf, entity: str, op: str, fields: Any, broken: Any
    ) -> None:
        poison = {**mutation(op, entity, new_id(), fields), **broken}
        good = mutation("create", "payee", new_id(), {"name": "Lidl"})
        address = f"/api/ledgers/{home.id}/push"
        answer = ask(browser_of(home.alice), "POST", address, push_body(home, poison, good))
        if "mid" in broken:
            assert answer.status_code == 422
        else:
            assert answer.status_code == 200
            poisoned, well = answer.json()["results"]
            assert well["status"] == "applied"
            assert poisoned["status"] != "rejected" or poisoned["error"]["code"] != "unexpected"


class TestPull:
    def test_gives_rows_after_the_cursor(self, home: Home, browser_of: BrowserOf) -> None:
        cursor, row = home.seq, new_id()
        home.send("create", "transaction", row, home.spending())
        address = f"/api/ledgers/{home.id}/pull?cursor={cursor}&epoch={home.ledger.epoch}"
        page = browser_of(home.vera).get(address).json()
        digest = page.pop("digest")
        assert digest["rows"]["transaction"] == {"count": 1, "hash": f"{cursor + 1}.{(cursor + 1) ** 2}"}
        assert digest["sums"][home.account("groceries")] == {"EUR": {"count": 1, "sum": "1250"}}
        assert {**page, "rows": [one["id"] for one in page["rows"]]} == {
            "epoch": str(home.ledger.epoch),
            "from": cursor,
            "cursor": cursor + 1,
            "rows": [str(row)],
            "has_more": False,
            "latest": cursor + 1,
        }

    @pytest.mark.parametrize("query", ["cursor=-1", "cursor=x", "cursor=9007199254740993", "epoch=5"])
    def test_refuses_what_is_no_cursor(self, home: Home, browser_of: BrowserOf, query: str) -> None:
        answer = browser_of(home.alice).get(f"/api/ledgers/{home.id}/pull?{query}")
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "invalid")


class TestWriting:
    def test_makes_one_mutation_and_answers_with_the_row(self, home: Home, browser_of: BrowserOf) -> None:
        client, at = browser_of(home.bob), f"/api/ledgers/{home.id}/transactions"
        given = {"id": str(new_id()), "mid": str(new_id()), "fields": home.spending(note="lunch")}
        logged = MutationRecord.objects.count()
        made = ask(client, "POST", at, given)
        assert (made.status_code, made.json()["row"]["fields"]["note"]) == (201, "lunch")
        assert ask(client, "POST", at, given).json() == made.json()
        assert MutationRecord.objects.count() == logged + 1
        row = f"{at}/{given['id']}"
        changed = ask(client, "PATCH", row, {"fields": {"note": "dinner", "tags.late": True}})
        assert changed.json()["row"]["fields"]["tags"] == {"late": True}
        assert ask(client, "DELETE", row).json()["row"]["deleted"] is True
        assert [change["by"] for change in client.get(f"{row}/history").json()] == ["bob"] * 3
        assert client.get(at).json() == []

    def test_derives_a_payees_id_from_its_name(self, home: Home, browser_of: BrowserOf) -> None:
        answer = ask(
            browser_of(home.alice), "POST", f"/api/ledgers/{home.id}/payees", {"fields": {"name": "LIDL"}}
        )
        assert answer.json()["row"]["id"] == str(natural_id(home.id, "payee", "Lidl"))

    @pytest.mark.parametrize("name", ["\ud800", "\0", "", 5, None, "x" * 201])
    def test_refuses_a_payee_without_a_proper_name(
        self, home: Home, browser_of: BrowserOf, name: object
    ) -> None:
        address = f"/api/ledgers/{home.id}/payees"
        answer = ask(browser_of(home.alice), "POST", address, {"fields": {"name": name}})
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "bad_value")

    @pytest.mark.parametrize(
        ("fields", "code"),
        [
            ({"colour": "red"}, "unknown_path"),
            ({"date": "2026-02-30"}, "bad_value"),
            ({}, "fields_missing"),
            ({"account": str(UUID(int=7))}, "unknown_parent"),
        ],
    )
    def test_refuses_and_stores_nothing(
        self, home: Home, browser_of: BrowserOf, fields: dict[str, Any], code: str
    ) -> None:
        row = new_id()
        home.send("create", "transaction", row, home.spending())
        logged = MutationRecord.objects.count()
        at = f"/api/ledgers/{home.id}/transactions/{row}"
        answer = ask(browser_of(home.alice), "PATCH", at, {"fields": fields})
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)
        assert MutationRecord.objects.count() == logged

    def test_knows_no_row_of_another_ledger(
        self, home: Home, charlies: Ledger, browser_of: BrowserOf
    ) -> None:
        at = f"/api/ledgers/{home.id}/accounts/{account(charlies.id, 'cash')}"
        client = browser_of(home.alice)
        answers = [
            client.get(at),
            ask(client, "PATCH", at, {"fields": {"name": "x"}}),
            ask(client, "DELETE", at),
        ]
        assert {(answer.status_code, answer.json()["error"]["code"]) for answer in answers} == {
            (404, "unknown_row")
        }


class TestOpenApi:
    def test_describes_every_door(self, client: Client) -> None:
        paths = client.get("/api/openapi.json").json()["paths"]
        described = [
            what["description"]
            for path, doors in paths.items()
            if "/ledgers/" in path
            for what in doors.values()
        ]
        assert len(described) >= len(NAMES) and all(text.endswith(".") for text in described)
