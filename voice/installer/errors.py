"""What goes wrong with a model on its way to this server, each with a sentence that holds the remedy."""

from voice.errors import VoiceError


class ListUnreachable(VoiceError):
    """No network, or Vosk's server does not answer."""

    code = "model_list_unreachable"
    status = 503
    headers = {"Retry-After": "60"}


class ListUnreadable(VoiceError):
    """What answers under the list's address is no list of models."""

    code = "model_list_unreadable"
    status = 502


class UnknownModel(VoiceError):
    code = "unknown_speech_model"
    status = 404


class WrongModelName(VoiceError):
    """Not a name that a file may have, or one whose language cannot be told."""

    code = "speech_model_name"
    status = 422


class AlreadyInstalling(VoiceError):
    code = "already_installing"
    status = 409


class DownloadBroke(VoiceError):
    """The connection was lost, again and again; what came is kept."""

    code = "model_download_broke"
    status = 503


class DownloadSlow(VoiceError):
    """The server sends next to nothing; what came is kept."""

    code = "model_download_slow"
    status = 503


class DownloadRefused(VoiceError):
    """The server answers, but not with the file."""

    code = "model_download_refused"
    status = 502


class WrongArchive(VoiceError):
    """Not the file of the list: another length or another checksum."""

    code = "model_checksum"
    status = 502


class NotAModel(VoiceError):
    code = "not_a_speech_model"
    status = 422


class UnsafeArchive(VoiceError):
    """It would write outside of its folder, holds links, or unpacks to far more than it is long."""

    code = "unsafe_speech_model"
    status = 422


class NoSpace(VoiceError):
    code = "no_space_for_model"
    status = 507


class NotWritable(VoiceError):
    code = "models_not_writable"
    status = 500


class StarterStays(VoiceError):
    code = "starter_stays"
    status = 409


class OwnersOnly(VoiceError):
    """Somebody who owns no ledger here tried to change the server's models."""

    code = "models_for_owners"
    status = 403
