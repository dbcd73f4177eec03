"""What a statement found: its outcome, in the first words that find something and are the belligerent's own.

A line tells what others alleged, what was thought at first and what is found
now. Only the last is the outcome. Words that say it outright stand above words
that only tell of people harmed, and a line of neither has no outcome.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from untold.claims.official_statements.flat import Flat, Told
from untold.claims.official_statements.sentences import sentence_of, sentence_starts
from untold.claims.official_statements.statement import Outcome
from untold.claims.official_statements.wordings import FindingEntry, first_match, listed, matches

_RANKS: dict[str, int] = {"duplicate": 0, "non_credible": 1, "credible": 1, "open": 2}
# Of words that say no outcome outright, people harmed stand above nobody harmed, and both below a review that goes on.
_WEAK_RANKS: dict[str, int] = {"credible": 3, "non_credible": 4}
_BEFORE = 24  # letters in which a denial stands before what it denies
_CLAUSE = re.compile(r"[^\w' ]")
_VERB = 3  # words that a verb and what is around it take


@dataclass(frozen=True, slots=True)
class _Found:
    """One match of a wording: its entry and place in the list, and its letters."""

    entry: FindingEntry
    order: int
    sentence: int
    start: int
    end: int

    @property
    def rank(self) -> int:
        return (_WEAK_RANKS if self.entry.weak else _RANKS)[self.entry.outcome]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a line finds: its outcome with its words, null where it finds nothing, and why.

    An outcome that `is_weak` is only told by who was harmed, not said outright.
    """

    outcome: Told[str] | None
    reasons: tuple[Told[str], ...]
    is_weak: bool = False


def verdict_of(flat: Flat) -> Verdict:
    """Return what a flat line finds and the reasons that its words give.

    >>> from untold.claims.official_statements.flat import flatten
    >>> verdict = verdict_of(flatten("It was assessed that no Coalition strikes were conducted in that area."))
    >>> verdict.outcome.value, [reason.value for reason in verdict.reasons]
    ('non_credible', ['no_strike_in_area'])
    """
    found = list(_found(flat))
    best = min(found, key=lambda each: (each.rank, each.sentence, each.order, each.start), default=None)
    if best is None:
        return Verdict(reopening_in(flat), ())
    outcome = Told(best.entry.outcome, best.start, best.end)
    if best.entry.outcome == "credible":
        return Verdict(outcome, tuple(circumstances_in(flat)), best.entry.weak)
    return Verdict(outcome, tuple(_reasons(best, found)), best.entry.weak)


def standard_of(flat: Flat) -> Told[str] | None:
    """Return the standard of proof that a line words, or null."""
    return _first_of(listed().standard, flat.low)


def reopening_in(flat: Flat) -> Told[str] | None:
    """Return the words that tell of a case taken up again, or null."""
    found = first_match(listed().marks["reopened"], flat.low)
    return None if found is None else Told("reopened", *found.span())


def as_outcome(slug: str) -> Outcome:
    """Return a slug as the outcome that it is; raises `ValueError` for any other word."""
    for outcome in ("credible", "non_credible", "duplicate", "open", "reopened"):
        if slug == outcome:
            return outcome
    msg = f"{slug!r} is no outcome of a review"
    raise ValueError(msg)


def _found(flat: Flat) -> Iterator[_Found]:
    """Yield the findings that are the belligerent's own: of each sentence, those that nothing before them voids."""
    starts = sentence_starts(flat.text)
    voids = _voids(flat, starts)
    for order, entry in enumerate(listed().finding):
        for match in matches(entry.wordings, flat.low):
            sentence = sentence_of(starts, match.start())
            is_void = voids.get((sentence, entry.tells_harm), match.end()) < match.end()
            if not is_void and not (entry.outcome == "credible" and _is_denied(flat, match)):
                yield _Found(entry, order, sentence, *match.span())


def _voids(flat: Flat, starts: Sequence[int]) -> dict[tuple[int, bool], int]:
    """Return where in a sentence others begin to speak, which voids harm, or the past is told, which voids all."""
    voids: dict[tuple[int, bool], int] = {}
    marks = listed().marks
    for group, touched in (("told_by_others", (True,)), ("asked", (True, False)), ("found_before", (True, False))):
        for match in matches(marks[group], flat.low):
            for is_harm in touched:
                key = (sentence_of(starts, match.start()), is_harm)
                voids[key] = min(match.start(), voids.get(key, match.start()))
    return voids


def _is_denied(flat: Flat, match: re.Match[str]) -> bool:
    """Tell whether harm is denied: "no civilians were harmed", "civilians were not harmed"."""
    marks = listed().marks
    if any(word in marks["denied"] for word in match[0].split()[-_VERB:]):
        return True
    before = _CLAUSE.split(flat.low[max(match.start() - _BEFORE, 0) : match.start()])[-1]
    if any(word in marks["denied"] for word in before.split()[-2:]):
        return True
    people = [found.end() for found in matches(marks["people"], match[0])]
    stretch = flat.low[max(match.start() - _BEFORE, 0) : match.end()]
    shift = match.start() - max(match.start() - _BEFORE, 0)
    return bool(people) and any(found.end() - shift == max(people) for found in matches(marks["nobody"], stretch))


def _reasons(best: _Found, found: Sequence[_Found]) -> Iterator[Told[str]]:
    """Yield the reasons of the outcome, each once, in the order of the line."""
    of_it = [each for each in found if each.entry.outcome == best.entry.outcome and each.entry.reason is not None]
    seen: set[str] = set()
    for each in sorted(of_it, key=lambda one: one.start):
        slug = each.entry.reason
        if slug is not None and slug not in seen:
            seen.add(slug)
            yield Told(slug, each.start, each.end)


def circumstances_in(flat: Flat) -> Iterator[Told[str]]:
    """Yield how the people came to be harmed; "other" only where the words give a cause that no slug names."""
    known: list[Told[str]] = []
    for slug, wordings in listed().circumstance.items():
        found = first_match(wordings, flat.low) if slug != "other" else None
        if found is not None and not any(found.start() < each.end and each.start < found.end() for each in known):
            known.append(Told(slug, *found.span()))
    other = None if known else first_match(listed().circumstance["other"], flat.low)
    yield from sorted(known, key=lambda each: each.start)
    if other is not None:
        yield Told("other", *other.span())


def _first_of(named: dict[str, tuple[str, ...]], low: str) -> Told[str] | None:
    found = [
        Told(slug, *match.span())
        for slug, words in named.items()
        if (match := first_match(words, low)) is not None
    ]  # fmt: skip
    return min(found, key=lambda each: each.start, default=None)
