"""The form fields that several pages share, with their words from the catalogue."""

from django import forms
from django.core.validators import RegexValidator

from config.people.places import currencies
from finance.wording import say


def name_field() -> forms.CharField:
    """A name to sign in with."""
    attributes = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
    return forms.CharField(label=say("people.field.name"), max_length=150, widget=forms.TextInput(attributes))


def new_name_field() -> forms.CharField:
    """The same, of somebody who is not here yet."""
    field = name_field()
    field.validators.append(RegexValidator(r"^[\w.@+-]+\Z", say("people.error.name")))
    return field


def new_password_field() -> forms.CharField:
    """A password to be made up now; taken to the letter, spaces too."""
    return forms.CharField(
        label=say("people.field.new_password"),
        help_text=say("people.field.new_password_help"),
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )


def current_password_field() -> forms.CharField:
    """The password of the person who is signed in."""
    widget = forms.PasswordInput({"autocomplete": "current-password"})
    return forms.CharField(label=say("people.field.password"), strip=False, max_length=1000, widget=widget)


def code_field(label: str, help_text: str = "") -> forms.CharField:
    attributes = {
        "autocomplete": "off",
        "autocapitalize": "characters",
        "spellcheck": "false",
        "class": "code",
    }
    return forms.CharField(
        label=label, help_text=help_text, max_length=60, widget=forms.TextInput(attributes)
    )


def currency_field() -> forms.ChoiceField:
    """No choice is made for anybody: the page's script proposes one, else the person picks."""
    choices = [("", say("people.field.choose")), *((code, code) for code in currencies())]
    widget = forms.Select({"data-guess": "currency"})
    return forms.ChoiceField(label=say("people.field.currency"), choices=choices, widget=widget)


def time_zone_field() -> forms.CharField:
    """An IANA name; its list offers every place with the currency used there."""
    widget = forms.TextInput(
        {"list": "time-zones", "autocomplete": "off", "spellcheck": "false", "data-guess": "zone"}
    )
    help_text = say("people.field.time_zone_help")
    return forms.CharField(
        label=say("people.field.time_zone"), help_text=help_text, max_length=64, widget=widget
    )
