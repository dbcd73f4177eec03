"""What a person decided about two records of people: same, different or unsure, by whom, when and why.

`hand/victims.csv` is only ever added to and holds ids alone, never a name. What
it says outlives every new proposal, and a line is taken back by a later one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from untold.codebook.errors import CasebookError
from untold.incidents.victims.comparing import Proposal, Verdict
from untold.incidents.victims.victim import Victim
from untold.reports.casebook import Casebook
from untold.reports.hand import add_line, lines_kept

_FILE = Path("hand") / "victims.csv"


@dataclass(frozen=True, slots=True)
class VictimWord:
    """One line of a person's on two ids, in either order; `undo` takes back the earlier lines on the two."""

    when: str  # ISO 8601, UTC
    who: str
    a: str
    b: str
    verdict: Verdict
    undo: bool
    why: str


def keep_word(casebook: Casebook, word: VictimWord) -> None:
    """Add one line to the casebook's `hand/victims.csv`, which is made on the first.

    Raises `CasebookError` where the reason is empty or the two ids are one.
    """
    if word.a == word.b:
        raise CasebookError(str(casebook.folder), f"{word.a} is compared with itself", "give two ids")
    add_line(casebook, _FILE, word)


def kept_words(folder: Path) -> tuple[VictimWord, ...]:
    """Return every line of `hand/victims.csv` in order; raises `CasebookError` for a line that is no decision."""
    return lines_kept(folder, _FILE, VictimWord)


def standing_words(words: Iterable[VictimWord]) -> dict[frozenset[str], VictimWord]:
    """Return the last word that stands on each two ids."""
    kept: dict[frozenset[str], VictimWord] = {}
    for word in words:
        both = frozenset({word.a, word.b})
        kept.pop(both, None)
        if not word.undo:
            kept[both] = word
    return kept


def undecided(proposals: Iterable[Proposal], words: Iterable[VictimWord]) -> tuple[Proposal, ...]:
    """Return the proposals on which nobody has said same or different."""
    decided = {both for both, word in standing_words(words).items() if word.verdict != "unsure"}
    return tuple(each for each in proposals if frozenset({each.a, each.b}) not in decided)


def with_register_ids(victims: Sequence[Victim], words: Iterable[VictimWord]) -> tuple[Victim, ...]:
    """Return the victims with the ids of the register's rows that a person said are the same."""
    ours = {each.id for each in victims}
    joined: dict[str, list[str]] = {}
    for word in standing_words(words).values():
        for own, other in ((word.a, word.b), (word.b, word.a)):
            if word.verdict == "same" and own in ours and other not in ours:
                joined.setdefault(own, []).append(other)
    return tuple(
        replace(each, register_ids=tuple(dict.fromkeys((*each.register_ids, *joined.get(each.id, ())))))
        for each in victims
    )


def people(victims: Sequence[Victim], words: Iterable[VictimWord]) -> tuple[tuple[str, ...], ...]:
    """Return the victims' ids in groups, each one person as far as people decided; nothing else joins two."""
    group = {each.id: {each.id} for each in victims}
    for word in standing_words(words).values():
        if word.verdict == "same" and word.a in group and word.b in group:
            together = group[word.a] | group[word.b]
            group.update(dict.fromkeys(together, together))
    return tuple(sorted({tuple(sorted(each)) for each in group.values()}))
