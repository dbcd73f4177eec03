"""Why two accounts are one incident or two, as lines for a terminal, in the order of the steps."""

from collections.abc import Iterator
from typing import Any

from untold.cli.directions import wrapped
from untold.incidents.matching.explaining import Compared
from untold.incidents.objects import ExplanationObject
from untold.incidents.official import Answer
from untold.incidents.placing import Placement
from untold.incidents.stories import Shared

_STEP = 12  # columns of a step's name
_CANDIDATES = 3  # that a person looks at first


def explanation_lines(explained: ExplanationObject) -> str:
    """Return the evidence in the order of the steps."""
    return "\n".join(_lines(explained))


def _lines(explained: ExplanationObject) -> Iterator[str]:
    found = explained.explanation
    yield wrapped(f"{found.a} and {found.b}")
    yield from (line for each in explained.placements for line in _placement_lines(each))
    yield from (_line("coordinates", f"{each.account}: {said}") for each in explained.doubted for said in each.doubts)
    if explained.shared is not None:
        yield from _story_lines(explained.shared)
    yield _line("blocking", ", ".join(found.blocked_by) or "no block in common")
    for each in found.compared:
        yield from _compared_lines(each)
    yield _line("similarity", f"{found.score} points of {found.needed}: {found.verdict}")
    yield _line("judgement", found.judged or "none")
    yield from (line for each in explained.answers for line in _answer_lines(each))
    yield _line("clustering", "one incident" if found.joined else "two incidents")
    yield from (_line("clustering", reason) for reason in found.reasons)
    yield from (_line("contradicts", f"{each.kind}: {each.message}") for each in explained.contradictions)
    yield from (_line("otherwise", each) for each in found.otherwise)


def _line(step: str, words: str) -> str:
    return wrapped(words, indent=f"{step:<{_STEP}}", hanging=" " * _STEP)


def _placement_lines(placement: Placement) -> Iterator[str]:
    found = placement.resolution
    name = found.query.name or found.query.name_local or ""
    yield _line("place", f"{placement.account}: {name} is {found.verdict}: {found.reason}")
    yield from (_line("", f"note: {each}") for each in found.flags)
    if placement.is_taken and found.chosen is not None and found.radius_km is not None:
        where = ", ".join(filter(None, (found.chosen.admin1, found.chosen.country)))
        point = f"{found.chosen.lat:.4f}, {found.chosen.lon:.4f}"
        yield _line("", f"taken: {point} ({where}), known as {found.precision}, within {found.radius_km:g} km")
    for each in found.candidates[:_CANDIDATES]:
        point = f"{each.lat:.4f}, {each.lon:.4f}"
        yield _line("", f"{each.score:.2f} {each.name} ({each.precision}) {point}: {'; '.join(each.reasons)}")


def _story_lines(shared: Shared) -> Iterator[str]:
    if shared.points is None:
        yield _line("story", "; ".join(shared.reasons))
        return
    yield _line("story", f"{shared.points:g} points of {shared.needed:g}; a group may be held together by others")
    yield from (_line("", each) for each in shared.reasons)


def _compared_lines(each: Compared) -> Iterator[str]:
    points = "apart" if each.is_apart else f"{each.points:+d}"
    yield f"{'similarity':<{_STEP}}{each.comparison:<9}{each.level:<10}{points:>5}"
    known = ", ".join(f"{name} {_told(value)}" for name, value in each.values.items() if value is not None)
    yield wrapped(known or "nothing known", indent=" " * (_STEP + 2), hanging=" " * (_STEP + 2))
    yield wrapped(f"limit: {each.limit}", indent=" " * (_STEP + 2), hanging=" " * (_STEP + 2))


def _told(value: Any) -> str:
    return f"{value:,.0f}" if isinstance(value, float) else str(value)


def _answer_lines(answer: Answer) -> Iterator[str]:
    link = answer.link
    verdict = link.verdict if link.incident is None else f"{link.verdict} {link.incident}"
    yield _line("answer", f"{answer.account}: {verdict}, {link.reason}")
    if link.verdict == "linked":
        return
    for each in link.candidates[:_CANDIDATES]:
        yield _line("", f"{each.incident}, {each.steps:g} steps: {'; '.join(each.reasons)}")
