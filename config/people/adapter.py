"""How allauth behaves here: nobody signs up without an invitation, and it speaks plainly."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from finance.wording import say


class InvitedOnly(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": say("people.error.sign_in"),
        "username_taken": say("people.error.name_taken"),
        "incorrect_password": say("people.error.password"),
        "enter_current_password": say("people.error.password"),
        "too_many_login_attempts": say("people.error.too_many_guesses"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
