"""Airwars' incidents, from its own export or from a table of its public pages.

Its list has a minimum and a maximum for every group of people, the grade of
the incident, and what each belligerent answered. An empty minimum is what its
pages print as "Unknown": nothing is stated, which is not zero.

Source: the column names of Airwars' table writer and its methodology notes.
"""

import re
from collections.abc import Mapping, Sequence

from untold.claims.account import Account, AccountPlace, Conceded, Stated
from untold.claims.claim import Claim, Party
from untold.claims.columns.airwars_figures import casualty_figures, concession_figures, written_counts
from untold.claims.columns.airwars_parties import (
    Belligerent,
    attributions,
    belligerents,
    position_of,
    written_positions,
)
from untold.claims.columns.cells import Cells
from untold.claims.columns.layout import Layout, RowDraft, one_table
from untold.claims.columns.parties import country_in
from untold.claims.columns.spans import span_in
from untold.claims.columns.wording import layout_words
from untold.codebook.places import country_name

_CODES = re.compile(r"[;,\s]+")
_DIRECTION = "\u200e\u200f"  # marks that a browser copies along with Arabic
SOURCE = Party("airwars", "Airwars")
WORDS = layout_words("airwars")


def read_row(cells: Cells) -> RowDraft:
    """Return what one row of Airwars' list says."""
    code = cells.needed("code", "the incident's code")
    parties = belligerents(cells)
    means = cells.word("strike_type", WORDS.words["strike_type"])
    return RowDraft(
        codes=_codes(code),
        date=span_in(
            cells,
            ("date", "date_end"),
            (cells.day("date"), cells.day("date_end")),
            time_of_day=cells.text("local_time", "local_time_of_day"),
        ),
        place=_place(cells),
        attributed_to=attributions(parties),
        means=means,
        stated=_stated(cells, parties),
        text=cells.text("summary"),
        figures=(*casualty_figures(cells), *concession_figures(cells, parties)),
        evidence={
            "period": ("date", "date_end"),
            "places": ("location", "location_ar", "governorate", "country"),
            "attributed_to": ("belligerents", *(one.column for one in parties if one.column)),
            "means": ("strike_type",) if means else (),
        },
    )


def write_row(account: Account, claims: Sequence[Claim]) -> Mapping[str, str]:
    """Return the cells that Airwars' layout has for an account and its claims."""
    place, stated = account.place, account.stated
    return {
        "code": " ".join(account.codes),
        "previous_codes": ";".join(stated.previous_codes),
        "date": account.date.start or "",
        "date_end": "" if account.date.end == account.date.start else account.date.end or "",
        "local_time": account.date.time_of_day or "",
        "location": place.name or "",
        "location_ar": place.name_local or "",
        "governorate": place.admin1 or "",
        "country": country_name(place.country) if place.country else "",
        "lat": "" if place.lat is None else repr(place.lat),
        "lon": "" if place.lon is None else repr(place.lon),
        "geo_accuracy": _written("geo_accuracy", place.precision),
        "belligerents": ", ".join(one.name for one in account.attributed_to),
        "strike_type": _written("strike_type", account.means),
        "strike_status": _written("strike_status", stated.strike_status),
        "grade": _written("grade", stated.grade),
        "official_assessments": written_positions(account),
        "summary": account.text or "",
        **written_counts(claims),
    }


def _codes(cell: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, _CODES.split(cell or ""))))


def _place(cells: Cells) -> AccountPlace:
    local = (cells.text("location_ar") or "").strip(_DIRECTION + " ")
    return AccountPlace(
        name=cells.text("location"),
        name_local=local or None,
        lat=cells.latitude("lat"),
        lon=cells.longitude("lon"),
        precision=_precision(cells),
        admin1=cells.text("governorate", "region"),
        country=country_in(cells, "country"),
    )


def _precision(cells: Cells) -> str | None:
    """Return the rung of the ladder; "unassigned" is Airwars' word for none yet."""
    if (cells.text("geo_accuracy") or "").casefold() == "unassigned":
        return None
    return cells.word("geo_accuracy", WORDS.words["geo_accuracy"])


def _stated(cells: Cells, parties: Sequence[Belligerent]) -> Stated:
    previous = _codes(cells.text("previous_codes"))
    return Stated(
        grade=cells.word("grade", WORDS.words["grade"]),
        strike_status=cells.word("strike_status", WORDS.words["strike_status"]),
        position=position_of(parties),
        previous_codes=previous,
        conceded=_conceded(parties),
    )


def _conceded(parties: Sequence[Belligerent]) -> Conceded | None:
    """Return the counts of the one belligerent that concedes any; of several, none is the incident's."""
    conceding = [one for one in parties if one.killed or one.injured]
    if len(conceding) != 1:
        return None
    return Conceded(conceding[0].killed, conceding[0].injured)


def _written(field: str, slug: str | None) -> str:
    return "" if slug is None else WORDS.written[field].get(slug, "")


AIRWARS = Layout(
    name="airwars",
    source=SOURCE,
    columns=WORDS.columns,
    entries=lambda listed: one_table(listed, WORDS.needed, "Airwars", WORDS.aliases),
    read=read_row,
    write=write_row,
    aliases=WORDS.aliases,
)
