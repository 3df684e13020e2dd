"""Sentences out of a model's answer: what is not of the agreed shape holds none."""

import json

MOST = 12
LONGEST = 600
"""Signs of a sentence."""


def sentences_in(text: str) -> list[str]:
    """The sentences of `{"sentences": [...]}`; none of them if anything else is there.

    >>> sentences_in('{"sentences": ["You spent {{f:a.b}}."]}')
    ['You spent {{f:a.b}}.']
    """
    try:
        found = json.loads(text)
    except ValueError:
        return []
    return sentences_of(found) if isinstance(found, dict) and found.keys() == {"sentences"} else []


def sentences_of(found: object) -> list[str]:
    """The same of an object that is parsed already."""
    listed = found.get("sentences") if isinstance(found, dict) else None
    if not isinstance(listed, list) or not 0 < len(listed) <= MOST:
        return []
    sentences = [one.strip() for one in listed if isinstance(one, str) and len(one) <= LONGEST]
    return sentences if len(sentences) == len(listed) and all(sentences) else []
