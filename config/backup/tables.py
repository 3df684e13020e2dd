"""What belongs in a backup: every table but those that Django fills anew, and the sign-ins."""

from collections.abc import Iterator

from django.apps import apps
from django.core.serializers import sort_dependencies
from django.db.models import Model

LEFT_OUT = frozenset({"contenttypes.contenttype", "auth.permission", "sessions.session"})


def kept() -> list[type[Model]]:
    """The models whose rows are backed up, each after those that it names."""
    listed = [(app, None) for app in apps.get_app_configs() if app.models_module]
    return [model for model in sort_dependencies(listed) if is_kept(model)]


def is_kept(model: type[Model]) -> bool:
    return model._meta.managed and not model._meta.proxy and model._meta.label_lower not in LEFT_OUT


def rows() -> Iterator[Model]:
    """Every row, table by table, in the order in which they were made."""
    for model in kept():
        yield from model._base_manager.order_by("pk").iterator(chunk_size=2000)


def migrations() -> set[str]:
    """The migrations that this database has seen: "finance.0003_lessons"."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    ours = {model._meta.app_label for model in kept()}
    seen = MigrationRecorder(connection).applied_migrations()
    return {f"{app}.{name}" for app, name in seen if app in ours}
