"""The addresses of pictures, for templates."""

from django import template

from unbend.web.workout.figures import address

register = template.Library()


@register.simple_tag
def picture(exercise: str, what: str, *, side: str = "right", form: str = "light", worked: bool = False) -> str:
    """Where the picture of an exercise is found: `what` is start, end or moving; `form` light, dark or classes."""
    return address(exercise, what, side=side, form=form, worked=worked)
