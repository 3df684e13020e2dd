"""The addresses below /accounts/: ours, and those of allauth that make sense without e-mail."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.totp import views as totp
from django.urls import path

from config.people import door, joining, recovery, welcome

urlpatterns = [
    path("", door.account, name="account"),
    path("welcome/", welcome.welcome, name="welcome"),
    path("recover/", recovery.recover, name="recover"),
    path("recovery-codes/", recovery.recovery_codes, name="recovery_codes"),
    path("invitation/<str:token>/", joining.invitation, name="invitation"),
    path("login/", door.sign_in, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("2fa/", mfa.index, name="mfa_index"),
    path("2fa/authenticate/", mfa.authenticate, name="mfa_authenticate"),
    path("2fa/reauthenticate/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("2fa/totp/activate/", totp.activate_totp, name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", totp.deactivate_totp, name="mfa_deactivate_totp"),
]
