"""An official report, whole: its printed ledger, and each of its answers.

A reviewer works from the report as it was published, not from lines that
somebody cut out of it, so the lines are found here, each at its own place in
the captured text.
"""

from collections.abc import Iterable, Iterator

from untold.allegations.reading.answers import Answer, Parted, parted
from untold.allegations.reading.ledger import printed_ledger
from untold.allegations.reading.months import period_of
from untold.allegations.reading.record import Entry, OfficialReport
from untold.allegations.reading.rows import answers_in_rows
from untold.allegations.reading.tabled import answers_in_tables
from untold.claims.claim import Party
from untold.claims.official_statements import OfficialStatement, read_answer
from untold.reports.report import Passage, Report

_MONTH = len("2017-03")
_SHORTEST = 20  # letters of an answer: a day and a place
_PRINTED = 3  # numbers of a ledger: a paragraph that prints so many is no answer


def read_official_report(report: Report, *, actor: Party) -> OfficialReport:
    """Return what a belligerent's report states: its month, its ledger as printed, its answers in their order.

    `actor` is whose report it is. An answer has the outcome of its heading
    where its own words say none. A text that answers nothing has no entries
    and no ledger; nothing raises.
    """
    rows = tuple(answers_in_rows(report)) or tuple(answers_in_tables(report))
    parts = parted(report)
    entries, prose = ((), parts.prose) if rows else _entries(parts, report)
    period = period_of(report.title, (passage.text for passage in prose), report.published)
    month = period if period is not None and len(period) == _MONTH else None
    return OfficialReport(
        report=report.id,
        actor=actor,
        period=period,
        published=report.published,
        corrects=None,
        ledger=printed_ledger(report, prose, month),
        entries=rows or entries or tuple(_paragraphs(prose, report)),
    )


def _entries(parts: Parted, report: Report) -> tuple[tuple[Entry, ...], tuple[Passage, ...]]:
    """Return the answers that state something, and the prose with what is no answer after all."""
    entries: list[Entry] = []
    prose = list(parts.prose)
    for answer in parts.answers:
        entry = _entry(answer, report.published)
        if entry is not None and not _is_summary(report, answer.words):
            entries.append(entry)
        else:
            prose.append(answer.words)
    return tuple(entries), tuple(sorted(prose, key=lambda passage: passage.start))


def _entry(answer: Answer, published: str | None) -> Entry | None:
    if len(answer.words.text) < _SHORTEST:
        return None
    stated = read_answer(answer.words, published=published, under=answer.section)
    return Entry(answer.words, stated) if _answers(stated) else None


def _answers(stated: OfficialStatement) -> bool:
    """Tell whether a line answers an allegation: it finds something of one day, place, code or grid."""
    told = bool(stated.days or stated.codes or stated.grids or stated.numbers)
    return told and bool(stated.outcome or stated.codes or stated.grids or stated.reporter)


def _is_summary(report: Report, words: Passage) -> bool:
    ledger = printed_ledger(report, (words,), None)
    return ledger is not None and len(ledger.evidence) >= _PRINTED


def _paragraphs(prose: Iterable[Passage], report: Report) -> Iterator[Entry]:
    """Yield the paragraphs of a press release without a list that each answer an allegation of a day."""
    for passage in prose:
        if len(passage.text) < _SHORTEST:
            continue
        stated = read_answer(passage, published=report.published)
        if stated.outcome and stated.days and stated.places and not _is_summary(report, passage):
            yield Entry(passage, stated)
