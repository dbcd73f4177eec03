"""Victims as lines and as rows: counts and ids, and a name only where there is a ground for it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from untold.incidents.victims import Policy, Proposal, Victim, VictimWord, people, redacted, standing_words
from untold.incidents.victims.objects import Shown, public_victims
from untold.tallies.ledger.cleaning import printable
from untold.tallies.ledger.rows import csv_text

COLUMNS = ("id", "harm", "age", "gender", "status", "occupations", "names", "ground")
_MOST = 50  # proposals that a terminal shows


def victims_csv(shown: Shown) -> str:
    """Return a table of the victims as they may be shown; several values in a cell are separated by semicolons."""
    rows = (
        (each.id, each.harm, each.age, each.gender, each.status, ";".join(each.occupations), ";".join(each.names),
         each.ground)
        for each in public_victims(shown.victims, shown.policy)
    )  # fmt: skip
    return csv_text(COLUMNS, rows)


def victims_lines(shown: Shown) -> str:
    """Return how many victims of whom, who may be named, and which records may be one person."""
    return "\n".join(_lines(shown))


def _lines(shown: Shown) -> Iterator[str]:
    groups = people(shown.victims, shown.words)
    yield f"{len(shown.victims):,} records of victims, {len(groups):,} people as far as people decided"
    for field, values in _counts(shown.victims):
        yield f"  {field:<8}{', '.join(f'{count:,} {value}' for value, count in values)}"
    for each in (each for each in public_victims(shown.victims, shown.policy) if each.names):
        yield f"  {printable(each.id)}  {each.age}  {'; '.join(map(printable, each.names))}  ({printable(each.ground)})"
    yield from _proposed("records that may be one person", shown.proposals, shown.words)
    yield from _proposed("records that may be a row of the register", shown.matches, shown.words)


def _counts(victims: Sequence[Victim]) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    bare = [redacted(each, Policy()) for each in victims]
    yield "harm", Counter(str(each.harm) for each in bare).most_common()
    yield "age", Counter(each.age for each in bare).most_common()
    yield "gender", Counter(str(each.gender or "not known") for each in bare).most_common()


def _proposed(title: str, proposals: Sequence[Proposal], words: Sequence[VictimWord]) -> Iterator[str]:
    if not proposals:
        return
    said = standing_words(words)
    pairs = "1 pair" if len(proposals) == 1 else f"{len(proposals):,} pairs"
    yield f"{pairs} of {title}; untold victims A B --verdict … decides"
    for each in proposals[:_MOST]:
        word = said.get(frozenset({each.a, each.b}))
        decided = f"  {printable(word.who)}: {word.verdict}" if word else ""
        reasons = "; ".join(one.reason for one in each.compared if one.finding != "silent")
        yield f"  {each.verdict:<10}{each.score:<6}{printable(each.a)}  {printable(each.b)}  {reasons}{decided}"
    if len(proposals) > _MOST:
        yield f"  and {len(proposals) - _MOST:,} more; --as json has them all"
