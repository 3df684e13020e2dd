"""What a model wrote is shown only if every figure, name, direction, period and reason is a fact's."""

from insights.verifier.fault import Fault
from insights.verifier.verify import Unverified, render, verify

__all__ = ["Fault", "Unverified", "render", "verify"]
