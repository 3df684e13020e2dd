"""What people fill in, checked; every wrong field answers with a sentence that says what to do."""

from datetime import datetime
from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.http import HttpRequest

from config.people import fields, limits, services
from config.people.models import Person
from config.people.places import present_name
from config.people.services import Home
from finance.wording import say


class NewPersonForm(forms.Form):
    """A name nobody has and a password that is hard to guess."""

    name = fields.new_name_field()
    password = fields.new_password_field()

    def clean_name(self) -> str:
        name = Person.normalize_username(self.cleaned_data["name"])
        return str(get_adapter().clean_username(name))

    def clean(self) -> dict[str, Any]:
        validate_new_password(self)
        return self.cleaned_data


class WelcomeForm(NewPersonForm):
    """The first person and their ledger, for somebody on the machine that serves."""

    ledger = forms.CharField(
        label=say("people.field.ledger"), max_length=200, initial=say("people.ledger.home")
    )
    currency = fields.currency_field()
    time_zone = fields.time_zone_field()

    def __init__(self, *arguments: Any, request: HttpRequest, **named: Any) -> None:
        self.request = request
        super().__init__(*arguments, **named)

    def clean_time_zone(self) -> str:
        found = present_name(self.cleaned_data["time_zone"].strip())
        if found is None:
            raise forms.ValidationError(say("people.error.time_zone"))
        return found

    def home(self) -> Home:
        chosen = self.cleaned_data
        return Home(chosen["ledger"], chosen["currency"], chosen["time_zone"])


class WelcomeByCodeForm(WelcomeForm):
    """The same from elsewhere: the code that the server printed comes first."""

    code = fields.code_field(say("people.field.setup_code"), say("people.field.setup_code_help"))
    field_order = ["code"]

    def clean_code(self) -> str:
        if not limits.may_guess_setup_code(self.request):
            raise forms.ValidationError(say("people.error.too_many_guesses"))
        if not services.is_setup_code(self.cleaned_data["code"]):
            raise forms.ValidationError(say("people.error.setup_code"))
        return str(self.cleaned_data["code"])


class RecoverForm(forms.Form):
    """A recovery code and a new password; wrong names and wrong codes get one and the same answer."""

    name = fields.name_field()
    code = fields.code_field(say("people.field.recovery_code"))
    password = fields.new_password_field()

    def __init__(self, *arguments: Any, request: HttpRequest, now: datetime, **named: Any) -> None:
        self.request, self.now = request, now
        self.person: Person | None = None
        super().__init__(*arguments, **named)

    def clean(self) -> dict[str, Any]:
        validate_new_password(self)
        if not self.errors:
            self.person = self._recover()
        return self.cleaned_data

    def _recover(self) -> Person:
        given = self.cleaned_data
        if not limits.may_guess_recovery_code(self.request, given["name"]):
            raise forms.ValidationError(say("people.error.too_many_guesses"))
        person = services.recover(
            name=given["name"], code=given["code"], password=given["password"], now=self.now
        )
        if person is None:
            raise forms.ValidationError(say("people.error.recovery"))
        return person


class NewCodesForm(forms.Form):
    """The password once more, before new recovery codes are shown."""

    password = fields.current_password_field()

    def __init__(self, *arguments: Any, request: HttpRequest, **named: Any) -> None:
        self.request = request
        super().__init__(*arguments, **named)

    def clean_password(self) -> str:
        if not limits.may_guess_password(self.request):
            raise forms.ValidationError(say("people.error.too_many_guesses"))
        if not self.request.user.check_password(self.cleaned_data["password"]):
            raise forms.ValidationError(say("people.error.password"))
        return str(self.cleaned_data["password"])


def validate_new_password(form: forms.Form) -> None:
    """Add to the form what is wrong with its password; the name counts whether or not somebody has it."""
    given = form.cleaned_data
    if "name" not in given or "password" not in given:
        return
    try:
        get_adapter().clean_password(given["password"], Person(username=given["name"]))
    except forms.ValidationError as weak:
        form.add_error("password", weak)
