"""What a belligerent answered, statement by statement: accounts whose source is the party that struck.

A statement concedes, denies or leaves open. Its day, its place, its grid and
the codes that it cites are read from its own words, for most of these lists
hold little more than the words. The file at hand was made by joining
statements to Airwars' incidents: what that join knows (`gold_code`,
`gold_airwars_id`, the incident's date) is no statement of the belligerent's,
and is never read.

Source: CJTF-OIR, monthly civilian casualty reports; Airwars, belligerent
assessments.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from untold.claims.account import Account, AccountPlace, Conceded, Stated
from untold.claims.claim import Attribution, Claim, Harm, Party, Role
from untold.claims.columns.bounds import as_bounds
from untold.claims.columns.cells import Cells
from untold.claims.columns.grids import precision_of, square_of
from untold.claims.columns.layout import Figure, Layout, RowDraft, one_table
from untold.claims.columns.parties import country_code
from untold.claims.columns.quantities import count_of, range_of
from untold.claims.columns.spans import span_of
from untold.claims.columns.wording import layout_words
from untold.claims.columns.written import said
from untold.claims.official_statements import OfficialStatement, read_printed
from untold.codebook.coordinates.point import Point
from untold.codebook.counts import Count
from untold.codebook.places import country_name
from untold.reports.lists import Entry, ListReport
from untold.reports.lists.entries import column_key

_WORDS = layout_words("statements")
_COALITION = Party("us-led-coalition", "US-led coalition")
_ROLES: Mapping[str | None, Role] = {"credible": "known", "non_credible": "denied"}
_HARMS: tuple[tuple[str, Harm], ...] = (("conceded_killed", "killed"), ("conceded_injured", "injured"))
_SERIALIZED = re.compile(r's:\d+:"([^"]*)"')  # a list as PHP keeps it: a:1:{i:0;s:5:"other";}
_LEAD = re.compile(r"(?:(near|in the vicinity of)|in|at)\s+", re.IGNORECASE)
_PAIR = 2


def read_statement(cells: Cells) -> RowDraft:
    """Return a statement as an account of the belligerent's."""
    text = cells.needed("text", "the words of the statement")
    own = read_printed(text or "")
    position = cells.word("assessment", _WORDS.words["position"])
    conceded = {harm: _conceded(cells, column) for column, harm in _HARMS}
    numbers = (cells.text("allegation_number"),) if cells.text("allegation_number") else own.numbers
    return RowDraft(
        codes=tuple(number for number in numbers if number),
        key=cells.text("statement_id"),
        date=span_of(min(own.days, default=None), max(own.days, default=None)),
        place=_place(cells, own),
        attributed_to=(Attribution(_COALITION.id, _COALITION.name, _ROLES.get(position, "suspected")),),
        stated=Stated(
            position=position,
            codes=(code,) if (code := cells.text("code_in_text")) else own.codes,
            conceded=Conceded(conceded["killed"], conceded["injured"]) if any(conceded.values()) else None,
            reasons=_reasons(cells),
        ),
        text=text,
        figures=tuple(_figures(position, conceded)),
        evidence={
            "period": ("text",),
            "places": ("location_description",),
            "grid": ("mgrs",),
            "published": ("statement_date",),
            "url": ("statement_url",),
        },
    )


def write_statement(account: Account, claims: Sequence[Claim]) -> Mapping[str, str]:
    """Return the cells of an account in the layout of the statements; lists are written as JSON."""
    stated, written = account.stated, _WORDS.written
    conceded = stated.conceded or Conceded()
    return {
        "statement_id": account.id.partition(":")[2],
        "statement_date": said(claims, "published"),
        "statement_url": said(claims, "url"),
        "text": account.text or "",
        "allegation_number": account.codes[0] if account.codes else "",
        "code_in_text": stated.codes[0] if stated.codes else "",
        "assessment": written["position"].get(stated.position or "", stated.position or ""),
        "reasons": json.dumps([written["reason"].get(reason, reason) for reason in stated.reasons]),
        "conceded_killed": _pair(conceded.killed),
        "conceded_injured": _pair(conceded.injured),
        "location_description": _place_written(account.place),
        "mgrs": said(claims, "grid"),
    }


def _figures(position: str | None, conceded: Mapping[Harm, Count | None]) -> Iterator[Figure]:
    """Yield what a statement claims: the people it concedes, or that it denies them.

    A zero beside an allegation that is open or not credible is a form's empty
    field, and concedes nobody.
    """
    for column, harm in _HARMS:
        count = conceded[harm]
        if count is not None and (position == "credible" or count.high != 0):
            yield Figure((column,), count, harm, "civilian", kind="concession", modality="conceded")
    if position == "non_credible":
        why = {"kind": ("assessment",), "reason": ("reasons",)}
        yield Figure(
            ("text",), Count.vague(), "casualties", "civilian", kind="denial", modality="denied", evidence=why
        )  # fmt: skip


def _conceded(cells: Cells, column: str) -> Count | None:
    """Return a count of a minimum and a maximum in one cell; anything else refuses the row."""
    items = _items(cells, column)
    counts = [count_of(item) for item in items if item]
    if not counts:
        return None
    found = range_of(counts[0], counts[-1]) if None not in counts and len(items) <= _PAIR else None
    if found is None:
        cells.refuse(column, "a minimum and a maximum of people")
    return found


def _reasons(cells: Cells) -> tuple[str, ...]:
    """Return why the belligerent takes its position, in our slugs; a reason that no word list has is told."""
    slugs: list[str] = []
    for item in _items(cells, "reasons"):
        for word in _SERIALIZED.findall(item) or [item]:
            slug = _WORDS.words["reason"].get(column_key(word))
            if slug is None and word.strip():
                cells.doubt("reasons", "a reason that this list is known to use", word)
            if slug:
                slugs.append(slug)
    return tuple(dict.fromkeys(slugs))


def _items(cells: Cells, column: str) -> tuple[str, ...]:
    """Return the items of a cell: of a list, of a list written as JSON, or the one that it holds."""
    value = cells.value(column)
    if isinstance(value, str) and value.startswith("["):
        try:
            value = json.loads(value)
        except ValueError:
            cells.refuse(column, "a list such as [1, 2]")
            return ()
    if isinstance(value, list):
        return tuple("" if item is None else str(item).strip() for item in value)
    found = cells.text(column)
    return () if found is None else (found,)


def _place(cells: Cells, own: OfficialStatement) -> AccountPlace:
    """Return where it was: by the column, else by the first place in the statement's words, with its grid's middle."""
    column = cells.text("location_description")
    lead = None if column is None else _LEAD.match(column)
    named = None if column is None else column[lead.end() if lead else 0 :].strip()
    is_near = bool(lead and lead[1])
    country = None
    if named is not None and "," in named and (country := country_code(named.rpartition(",")[2].strip())) is not None:
        named = named.rpartition(",")[0].strip()
    elif named is None and own.places:
        named, is_near = own.places[0].name, own.places[0].nearness != "in"
    country = country or _country_in(own.text)
    return _at(_grid(cells, own), named, country, is_near=is_near)


def _at(square: Point | None, name: str | None, country: str | None, *, is_near: bool) -> AccountPlace:
    rung = "nearby" if is_near else None
    if square is None:
        return AccountPlace(name=name, country=country, precision=rung)
    lat, lon = round(square.lat, 6), round(square.lon, 6)
    return AccountPlace(name=name, lat=lat, lon=lon, country=country, precision=precision_of(square) or rung)


def _grid(cells: Cells, own: OfficialStatement) -> Point | None:
    """Return the one square that the row names; two squares in one cell are no single place, and are told."""
    column = cells.text("mgrs")
    words = column if column is not None else own.grids[0] if len(own.grids) == 1 else None
    square = None if words is None else square_of(words)
    if column is not None and square is None:
        cells.doubt("mgrs", "one grid reference such as 37SDA317020")
    return square


def _country_in(text: str) -> str | None:
    """Return the one country that a statement names after a comma ("near Tal Zahra, Syria"), or null."""
    named = {country_code(found) for found in re.findall(r"[,.] ([A-Z][a-z]+)\b", text)} - {None}
    return named.pop() if len(named) == 1 else None


def _place_written(place: AccountPlace) -> str:
    country = None if place.country is None else country_name(place.country)
    lead = "near " if place.precision == "nearby" else ""
    return lead + ", ".join(part for part in (place.name, country) if part) if place.name else ""


def _pair(count: Count | None) -> str:
    return json.dumps(
        ["", ""] if count is None else [int(each) if each.isdecimal() else each for each in as_bounds(count)]
    )


def _entries(listed: ListReport) -> Iterator[Entry]:
    return one_table(listed, _WORDS.needed, "statements", _WORDS.aliases)


STATEMENTS = Layout("statements", _COALITION, _WORDS.columns, _entries, read_statement, write_statement, _WORDS.aliases)
