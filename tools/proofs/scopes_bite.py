"""The route matrix fails when a door forgets whom it is for: one scope removed at a time, in a copy."""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tools import setup
from tools.proofs.checks_bite import copy_tree
from tools.proofs.figure import Figure

MATRIX = "tests/test_routes.py"
ANY = '__import__("finance.models").models.Ledger.objects.get(id=ledger)'
"""A ledger for whoever asks."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a place in a file guards, and what stands there once the guard is gone."""

    guards: str
    path: str
    guarded: str
    open: str


def reading(what: str, before: str) -> Scope:
    """A door of finance/api.py that reads from `readable(…)`."""
    guarded = f"{before}readable(signed_in(request), ledger)"
    return Scope(what, "finance/api.py", guarded, f"{before}{ANY}")


SCOPES = [
    reading("who reads the people", "queries.people_of("),
    reading("who reads balances", "queries.balances("),
    reading("who reads accounts", "queries.accounts("),
    reading("who reads payees", "queries.payees("),
    reading("who reads transactions", "queries.transactions(\n        "),
    reading("who reads lessons", "lessons("),
    Scope(
        "who reads a row",
        "finance/doors.py",
        "return queries.row(readable(signed_in(request), ledger), entity, row)",
        f"return queries.row({ANY}, entity, row)",
    ),
    Scope(
        "who reads a history",
        "finance/doors.py",
        "queries.history(readable(signed_in(request), ledger)",
        f"queries.history({ANY}",
    ),
    Scope(
        "whose history it is",
        "finance/queries.py",
        "filter(ledger=ledger, entity=entity, row=uid)",
        "filter(entity=entity, row=uid)",
    ),
    Scope(
        "whose row it is",
        "finance/entities/rows.py",
        "rows.filter(ledger=ledger, uid=uid)",
        "rows.filter(uid=uid)",
    ),
    Scope(
        "who pulls",
        "finance/sync/pull.py",
        "ledger = readable(person, ledger_id)",
        "ledger = Ledger.objects.get(id=ledger_id)",
    ),
    Scope("who writes", "finance/services/record.py", "    writable(person, ledger_id)\n", ""),
    Scope(
        "that a viewer writes nothing",
        "finance/permissions.py",
        "    if found.role == Role.VIEWER:\n        raise ViewerOnly\n",
        "",
    ),
    Scope(
        "that only an owner decides",
        "finance/permissions.py",
        "    if found.role != Role.OWNER:\n        raise OwnerOnly\n",
        "",
    ),
    Scope(
        "whose membership it is",
        "finance/permissions.py",
        "filter(ledger_id=ledger, person_id=person).select_related",
        "filter(ledger_id=ledger).select_related",
    ),
    Scope(
        "who changes a role",
        "finance/services/members.py",
        "ledger = owned(by, ledger_id)\n    member = member_of(ledger, person_id)\n    if role",
        "ledger = Ledger.objects.get(id=ledger_id)\n    member = member_of(ledger, person_id)\n    if role",
    ),
    Scope(
        "who takes a member out",
        "finance/services/members.py",
        "ledger = owned(by, ledger_id)\n    member = member_of(ledger, person_id)\n    keep",
        "ledger = Ledger.objects.get(id=ledger_id)\n    member = member_of(ledger, person_id)\n    keep",
    ),
    Scope(
        "who deletes a ledger",
        "finance/services/members.py",
        "ledger = owned(by, ledger_id)\n    if ledger",
        "ledger = Ledger.objects.get(id=ledger_id)\n    if ledger",
    ),
    Scope(
        "that nobody else's ledger is deleted with one's own",
        "finance/services/members.py",
        "        raise SharedLedger\n",
        "        pass\n",
    ),
    Scope(
        "who is of which ledger",
        "finance/services/members.py",
        "filter(ledger=ledger, person_id=person_id)",
        "filter(person_id=person_id, role=Role.EDITOR)",
    ),
    Scope(
        "that a last owner stays",
        "finance/services/members.py",
        "        raise LastOwner\n",
        "        pass\n",
    ),
    Scope(
        "whose devices are listed",
        "finance/queries.py",
        "Device.objects.filter(person_id=person.pk)",
        "Device.objects.all()",
    ),
    Scope(
        "whose device it is",
        "finance/services/devices.py",
        "Device.objects.filter(person_id=person, uid=uid)",
        "Device.objects.filter(uid=uid)",
    ),
    Scope(
        "that a device is nobody else's",
        "finance/services/devices.py",
        "Device.objects.filter(uid=uid).exists()",
        "False",
    ),
    Scope(
        "who invites",
        "config/people/api.py",
        "owned = permissions.owned(person, ledger)",
        "owned = permissions.readable(person, ledger)",
    ),
    Scope(
        "who sees the month",
        "insights/api.py",
        "found = readable(person, ledger)",
        f"found = {ANY}",
    ),
    Scope(
        "who changes the server's models",
        "voice/models_api.py",
        "if not permissions.owns_a_ledger(signed_in(request)):",
        "if False:",
    ),
    Scope(
        "that a person is signed in",
        "config/people/devices_api.py",
        "auth=django_auth",
        "auth=lambda request: request.user",
    ),
    Scope(
        "that a form is our own",
        "config/people/households_api.py",
        "auth=django_auth",
        'auth=__import__("ninja.security", fromlist=["SessionAuth"]).SessionAuth(csrf=False)',
    ),
    Scope(
        "that no copy is kept",
        "config/api.py",
        'response["Cache-Control"] = "no-store"',
        "pass",
    ),
]


def prove(seed: int) -> Figure:
    """Copy the committed tree, run the matrix on it, then once more for each scope with that one removed."""
    with tempfile.TemporaryDirectory(prefix="unscoped-") as folder:
        tree = copy_tree(Path(folder))
        (tree / "static" / "dist").symlink_to(setup.ROOT / "static" / "dist")
        holds = run_matrix(tree).returncode == 0
        unseen = [scope for scope in SCOPES if not notices(scope, tree)]
    numbers = {"scopes removed": str(len(SCOPES)), "noticed": str(len(SCOPES) - len(unseen))}
    if unseen:
        numbers["not noticed"] = "; ".join(scope.guards for scope in unseen)
    claim = "The matrix of routes passes, and fails for each scope that is taken away from a route."
    return Figure(claim, holds and not unseen, numbers)


def notices(scope: Scope, tree: Path) -> bool:
    """Whether a test of the matrix fails while the scope is gone (an import that fails is no answer)."""
    path = tree / scope.path
    whole = path.read_text()
    path.write_text(without(scope, whole))
    try:
        ran = run_matrix(tree)
    finally:
        path.write_text(whole)
    return ran.returncode == 1 and f"FAILED {MATRIX}" in ran.stdout


def without(scope: Scope, whole: str) -> str:
    """The file with the guard gone. Raises ValueError where it no longer stands there."""
    if scope.guarded not in whole:
        raise ValueError(f"{scope.path} no longer holds what guards {scope.guards}")
    return whole.replace(scope.guarded, scope.open)


def run_matrix(tree: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", MATRIX, "-x", "-q", "-p", "no:cacheprovider"]
    environment = {**setup.environment(), "MY_FUNDS_VAR": str(tree / "var"), "PYTHONPATH": str(tree)}
    environment.pop("DATABASE_URL", None)
    return subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True)
