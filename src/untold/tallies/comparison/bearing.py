"""Which figures bear on the scope that somebody asked for, and how each of them stands to it.

Who asks for civilians killed in Syria wants to see the number for Iraq and
Syria, to be told that it is another, and does not want to see every number of
the record. So a figure that differs in a field that nobody mistakes (another
harm, a town, other people) is counted and not listed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from untold.tallies.comparison.figure import Figure
from untold.tallies.comparison.record import Verdict
from untold.tallies.comparison.scope import Scope
from untold.tallies.comparison.scopes import Field, Objection, objections, place_relation_of, verdict_of
from untold.tallies.tally import Window

# A difference there is no near miss: the number is about something else.
_OTHER: frozenset[Field] = frozenset({"unit", "harm", "demographic", "affiliation", "actors", "window", "extent"})
# How a figure stands to what was asked is about whom it counts; how it was graded is said where two are compared.
_SILENT: frozenset[Field] = frozenset({"grades", "voice"})


def bearing(figures: Iterable[Figure], asked: Figure) -> Iterator[tuple[Figure, Verdict]]:
    """Yield the figures that bear on what was asked for, each with its verdict.

    Figures of one scope stand alike to a question, so each scope is judged once.
    """
    known: dict[Scope, Verdict | None] = {}
    for figure in figures:
        if figure.scope not in known:
            known[figure.scope] = _verdict(figure, asked)
        verdict = known[figure.scope]
        if verdict is not None:
            yield figure, verdict


def stands(figure: Figure, asked: Figure) -> Figure:
    """Return the figure with how it stands to what was asked for, in words."""
    against = _against(figure, asked)
    return replace(figure, verdict=verdict_of(against), reasons=tuple(each.reason for each in against))


def _verdict(figure: Figure, asked: Figure) -> Verdict | None:
    """Return how a figure stands to what was asked for, or null where it is about something else."""
    against = _against(figure, asked)
    if any(each.refuses and _is_about_other(each, figure.scope, asked.scope) for each in against):
        return None
    return verdict_of(against)


def _against(figure: Figure, asked: Figure) -> list[Objection]:
    return [each for each in objections(figure, asked) if each.field not in _SILENT and not _is_open(each, asked)]


def _is_open(objection: Objection, asked: Figure) -> bool:
    """Return whether the question sets no bound on that field, so that nothing can be outside of it."""
    scope = asked.scope
    if objection.field == "window":
        return scope.window in {None, Window()}
    return objection.field in scope.unbounded


def _is_about_other(objection: Objection, ours: Scope, asked: Scope) -> bool:
    if objection.field == "places":
        return bool(ours.places) and place_relation_of(ours, asked) in {"inside", "apart"}
    if objection.field == "status":
        return ours.status is not None
    return objection.field in _OTHER
