"""The real client against a real server on loopback."""

import time
from collections.abc import Generator, Iterator

import pytest

from insights import gemini
from insights.gemini import Answer, Line, Request
from insights.writer.failures import NotWritten, Tokens
from tests.gemini_server import GeminiServer, deeds
from tests.gemini_server.server import KEY

REQUEST = Request("Be brief.", [{"role": "user", "parts": [{"text": "Grüße"}]}], schema={"type": "object"})


@pytest.fixture(scope="module")
def running() -> Iterator[GeminiServer]:
    with GeminiServer() as server:
        yield server


@pytest.fixture
def server(running: GeminiServer) -> GeminiServer:
    running.asked.clear()
    running.deeds.clear()
    return running


def line(server: GeminiServer, *, key: str = KEY, model: str = "gemini-3.5-flash-lite") -> Line:
    return Line(key, server.url, model, patience=1)


def streamed(answering: Generator[int, None, Answer]) -> tuple[list[int], Answer]:
    seen = []
    while True:
        try:
            seen.append(next(answering))
        except StopIteration as finished:
            return seen, finished.value


def nothing(text: str) -> None:
    """Nobody wants to know what is sent."""


class TestBodyOf:
    def test_is_what_the_server_gets_to_the_byte_either_way(self, server: GeminiServer) -> None:
        server.will(deeds.says("{}"), deeds.says("{}"))
        told: list[str] = []
        gemini.ask(line(server), REQUEST, told.append)
        streamed(gemini.write(line(server), REQUEST, told.append))
        shown = gemini.body_of(line(server), REQUEST)
        assert [one.body.decode() for one in server.asked] == [shown, shown]
        assert told == [shown, shown]

    def test_sends_nothing(self, server: GeminiServer) -> None:
        gemini.body_of(line(server), REQUEST)
        assert server.asked == []

    def test_holds_no_key(self, server: GeminiServer) -> None:
        assert KEY not in gemini.body_of(line(server), REQUEST)


class TestWrite:
    def test_counts_the_signs_as_they_come_and_the_tokens_at_the_end(self, server: GeminiServer) -> None:
        server.will(deeds.says("0123456789"))
        seen, answer = streamed(gemini.write(line(server), REQUEST, nothing))
        assert seen == [5, 10]
        assert (answer.text, answer.tokens) == ("0123456789", Tokens(1000, 120))
        assert server.asked[0].path == "/v1/models/gemini-3.5-flash-lite:streamGenerateContent?alt=sse"

    def test_keeps_the_tokens_of_an_answer_that_broke_off(self, server: GeminiServer) -> None:
        server.will(deeds.breaks_off)
        with pytest.raises(NotWritten) as failed:
            streamed(gemini.write(line(server), REQUEST, nothing))
        assert failed.value.tokens == Tokens(1000, 120)


class TestAsk:
    def test_brings_calls_and_the_turn_that_has_to_go_back(self, server: GeminiServer) -> None:
        server.will(deeds.calls(("figures", {"measure": "spent"})), deeds.says("done"))
        request = Request("Ask.", REQUEST.turns, functions=[{"name": "figures"}])
        answer = gemini.ask(line(server), request, nothing)
        assert [(call.name, dict(call.arguments)) for call in answer.calls] == [
            ("figures", {"measure": "spent"})
        ]
        gemini.ask(line(server), Request("Ask.", [*request.turns, answer.turn]), nothing)
        sent_back = server.asked[1].json["contents"][1]["parts"][0]
        assert sent_back["thoughtSignature"] == "c2lnbmF0dXJl"
        assert sent_back["functionCall"] == {"name": "figures", "args": {"measure": "spent"}}


class TestEveryFailure:
    @pytest.mark.parametrize("name", deeds.FAILURES)
    def test_of_a_stream_is_named_after_one_try(self, server: GeminiServer, name: str) -> None:
        deed, reason = deeds.FAILURES[name]
        server.will(deed)
        began = time.monotonic()
        with pytest.raises(NotWritten) as failed:
            streamed(gemini.write(line(server), REQUEST, nothing))
        assert failed.value.reason == reason
        assert failed.value.sentence()
        assert len(server.asked) == 1
        assert time.monotonic() - began < 5

    @pytest.mark.parametrize("name", sorted(deeds.FAILURES.keys() - {"a drip", "a stream without an end"}))
    def test_of_a_whole_answer_is_named_after_one_try(self, server: GeminiServer, name: str) -> None:
        deed, reason = deeds.FAILURES[name]
        server.will(deed)
        with pytest.raises(NotWritten) as failed:
            gemini.ask(line(server), REQUEST, nothing)
        assert failed.value.reason == reason
        assert len(server.asked) == 1

    def test_of_reaching_nobody_is_named(self) -> None:
        with pytest.raises(NotWritten, match="unreachable"):
            gemini.ask(Line(KEY, "http://127.0.0.1:9", "gemini-3.5-flash-lite", 1), REQUEST, nothing)

    def test_of_a_wrong_key_or_model_is_named(self, server: GeminiServer) -> None:
        with pytest.raises(NotWritten, match="bad_key"):
            gemini.ask(line(server, key="another"), REQUEST, nothing)
        with pytest.raises(NotWritten, match="no_such_model"):
            gemini.ask(line(server, model="gemini-2.5-flash"), REQUEST, nothing)
