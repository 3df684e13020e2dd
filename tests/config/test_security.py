import pytest

from config.security import worker_headers


class TestWorkerHeaders:
    def test_lets_a_worker_compile_webassembly(self) -> None:
        headers: dict[str, str] = {}
        worker_headers(headers, "", "/static/assets/parser.worker-abc.js")
        assert "'wasm-unsafe-eval'" in headers["Content-Security-Policy"]

    @pytest.mark.parametrize("url", ["/static/assets/main-abc.js", "/static/assets/worker.css"])
    def test_leaves_everything_else_alone(self, url: str) -> None:
        headers: dict[str, str] = {}
        worker_headers(headers, "", url)
        assert headers == {}
