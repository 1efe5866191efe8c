"""Claims of figures, quotations and statements, from a text and what earlier stages found in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaoju.annotations import Claim, Phrase
from kaoju.claims.arguments import Arguments, arguments
from kaoju.claims.body import Body, Span
from kaoju.claims.directions import direction
from kaoju.claims.frames import frames, voice
from kaoju.claims.periods import period
from kaoju.claims.ties import Tie, ties


def figure_claims(body: Body) -> Iterator[Claim]:
    """A claim for each figure, or for the figures that one statement ties together."""
    topic: Span | None = None
    for sentence, indices in _by_sentence(body):
        earlier: Arguments | None = None
        told = frames(body, sentence)
        changed: str | None = None
        before = sentence.start
        for tie in ties(body, sentence, indices):
            first, last = body.figures[tie.figures[0]], body.figures[tie.figures[-1]]
            clause = next((one for one in reversed(body.clauses(sentence)) if one.start <= first["start"]), sentence)
            known = max([before, *(frame.end for frame in told if frame.end <= first["start"])])
            what = arguments(body, sentence, tie, known, earlier, topic)
            way = direction(body, clause, tie, before)
            when = period(body, sentence, clause, tie, changed if way != "level" else None)
            who = voice(body, sentence, first["start"], last["end"], told)
            yield _claim(body, sentence, tie, what, way, when, who.speaker, who.modality)
            earlier, before = what, last["end"]
            changed = when if tie.origin is not None or when == changed else None
        topic = earlier.subject if earlier else topic


def _by_sentence(body: Body) -> Iterator[tuple[Span, list[int]]]:
    index = 0
    for sentence in body.sentences:
        inside: list[int] = []
        while index < len(body.figures) and body.figures[index]["start"] < sentence.end:
            if body.figures[index]["start"] >= sentence.start:
                inside.append(index)
            index += 1
        if inside:
            yield sentence, inside


def _claim(body: Body, sentence: Span, tie: Tie, what: Arguments, way, when, speaker, modality) -> Claim:  # type: ignore[no-untyped-def]
    main = body.figures[tie.main]
    origin = body.figures[tie.origin] if tie.origin is not None else None
    notes = notes_after(body, body.figures[tie.figures[0]]["start"])
    return Claim(
        kind="figure",
        start=sentence.start,
        end=sentence.end,
        figures=list(tie.figures),
        subject=_phrase(what.subject),
        metric=_phrase(what.metric),
        quotation=None,
        low=main["low"],
        high=main["high"],
        from_low=origin["low"] if origin else None,
        from_high=origin["high"] if origin else None,
        unit=main["unit"],
        approx=main["approx"],
        direction=way,
        time=when,
        speaker=_phrase(speaker),
        modality=modality,
        notes=notes,
        link="marker" if notes else "none",
        flags=[],
    )


def _phrase(span: Span | None) -> Phrase | None:
    return Phrase(start=span.start, end=span.end) if span else None


def notes_after(body: Body, at: int) -> list[int]:
    """The notes of the first marker at or after a place in its block; several where marks stand side by side."""
    block = next((one for one in body.blocks if one["start"] <= at < one["end"]), None)
    end = block["end"] if block else len(body.text)
    following = [marker for marker in body.markers if at <= marker["at"] <= end]
    if not following:
        return []
    place = following[0]["at"]
    return [marker["note"] for marker in following if marker["at"] == place and marker["note"] is not None]
