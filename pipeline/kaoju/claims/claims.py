"""Claims of figures, quotations and statements, from a text and what earlier stages found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kaoju.annotations import Claim, ClaimKind, Direction, Phrase
from kaoju.claims.arguments import Told, arguments
from kaoju.claims.body import Body, Span
from kaoju.claims.directions import direction
from kaoju.claims.frames import Frame, Voice, frames, is_judgement, voice
from kaoju.claims.listed import is_listed
from kaoju.claims.measures import NOTHING, Arguments
from kaoju.claims.periods import baseline, period, period_at
from kaoju.claims.phrases import subject_of
from kaoju.claims.quotations import quotations
from kaoju.claims.ties import Tie, ties

# who speaks, in the words that are quoted
_WE = re.compile("[“「『]?我们?(?!国)")


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is read of a claim but its figures and notes."""

    about: Arguments
    voice: Voice
    time: str | None
    direction: Direction = "level"
    baseline: str | None = None


def claims(body: Body) -> Iterator[Claim]:
    """The claims of a text, sentence by sentence."""
    topic: Span | None = None
    by_sentence = body.figures_by_sentence()
    for index, sentence in enumerate(body.sentences):
        told = frames(body, sentence)
        found = list(_of_figures(body, sentence, by_sentence.get(index, []), told, topic))
        yield from found
        quoted = list(_of_quotations(body, sentence, told))
        yield from quoted
        if not found and not quoted:
            yield from _of_statement(body, sentence, told)
        subject = found[-1]["subject"] if found else None
        topic = Span(subject["start"], subject["end"]) if subject else topic


def _of_figures(
    body: Body, sentence: Span, indices: list[int], told: list[Frame], topic: Span | None
) -> Iterator[Claim]:
    """A claim for each figure, or for the figures that one statement ties together."""
    earlier: Arguments | None = None
    changed: str | None = None
    before = sentence.start
    way: Direction = "level"
    made: list[tuple[int, Arguments]] = []
    for tie in ties(body, sentence, indices):
        first, last = body.figures[tie.figures[0]], body.figures[tie.figures[-1]]
        clause = body.clause_at(sentence, first["start"])
        used = max(
            [before, *(one.end for one in told if one.end <= first["start"] and not _is_inserted(body, sentence, one))]
        )
        said = voice(body, sentence, first["start"], last["end"], told)
        actor = next(
            (one.speaker for one in reversed(told) if one.acts and one.end <= first["start"] < one.until), None
        )
        actor = said.speaker if _WE.match(body.masked, clause.start) else actor
        judged = max((one.end for one in told if one.end <= first["start"] and is_judgement(body, one)), default=0)
        about = arguments(body, sentence, tie, Told(used, earlier, actor, topic, judged, tuple(made)))
        way = way if made and is_listed(body.masked[before : first["start"]]) else direction(body, clause, tie, before)
        when = period(body, sentence, clause, tie, changed if way != "level" else None)
        against = baseline(body, Span(before, clause.end), tie) if way != "level" else None
        yield _of_tie(body, sentence, tie, Reading(about, said, when, way, against), _carried(about, clause))
        made.append((tie.main, about))
        earlier, before = about.since(earlier), last["end"]
        changed = when if tie.origin is not None or when == changed else None


def _is_inserted(body: Body, sentence: Span, frame: Frame) -> bool:
    """总额据称超过: a word of hearsay or forecast between a subject and its verb."""
    clause = body.clause_at(sentence, frame.start)
    return frame.speaker is None and frame.force in ("hearsay", "forecast") and frame.start > clause.start + 1


def _carried(about: Arguments, clause: Span) -> list[str]:
    """What a claim takes from an earlier clause, for a reader who wants to check it."""
    parts = {"carried_subject": about.subject, "carried_metric": about.metric}
    return [flag for flag, part in parts.items() if part and part.start < clause.start]


def _of_tie(body: Body, sentence: Span, tie: Tie, read: Reading, flags: list[str]) -> Claim:
    claim = _claim(body, "figure", sentence, read, body.figures[tie.figures[0]]["start"])
    claim["flags"] = flags
    main = body.figures[tie.main]
    claim["figures"] = list(tie.figures)
    claim["low"], claim["high"] = main["low"], main["high"]
    claim["unit"], claim["approx"] = main["unit"], main["approx"]
    if tie.origin is not None:
        origin = body.figures[tie.origin]
        claim["from_low"], claim["from_high"] = origin["low"], origin["high"]
    return claim


def _of_quotations(body: Body, sentence: Span, told: list[Frame]) -> Iterator[Claim]:
    """A claim for each quotation that somebody is said to say."""
    for quotation, frame in quotations(body, sentence, told):
        said = Voice(frame.speaker, voice(body, sentence, quotation.start, quotation.end, told).modality)
        read = Reading(Arguments(frame.speaker, None), said, period_at(body, sentence, quotation.start))
        claim = _claim(body, "quotation", sentence, read, quotation.end)
        claim["quotation"] = _phrase(quotation)
        yield claim


def _of_statement(body: Body, sentence: Span, told: list[Frame]) -> Iterator[Claim]:
    """A claim for a sentence that carries a note without a figure."""
    marks = [marker["at"] for marker in body.markers_in(sentence.start + 1, sentence.end + 1)]
    if marks:
        clauses = body.clauses(sentence)
        subject = next((found for clause in clauses if (found := subject_of(body, clause))), None)
        end = clauses[-1].end if clauses else sentence.end
        read = Reading(
            Arguments(subject, None) if subject else NOTHING,
            voice(body, sentence, end - 1, end, told),
            period_at(body, sentence, sentence.end),
        )
        yield _claim(body, "statement", sentence, read, marks[0])


def _claim(body: Body, kind: ClaimKind, sentence: Span, read: Reading, at: int) -> Claim:
    """A claim without figures; its notes are those of the first marker at or after a place."""
    notes = body.notes_after(at)
    return Claim(
        kind=kind,
        start=sentence.start,
        end=sentence.end,
        figures=[],
        subject=_phrase(read.about.subject),
        metric=_phrase(read.about.metric),
        quotation=None,
        low=None,
        high=None,
        from_low=None,
        from_high=None,
        unit=None,
        approx=None,
        direction=read.direction,
        time=read.time,
        baseline=read.baseline,
        speaker=_phrase(read.voice.speaker),
        modality=read.voice.modality,
        notes=notes,
        link="marker" if notes else "none",
        flags=[],
    )


def _phrase(span: Span | None) -> Phrase | None:
    return Phrase(start=span.start, end=span.end) if span else None
