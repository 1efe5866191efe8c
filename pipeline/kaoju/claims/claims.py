"""Claims of figures, quotations and statements, from a text and what earlier stages found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kaoju.annotations import Claim, ClaimKind, Direction, Phrase
from kaoju.claims.arguments import arguments, spoken_of
from kaoju.claims.baselines import baseline
from kaoju.claims.body import Body, Span
from kaoju.claims.clause import is_stance
from kaoju.claims.directions import direction, is_elliptic
from kaoju.claims.frames import Frame, frames, is_judgement
from kaoju.claims.kinds import is_measure
from kaoju.claims.listed import is_converted, is_in_turn, is_listed, is_reached
from kaoju.claims.measures import NOTHING, Arguments, goes_by_way
from kaoju.claims.moods import Voice, voice
from kaoju.claims.omitted import Told, made_to_do
from kaoju.claims.periods import is_carried, period, period_at
from kaoju.claims.phrases import first_subject
from kaoju.claims.quotations import quotations
from kaoju.claims.ranking import Asked, Choice, Chooser
from kaoju.claims.referring import PRONOUN, antecedent
from kaoju.claims.ties import Tie, ties

# who speaks, in the words that are quoted
_WE = re.compile("[“「『]?我们?(?!国)")
# who was told of so many sentences before is gone on about
_RECENT = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is read of a claim but its figures and notes."""

    about: Arguments
    voice: Voice
    time: str | None
    direction: Direction = "level"
    baseline: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its frames of saying, and what chooses what its claims are about; ``topic`` is who the sentence
    before began with, ``time`` when that was, ``before`` what each of its claims was about."""

    sentence: Span
    told: list[Frame]
    choice: Choice
    topic: Span | None = None
    time: str | None = None
    before: tuple[tuple[int, Arguments], ...] = ()


@dataclass(frozen=True, slots=True)
class Past:
    """What a sentence has claimed up to a place: the last claim's arguments and way, the period of a change that goes
    on, and what each claim was about, by its figure."""

    end: int
    earlier: Arguments | None = None
    way: Direction = "level"
    changed: str | None = None
    made: tuple[tuple[int, Arguments], ...] = ()


def claims(body: Body, chooser: Chooser) -> Iterator[Claim]:
    """The claims of a text, sentence by sentence."""
    topic: Span | None = None
    time: str | None = None
    before: tuple[tuple[int, Arguments], ...] = ()
    since: list[Span] = []  # the last sentences without figures
    by_sentence = body.figures_by_sentence()
    for index, sentence in enumerate(body.sentences):
        indices = by_sentence.get(index, [])
        if indices:
            topic = next((named for one in reversed(since) if (named := spoken_of(body, one))), topic)
        made: list[Claim] = []
        if indices or _is_told(body, sentence):
            line = Line(sentence, frames(body, sentence), chooser(body, sentence), topic, time, before)
            made += _of_sentence(body, line, indices)
        yield from made
        figures = [claim for claim in made if claim["kind"] == "figure"]
        time = figures[-1]["time"] if figures else period_at(body, sentence, sentence.end)
        before = tuple((claim["figures"][-1], _arguments(claim)) for claim in figures)
        since = [] if figures else [*since[-_RECENT:], sentence]
        if figures and (subject := figures[0]["subject"]) and not _is_of_it(body, sentence, figures[0]):
            topic = Span(subject["start"], subject["end"])


def _is_of_it(body: Body, sentence: Span, claim: Claim) -> bool:
    """中国买走其中的73%: whether a part is told of what the sentence before was about."""
    at = body.figures[claim["figures"][0]]["start"]
    return "其中" in body.masked[body.clause_at(sentence, at).start : at]


def _arguments(claim: Claim) -> Arguments:
    """What a claim is about, as the next sentence may go on about it."""
    subject, metric = claim["subject"], claim["metric"]
    return Arguments(
        Span(subject["start"], subject["end"]) if subject else None,
        Span(metric["start"], metric["end"]) if metric else None,
    )


def _of_sentence(body: Body, line: Line, indices: list[int]) -> Iterator[Claim]:
    """The claims of a sentence: of its figures and its quotations, or else of the statement that it is."""
    made = [*_of_figures(body, line, indices), *_of_quotations(body, line.sentence, line.told)]
    yield from made or _of_statement(body, line.sentence, line.told)


def _is_told(body: Body, sentence: Span) -> bool:
    """Whether a sentence without figures may claim something: it quotes, or calls a note."""
    return bool(body.quoted_in(sentence) or body.markers_in(sentence.start + 1, sentence.end + 1))


def _of_figures(body: Body, line: Line, indices: list[int]) -> Iterator[Claim]:
    """A claim for each figure, or for the figures that one statement ties together."""
    past = Past(line.sentence.start)
    for tie in ties(body, line.sentence, indices):
        clause = body.clause_at(line.sentence, body.figures[tie.figures[0]]["start"])
        read = _reading(body, line, clause, tie, past)
        yield _of_tie(body, line.sentence, tie, read, _carried(read.about, clause))
        past = Past(
            end=body.figures[tie.figures[-1]]["end"],
            earlier=read.about.since(past.earlier),
            way=read.direction,
            changed=read.time if tie.origin is not None or read.time == past.changed else None,
            made=(*past.made, (tie.main, read.about)),
        )


def _reading(body: Body, line: Line, clause: Span, tie: Tie, past: Past) -> Reading:
    """All that is read of a tie, given what the sentence has claimed before."""
    start, end = body.figures[tie.figures[0]]["start"], body.figures[tie.figures[-1]]["end"]
    said = voice(body, line.sentence, start, end, line.told)
    told = _told(body, line, start, past, said)
    about = arguments(body, line.sentence, tie, told)
    if about is not told.earlier and not _is_certain(body, line.sentence, tie, about):
        about = _open(body, line.choice(Asked(clause, start, end, told, about)), about)
        about = replace(about, subject=made_to_do(body, line.sentence, clause) or about.subject)
    between = body.text[past.end : start]
    listed = past.made and (is_listed(between) or is_converted(between) or is_reached(between))
    way = past.way if listed or (past.made and is_elliptic(between)) else direction(body, clause, tie, past.end)
    goes_on = way != "level" and "；" not in body.masked[past.end : start]
    done = said.modality in ("asserted", "reported")
    when = period(body, line.sentence, clause, tie, changed=past.changed if goes_on else None, done=done)
    if when is None and is_carried(body, line.sentence, start):
        when = line.time
    since = Span(min(past.end, clause.start), clause.end)
    against = baseline(body, since, tie, when) if way != "level" else None
    return Reading(about, said, when, way, against)


def _is_certain(body: Body, sentence: Span, tie: Tie, read: Arguments) -> bool:
    """Whether grammar alone tells what a figure is about: its place in a list, what is counted by the way that it goes
    (经由运河的船舶), or those who hold something, right behind it (17%的民众认为)."""
    end = body.figures[tie.figures[-1]]["end"]
    if is_in_turn(body, sentence, body.clause_at(sentence, body.figures[tie.figures[0]]["start"]), tie):
        return True
    if read.subject and read.subject == read.metric and goes_by_way(body, sentence, read.subject):
        return True
    near = read.subject is not None and end <= read.subject.start <= end + 1
    return near and read.metric is not None and is_stance(body, read.metric)


def _open(body: Body, chosen: Arguments, read: Arguments) -> Arguments:
    """What was chosen, but what was read for a phrase that stands in brackets: 总支出（非人员支出总额）, or that lacks
    its 非: 石油出口 of 非石油出口."""
    subject, metric = _whole(body, chosen.subject, read.subject), _whole(body, chosen.metric, read.metric)
    part = read.subject if read.is_share and metric == read.metric else None
    if part and subject != part and is_measure(body, part):
        return Arguments(subject, part)  # 外债高企，利息支出占财政收入的六成: whose, and the part
    return replace(chosen, subject=subject, metric=metric)


def _whole(body: Body, chosen: Span | None, read: Span | None) -> Span | None:
    if chosen is None or read is None:
        return chosen
    if body.is_bracketed(chosen.start) or (_is_without_non(body, chosen) and read.start < chosen.start < read.end):
        return read
    return chosen


def _is_without_non(body: Body, phrase: Span) -> bool:
    before = body.word_over(phrase.start - 1) if phrase.start else None
    return before is not None and before.end == phrase.start and before.text == "非"


def _told(body: Body, line: Line, start: int, past: Past, said: Voice) -> Told:
    """What has been said before a figure."""
    led = [one for one in line.told if one.end <= start]
    used = max([past.end, *(one.end for one in led if not _is_inserted(body, line.sentence, one))])
    holding = [one for one in reversed(led) if start < one.until]
    actor = next((one.speaker for one in holding if one.acts), None)
    sayer = next((one.speaker for one in holding if one.speaker and one.speaker.start < one.start), None)
    if _WE.match(body.masked, body.clause_at(line.sentence, start).start):
        actor = said.speaker
    judged = max((one.end for one in led if is_judgement(body, one)), default=0)
    return Told(used, past.earlier, actor, sayer, line.topic, judged, past.made, line.before)


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
        clauses, subject = body.clauses(sentence), _stated_of(body, sentence, told)
        end = clauses[-1].end if clauses else sentence.end
        read = Reading(
            Arguments(subject, None) if subject else NOTHING,
            voice(body, sentence, end - 1, end, told),
            period_at(body, sentence, sentence.end),
        )
        yield _claim(body, "statement", sentence, read, marks[0])


def _stated_of(body: Body, sentence: Span, told: list[Frame]) -> Span | None:
    """Of whom a sentence is: what it begins with, as a whole where that is who speaks (越来越多的学者), or whom a
    pronoun stands for."""
    found = first_subject(body, sentence)
    if found is None:
        return None
    if PRONOUN.fullmatch(body.text, *found):
        return antecedent(body, sentence, found, ()) or found
    spoke = (one.speaker for one in told if one.speaker and one.speaker.start < found.end)
    return next((who for who in spoke if found.start < who.end), found)


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
