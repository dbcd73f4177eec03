"""Who entered what on an allegation, when and why: every line of a person's, those taken back among them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from untold.allegations.allegation import Allegation
from untold.allegations.hand import FIRST_LINE, Asked, Determined, Line, Put, asked_kept, determined_kept, put_kept
from untold.allegations.hand_steps import hand_id


@dataclass(frozen=True, slots=True)
class History:
    """Every line that people entered on an allegation, those taken back among them, with its number in its list."""

    allegations: tuple[tuple[int, Put], ...] = ()
    determinations: tuple[tuple[int, Determined], ...] = ()
    requests: tuple[tuple[int, Asked], ...] = ()


def history_of(folder: Path, allegation: Allegation, names: Mapping[str, str]) -> History:
    """Return the lines of a casebook's three lists that are on an allegation, each with its number.

    `names` leads from each name of an allegation to its id, as the docket has it.
    """
    put, determined, asked = put_kept(folder), determined_kept(folder), asked_kept(folder)
    return History(
        tuple(_with_undone(put, _put_on(put, allegation, names))),
        tuple(_with_undone(determined, _determined_on(determined, allegation, names))),
        tuple(_with_undone(asked, _asked_on(asked, allegation, names))),
    )


def _put_on(lines: Sequence[Put], allegation: Allegation, names: Mapping[str, str]) -> set[int]:
    of_it = {number for number, _ in _numbered(lines) if names.get(hand_id(str(number))) == allegation.id}
    same = {
        number
        for number, line in _numbered(lines)
        if (line.actor == allegation.to.id and line.incident and line.incident == allegation.incident)
    }
    return of_it | same


def _determined_on(lines: Sequence[Determined], allegation: Allegation, names: Mapping[str, str]) -> set[int]:
    return {n for n, line in _numbered(lines) if names.get(line.allegation, line.allegation) == allegation.id}


def _asked_on(lines: Sequence[Asked], allegation: Allegation, names: Mapping[str, str]) -> set[int]:
    asked = {n for n, line in _numbered(lines) if names.get(line.subject, line.subject) == allegation.id}
    requests = {hand_id(str(n)) for n in asked}
    return asked | {n for n, line in _numbered(lines) if line.verb == "answer" and line.subject in requests}


def _with_undone(lines: Sequence[Line], own: set[int]) -> Iterator[tuple[int, Line]]:
    """Yield the lines of these numbers and those that take them back."""
    for number, line in _numbered(lines):
        if number in own or (line.undo and line.line.isdecimal() and int(line.line) in own):
            yield number, line


def _numbered(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    yield from enumerate(lines, FIRST_LINE)
