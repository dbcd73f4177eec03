"""UCDP's Georeferenced Event Dataset, also its candidate releases without a header row.

Each event has a best, a low and a high number of all deaths, the best one
divided among the two sides, civilians and unknown people. `source_original`
is whom the source itself quotes: the claimant.

Source: UCDP GED codebook (columns, `date_prec`, `where_prec`, `type_of_violence`).
"""

from collections.abc import Iterator, Mapping, Sequence

from untold.claims.account import Account, AccountDate, AccountPlace
from untold.claims.claim import Attribution, Claim, Party, Status
from untold.claims.columns.bounds import hull, of_group
from untold.claims.columns.cells import Cells
from untold.claims.columns.layout import Figure, Layout, RowDraft, one_table
from untold.claims.columns.parties import actor_named, attribution, country_code, country_in, party
from untold.claims.columns.wording import layout_words
from untold.codebook.actors import actor
from untold.codebook.counts import Count
from untold.codebook.places import country_name
from untold.codebook.vocabularies import geo_crosswalk
from untold.reports.lists import Entry, ListReport, column_key, entries_under, header_of

SOURCE = Party("ucdp", "UCDP")
WORDS = layout_words("ucdp")
_DATES = WORDS.numbered("date_prec")
_PLACES = WORDS.numbered("where_prec")
_VIOLENCE = WORDS.numbered("type_of_violence")
_TOTAL = ("best", "low", "high")
_DAY = 10  # letters of a date before its time of day


def read_row(cells: Cells) -> RowDraft:
    """Return what one event says."""
    code = cells.needed("id", "the event's id")
    sides = cells.text("side_a"), cells.text("side_b")
    violence = cells.code("type_of_violence", _VIOLENCE)
    quoted = cells.text("source_original")
    return RowDraft(
        codes=tuple(filter(None, (code, cells.text("relid")))),
        date=_date(cells),
        place=_place(cells),
        attributed_to=_attributed(sides, violence),
        text=cells.text("source_headline"),
        figures=tuple(_figures(cells, sides)),
        claimant=None if quoted is None else party(quoted),
        evidence={
            "period": ("date_start", "date_end"),
            "places": ("where_coordinates", "adm_1", "country"),
            "attributed_to": ("side_a", "side_b"),
            "claimant": ("source_original",),
        },
    )


def write_row(account: Account, claims: Sequence[Claim]) -> Mapping[str, str]:
    """Return the cells that UCDP's layout has for an account and its claims."""
    place, date = account.place, account.date
    codes = (*account.codes, "", "")
    sides = [one.name for one in account.attributed_to] + ["", ""]
    quoted = next((claim.claimant.name for claim in claims if claim.claimant and claim.claimant != SOURCE), "")
    return {
        "id": codes[0],
        "relid": codes[1],
        "year": (date.start or "")[:4],
        "side_a": sides[0],
        "side_b": sides[1],
        "type_of_violence": _violence_of(account),
        "source_headline": account.text or "",
        "source_original": quoted,
        "where_prec": str(geo_crosswalk()[place.precision].ucdp) if place.precision else "",
        "where_coordinates": place.name or "",
        "adm_1": place.admin1 or "",
        "latitude": "" if place.lat is None else repr(place.lat),
        "longitude": "" if place.lon is None else repr(place.lon),
        "country": country_name(place.country) if place.country else "",
        "date_prec": next((str(n) for n, name in _DATES.items() if name == date.precision), ""),
        "date_start": date.start or "",
        "date_end": date.end or "",
        **_written_deaths(claims, sides),
    }


def entries(listed: ListReport) -> Iterator[Entry]:
    """Return the events of a file; a first row of 49 cells that begins with an id is an event, not a header.

    Raises `UnreadableReport` for a file of another layout.
    """
    rows = listed.sheets[0].rows
    first = rows[0].texts if rows else ()
    if len(first) == len(WORDS.columns) and first[0].strip().isdigit():
        return entries_under(header_of(WORDS.columns), rows)
    return one_table(listed, WORDS.needed, "UCDP GED")


def _date(cells: Cells) -> AccountDate:
    precision = cells.code("date_prec", _DATES)
    start, end = (day[:_DAY] if (day := cells.day(column)) else None for column in ("date_start", "date_end"))
    if start and end and start > end:
        cells.refuse("date_start", f"a day on or before the date_end, {end}")
    return AccountDate(start, end or start, precision)  # type: ignore[arg-type]


def _place(cells: Cells) -> AccountPlace:
    return AccountPlace(
        name=cells.text("where_coordinates"),
        lat=cells.latitude("latitude"),
        lon=cells.longitude("longitude"),
        precision=cells.code("where_prec", _PLACES),
        admin1=cells.text("adm_1"),
        country=country_in(
            cells, "country", read=lambda named: WORDS.words["country"].get(column_key(named)) or country_code(named)
        ),
    )


def _attributed(sides: tuple[str | None, str | None], violence: str | None) -> tuple[Attribution, ...]:
    """Return by whom: of one-sided violence its side A; of two that fight, either may have harmed whom."""
    first, second = sides
    if violence == "one_sided":
        return () if first is None else (attribution(first, "known"),)
    return tuple(attribution(name, "contested") for name in (first, second) if name is not None)


def _figures(cells: Cells, sides: tuple[str | None, str | None]) -> Iterator[Figure]:
    total = _total(cells)
    if total is not None:
        yield Figure(_TOTAL, total)
    for column, side in zip(("deaths_a", "deaths_b"), sides, strict=True):
        yield from _part(cells, column, _status_of(side), affiliation=side)
    yield from _part(cells, "deaths_civilians", "civilian")
    yield from _part(cells, "deaths_unknown", "unknown")


def _total(cells: Cells) -> Count | None:
    best, low, high = (cells.whole(column) for column in _TOTAL)
    stated = [number for number in (low, best, high) if number is not None]
    if not stated:
        return None
    if stated != sorted(stated):
        cells.doubt("best", f"between {cells.text('low')} and {cells.text('high')}, the low and the high")
        return Count.vague()
    return Count.exactly(stated[0]) if low == best == high else Count(best, low, high, "range")


def _part(cells: Cells, column: str, status: Status | None, affiliation: str | None = None) -> Iterator[Figure]:
    number = cells.whole(column)
    if number is not None:
        whose = None if affiliation is None else party(affiliation)
        yield Figure((column,), Count.exactly(number), status=status, affiliation=whose, part_of="best")


def _status_of(side: str | None) -> Status | None:
    """Return what a side's dead were: a state's forces, an armed group's fighters, of "Civilians" civilians."""
    if side is None or column_key(side) == "civilians":
        return None if side is None else "civilian"
    found = actor_named(side)
    if found is not None and found.kind == "government":
        return "armed_forces"
    return "combatant" if found is None else found.status or "combatant"


def _violence_of(account: Account) -> str:
    """Return UCDP's type of violence as far as the actors tell it: one known side is one-sided."""
    roles = [one.role for one in account.attributed_to]
    if not roles:
        return ""
    if "known" in roles or "suspected" in roles:
        return "3"
    kinds = [actor(one.id).kind for one in account.attributed_to if one.id]
    return "1" if {"government", "armed_forces"} & set(kinds) else "2"


def _written_deaths(claims: Sequence[Claim], sides: Sequence[str]) -> Mapping[str, str]:
    total = hull(of_group(claims, "killed", status=None))
    written = {
        "best": _number(None if total is None else total.stated),
        "low": _number(None if total is None else total.low),
        "high": _number(None if total is None else total.high),
    }
    for column, side in zip(("deaths_a", "deaths_b"), sides, strict=False):
        found = [c for c in claims if side and c.affiliation and c.affiliation.name == side and c.harm == "killed"]
        written[column] = _exact(found)
    written["deaths_civilians"] = _exact(of_group(claims, "killed", status="civilian"))
    written["deaths_unknown"] = _exact(of_group(claims, "killed", status="unknown"))
    return written


def _exact(claims: Sequence[Claim]) -> str:
    """Return the one number that a column of UCDP can hold: as stated, or the floor."""
    count = hull(claims)
    if count is None:
        return ""
    return _number(count.low if count.stated is None else count.stated)


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


UCDP = Layout(name="ucdp", source=SOURCE, columns=WORDS.columns, entries=entries, read=read_row, write=write_row)
