"""From facts to sentences by templates of the string catalogue; each figure in a sentence is a fact's."""

from insights.narrator.narrative import Narrative, Shown, narrate
from insights.narrator.tell import tell

__all__ = ["Narrative", "Shown", "narrate", "tell"]
