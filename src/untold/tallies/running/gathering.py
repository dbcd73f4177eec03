"""Claims of running totals gathered into series: which numbers are one source's word on one group, day after day.

A column of a list is a series of its own, whoever the row quotes: that the
ministry's number is followed by the media office's is what has to be told. In
texts it is the claimant, the group, the place, the means and the actor that
must agree. A number that names no actor is of the one series that counts all
the rest since the same day; where there are two, nobody chooses.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from untold.claims.claim import CELLS_READER, Claim, Party
from untold.codebook.folding import name_key
from untold.tallies.running.days import day_of, number_words, snapshots_of
from untold.tallies.running.series import OwnCount, Running, Series
from untold.tallies.standing import actor_keys, group, is_countable, place_keys, voice
from untold.tallies.windows import window_of

Key = tuple[object, ...]
_COLUMN = "column:"


@dataclass(frozen=True, slots=True)
class _Gathered:
    """The claims of each series by its key, and the series of each claim."""

    totals: Mapping[Key, Sequence[tuple[str, Claim]]]
    key_of: Mapping[str, Key]
    undated: tuple[str, ...]


def running_totals(claims: Iterable[Claim], published: Mapping[str, str] | None = None) -> Running:
    """Return the series of running totals among the claims, in the order in which their first claims come.

    `published` gives, by report, the day on which it came out: a total "to
    date" in a text is of that day. A restated number and one that nobody
    asserts is in no series.
    """
    standing = [claim for claim in claims if claim.restates is None and is_countable(claim)]
    gathered = _gather(standing, published or {})
    own = _own_counts(standing, gathered)
    ids = _ids(gathered)
    return Running(
        tuple(
            _series(ids[key], dated, own.get(key, ()), _whole(dated, gathered, ids))
            for key, dated in gathered.totals.items()
        ),
        gathered.undated,
    )


def _gather(claims: Sequence[Claim], published: Mapping[str, str]) -> _Gathered:
    totals: dict[Key, list[tuple[str, Claim]]] = {}
    key_of: dict[str, Key] = {}
    undated: list[str] = []
    so_far = [claim for claim in claims if claim.scope == "cumulative"]
    with_actors = _with_actors(so_far)
    for claim in so_far:
        day = day_of(claim, published)
        if day is None:
            undated.append(claim.id)
            continue
        key_of[claim.id] = key = _joined(claim, with_actors)
        totals.setdefault(key, []).append((day, claim))
    return _Gathered(totals, key_of, tuple(undated))


def _key(claim: Claim) -> Key:
    if claim.reader == CELLS_READER:
        return claim.rule, place_keys(claim)
    return *_subject(claim), actor_keys(claim)


def _subject(claim: Claim) -> Key:
    return voice(claim), claim.harm, group(claim), place_keys(claim), claim.means, claim.modality


def _with_actors(claims: Iterable[Claim]) -> Mapping[Key, set[Key]]:
    """Return the series that name actors, by their subject and the first day that they count."""
    found: dict[Key, set[Key]] = {}
    for claim in claims:
        if claim.reader != CELLS_READER and claim.period.start is not None and actor_keys(claim):
            found.setdefault((*_subject(claim), claim.period.start), set()).add(_key(claim))
    return found


def _joined(claim: Claim, with_actors: Mapping[Key, set[Key]]) -> Key:
    """Return the key of a claim; of one that names no actor that of the only series of its subject and first day."""
    if claim.reader == CELLS_READER or actor_keys(claim):
        return _key(claim)
    known = with_actors.get((*_subject(claim), claim.period.start), set())
    return next(iter(known)) if len(known) == 1 else _key(claim)


def _own_counts(claims: Sequence[Claim], gathered: _Gathered) -> Mapping[Key, tuple[OwnCount, ...]]:
    """Return the counts of days of each series: those within one of its totals, and the others of their column."""
    of_days = [claim for claim in claims if claim.scope == "period"]
    columns = {**_alone(of_days, gathered), **_within(of_days, gathered)}
    found: dict[Key, list[OwnCount]] = {}
    for claim in of_days:
        key = gathered.key_of.get(claim.part_of or "") or columns.get(_key(claim)) or _key(claim)
        own = _own_count(claim)
        if key in gathered.totals and own is not None:
            found.setdefault(key, []).append(own)
    return {key: tuple(sorted(own, key=lambda each: (each.last, each.first))) for key, own in found.items()}


def _within(of_days: Sequence[Claim], gathered: _Gathered) -> Mapping[Key, Key]:
    """Return the series of each column of days that is within its total in some row: it is so in all of them."""
    return {
        _key(claim): gathered.key_of[claim.part_of]
        for claim in of_days
        if claim.reader == CELLS_READER and claim.part_of is not None and claim.part_of in gathered.key_of
    }


def _alone(of_days: Sequence[Claim], gathered: _Gathered) -> Mapping[Key, Key]:
    """Return the one series of a list that counts the same people as a column of days which no row has beside it."""
    totals: dict[Key, set[Key]] = {}
    for key, dated in gathered.totals.items():
        if dated[0][1].reader == CELLS_READER:
            totals.setdefault(_of_list(dated[0][1]), set()).add(key)
    columns = {_key(claim): totals.get(_of_list(claim), set()) for claim in of_days if claim.reader == CELLS_READER}
    return {key: next(iter(same)) for key, same in columns.items() if len(same) == 1}


def _of_list(claim: Claim) -> Key:
    return claim.rule.partition(".")[0], claim.harm, group(claim), place_keys(claim), claim.means, claim.modality


def _own_count(claim: Claim) -> OwnCount | None:
    """Return a count of days, null where its words do not date it."""
    window = window_of(claim)
    if window is None:
        return None
    return OwnCount(window.first, window.last, claim.count, claim.id, number_words(claim), claim.claimant)


def _series(identity: str, dated: Sequence[tuple[str, Claim]], own: tuple[OwnCount, ...], whole: str | None) -> Series:
    first = dated[0][1]
    return Series(
        id=identity,
        source=_source(first),
        harm=first.harm,
        status=first.status,
        demographic=first.demographic,
        affiliation=first.affiliation,
        places=first.places,
        attributed_to=first.attributed_to,
        means=first.means,
        modality=first.modality,
        snapshots=snapshots_of(dated),
        own=own,
        whole=whole,
    )


def _source(claim: Claim) -> Party:
    """Return who publishes a series: of a list its publisher, of texts whoever says it."""
    parties = (claim.medium, claim.claimant) if claim.reader == CELLS_READER else (claim.claimant, claim.medium)
    return next((party for party in parties if party is not None), Party(None, f"report {claim.report}"))


def _whole(dated: Sequence[tuple[str, Claim]], gathered: _Gathered, ids: Mapping[Key, str]) -> str | None:
    own = gathered.key_of[dated[0][1].id]
    wholes = (gathered.key_of.get(claim.part_of or "") for _, claim in dated)
    return next((ids[key] for key in wholes if key is not None and key != own), None)


def _ids(gathered: _Gathered) -> Mapping[Key, str]:
    """Return an id for each series: its column, or its source and group, numbered where several bear it."""
    found: dict[Key, str] = {}
    seen: dict[str, int] = {}
    for key, dated in gathered.totals.items():
        base = ".".join(_parts(dated[0][1]))
        seen[base] = seen.get(base, 0) + 1
        found[key] = base if seen[base] == 1 else f"{base}#{seen[base]}"
    return found


def _parts(claim: Claim) -> Iterator[str]:
    if claim.reader == CELLS_READER:
        yield claim.rule.removeprefix(_COLUMN)
        return
    status, demographic, affiliation = group(claim)
    yield from (name_key(part).replace(" ", "-") for part in (voice(claim), claim.harm) if part)
    yield from (part.replace(" ", "-") for part in (status, demographic, affiliation, claim.means) if part)
