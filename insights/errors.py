"""What insights refuses; shapes and sentences as in `finance.errors`."""

from finance.errors import Refusal


class InsightError(Refusal):
    """Base of what insights refuses."""


class MonthMalformed(InsightError):
    code = "month_malformed"
    status = 422


class AddressMalformed(InsightError):
    """An e-mail address that none can be."""

    code = "address_malformed"
    status = 422


class FirstPersonOnly(InsightError):
    """The key is the whole server's: only the first person here may set it."""

    code = "first_person_only"
    status = 403


class KeyOfEnvironment(InsightError):
    """The server's environment has a key, which goes before any other."""

    code = "key_of_environment"
    status = 409


class NotAKey(InsightError):
    code = "not_a_key"
    status = 422


class QuestionMalformed(InsightError):
    """A question without words, or a whole page of them."""

    code = "question_malformed"
    status = 422
