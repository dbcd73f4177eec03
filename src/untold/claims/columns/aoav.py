"""AOAV's one-line incidents: the columns are the claims, the description is the account's text.

The table says where an incident was only by the kind of place ("Market"). The
place's name stands in the description, and is taken from there where it names
one place alone.

Source: Action on Armed Violence, methodology: civilians are those who are not
known to be armed actors or security personnel; casualties are killed and injured.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from untold.claims.account import Account, AccountDate, AccountPlace
from untold.claims.claim import Claim, Harm, Party, Status
from untold.claims.columns.bounds import of_group
from untold.claims.columns.cells import Cells
from untold.claims.columns.layout import Figure, Layout, RowDraft, one_table
from untold.claims.columns.named_means import named_means
from untold.claims.columns.parties import actor_named, country_code, country_in
from untold.claims.columns.spans import span_of
from untold.claims.columns.wording import layout_words
from untold.claims.columns.written import one_written, said
from untold.codebook.folding import fold
from untold.reports.lists import Entry, ListReport

_WORDS = layout_words("aoav")
_ARMED, _TOTAL = "Armed Actors/ Security Personnel Casualties Total", "Civilian Casualties Total"
_INJURED, _KILLED = "Civilians Injured", "Civilians Killed"
_MIXED = "armed actors and security personnel are counted together: fighters, soldiers, police"
_LED = re.compile(r"\b(?:in|near)\s+(?:the\s+)?((?:[A-Z][\w'-]*)(?:\s+[A-Z][\w'-]*)*)")
_KINDS = re.compile(r"(?:'s)?\s+(?:City|District|Province|Village|Area|Town)$|'s$")


def read_incident(cells: Cells) -> RowDraft:
    """Return an incident as its row states it."""
    text = cells.text("Description")
    return RowDraft(
        date=_date(cells),
        place=AccountPlace(name=None if text is None else place_in(text), country=country_in(cells, "Country")),
        means=None if text is None else named_means(text),
        text=text,
        figures=_figures(cells),
        evidence={
            "period": ("Date",),
            "places": ("Description",),
            "country": ("Country",),
            "means": ("Description",),
            "kind_of_place": ("Location",),
        },
    )


def write_incident(account: Account, claims: Sequence[Claim]) -> Mapping[str, str]:
    """Return the cells of an account in AOAV's layout."""
    return {
        _ARMED: one_written(_find(claims, "casualties", "combatant")),
        _TOTAL: one_written(_find(claims, "casualties", "civilian")),
        _INJURED: one_written(_find(claims, "injured", "civilian")),
        _KILLED: one_written(_find(claims, "killed", "civilian")),
        "Country": said(claims, "country") or account.place.country or "",
        "Date": account.date.start or "",
        "Description": account.text or "",
        "Location": said(claims, "kind_of_place"),
    }


def place_in(description: str) -> str | None:
    """Return the one place that a description names, or null where it names none or several.

    >>> place_in("Roadside bomb kills 2 in Tal Zahra District"), place_in("2 killed in Zahra, 1 in Safir")
    ('Tal Zahra', None)
    >>> place_in("3 killed in US airstrike") is None
    True
    """
    named = {_KINDS.sub("", found[1]) for found in _LED.finditer(fold(description))}
    places = {
        name for name in named if actor_named(name) is None and not _is_party(name) and country_code(name) is None
    }
    return places.pop() if len(places) == 1 else None


def _is_party(name: str) -> bool:
    return actor_named(name.split(maxsplit=1)[0]) is not None


def _date(cells: Cells) -> AccountDate:
    cells.needed("Date", "a date such as 2020-03-14")
    return span_of(cells.day("Date"), None)


def _figures(cells: Cells) -> tuple[Figure, ...]:
    found = (
        _figure(cells, _TOTAL, "casualties", "civilian"),
        _figure(cells, _KILLED, "killed", "civilian", part_of=_TOTAL),
        _figure(cells, _INJURED, "injured", "civilian", part_of=_TOTAL),
        _figure(cells, _ARMED, "casualties", "combatant", note=_MIXED),
    )
    _tell_sum(cells)
    return tuple(figure for figure in found if figure is not None)


def _figure(
    cells: Cells, column: str, harm: Harm, status: Status, *, part_of: str | None = None, note: str | None = None
) -> Figure | None:
    count = cells.count(column)
    return None if count is None else Figure((column,), count, harm, status, part_of=part_of, note=note)


def _tell_sum(cells: Cells) -> None:
    """Tell where the killed and the injured do not add up to the printed total; nothing is repaired."""
    numbers = [cells.text(column) for column in (_TOTAL, _KILLED, _INJURED)]
    if all(number is not None and number.isdecimal() for number in numbers):
        total, killed, injured = (int(number or 0) for number in numbers)
        if total != killed + injured:
            cells.doubt(_TOTAL, f"the sum of {_KILLED} {killed} and {_INJURED} {injured}")


def _entries(listed: ListReport) -> Iterator[Entry]:
    return one_table(listed, _WORDS.needed, "AOAV", _WORDS.aliases)


def _find(claims: Sequence[Claim], harm: Harm, status: Status) -> Claim | None:
    return next(iter(of_group(claims, harm, status=status)), None)


AOAV = Layout(
    "aoav", Party("aoav", "Action on Armed Violence"), _WORDS.columns, _entries, read_incident, write_incident
)
