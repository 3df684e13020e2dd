"""Lessons: what corrections taught. An id in one that is no row of the ledger means nothing."""

from finance.entities.rows import Table
from finance.models import Lesson


class Lessons(Table[Lesson]):
    name = "lesson"
    model = Lesson
    columns = ("kind", "about", "taught")
