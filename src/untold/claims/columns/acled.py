"""ACLED's events, in its layout of 31 columns and in the older one.

`fatalities` is one number for everybody, the most conservative one, and where
sources write a word it follows a rule of ACLED's own: tens are 10, dozens 12,
hundreds 100. Actor 1 and actor 2 do not stand for attacker and victim.

Source: ACLED codebook (columns, `inter` codes, precision codes, fatalities).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from untold.claims.account import Account, AccountDate, AccountPlace
from untold.claims.claim import Attribution, Claim, Party
from untold.claims.columns.bounds import hull, of_group
from untold.claims.columns.cells import Cells
from untold.claims.columns.layout import Figure, Layout, RowDraft, one_table
from untold.claims.columns.parties import attribution, country_in, party
from untold.claims.columns.spans import span_of
from untold.claims.columns.wording import layout_words
from untold.codebook.counts import Count
from untold.codebook.folding import fold
from untold.codebook.places import country_name
from untold.codebook.vocabularies import geo_crosswalk
from untold.reports.lists import column_key

SOURCE = Party("acled", "ACLED")
WORDS = layout_words("acled")
_TIMES = WORDS.numbered("time_precision")
_PLACES = WORDS.numbered("geo_precision")
_INTER = WORDS.numbered("inter")
_WORDED = WORDS.numbered("fatalities")
_HALF_WEEK = timedelta(days=3)
_UNARMED = frozenset({"civilians", "protesters", "rioters"})
_NOT_WORDED = "ACLED gives one conservative number for everybody, and {number} is also what it writes for {word!r}."
_BY_WORD = "ACLED writes {number} where its source says {word!r}: a rule of its own, kept here as a floor."


@dataclass(frozen=True, slots=True)
class Side:
    """One of an event's two actors, and what kind of actor it is."""

    name: str
    kind: str | None


def read_row(cells: Cells) -> RowDraft:
    """Return what one event says."""
    code = cells.needed("event_id_cnty", "the event's id")
    sides = tuple(_sides(cells))
    means = WORDS.words["sub_event_type"].get(column_key(cells.text("sub_event_type") or ""))
    quoted = cells.text("source")
    return RowDraft(
        codes=() if code is None else (code,),
        date=_date(cells),
        place=_place(cells),
        attributed_to=_attributed(sides, cells.word("event_type", WORDS.words["event_type"])),
        means=means,
        text=cells.text("notes"),
        figures=tuple(_figures(cells)),
        claimant=None if quoted is None else party(quoted),
        evidence={
            "period": ("event_date",),
            "places": ("location", "admin1", "country"),
            "attributed_to": ("actor1", "actor2", "event_type"),
            "means": ("sub_event_type",) if means else (),
            "claimant": ("source",),
        },
    )


def write_row(account: Account, claims: Sequence[Claim]) -> Mapping[str, str]:
    """Return the cells that ACLED's layout has for an account and its claims."""
    place = account.place
    day = _middle(account.date)
    sides = [one.name for one in account.attributed_to] + ["", ""]
    quoted = next((claim.claimant.name for claim in claims if claim.claimant and claim.claimant != SOURCE), "")
    return {
        "event_id_cnty": account.codes[0] if account.codes else "",
        "event_date": day or "",
        "year": (day or "")[:4],
        "time_precision": _time_code(account.date),
        "event_type": _event_type(account),
        "sub_event_type": WORDS.written["sub_event_type"].get(account.means or "", ""),
        "actor1": sides[0],
        "actor2": sides[1] or ("Civilians" if _event_type(account).startswith("Violence") else ""),
        "inter2": "7" if not sides[1] and _event_type(account).startswith("Violence") else "",
        "country": country_name(place.country) if place.country else "",
        "admin1": place.admin1 or "",
        "location": place.name or "",
        "latitude": "" if place.lat is None else repr(place.lat),
        "longitude": "" if place.lon is None else repr(place.lon),
        "geo_precision": str(geo_crosswalk()[place.precision].acled) if place.precision else "",
        "source": quoted,
        "notes": account.text or "",
        "fatalities": _written_fatalities(claims),
    }


def _date(cells: Cells) -> AccountDate:
    """Return the days on which it can have happened: ACLED names one, and how wide the truth may lie around it."""
    day = cells.day("event_date")
    precision = cells.code("time_precision", _TIMES)
    if day is None or len(day) < len("2016-03-14"):
        return span_of(day, None)
    match precision:
        case "week":
            middle = date.fromisoformat(day)
            return AccountDate((middle - _HALF_WEEK).isoformat(), (middle + _HALF_WEEK).isoformat(), "week")
        case "month":
            return span_of(day[:7], None)
        case _:
            return AccountDate(day, day, "day")


def _place(cells: Cells) -> AccountPlace:
    return AccountPlace(
        name=cells.text("location"),
        lat=cells.latitude("latitude"),
        lon=cells.longitude("longitude"),
        precision=cells.code("geo_precision", _PLACES),
        admin1=cells.text("admin1"),
        country=country_in(cells, "country", "iso3"),
    )


def _sides(cells: Cells) -> Iterator[Side]:
    for n in (1, 2):
        name = cells.text(f"actor{n}")
        if name is not None:
            yield Side(name, _kind(cells, f"inter{n}") or ("civilians" if name.startswith("Civilians") else None))


def _kind(cells: Cells, column: str) -> str | None:
    said = cells.text(column)
    if said is None:
        return None
    return cells.code(column, _INTER) if said.isdigit() else cells.word(column, WORDS.words["inter"])


def _attributed(sides: Sequence[Side], kind: str | None) -> tuple[Attribution, ...]:
    """Return by whom, as far as the type of the event says it.

    An armed actor that is alone or beside civilians in an attack is suspected;
    of two armed ones either may have done it; other events say nothing of it.
    """
    armed = [side for side in sides if side.kind not in _UNARMED]
    if kind not in {"attack", "battle"} or not armed:
        return ()
    role = "suspected" if kind == "attack" and len(armed) == 1 else "contested"
    return tuple(attribution(side.name, role) for side in armed)  # type: ignore[arg-type]


def _figures(cells: Cells) -> Iterator[Figure]:
    number = cells.whole("fatalities")
    if number is None:
        return
    word = _WORDED.get(number)
    if word is None:
        yield Figure(("fatalities",), Count.exactly(number))
    elif re.search(rf"\b{word}\b", fold(cells.text("notes") or "").casefold()):
        yield Figure(("fatalities",), Count.at_least(number), note=_BY_WORD.format(number=number, word=word))
    else:
        yield Figure(("fatalities",), Count.exactly(number), note=_NOT_WORDED.format(number=number, word=word))


def _middle(when: AccountDate) -> str | None:
    if when.start is None or when.end is None or when.start == when.end:
        return when.start
    first, last = (date.fromisoformat(day) for day in (when.start, when.end))
    return (first + (last - first) // 2).isoformat()


def _time_code(when: AccountDate) -> str:
    match when.precision:
        case None:
            return ""
        case "day":
            return "1"
        case "days" | "week":
            return "2"
        case _:
            return "3"


def _event_type(account: Account) -> str:
    roles = {one.role for one in account.attributed_to}
    if "contested" in roles:
        return "Battles"
    if account.means in {"airstrike", "artillery", "ied", "chemical", "drone_strike"}:
        return "Explosions/Remote violence"
    return "Violence against civilians" if roles else "Strategic developments"


def _written_fatalities(claims: Sequence[Claim]) -> str:
    """Return the one number that ACLED's column can hold, the most conservative one: the floor."""
    everybody = of_group(claims, "killed", status=None) or of_group(claims, "killed", status="civilian")
    count = hull(everybody)
    return "" if count is None or count.low is None else str(count.low)


ACLED = Layout(
    name="acled",
    source=SOURCE,
    columns=WORDS.columns,
    entries=lambda listed: one_table(listed, WORDS.needed, "ACLED", WORDS.aliases),
    read=read_row,
    write=write_row,
    aliases=WORDS.aliases,
)
