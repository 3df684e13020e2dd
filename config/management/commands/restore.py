"""`manage.py restore FILE`: put a backup in the place of all that the database holds."""

from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.backup.reading import restore_backup
from finance.errors import Refusal
from finance.wording import say


class Command(BaseCommand):
    help = "Replace everything in the database by a backup; stop the server first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="a file that `manage.py backup` wrote")
        parser.add_argument("--yes", action="store_true", help="replace a database that people already use")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["yes"] and get_user_model()._default_manager.exists():
            raise CommandError(say("backup.say_yes", {"file": options["file"]}))
        try:
            rows = restore_backup(options["file"])
        except Refusal as refused:
            raise CommandError(refused.sentence()) from refused
        except OSError as unreadable:
            values = {"file": options["file"], "why": unreadable}
            raise CommandError(say("backup.unreadable", values)) from unreadable
        self.stdout.write(say("backup.restored", {"rows": rows}))
