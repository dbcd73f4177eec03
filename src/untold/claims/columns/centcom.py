"""The belligerent's own strike log: one line a place and day, what was struck, and nobody harmed.

"Near Tal Zahra, two strikes destroyed a vehicle" says that the coalition struck
in that vicinity on that day. It counts no people, so it is an account without
claims, and its actor is known because it says so of itself.

Source: US Central Command and CJTF-OIR strike releases. By their own
definition a "strike" may be one of aircraft or of rocket artillery, so that
only a line that says "airstrike" is one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from untold.claims.account import Account, AccountDate, AccountPlace
from untold.claims.claim import Attribution, Claim, Party
from untold.claims.columns.cells import Cells
from untold.claims.columns.days import ordered_day
from untold.claims.columns.layout import Layout, RowDraft, one_table
from untold.claims.columns.parties import country_code, country_in
from untold.claims.columns.spans import span_of
from untold.claims.columns.wording import layout_words
from untold.claims.reading import read_count
from untold.codebook.errors import UnknownWording
from untold.codebook.folding import fold
from untold.codebook.places import country_name
from untold.reports.lists import Entry, ListReport

_WORDS = layout_words("centcom")
_COALITION = Attribution("us-led-coalition", "US-led coalition", "known")
_NEAR = re.compile(r"[^\w]*(?:v?near|in the vicinity of)\b", re.IGNORECASE)
_LINE = re.compile(r"(?P<number>[\w-]+(?: [\w-]+)?) (?P<rest>(?:air)?strikes?\b.*)", re.DOTALL | re.IGNORECASE)
_AIR = re.compile(r"\bair ?strikes?\b", re.IGNORECASE)


def read_line(cells: Cells) -> RowDraft:
    """Return one line of the log as an account."""
    text = cells.needed("line", "the words of the strike release")
    return RowDraft(
        date=_date(cells),
        place=_place(cells, text),
        attributed_to=(_COALITION,),
        means="airstrike" if text is not None and _AIR.search(text) else "airstrike_or_artillery",
        text=text,
    )


def write_line(account: Account, claims: Sequence[Claim]) -> Mapping[str, str]:  # noqa: ARG001 - a log has no claims
    """Return the cells of an account in the log's layout; number and description come from the line."""
    year, month, day = (account.date.start or "--").split("-")
    number, description = strikes_in(account.text or "", account.place.name or "")
    return {
        "date": f"{month}/{day}/{year}" if year else "",
        "country": _country_written(account.place.country),
        "location": account.place.name or "",
        "number": number,
        "description": description,
        "line": account.text or "",
    }


def strikes_in(line: str, place: str) -> tuple[str, str]:
    """Return how many strikes a line tells of, in figures, and what they did, each empty where it does not say.

    >>> strikes_in("- Near Tal Zahra, two strikes destroyed a vehicle.", "Tal Zahra")
    ('2', 'strikes destroyed a vehicle.')
    """
    _, _, after = fold(line).partition(", ")
    found = _LINE.match(after or line.partition(place)[2].lstrip(", "))
    if found is None:
        return "", ""
    try:
        number = read_count(found["number"]).stated
    except UnknownWording:
        number = None
    return "" if number is None else str(number), found["rest"]


def _country_written(code: str | None) -> str:
    return "" if code is None else country_name(code)


def _date(cells: Cells) -> AccountDate:
    """Return the day of a line, month first as in the United States."""
    found = cells.needed("date", "a day, MM/DD/YYYY")
    day = None if found is None else ordered_day(found, "mdy")
    if found is not None and day is None:
        cells.refuse("date", "a day, MM/DD/YYYY")
    return span_of(day, None)


def _place(cells: Cells, text: str | None) -> AccountPlace:
    name = cells.needed("location", "the place that the line names")
    is_near = text is not None and _NEAR.match(text) is not None
    return AccountPlace(name=name, country=_country(cells), precision="nearby" if is_near else None)


def _country(cells: Cells) -> str | None:
    """Return the country of a line; "Tikrit, Iraq" ends in one."""
    return country_in(
        cells, "country", read=lambda named: country_code(named) or country_code(named.rpartition(",")[2].strip())
    )


def _entries(listed: ListReport) -> Iterator[Entry]:
    return one_table(listed, _WORDS.needed, "CENTCOM", _WORDS.aliases)


CENTCOM = Layout(
    "centcom", Party("centcom", "US Central Command"), _WORDS.columns, _entries, read_line, write_line, _WORDS.aliases
)
