"""What voice refuses, each with a code, an HTTP status and a sentence that holds the remedy."""

from finance.errors import Refusal


class VoiceError(Refusal):
    """Base of what voice refuses."""


class NoModel(VoiceError):
    code = "no_speech_model"
    status = 503
    headers = {"Retry-After": "3600"}


class BrokenModel(VoiceError):
    code = "broken_speech_model"
    status = 503
    headers = {"Retry-After": "3600"}


class Busy(VoiceError):
    """More people speak than the server can hear soon; `again` is the seconds after which to come again."""

    code = "recogniser_busy"
    status = 503

    def __init__(self, again: int) -> None:
        self.headers = {"Retry-After": str(again)}
        super().__init__()


class NotWav(VoiceError):
    code = "not_wav"
    status = 415


class RecordingTooLong(VoiceError):
    code = "recording_too_long"
    status = 413


class WrongRecording(VoiceError):
    code = "wrong_recording"
    status = 422


class UnknownRecording(VoiceError):
    code = "unknown_recording"
    status = 404


class CutRecording(VoiceError):
    code = "cut_recording"
    status = 422
