"""The figures as tables between the markers of docs/voice.md."""

from collections.abc import Iterator, Sequence
from typing import Any

from tools.setup import ROOT

PAGE = ROOT / "docs" / "voice.md"
BEGIN, END = "<!-- bench-voice: begin -->", "<!-- bench-voice: end -->"
Figures = dict[str, Any]

TARGETS = {
    "last voiced sample → provisional draft": "p50 ≤ 600 ms",
    "end decision → final draft": "p50 ≤ 300 ms",
    "speech starts → first words": "≤ 1000 ms",
}


def write(figures: dict[str, Figures]) -> None:
    """Put the tables where the markers are."""
    PAGE.write_text(between(PAGE.read_text("utf-8"), "\n".join(tables(figures))), "utf-8")


def between(page: str, tables: str) -> str:
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{tables}\n{END}{after}"


def tables(figures: dict[str, Figures]) -> Iterator[str]:
    makers = {"hearing": hearing, "server": server, "engine": engine, "browser": browser}
    for part, maker in makers.items():
        if part in figures:
            yield from maker(figures[part]["found"])
            yield f"Measured {circumstances(figures[part])}.\n"
        else:
            yield f"*{part}: not measured here.*\n"


def circumstances(made: Figures) -> str:
    where = f"{made['cores']} cores {made['machine']}, load {made['load']} at the end"
    return f"{made['date']}, commit {made['commit']}, seed {made['seed']}, model {made['model']}, {where}"


def hearing(found: Figures) -> Iterator[str]:
    for model, heard in found.items():
        yield f"### What `{model}` hears\n"
        yield from table(
            ("voice", "words wrong", "20 dB", "10 dB", "amounts right", "20 dB", "10 dB", "surely wrong"),
            [voice_row(voice) for voice in heard["voices"]] + [total_row(heard["voices"])],
        )
        yield "Targets, clean: words wrong ≤ 8 %, amounts right ≥ 92 %, vocabulary ≥ 95 % of the given.\n"
        yield from vocabulary(heard)
        yield from people(heard["people"])


def voice_row(voice: Figures) -> list[str]:
    kinds = [voice["clean"], voice["20 dB"], voice["10 dB"]]
    return [
        voice["voice"],
        *map(words_wrong, kinds),
        *map(amounts_right, kinds),
        surely_wrong(voice["clean"]),
    ]


def total_row(voices: Sequence[Figures]) -> list[str]:
    sums = {kind: summed([voice[kind] for voice in voices]) for kind in ("clean", "20 dB", "10 dB")}
    return [f"**{cell}**" for cell in voice_row({"voice": "all", **sums})]


def summed(scores: Sequence[Figures]) -> Figures:
    return {name: sum(score[name] for score in scores) for name in scores[0]}


def words_wrong(score: Figures) -> str:
    return percent(score["wrong"], score["words"])


def amounts_right(score: Figures) -> str:
    return f"{percent(score['right'], score['amounts'])} of {score['amounts']}"


def surely_wrong(score: Figures) -> str:
    return f"{score['surely wrong']} of {score['amounts']}"


def percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def vocabulary(heard: Figures) -> Iterator[str]:
    known, own = heard["vocabulary"], heard["own rows"]
    yield (
        f"Vocabulary: {known['words']:,} words, which hold every word of {100 * known['given_en']:.1f} % of "
        f"the given sentences and of {100 * known['own_en']:.1f} % of our own. Our own rows, all voices: "
        f"{words_wrong(own)} of words wrong, amounts right in {amounts_right(own)}, surely wrong "
        f"{surely_wrong(own)}.\n"
    )


def people(found: Figures | None) -> Iterator[str]:
    if not found:
        yield "People: not measured (no `RECORDINGS`).\n"
        return
    sets = [
        f"{group}: {100 * one['word errors']:.1f} % of words wrong, {100 * one['perfect']:.0f} % of "
        f"{one['recordings']} recordings without a mistake, {100 * one['inside']:.0f} % inside the vocabulary"
        for group, one in found.items()
    ]
    yield f"People, by set: {'; '.join(sets)}.\n"


def server(found: Figures) -> Iterator[str]:
    yield "### The server\n"
    rows = [
        ["time to hear a second of sound, one core", f"{found['real-time factor']:.3f} s"],
        ["people at once, pool of 2", f"{found['heard']} of {found['at once']} heard"],
        ["the last of them waited", f"{found['the last waited']:.2f} s"],
        [
            "memory: started, with a model, peak",
            megabytes(found, "memory before", "memory with a model", "memory peak"),
        ],
    ]
    yield from table(("what", "figure"), rows)


def engine(found: Figures) -> Iterator[str]:
    yield "### The browser's engine beside the server's\n"
    rows = [
        ["time to hear a second of sound in Chromium", f"{found['real-time factor']:.3f} s"],
        ["the same sounds on the server, one core", f"{found[SERVERS]:.3f} s"],
        ["browser ÷ server", f"{found['ratio']:.1f}"],
    ]
    yield from table(("what", "figure"), rows)


SERVERS = "server's"


def browser(found: Figures) -> Iterator[str]:
    yield "### Waiting, in Chromium with its network off\n"
    rows = [
        [name, f"{wait['p50']:.0f} ms", f"{wait['p95']:.0f} ms", str(wait["of"]), TARGETS.get(name, "")]
        for name, wait in found["waits"].items()
    ]
    yield from table(("from → to", "p50", "p95", "sentences", "target"), rows)
    held = megabytes(found, "memory before", "memory after", "memory peak")
    yield f"{found['drafts']} of {found['sentences']} sentences became drafts.\n"
    yield f"The page's memory after the first sentence, after the last, and at its peak: {held}.\n"


def megabytes(found: Figures, *names: str) -> str:
    return ", ".join(f"{found[name]:.0f} MB" for name in names)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""
