"""Content policies beyond the page's: for workers (whitenoise answers before the middleware) and API docs."""

from collections.abc import MutableMapping

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_replace

WORKER_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'"
)

docs_policy = csp_replace(
    {"style-src": [SELF, UNSAFE_INLINE], "require-trusted-types-for": None, "trusted-types": None}
)
"""Swagger UI writes its own styles and markup; its scripts still come from this server alone."""


def worker_headers(headers: MutableMapping[str, str], path: str, url: str) -> None:
    """Let a worker's own script compile WebAssembly; the page itself may not."""
    if url.endswith(".js") and "worker" in url:
        headers["Content-Security-Policy"] = WORKER_POLICY
