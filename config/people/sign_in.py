"""How allauth's own forms differ here: plain names, and a recovery code for a lost phone."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.utils import timezone

from config.people import services
from finance.wording import say


class SignInForm(LoginForm):
    """Name and password."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        name, password = self.fields["login"], self.fields["password"]
        name.label, password.label = say("people.field.name"), say("people.field.password")
        password.help_text = ""
        name.widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}


class SecondStepForm(AuthenticateForm):
    """The code of the authenticator app, or a recovery code when the phone is lost."""

    def clean_code(self) -> str:
        try:
            return str(super().clean_code())
        except ValidationError as wrong:
            if getattr(wrong, "code", "") != "incorrect_code" or not self._spend_recovery_code():
                raise
            return str(self.cleaned_data["code"])

    def _spend_recovery_code(self) -> bool:
        if not services.use_recovery_code(self.user, self.cleaned_data["code"], now=timezone.now()):
            return False
        self.authenticator = Authenticator.objects.get(user=self.user, type=Authenticator.Type.TOTP)
        return True
