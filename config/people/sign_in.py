"""How allauth's own forms differ here: our words, and a recovery code for a lost phone."""

from collections.abc import Mapping
from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.forms import Form
from django.utils import timezone

from config.people import services
from finance.wording import say


class SignInForm(LoginForm):
    """Name and password."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        reword(self, {"login": "people.field.name", "password": "people.field.password"})
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}


class NewPasswordForm(ChangePasswordForm):
    """The password there is, and twice the new one."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        now, new = "people.field.password_now", "people.field.new_password"
        reword(self, {"oldpassword": now, "password1": new, "password2": "people.field.new_password_again"})
        self.fields["password1"].help_text = say("people.field.new_password_help")


class ConfirmForm(ReauthenticateForm):
    """The password once more."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        reword(self, {"password": "people.field.password"})


class SecondStepForm(AuthenticateForm):
    """The code of the authenticator app, or a recovery code when the phone is lost."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        reword(self, {"code": "people.field.second_step"})

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


def reword(form: Form, keys: Mapping[str, str]) -> None:
    """Label fields with sentences of the catalogue; a placeholder or a hint that repeats the label goes."""
    for name, key in keys.items():
        field = form.fields[name]
        field.label, field.help_text = say(key), ""
        field.widget.attrs.pop("placeholder", None)
