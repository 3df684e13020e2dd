from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "config.people"
    label = "people"
