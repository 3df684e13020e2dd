from django.apps import AppConfig
from django.core.checks import Tags, register


class FinanceConfig(AppConfig):
    name = "finance"

    def ready(self) -> None:
        from finance.checks import check_sqlite

        register(check_sqlite, Tags.database)
