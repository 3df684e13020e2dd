"""A question in words: the model chooses among queries, and answers in references to what they counted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from insights import gemini
from insights.facts import Fact
from insights.gemini import Answer, Call, Request
from insights.narrator import Narrative, narrate
from insights.writer import prompt
from insights.writer.bookkeeping import Sender, judge
from insights.writer.consent import consent_of, names_of
from insights.writer.failures import NotWritten
from insights.writer.ledger_names import listed
from insights.writer.material import Month
from insights.writer.payload import Names, as_text, facts_out
from insights.writer.questions import QUERIES, BadArguments, Counter
from insights.writer.reading import sentences_of
from insights.writer.ready import ready_answer
from insights.writer.report import faults_of
from insights.writer.sending import logged, open_line

ROUNDS = 5
"""Requests for one question: a query or two, an answer, a repair."""


@dataclass(slots=True)
class Talk:
    """The turns so far, and what is known: nothing but `counter.facts` may be spoken of."""

    sender: Sender
    month: Month
    counter: Counter
    names: Names
    turns: list[Mapping[str, Any]]
    number: int = 0
    """Of the last request in the log."""
    rejected: list[str] = field(default_factory=list)
    """The faults of an answer that was rejected."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What may be shown: the verified answer, or what was counted in ready sentences and why."""

    told: tuple[Narrative, ...]
    reason: str = ""


def answer_question(sender: Sender, month: Month, counter: Counter, words: str) -> Reply:
    """The answer, never an unverified one; without sentences where nothing was counted."""
    try:
        return Reply(verified(sender, month, counter, words))
    except NotWritten as failed:
        ready = () if failed.reason == "not_understood" else ready_answer(counter.facts, month)
        return Reply(ready, failed.to_a_question(month.language))


def verified(sender: Sender, month: Month, counter: Counter, words: str) -> tuple[Narrative, ...]:
    """The model's own sentences. Raises NotWritten."""
    consent = consent_of(sender.person)
    if consent is None:
        raise NotWritten("no_consent")
    if month.language not in prompt.LANGUAGES:
        raise NotWritten("language")
    talk = Talk(sender, month, counter, names_of(consent), [opening(month, counter, words)])
    for _ in range(ROUNDS):
        answer = asked(talk)
        talk.turns.append(answer.turn)
        sentences, replies = answered(talk, answer.calls)
        if sentences:
            judge(talk.number, "shown")
            return tuple(told(talk, sentences))
        talk.turns.append({"role": "user", "parts": replies})
    raise NotWritten("not_understood")


def opening(month: Month, counter: Counter, words: str) -> Mapping[str, Any]:
    """The question as it was asked, and what there is to ask about."""
    known = {"question": words, "today": str(month.today), "currency": month.currency}
    return prompt.said(as_text({**known, "may_be_asked_about": listed(counter.names)}))


def asked(talk: Talk) -> Answer:
    line = open_line(talk.sender)
    request = Request(prompt.question_instructions(talk.month.language), talk.turns, functions=FUNCTIONS)
    with logged(talk.sender) as entry:
        answer = gemini.ask(line, request, entry.sending)
        entry.arrived(answer)
    talk.number = entry.number
    return answer


def answered(talk: Talk, calls: Sequence[Call]) -> tuple[list[str], list[dict[str, Any]]]:
    """The sentences that may be shown, or what to reply to the calls. Raises NotWritten."""
    if any(call.name == "give_up" for call in calls):
        raise NotWritten("not_understood")
    if not calls:
        return [], [{"text": "Call a function."}]
    replies = []
    for call in calls:
        if call.name == "answer":
            sentences, faults = checked(talk, call)
            if not faults:
                return sentences, []
            replies.append(reply(call, {"rejected": faults}))
        else:
            replies.append(reply(call, counted(talk, call)))
    return [], replies


def checked(talk: Talk, call: Call) -> tuple[list[str], list[str]]:
    """An answer's sentences and its faults; a second faulty one is the last. Raises NotWritten."""
    sentences = sentences_of(dict(call.arguments))
    faults = faults_of(sentences, talk.month, talk.counter.facts) if sentences else ["shape: no sentence"]
    if not faults:
        return sentences, []
    judge(talk.number, "unverified" if talk.rejected else "faulty")
    if talk.rejected:
        raise NotWritten("unverified")
    talk.rejected = faults
    return sentences, faults


def counted(talk: Talk, call: Call) -> dict[str, Any]:
    """What a query found, as it is sent; what was wrong with it, for the model to mend."""
    try:
        found = talk.counter.run(call.name, call.arguments)
    except BadArguments as bad:
        return {"error": str(bad)}
    return {"facts": facts_out(found, talk.counter.names.called, talk.names)}


def reply(call: Call, said: Mapping[str, Any]) -> dict[str, Any]:
    return {"function_response": {"name": call.name, "response": dict(said)}}


def told(talk: Talk, sentences: Iterable[str]) -> Iterable[Narrative]:
    facts: Mapping[str, Fact] = talk.counter.facts
    for sentence in sentences:
        yield narrate(sentence, facts, today=talk.month.today, language=talk.month.language)


FUNCTIONS: Sequence[Mapping[str, Any]] = (
    *(
        {"name": name, "description": shape.__doc__, "parameters_json_schema": shape.model_json_schema()}
        for name, (shape, _) in QUERIES.items()
    ),
    {
        "name": "answer",
        "description": "Answer the question in one to three sentences.",
        "parameters_json_schema": prompt.SCHEMA,
    },
    {
        "name": "give_up",
        "description": "The question is not about this ledger, or the functions cannot answer it.",
        "parameters_json_schema": {"type": "object", "properties": {}},
    },
)
