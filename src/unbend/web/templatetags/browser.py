"""What a page tells the scripts that run in it."""

from django import template
from django.utils.html import json_script
from django.utils.safestring import SafeString

from unbend.web.words import words

register = template.Library()


@register.simple_tag
def words_of(*parts: str) -> SafeString:
    """The words of these parts, page or player, as JSON in the element `words`."""
    return json_script({part: words().get(part, {}) for part in parts}, "words")
