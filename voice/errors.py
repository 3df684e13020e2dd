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
    code = "recogniser_busy"
    status = 503
    headers = {"Retry-After": "2"}


class NotWav(VoiceError):
    code = "not_wav"
    status = 415


class RecordingTooLong(VoiceError):
    code = "recording_too_long"
    status = 413


class WrongRecording(VoiceError):
    code = "wrong_recording"
    status = 422


class CutRecording(VoiceError):
    code = "cut_recording"
    status = 422
