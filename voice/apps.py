from django.apps import AppConfig
from django.core.checks import register


class VoiceConfig(AppConfig):
    name = "voice"

    def ready(self) -> None:
        from voice.checks import check_models

        register(check_models)
