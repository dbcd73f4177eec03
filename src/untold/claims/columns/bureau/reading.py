"""One strike of the Bureau's as an account: its day, its place, and a range for each group that is counted."""

import re
from collections.abc import Mapping, Sequence

from untold.claims.account import Account, AccountDate, AccountPlace, Stated
from untold.claims.claim import Attribution, Claim, Party, Role
from untold.claims.columns.bounds import of_group
from untold.claims.columns.bureau.headings import Group, groups_of
from untold.claims.columns.bureau.rows import Strike, strikes
from untold.claims.columns.cells import Cells
from untold.claims.columns.days import ordered_day
from untold.claims.columns.layout import Figure, Layout, RowDraft
from untold.claims.columns.named_means import named_means
from untold.claims.columns.possible import counted_with_doubt
from untold.claims.columns.quantities import range_of
from untold.claims.columns.spans import runs_backwards, span_of
from untold.claims.columns.written import bounds_written
from untold.codebook.counts import Count
from untold.codebook.places import country_name, find_place
from untold.reports.lists import header_of

COLUMNS = (
    "Strike ID", "Date", "Time", "Location", "Area",
    "Minimum total people killed", "Maximum total people killed",
    "Minimum civilians reported killed", "Maximum civilians reported killed",
    "Minimum children reported killed", "Maximum children reported killed",
    "Minimum reported injured", "Maximum reported injured",
    "Country", "US confirmed?", "Type of strike",
)  # fmt: skip
_CODE = ("Strike ID", "Strike code", "Code")
_AREA = ("Area", "Province", "Region")
_CONFIRMED = ("US confirmed?", "Confirmed/possible US strike", "Confirmed/possible US attack?", "Confirmed")
_TYPE = ("Type of strike", "Type of attack", "Strike type", "Drone strike?")
_TEXT = ("Summary", "Notes", "Details")
_NOWHERE = frozenset({"unknown", "unclear", "not known", "unidentified"})
_TO = re.compile(r"\s+(?:-|–|to)\s+")
_UNITED_STATES = Party("united-states", "United States")
_ROLES: Mapping[str, Role] = {
    "1": "known", "yes": "known", "true": "known", "confirmed": "known",
    "0": "suspected", "no": "suspected", "false": "suspected", "possible": "suspected", "possibly": "suspected",
}  # fmt: skip


def read_strike(cells: Cells) -> RowDraft:
    """Return a strike as its row states it."""
    code = cells.text(*_CODE)
    place = _place(cells)
    role, said = _role(cells)
    figures = tuple(figure for group in _groups(cells) if (figure := _figure(cells, group)) is not None)
    return RowDraft(
        codes=() if code is None else (code,),
        date=_date(cells),
        place=place,
        attributed_to=(Attribution(_UNITED_STATES.id, _UNITED_STATES.name, role),),
        means=_means(cells),
        stated=Stated(strike_status="declared" if said and role == "known" else None),
        text=cells.text(*_TEXT),
        figures=_within(figures),
        evidence={"period": ("Date",), "places": ("Location", *_AREA), "attributed_to": _CONFIRMED, "means": _TYPE},
    )


def write_strike(account: Account, claims: Sequence[Claim]) -> Mapping[str, str]:
    """Return the cells of an account in the Bureau's layout; a bound that is not known is an empty cell."""
    code = account.codes[0] if account.codes else ""
    row = {
        "Strike ID": code,
        "Date": _days_written(account.date),
        "Time": account.date.time_of_day or "",
        "Location": account.place.name or "Unknown",
        "Area": account.place.admin1 or "",
        "Country": country_name(account.place.country) if account.place.country else "",
        "US confirmed?": _confirmed(account),
        "Type of strike": (account.means or "").replace("_", " "),
    }
    for group in groups_of(header_of(COLUMNS)):
        row.update(zip(group.columns, _bounds(group, claims), strict=True))
    return row


def _days_written(date: AccountDate) -> str:
    """Return a day as dd/mm/yyyy, or the first and the last of several."""
    days = dict.fromkeys(day for day in (date.start, date.end) if day is not None)
    return " to ".join("/".join(reversed(day.split("-"))) for day in days)


def _confirmed(account: Account) -> str:
    """Return 1 where the belligerent has declared the strike, 0 where it is only possible, else nothing."""
    if any(one.role == "suspected" for one in account.attributed_to):
        return "0"
    return "1" if account.stated.strike_status == "declared" else ""


def _bounds(group: Group, claims: Sequence[Claim]) -> tuple[str, str]:
    own = of_group(claims, group.harm, status=group.status, demographic=group.demographic)
    return bounds_written(own[0]) if own else ("", "")


def _groups(cells: Cells) -> tuple[Group, ...]:
    return cells.entry.groups if isinstance(cells.entry, Strike) else groups_of(cells.entry.header)


def _date(cells: Cells) -> AccountDate:
    """Return the day of a strike; the Bureau's notes say that dates are dd/mm/yyyy."""
    found = cells.needed("Date", "the day of the strike, dd/mm/yyyy")
    days = [] if found is None else [ordered_day(words, "dmy") for words in _TO.split(found, maxsplit=1)]
    if None in days or (len(days) > 1 and runs_backwards(days[0], days[-1])):
        cells.refuse("Date", "a day, dd/mm/yyyy, or two of them")
        days = []
    return span_of(days[0] if days else None, days[-1] if days else None, time_of_day=cells.text("Time"))


def _place(cells: Cells) -> AccountPlace:
    name, area = _named(cells.text("Location")), _named(cells.text(*_AREA))
    country = _country(cells)
    # Only the area is known: the tribal agencies and frontier regions are districts today.
    rung = None if name is not None or area is None else "province" if "province" in area.casefold() else "district"
    return AccountPlace(name=name, admin1=area, country=country, precision=rung)


def _country(cells: Cells) -> str | None:
    """Return the country that the row names, or the one that its workbook is about."""
    said = cells.text("Country")
    place = None if said is None else find_place(said)
    if place is not None and place.kind == "country":
        return place.country
    return cells.entry.country if isinstance(cells.entry, Strike) else None


def _named(words: str | None) -> str | None:
    return None if words is None or words.casefold().strip(" ?.") in _NOWHERE else words


def _role(cells: Cells) -> tuple[Role, bool]:
    """Return how sure the Bureau is that it was a US strike, and whether the row says so.

    A sheet without the column lists US strikes, and says so in its title.
    """
    column = next((name for name in _CONFIRMED if cells.has(name)), None)
    said = None if column is None else cells.text(column)
    if column is None or said is None:
        return "known", False
    role = next((_ROLES[word] for word in said.casefold().split() if word in _ROLES), None)
    if role is None:
        cells.doubt(column, "1 or 0, Confirmed or Possible")
    return role or "suspected", role is not None


def _means(cells: Cells) -> str | None:
    said = cells.text(*_TYPE)
    if said is not None:
        return named_means(said)
    is_of_drones = isinstance(cells.entry, Strike) and cells.entry.is_of_drones
    return "drone_strike" if is_of_drones else None


def _figure(cells: Cells, group: Group) -> Figure | None:
    if any(isinstance(cells.entry, Strike) and cells.entry.is_shared(column) for column in group.columns):
        return _shared(cells, group)
    low, doubt = counted_with_doubt(cells, group.low)
    high, more = (low, None) if group.low == group.high else counted_with_doubt(cells, group.high)
    count = range_of(low, high)
    if count is None and (low is None or high is None):
        return None
    if count is None:
        cells.doubt(group.low, f"at most {cells.text(group.high)}, the {group.high}")
    note = doubt or more
    return _of(group, count or Count.vague(), None if note is None else f"the list says {note!r}")


def _shared(cells: Cells, group: Group) -> Figure | None:
    """Return a number that one merged cell gives several strikes: each has at most that many, and it says so."""
    if cells.text(group.low, group.high) is None:
        return None
    cells.doubt(group.low, "a number of this strike alone: one merged cell counts several")
    return _of(group, Count.vague(), "one merged cell counts several strikes together")


def _of(group: Group, count: Count, note: str | None) -> Figure:
    return Figure(group.columns, count, group.harm, group.status, group.demographic, note=note)


def _within(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Return the figures, the whole of the killed first and each group within it marked so.

    Source: the Bureau's notes, "total people killed, total civilians killed,
    total children killed". Whether the children are all among the civilians
    they do not say.
    """
    whole = next((f for f in figures if f.harm == "killed" and f.status is None and f.demographic is None), None)
    if whole is None:
        return figures
    parts = (
        Figure(f.columns, f.count, f.harm, f.status, f.demographic, part_of=whole.columns[0], note=f.note)
        if f.harm == "killed"
        else f
        for f in figures
        if f is not whole
    )
    return (whole, *parts)


BUREAU = Layout(
    name="bureau",
    source=Party("bureau-of-investigative-journalism", "Bureau of Investigative Journalism"),
    columns=COLUMNS,
    entries=strikes,
    read=read_strike,
    write=write_strike,
)
