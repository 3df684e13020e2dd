"""What is refused, each with a code, an HTTP status and a sentence that holds the remedy."""

from collections.abc import Mapping

from finance.wording import say


class Refusal(Exception):
    """Base of every package's errors; the sentence is `error.<code>` in the string catalogue."""

    code = "refused"
    status = 400
    headers: Mapping[str, str] = {}
    beside: Mapping[str, object] = {}
    """What the answer's body holds beside the error."""

    def __init__(self, values: Mapping[str, object] | None = None) -> None:
        self.values = dict(values or {})
        super().__init__(self.sentence())

    def sentence(self, language: str = "en") -> str:
        return say(f"error.{self.code}", self.values, language=language)


class FinanceError(Refusal):
    """Base of what finance refuses."""


class UnknownLedger(FinanceError):
    """The ledger is not there, or the person does not belong to it: one answer for both."""

    code = "unknown_ledger"
    status = 404


class ViewerOnly(FinanceError):
    """A viewer tried to write."""

    code = "viewer"
    status = 403


class OwnerOnly(FinanceError):
    """Somebody who does not own the ledger tried what only an owner may."""

    code = "owner_only"
    status = 403


class UnknownMember(FinanceError):
    """Nobody of that id belongs to the ledger."""

    code = "unknown_member"
    status = 404


class LastOwner(FinanceError):
    """A ledger would be left without an owner."""

    code = "last_owner"
    status = 409


class SharedLedger(FinanceError):
    """A ledger that others belong to was to be deleted."""

    code = "shared_ledger"
    status = 409


class UnknownDevice(FinanceError):
    """None of the person's devices has that id."""

    code = "unknown_device"
    status = 404


class DeviceOfAnother(FinanceError):
    """The device is somebody else's who used the same browser: its outbox waits until they sign in again."""

    code = "device_of_another"
    status = 401


class DeviceRevoked(FinanceError):
    """The person has signed this device out from another one."""

    code = "device_revoked"
    status = 403


class UnknownRow(FinanceError):
    """No row of this ledger has that id."""

    code = "unknown_row"
    status = 404


class MidReused(FinanceError):
    """The same mutation id arrived with another payload."""

    code = "mid_reused"
    status = 409


class EpochChanged(FinanceError):
    """The ledger was restored: the device must fetch it again."""

    code = "epoch_changed"
    status = 409

    def __init__(self, epoch: object) -> None:
        self.beside = {"epoch": str(epoch)}
        super().__init__()


class Malformed(FinanceError):
    """A mutation that can never be applied; `reason` is the code."""

    status = 422

    def __init__(self, reason: str, values: Mapping[str, object] | None = None) -> None:
        self.code = reason
        super().__init__(values)


class Parked(FinanceError):
    """A mutation names a row (or a line) that has not arrived yet; `awaits` is its id."""

    code = "parked"
    status = 409

    def __init__(self, awaits: str) -> None:
        self.awaits = awaits
        super().__init__()
