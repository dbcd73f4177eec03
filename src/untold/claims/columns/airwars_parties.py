"""The belligerents of Airwars' list: suspected or known, what each answered, and what it concedes.

The public table has one cell of names and one of answers by slug
(`coalition=non_credible;turkey=not_yet_assessed`); Airwars' own export has
numbered columns for each (`belligerent_1_name`, `belligerent_1_type`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from untold.claims.account import Account
from untold.claims.claim import Attribution, Role
from untold.claims.columns.cells import Cells
from untold.claims.columns.parties import actor_named, attribution
from untold.claims.columns.wording import layout_words
from untold.codebook.actors import actor
from untold.codebook.counts import Count
from untold.reports.lists import column_key

# A belligerent's acceptance is more than another's refusal, and a refusal more than silence.
_WEIGHT = ("credible", "non_credible", "duplicate", "open", "no_response")
_WORDS = layout_words("airwars").words


@dataclass(frozen=True, slots=True)
class Belligerent:
    """One belligerent of a row: `position` is its answer, `killed` and `injured` what it concedes."""

    id: str | None
    name: str
    role: Role
    position: str | None = None
    killed: Count | None = None
    injured: Count | None = None
    column: str = ""  # where its answer stands, in the public table or in a column of its own
    conceded: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())  # the columns of `killed`, of `injured`


def belligerents(cells: Cells) -> tuple[Belligerent, ...]:
    """Return the belligerents of a row in its order; one that has accepted harm is known, else it is suspected."""
    numbered = tuple(_numbered(cells))
    if numbered:
        return numbered
    answers = dict(_answers(cells))
    named = [_named(name, answers) for name in _names(cells.text("belligerents"))]
    return tuple(_with_concession(cells, one) for one in named)


def attributions(parties: Sequence[Belligerent]) -> tuple[Attribution, ...]:
    """Return who is said to have done it, each once."""
    return tuple(dict.fromkeys(Attribution(one.id, one.name, one.role) for one in parties))


def position_of(parties: Sequence[Belligerent]) -> str | None:
    """Return the incident's official position: of several answers the one that says most."""
    said = {one.position for one in parties}
    return next((position for position in _WEIGHT if position in said), None)


def written_positions(account: Account) -> str:
    """Return the answers as the public table writes them, as far as an account holds them: one, of its first known."""
    position = account.stated.position
    if position is None or not account.attributed_to:
        return ""
    first = min(account.attributed_to, key=lambda one: one.role != "known")
    back = {slug: word for word, slug in _WORDS["belligerent"].items()}
    slug = back.get(first.id or "") or column_key(first.id or first.name)
    return f"{slug}={layout_words('airwars').written['position'][position]}"


def _names(cell: str | None) -> list[str]:
    return [name.strip() for name in (cell or "").split(",") if name.strip()]


def _answers(cells: Cells) -> Iterator[tuple[str, str]]:
    """Yield slug and answer of each belligerent that the cell of answers names and the codebook knows."""
    for part in (cells.text("official_assessments") or "").split(";"):
        who, _, said = part.partition("=")
        position = _WORDS["position"].get(column_key(said))
        if part.strip() and position is None:
            cells.doubt("official_assessments", "an answer such as coalition=non_credible", part.strip())
        elif part.strip():
            yield _slug_of(who) or who.strip(), position or ""


def _slug_of(who: str) -> str | None:
    known = _WORDS["belligerent"].get(column_key(who))
    found = None if known else actor_named(who.replace("_", " ").strip())
    return known or (found.id if found else None)


def _named(name: str, answers: dict[str, str]) -> Belligerent:
    found = attribution(name, "suspected")
    position = next((said for slug, said in answers.items() if _is_one(found.id, slug)), None)
    role: Role = "known" if position == "credible" else "suspected"
    return Belligerent(found.id, name, role, position, column="official_assessments" if position else "")


def _is_one(slug: str | None, other: str) -> bool:
    """Return whether two slugs are one belligerent: the same, or a state and its own forces."""
    if slug is None:
        return False
    if slug == other:
        return True
    found = actor_named(other.replace("-", " "))
    return found is not None and found.country is not None and found.country == actor(slug).country


def _with_concession(cells: Cells, one: Belligerent) -> Belligerent:
    """Return the belligerent with the counts that the table concedes, which are the accepting one's."""
    if one.position != "credible":
        return one
    return _conceding(cells, one, "conceded_killed", "conceded_injured")


def _numbered(cells: Cells) -> Iterator[Belligerent]:
    n = 0 if cells.has("belligerent_0_name") else 1
    while cells.has(f"belligerent_{n}_name"):
        name = cells.text(f"belligerent_{n}_name")
        if name is not None:
            yield _of_number(cells, f"belligerent_{n}", attribution(name, "suspected"))
        n += 1


def _of_number(cells: Cells, prefix: str, found: Attribution) -> Belligerent:
    answer = f"{prefix}_assessment_slug" if cells.has(f"{prefix}_assessment_slug") else f"{prefix}_assessment_name"
    kind = cells.word(f"{prefix}_type", _WORDS["attribution"])
    position = cells.word(answer, _WORDS["position"])
    role: Role = "known" if kind == "known" or (kind is None and position == "credible") else "suspected"
    one = Belligerent(found.id, found.name, role, position, column=answer)
    return _conceding(cells, one, f"{prefix}_deaths_conceded", f"{prefix}_injuries_conceded")


def _conceding(cells: Cells, one: Belligerent, killed: str, injured: str) -> Belligerent:
    columns = tuple((f"{prefix}_min", f"{prefix}_max") for prefix in (killed, injured))
    counts = [cells.between(*pair) for pair in columns]
    return replace(one, killed=counts[0], injured=counts[1], conceded=(columns[0], columns[1]))
