"""Words to readings: one pure-Python parser for the server (CPython) and the phone (MicroPython).

`read(text, context)` takes the words as spoken or typed and what the caller knows, and returns a reading:
{"action": "draft" | "ask" | "refuse", "ask": "amount" | "category" | None, "reason": ... | None, "items":
[item]}.
`read_json(text)` does the same from and to JSON text: {"text": ..., "context": {...}} in, the reading out.
The parser imports nothing but its own modules and json, and keeps inside what MicroPython has
(tools/parser_lint.py).
"""

from voice.parser.reading import read, read_json

__all__ = ["read", "read_json"]
