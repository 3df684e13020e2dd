"""What Django and ninja refuse, in the same shape and manner as what the packages refuse."""

from ninja.errors import HttpError, ValidationError

from finance.errors import Refusal


class Invalid(Refusal):
    """Not JSON, or not of the shape that the address takes."""

    code = "invalid"
    status = 422


class TooLarge(Refusal):
    """More bytes than a request may have."""

    code = "too_large"
    status = 413


class NotFound(Refusal):
    code = "not_found"
    status = 404


class ForgedOrStale(Refusal):
    """No CSRF token, or not this session's."""

    code = "csrf"
    status = 403


def not_of_this_shape(error: ValidationError) -> Refusal:
    """The first thing that is wrong, by its place: "mutations: List should have at most 100 items"."""
    first = error.errors[0]
    place = ".".join(str(step) for step in first["loc"][-2:] if step not in ("body", "given"))
    return Invalid({"detail": f"{place}: {first['msg']}"})


def translated(error: HttpError) -> Refusal:
    """Ninja's own answers: a body it cannot read, a failed CSRF check, an address that is not there."""
    if error.status_code == 403:
        return ForgedOrStale()
    if error.status_code == 404:
        return NotFound()
    return Invalid({"detail": error.message})
