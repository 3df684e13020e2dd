"""What the people's side refuses."""

from finance.errors import Refusal


class PeopleError(Refusal):
    """Base of what is refused about people, codes and invitations."""


class SignedOut(PeopleError):
    """No session, or it has expired."""

    code = "signed_out"
    status = 401


class AlreadyWelcomed(PeopleError):
    """Somebody is here already; the first visit is over."""

    code = "already_welcomed"
    status = 409


class InvitationGone(PeopleError):
    """Unknown, used, expired, or of somebody who no longer owns the ledger: one answer for all."""

    code = "invitation_gone"
    status = 410


class AlreadyMember(PeopleError):
    """The person belongs to the invitation's ledger; the link stays good for somebody else."""

    code = "already_member"
    status = 409


class UnknownLanguage(PeopleError):
    """The string catalogue has no such language."""

    code = "unknown_language"
    status = 422


class UnknownRole(PeopleError):
    """Not one of a ledger's roles."""

    code = "unknown_role"
    status = 422
