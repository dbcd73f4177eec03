"""Allegations as lines for a terminal of eighty columns: a list of them, one whole, and those that wait too long."""

from collections import Counter
from collections.abc import Iterator, Sequence

from untold.allegations.allegation import Allegation, Determination
from untold.allegations.hand import HandLine
from untold.allegations.history import History
from untold.allegations.ledger import Overdue
from untold.allegations.objects import AllegationObject, OverdueObject
from untold.allegations.report_steps import Unread
from untold.allegations.requests import Waiting
from untold.cli.directions import counted, isolated, wrapped

_LABEL = 14  # columns of the names before what they name
_QUOTED = 400  # characters of a statement; --as json has it whole


def allegations_lines(found: Sequence[AllegationObject], unread: Sequence[Unread], day: str) -> str:
    """Return how many allegations stand how, and two lines or more for each."""
    return "\n".join(_list(found, unread, day))


def allegation_lines(one: AllegationObject, day: str) -> str:
    """Return everything about one allegation: its steps in their words, requests, doubts, and who entered what."""
    return "\n".join(_whole(one, day))


def overdue_lines(found: OverdueObject) -> str:
    """Return what waits too long, the oldest first."""
    return "\n".join(_overdue(found))


def about(allegation: Allegation) -> str:
    """Return in words what an allegation is about."""
    if allegation.incident is not None:
        return allegation.incident
    return f"no incident ({allegation.account})" if allegation.account else "no incident"


def _list(found: Sequence[AllegationObject], unread: Sequence[Unread], day: str) -> Iterator[str]:
    said = Counter(each.allegation.status for each in found)
    standing = ", ".join(f"{number:,} {status}" for status, number in sorted(said.items()))
    yield f"{counted(len(found), 'allegation')} as of {day}: {standing or 'none'}"
    for one in found:
        own = one.allegation
        since = one.open_since or (own.determinations[-1].date if own.determinations else None)
        steps = "1 step" if len(own.determinations) == 1 else f"{len(own.determinations)} steps"
        yield f"  {isolated(own.id):<36}{own.status:<14}{since or 'no date':<12}{steps}"
        yield wrapped(f"to {own.to.name}, about {about(own)}", indent=" " * 6, hanging=" " * 8)
        yield from (wrapped(f"? {each}", indent=" " * 6, hanging=" " * 8) for each in own.doubts)
    if unread:
        yield f"{len(unread):,} answers of reports say nothing that could be read as a finding:"
        yield from (_unread(each) for each in unread)


def _unread(each: Unread) -> str:
    passage = each.statement
    return wrapped(f"{passage.report}:{passage.start} {passage.text[:_QUOTED]}", indent="  ", hanging="      ")


def _whole(one: AllegationObject, day: str) -> Iterator[str]:
    own = one.allegation
    yield wrapped(f"{own.id}, to {own.to.name}, about {about(own)}", hanging="  ")
    yield _line("status", f"{own.status} as of {day}" + (f", open since {one.open_since}" if one.open_since else ""))
    reporter = f", from {own.reporter.name}" if own.reporter else ""
    yield _line("received", f"{own.received or 'no day is known'}{reporter}")
    yield from _listed("numbers", own.numbers)
    yield from _listed("codes", own.codes)
    for each in own.determinations:
        yield from _determination(each, own)
    for asked in one.requests:
        yield from _request(asked)
    yield from (_line("doubt", each) for each in own.doubts)
    if one.history is not None:
        yield from _history(one.history)


def _determination(each: Determination, of: Allegation) -> Iterator[str]:
    corrected = next((other.id for other in of.determinations if other.corrects == each.id), None)
    stands = f", corrected by {corrected}" if corrected else ""
    out = f", published {each.published}" if each.published else ""
    yield ""
    yield _line(each.date or "no date", f"{each.status}{out}{stands}  [{each.id}]")
    for label, words in _stated(each):
        yield wrapped(words, indent=f"  {label:<{_LABEL - 2}}", hanging=" " * _LABEL)


def _stated(each: Determination) -> Iterator[tuple[str, str]]:
    """Yield what a determination states, each with its label."""
    if each.statement is not None:
        text = each.statement.text.strip()
        yield "words", f"“{text[:_QUOTED]}{'…' if len(text) > _QUOTED else ''}”"
    if each.reasons:
        yield "reasons", ", ".join(each.reasons)
    if each.standard:
        yield "standard", each.standard
    if each.conceded is not None:
        yield (
            "conceded",
            f"killed {each.conceded.killed or 'not stated'}, injured {each.conceded.injured or 'not stated'}",
        )
    off = "" if each.distance_km is None else f", {each.distance_km:g} km from the incident's place"
    if each.stated_place:
        yield "place", each.stated_place
    if each.grid:
        yield "grid", f"{each.grid}{off}"
    if each.corrects:
        yield "corrects", each.corrects
    if each.why is not None:
        yield "entered", f"by {each.by}: {each.why}"


def _request(asked: Waiting) -> Iterator[str]:
    request = asked.request
    days = (
        ""
        if asked.days is None
        else f" after {asked.days:,} days"
        if asked.is_answered
        else f" for {asked.days:,} days"
    )
    yield ""
    yield _line("request", f"{request.id} to {request.to.name}, asked {request.asked}: {request.question}")
    if asked.is_answered:
        yield wrapped(f"answered {request.answered}{days}: {request.answer}", indent=" " * _LABEL, hanging=" " * _LABEL)
    else:
        yield wrapped(f"unanswered{days}", indent=" " * _LABEL)


def _history(history: History) -> Iterator[str]:
    rows = [
        (line.when, line.who, f"takes back line {line.line}" if line.undo else "enters it", name, number, line.why)
        for name, lines in _lists(history)
        for number, line in lines
    ]
    if rows:
        yield ""
    for when, who, did, name, number, why in sorted(rows):
        yield _line("history", f"{when} {who} {did} (hand/{name}.csv line {number}): {why}")


def _lists(history: History) -> Iterator[tuple[str, Sequence[tuple[int, HandLine]]]]:
    yield "allegations", history.allegations
    yield "determinations", history.determinations
    yield "requests", history.requests


def _overdue(found: OverdueObject) -> Iterator[str]:
    late = [each for each in found.overdue if each.worded is None]
    worded = [each for each in found.overdue if each.worded is not None]
    beyond = f"for more than {found.days:,} days on {found.as_of}"
    yield f"{counted(len(late), 'allegation')} without a finding {beyond}"
    for each in late:
        yield from _late(each)
    if worded:
        yield wrapped(f"{len(worded):,} more filed as open {beyond}, with a finding in their own words")
    for each in worded:
        yield from _late(each)
    yield f"{counted(len(found.requests), 'request')} without an answer"
    for one in found.requests:
        waits = "no day known" if one.days is None else f"{one.days:,} days"
        words = f"{one.request.id} on {one.request.allegation}, to {one.request.to.name}: {one.request.question}"
        yield wrapped(words, indent=f"  {waits:>12}  ", hanging=" " * 16)


def _late(one: Overdue) -> Iterator[str]:
    own = one.allegation
    waits = "no day known" if one.days is None else f"{one.days:,} days"
    known = ", by its first answer" if one.by_answer and one.since else ""
    yield f"  {waits:>12}  {isolated(own.id):<36}{own.status}"
    since = f"since {one.since}{known}" if one.since else "since no known day"
    yield wrapped(f"{since}, to {own.to.name}, about {about(own)}", indent=" " * 16, hanging=" " * 16)
    yield from (wrapped(f"? {doubt}", indent=" " * 16, hanging=" " * 18) for doubt in own.doubts)


def _listed(label: str, words: Sequence[str]) -> Iterator[str]:
    if words:
        yield _line(label, ", ".join(words))


def _line(label: str, words: str) -> str:
    return wrapped(words, indent=f"{label:<{_LABEL}}", hanging=" " * _LABEL)
