"""Why a file cannot be restored."""

from finance.errors import Refusal


class NotABackup(Refusal):
    """Another kind of file."""

    code = "not_a_backup"


class CutBackup(Refusal):
    """It ends too early, or a part of it is damaged."""

    code = "cut_backup"


class NewerBackup(Refusal):
    """It was made by a version that knows more than this one."""

    code = "newer_backup"
