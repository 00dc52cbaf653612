"""Addresses of this area. Of allauth's own only those are here that need no e-mail."""

from allauth.account import views as allauth
from django.urls import include, path

from unbend.web.accounts import pairing, sharing, signing_in
from unbend.web.accounts.adapter import may_sign_up

urlpatterns = [
    path("pair/", pairing.pair_view, name="pair"),
    path("settings/devices/", pairing.devices_view, name="devices"),
    path("settings/devices/<int:device>/forget/", pairing.forget_view, name="device-forget"),
    path("settings/sharing/", sharing.sharing, name="sharing"),
    path("settings/sharing/<int:account>/stop/", sharing.stop, name="sharing-stop"),
    path("settings/people/", sharing.whom, name="people"),
    path("accounts/login/", allauth.LoginView.as_view(extra_context={"open": may_sign_up}), name="account_login"),
    path("accounts/logout/", allauth.logout, name="account_logout"),
    path("accounts/signup/", allauth.signup, name="account_signup"),
    path("accounts/inactive/", allauth.account_inactive, name="account_inactive"),
    path("accounts/reauthenticate/", allauth.reauthenticate, name="account_reauthenticate"),
    path("accounts/password/change/", allauth.password_change, name="account_change_password"),
    path("accounts/password/set/", allauth.password_set, name="account_set_password"),
    path("accounts/password/lost/", signing_in.forgotten, name="account_reset_password"),
    path("accounts/password/<uidb64>/<token>/", signing_in.SetPassword.as_view(), name="set-password"),
    path("accounts/passkey/", signing_in.offer_passkey, name="passkey-offer"),
    path("accounts/2fa/", include("allauth.mfa.urls")),
]
