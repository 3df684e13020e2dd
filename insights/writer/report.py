"""A month's report: facts → the model → the verifier → once more → else templates, with the reason."""

import hashlib
import json
import logging
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from django.conf import settings

from finance.wording import say
from insights import gemini
from insights.facts import Fact
from insights.gemini import Answer, Request
from insights.models import Insight
from insights.narrator import Narrative, narrate
from insights.verifier import verify
from insights.writer import prompt
from insights.writer.bookkeeping import Sender, judge
from insights.writer.consent import consent_of, names_of
from insights.writer.failures import NotWritten
from insights.writer.material import Material, Month, material_of
from insights.writer.payload import Names, aliases
from insights.writer.reading import sentences_in
from insights.writer.sending import line, logged, open_line

logger = logging.getLogger(__name__)

StepName = Literal["reckoning", "asking", "writing", "checking", "repairing"]
Source = Literal["model", "templates"]


@dataclass(frozen=True, slots=True)
class Step:
    """How far it is; `signs` have come of the answer."""

    name: StepName
    signs: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What may be shown: verified narratives by the model, or the templates' with the reason for them."""

    source: Source
    told: tuple[Narrative, ...]
    reason: str = ""


@dataclass(slots=True)
class Draft:
    """One answer of the model and the number of its request in the log."""

    number: int
    answer: Answer


def write_report(sender: Sender, month: Month) -> Iterator[Step | Report]:
    """Steps, then the report; nothing unverified is ever yielded."""
    yield Step("reckoning")
    material = material_of(month)
    if not material.facts:
        yield Report("templates", (), say("writing.nothing", language=month.language))
        return
    try:
        told = yield from written(sender, month, material)
        yield Report("model", told)
    except NotWritten as failed:
        yield Report("templates", material.told, failed.sentence(month.language))
    except Exception:
        logger.exception("A report failed in a new way.")
        yield Report("templates", material.told, NotWritten("unexpected").sentence(month.language))


def preview(month: Month, names: Names) -> str:
    """The body of the request that `write_report` would send, to the byte."""
    return gemini.body_of(line(), request_for(month, material_of(month), names))


def written(sender: Sender, month: Month, material: Material) -> Generator[Step, None, tuple[Narrative, ...]]:
    """The model's verified narratives, from the cache if they are there. Raises NotWritten."""
    consent = consent_of(sender.person)
    if consent is None:
        raise NotWritten("no_consent")
    request = request_for(month, material, names_of(consent))
    key = cache_key(request)
    sentences = kept(month, key, material.facts)
    if sentences is None:
        sentences = yield from verified(sender, month, material, request)
        keep(sender, key, sentences)
    return tuple(
        narrate(sentence, material.facts, today=month.today, language=month.language)
        for sentence in sentences
    )


def request_for(month: Month, material: Material, names: Names) -> Request:
    """Raises NotWritten for a language that cannot be verified."""
    if month.language not in prompt.LANGUAGES:
        raise NotWritten("language")
    facts = list(material.facts.values())
    return prompt.report_request(f"{month.month:%Y-%m}", facts, aliases(month.keys), names, month.language)


def verified(
    sender: Sender, month: Month, material: Material, request: Request
) -> Generator[Step, None, list[str]]:
    """Sentences without a fault, of the first answer or of the one after its faults were told."""
    yield Step("asking")
    draft = yield from drafted(sender, request)
    yield Step("checking")
    sentences, faults = checked(draft.answer.text, month, material.facts)
    if faults:
        judge(draft.number, "faulty")
        yield Step("repairing")
        turns = [*request.turns, draft.answer.turn, prompt.repair_turn(faults)]
        again = Request(request.instructions, turns, schema=request.schema)
        draft = yield from drafted(sender, again)
        yield Step("checking")
        sentences, faults = checked(draft.answer.text, month, material.facts)
    judge(draft.number, "unverified" if faults else "shown")
    if faults:
        raise NotWritten("unverified")
    return sentences


def drafted(sender: Sender, request: Request) -> Generator[Step, None, Draft]:
    """One answer, streamed. Raises NotWritten."""
    line = open_line(sender)
    with logged(sender) as entry:
        answer = yield from steps(gemini.write(line, request, entry.sending))
        entry.arrived(answer)
    return Draft(entry.number, answer)


def steps(answering: Generator[int, None, Answer]) -> Generator[Step, None, Answer]:
    while True:
        try:
            yield Step("writing", next(answering))
        except StopIteration as finished:
            answer: Answer = finished.value
            return answer


def checked(text: str, month: Month, facts: Mapping[str, Fact]) -> tuple[list[str], list[str]]:
    """The answer's sentences, and its faults as the model is told them."""
    sentences = sentences_in(text)
    return sentences, faults_of(sentences, month, facts) if sentences else ["shape: no sentence"]


def faults_of(sentences: Sequence[str], month: Month, facts: Mapping[str, Fact]) -> list[str]:
    """What the verifier holds against the sentences as they will be read, one after the other."""
    found = verify(
        " ".join(sentences),
        facts,
        month=f"{month.month:%Y-%m}",
        today=month.today,
        language=month.language,
    )
    return [f"{fault.code}: {fault.words}" for fault in found]


def cache_key(request: Request) -> str:
    """sha256 of the body that would be sent, the model and the prompt's version."""
    told = [gemini.body_of(line(), request), settings.GEMINI_MODEL, prompt.VERSION]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def kept(month: Month, key: str, facts: Mapping[str, Fact]) -> list[str] | None:
    """Sentences written from the very same payload; verified again, as the verifier learns."""
    found = Insight.objects.filter(ledger_id=month.ledger, key=key).first()
    if found is None or faults_of(found.sentences, month, facts):
        return None
    return list(found.sentences)


def keep(sender: Sender, key: str, sentences: Sequence[str]) -> None:
    Insight.objects.update_or_create(
        ledger_id=sender.ledger,
        key=key,
        defaults={"sentences": list(sentences), "written_at": sender.now},
    )
