"""The string catalogue in templates: `{% say "people.welcome.title" ledger=name %}`."""

from django import template

from finance.wording import say as sentence

register = template.Library()


@register.simple_tag
def say(key: str, **values: object) -> str:
    """The sentence of a key with its places filled; the template engine escapes what it returns."""
    return sentence(key, values)
