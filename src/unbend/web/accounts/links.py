"""One-time links, for whoever runs an installation to hand out."""

from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from unbend.store.models import User


def password_path(account: int) -> str:
    """Where the account's password is chosen. The path is over once it was, or after the next sign-in."""
    user = User.objects.get(pk=account)
    token = default_token_generator.make_token(user)
    return reverse("set-password", kwargs={"uidb64": urlsafe_base64_encode(force_bytes(user.pk)), "token": token})
