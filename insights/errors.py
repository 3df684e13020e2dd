"""What insights refuses; shapes and sentences as in `finance.errors`."""

from finance.errors import Refusal


class InsightError(Refusal):
    """Base of what insights refuses."""


class MonthMalformed(InsightError):
    code = "month_malformed"
    status = 422
