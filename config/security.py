"""Headers that the CSP middleware cannot set: whitenoise answers for static files before it."""

from collections.abc import MutableMapping

WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'"


def worker_headers(headers: MutableMapping[str, str], path: str, url: str) -> None:
    """Let a worker's own script compile WebAssembly; the page itself may not."""
    if url.endswith(".js") and ("worker" in url or "/static/engine/" in url):
        headers["Content-Security-Policy"] = WORKER_POLICY
