"""Which records may be one person: our victims among themselves, and against a register of somebody else.

Only records whose names share two links are compared, so a register of a
million rows costs no more than reading it. Nothing is joined here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from untold.incidents.victims.comparing import Proposal, compare_people
from untold.incidents.victims.naming import meeting_keys
from untold.incidents.victims.particulars import Particulars


def propose_duplicates(people: Sequence[Particulars]) -> tuple[Proposal, ...]:
    """Return the pairs of records that may be one person, the likeliest first; each pair once, `a` before `b`.

    A pair that is proposed as different is left out: its names agree and its
    particulars do not, or one account tells of both.
    """
    found = (compare_people(one, other) for one, other in _meeting(people))
    return _ordered(each for each in found if each is not None and each.verdict != "different")


def reconcile(person: Particulars, register: "Register", *, most: int = 10) -> tuple[Proposal, ...]:
    """Return the rows of a register that may be the person, the likeliest first, at most `most`.

    Rows that are proposed as different are among them, so that a person sees
    what speaks against the next best.
    """
    found = (compare_people(person, row) for row in register.candidates(person))
    return _ordered(each for each in found if each is not None)[:most]


class Register:
    """Rows of an external register, found by the links of a name."""

    def __init__(self, rows: Sequence[Particulars]) -> None:
        self._by_key: dict[str, list[Particulars]] = defaultdict(list)
        for row in rows:
            for key in meeting_keys(row.names):
                self._by_key[key].append(row)

    def candidates(self, person: Particulars) -> tuple[Particulars, ...]:
        """Return the rows whose names share two links with the person's, each once, in the register's order."""
        keys = sorted(meeting_keys(person.names))
        found = {row.id: row for key in keys for row in self._by_key.get(key, ())}
        return tuple(found.values())


def _meeting(people: Sequence[Particulars]) -> Iterator[tuple[Particulars, Particulars]]:
    by_key: dict[str, list[Particulars]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for person in sorted(people, key=lambda each: each.id):
        for key in sorted(meeting_keys(person.names)):
            for other in by_key[key]:
                if (other.id, person.id) not in seen:
                    seen.add((other.id, person.id))
                    yield other, person
            by_key[key].append(person)


def _ordered(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    rank = {"same": 0, "unsure": 1, "different": 2}
    return tuple(sorted(proposals, key=lambda each: (rank[each.verdict], -each.score, each.a, each.b)))
