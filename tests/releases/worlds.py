"""Published records by chance: every field of every kind, with the words that tables trip over, and ids that meet."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, Literal, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from untold.releases.published import (
    TABLES,
    PublishedAccount,
    PublishedAllegation,
    PublishedAttribution,
    PublishedClaim,
    PublishedContradiction,
    PublishedDetermination,
    PublishedIncident,
    PublishedRange,
    PublishedRecord,
    PublishedReport,
    PublishedSource,
)

AWKWARD = (
    "", "=1+1", "'=1+1", "+963 11 555 0100", "-5", "-36.5", "- at night", "@SUM(A1)", "\t=1", "\r=1", "a;=1+1",
    "a;'=1", "\n=1+1", "＝1+1", "；＝1", "＋1", "－1", "＠x", "''", '"', 'say "no", he said', "a,b", "NULL",
    "null", "NaN", "0012", "1e5", "TRUE", "عين وردة", "الرقة: ١٢", "\u202e=1", " =1", "a|b", "<b>",
    "x\ny", "x\r\ny", '["x"]', "█████", "🏥",
)  # fmt: skip
TEXTS = st.sampled_from(AWKWARD) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12
)
NUMBERS = st.integers(0, 10**9)


def cells(hint: Any) -> st.SearchStrategy[Any]:
    """Return what a field of a type may hold."""
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is tuple:
        return st.lists(TEXTS, max_size=3).map(tuple)
    if type(None) in get_args(hint):
        return st.none() | cells(next(each for each in get_args(hint) if each is not type(None)))
    return {
        str: TEXTS,
        int: NUMBERS,
        float: st.floats(-1e9, 1e9),
        bool: st.booleans(),
    }[hint]


def records(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Return records of a kind with any cells."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{field.name: cells(hints[field.name]) for field in fields(kind)})


@st.composite
def worlds(draw: st.DrawFn) -> tuple[PublishedRecord, ...]:
    """Return the records of a release, in which every id that is named is there."""
    sources = draw(_named(PublishedSource, "id", "s"))
    reports = [replace(each, source=_one(draw, sources).id) for each in draw(_named(PublishedReport, "id", "r"))]
    incidents = draw(_named(PublishedIncident, "code", "I-"))
    accounts = [
        replace(each, incident=_one(draw, incidents).code, report=_one(draw, reports).id, source=_one(draw, sources).id)
        for each in draw(_named(PublishedAccount, "id", "a"))
    ]
    claims = [
        replace(each, incident=_one(draw, incidents).code, account=None, report=_one(draw, reports).id, **_no_links())
        for each in draw(_named(PublishedClaim, "id", "c"))
    ]
    ranges = _apart(
        [
            replace(each, incident=_one(draw, incidents).code, claims=draw(_some_of([claim.id for claim in claims])))
            for each in draw(st.lists(records(PublishedRange), max_size=4))
        ]
    )
    blamed = [
        replace(each, incident=_one(draw, incidents).code, account=draw(st.none() | st.just(_one(draw, accounts).id)))
        for each in draw(st.lists(records(PublishedAttribution), max_size=3))
    ]
    contradictions = [
        replace(each, incident=_one(draw, incidents).code, number=n)
        for n, each in enumerate(draw(st.lists(records(PublishedContradiction), max_size=2)), 1)
    ]
    allegations = [
        replace(each, incident=draw(st.none() | st.just(_one(draw, incidents).code)), account=None)
        for each in draw(_named(PublishedAllegation, "id", "x"))
    ]
    steps = [
        replace(each, allegation=_one(draw, allegations).id, report=None)
        for each in draw(_named(PublishedDetermination, "id", "d"))
    ]
    found: Sequence[PublishedRecord] = (
        *incidents, *ranges, *blamed, *contradictions, *accounts, *claims, *allegations, *steps, *reports, *sources,
    )  # fmt: skip
    return tuple(found)


def _named(kind: type[Any], field: str, prefix: str) -> st.SearchStrategy[list[Any]]:
    """Return one to three records with ids of their own."""
    several = st.lists(records(kind), min_size=1, max_size=3)
    return several.map(lambda found: [replace(each, **{field: f"{prefix}{n}"}) for n, each in enumerate(found)])


def _one(draw: st.DrawFn, among: Sequence[Any]) -> Any:
    return draw(st.sampled_from(among))


def _some_of(names: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), max_size=3).map(tuple)


def _no_links() -> dict[str, None]:
    return {"part_of": None, "restates": None}


def _apart(ranges: Sequence[PublishedRange]) -> list[PublishedRange]:
    """Return the ranges without those of the same incident, harm and group as another."""
    return list({(each.incident, each.harm, each.status, each.demographic): each for each in ranges}.values())


assert {kind for kind, _ in TABLES.values()} == set(get_args(PublishedRecord))
