"""`make bench-voice`: how well, how fast and with how much memory this house hears; writes docs/voice.md."""
