"""`manage.py check_ledger`: audit every ledger, or the ones named by id."""

from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from finance.audit import audit
from finance.models import Ledger
from finance.sync.pull import snapshot
from finance.wording import say


class Command(BaseCommand):
    help = "Check that postings sum to zero, the rollup equals the postings and the seqs are in order."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "ledger", nargs="*", type=UUID, help="ids of ledgers; all of them if none is given"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = {"id__in": options["ledger"]} if options["ledger"] else {}
        with snapshot():
            problems = [
                line
                for ledger in Ledger.objects.filter(**chosen).order_by("id")
                for line in self.check_one(ledger)
            ]
        if problems:
            raise CommandError(say("audit.failed", {"count": len(problems)}))

    def check_one(self, ledger: Ledger) -> list[str]:
        problems = audit(ledger)
        for problem in problems:
            self.stderr.write(f"{ledger.name} ({ledger.id}): {problem}")
        if not problems:
            self.stdout.write(say("audit.sound", {"name": ledger.name, "count": ledger.transactions.count()}))
        return problems
