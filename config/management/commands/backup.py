"""`manage.py backup FILE`: everything the server keeps, in one file, while it runs."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from config.backup.writing import write_backup
from finance.wording import say


class Command(BaseCommand):
    help = "Write everything the server keeps to one file; the server may run meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the file to write; one of that name is replaced")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        try:
            rows = write_backup(file, timezone.now())
        except OSError as unwritable:
            raise CommandError(say("backup.unwritable", {"file": file, "why": unwritable})) from unwritable
        self.stdout.write(say("backup.written", {"file": file, "rows": rows, "bytes": file.stat().st_size}))
