"""Google's model on loopback: real HTTP in its wire format, with everything that goes wrong."""

from tests.gemini_server.server import Asked, GeminiServer

__all__ = ["Asked", "GeminiServer"]
