"""What finance refuses, each with a code, an HTTP status and a sentence that holds the remedy."""

from collections.abc import Mapping

from finance.wording import say


class FinanceError(Exception):
    """Base of what finance refuses; the sentence is `error.<code>` in the string catalogue."""

    code = "refused"
    status = 400

    def __init__(self, values: Mapping[str, object] | None = None) -> None:
        self.values = dict(values or {})
        super().__init__(self.sentence())

    def sentence(self, language: str = "en") -> str:
        return say(f"error.{self.code}", self.values, language=language)
