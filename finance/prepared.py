"""Queries whose SQL is composed once: Django composes a query at each use, which costs ten times its answer.

    NAMED = PreparedRows[Payee](lambda ledger, uid: rows.filter(ledger=ledger, uid=uid), UUIDS, UUIDS)
    payee = NAMED.first(ledger.id, uid)

The last place may be many, for `__in`: `lambda ledger, *ids: rows.filter(ledger=ledger, uid__in=ids)`; of
none nothing is found.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import BigIntegerField, Expression, Field, Model, QuerySet, TextField, UUIDField
from django.db.models.sql import UpdateQuery

UUIDS: "Field[Any, Any]" = UUIDField()
NUMBERS: "Field[Any, Any]" = BigIntegerField()
TEXTS: "Field[Any, Any]" = TextField()

M = TypeVar("M", bound=Model)
T = TypeVar("T")


class Place(Expression):
    """Where a value stands that is known when the query is run."""

    def __init__(self, number: int, field: "Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.number = number

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        return "%s", [self]


@dataclass(frozen=True, slots=True)
class Plan:
    """A composed query: its SQL, its parameters with the places among them, and what its columns are.

    `converters` are (column, functions, expression); `models` are (name of the relation, model, attributes,
    columns), the query's own model first.
    """

    sql: str
    parameters: tuple[Any, ...]
    converters: tuple[tuple[int, list[Callable[..., Any]], Any], ...]
    models: tuple[tuple[str, type[Model], list[str], slice], ...]

    def bound(self, values: Sequence[Any], connection: Any) -> list[Any]:
        return [
            one.field.get_db_prep_value(values[one.number], connection) if isinstance(one, Place) else one
            for one in self.parameters
        ]

    def converted(self, row: Sequence[Any], connection: Any) -> list[Any]:
        columns = list(row)
        for column, converters, expression in self.converters:
            for convert in converters:
                columns[column] = convert(columns[column], expression, connection)
        return columns


class Prepared(Generic[T]):
    """A query of `values_list`, told by its places; `fields` are their types, in order."""

    def __init__(self, query: Callable[..., "QuerySet[Any, Any]"], *fields: "Field[Any, Any]") -> None:
        self.query, self.fields = query, fields
        self.plans: dict[tuple[str, int], Plan] = {}

    def all(self, *values: Any) -> list[T]:
        """Every row, in the query's order: a value for each place."""
        return list(self.rows(values))

    def first(self, *values: Any) -> T | None:
        return next(self.rows(values), None)

    def rows(self, values: Sequence[Any]) -> Iterator[T]:
        if len(values) < len(self.fields):
            return iter(())
        connection = connections[DEFAULT_DB_ALIAS]
        given = self.padded(values)
        plan = self.plan(connection, len(given))
        with connection.cursor() as cursor:
            cursor.execute(plan.sql, plan.bound(given, connection))
            found = cursor.fetchall()
        return (self.made(plan, plan.converted(row, connection)) for row in found)

    def padded(self, values: Sequence[Any]) -> Sequence[Any]:
        """The last value repeated to a power of two where its place is many: few queries are composed."""
        many = len(values) - len(self.fields) + 1
        return [*values, *[values[-1]] * ((1 << (many - 1).bit_length()) - many)]

    def plan(self, connection: Any, places: int) -> Plan:
        """Of a database and a number of places: composed at its first use."""
        key, last = (connection.vendor, places), len(self.fields) - 1
        if key not in self.plans:
            given = (Place(number, self.fields[min(number, last)]) for number in range(places))
            self.plans[key] = self.composed(connection, given)
        return self.plans[key]

    def composed(self, connection: Any, places: Iterable[Place]) -> Plan:
        compiler = self.query(*places).query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        converters = compiler.get_converters([column[0] for column in compiler.select])
        told = tuple((at, *each) for at, each in converters.items())
        return Plan(sql, tuple(parameters), told, tuple(models_of(compiler)))

    def made(self, plan: Plan, columns: list[Any]) -> T:
        return tuple(columns)  # type: ignore[return-value]


class PreparedRows(Prepared[M]):
    """A query of a model's rows, with those it is joined to by `select_related`, one step far."""

    def made(self, plan: Plan, columns: list[Any]) -> M:
        (_, own, names, at), *others = plan.models
        row: Any = own.from_db(DEFAULT_DB_ALIAS, names, columns[at])
        for relation, model, names, at in others:
            there = columns[at][0] is not None
            setattr(row, relation, model.from_db(DEFAULT_DB_ALIAS, names, columns[at]) if there else None)
        return row  # type: ignore[no-any-return]


class PreparedUpdate(Prepared[int]):
    """A change of a query's rows; `changes` maps columns to what they become, told by the same places."""

    def __init__(
        self,
        query: Callable[..., "QuerySet[Any, Any]"],
        changes: Callable[..., dict[str, Any]],
        *fields: "Field[Any, Any]",
    ) -> None:
        super().__init__(query, *fields)
        self.changes = changes

    def run(self, *values: Any) -> int:
        """How many rows it changed."""
        connection = connections[DEFAULT_DB_ALIAS]
        plan = self.plan(connection, len(values))
        with connection.cursor() as cursor:
            cursor.execute(plan.sql, plan.bound(values, connection))
            return int(cursor.rowcount)

    def composed(self, connection: Any, places: Iterable[Place]) -> Plan:
        given = tuple(places)
        query: Any = self.query(*given).query.chain(UpdateQuery)
        query.add_update_values(self.changes(*given))
        sql, parameters = query.get_compiler(connection=connection).as_sql()
        return Plan(sql, tuple(parameters), (), ())


def models_of(compiler: Any) -> Iterator[tuple[str, type[Model], list[str], slice]]:
    told = compiler.klass_info
    for each in [told, *told.get("related_klass_infos", ())] if told else ():
        columns = each["select_fields"]
        names = [compiler.select[column][0].target.attname for column in columns]
        relation = each["field"].name if "field" in each else ""
        yield relation, each["model"], names, slice(columns[0], columns[-1] + 1)
