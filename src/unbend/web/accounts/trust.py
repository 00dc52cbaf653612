"""The page that says, for each system, how a device of the home is told to trust this machine."""

from django.template.loader import render_to_string


def page(address: str) -> str:
    """The page as HTML that needs nothing else: it is the only one served without https."""
    return render_to_string("accounts/trust.html", {"address": address})
