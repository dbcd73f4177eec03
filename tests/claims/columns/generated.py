"""Rows of lists made at random, within what their layouts hold; every name is invented."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.claims.columns import Layout, accounts_from_list
from untold.claims.columns.acled import WORDS as ACLED_WORDS
from untold.claims.columns.airwars import WORDS as AIRWARS_WORDS
from untold.claims.columns.exporting import as_csv, export_table
from untold.claims.columns.ucdp import WORDS as UCDP_WORDS
from untold.reports.lists import ListReport, read_list
from untold.reports.report import Passage

Rows = list[dict[str, str]]

words = st.text(st.characters(categories=["L", "N"], max_codepoint=0x6FF), min_size=1, max_size=8).filter(
    lambda word: word.casefold() not in {"na", "nan", "null"}
)
free = st.lists(
    st.one_of(words, st.sampled_from(["=1+1", "@name", '"', ",", "'", "- near"])), min_size=1, max_size=4
).map(" ".join)
days = st.dates(date(1990, 1, 1), date(2030, 1, 1))
numbers = st.integers(0, 3000)
degrees = st.floats(-90, 90, allow_nan=False).map(lambda value: repr(round(value, 6) + 0.0))
countries = st.sampled_from(["Syria", "Iraq", "Yemen", "Ukraine"])


def listed(rows: Rows, columns: Sequence[str]) -> bytes:
    """Return rows as a CSV file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def through(content: bytes, layout: Layout, *, with_file: bool) -> tuple[ListReport, ListReport]:
    """Return a list as it came in and as it comes out, from the record alone or beside its file."""
    first = read_list("in.csv", content)
    found = accounts_from_list(first, layout)
    assert [str(fault) for fault in found.faults if fault.is_refused] == []
    table = export_table(found.accounts, found.claims, layout, [first] if with_file else [])
    return first, read_list("out.csv", as_csv(table).encode())


def said(content: ListReport, layout: Layout) -> tuple[list[Account], list[Claim]]:
    """Return what a list says, without ids and offsets, which are the file's."""
    found = accounts_from_list(content, layout)
    return (
        [replace(account, report="", claims=()) for account in found.accounts],
        [
            replace(
                claim,
                id="",
                report="",
                part_of=str(claim.part_of is not None),
                evidence={},
                quote=Passage("", 0, 0, ""),
            )
            for claim in found.claims
        ],
    )


@st.composite
def bounds(draw: st.DrawFn, prefix: str) -> dict[str, str]:
    """Return a minimum and a maximum: a range, one bound, not known, or nothing."""
    low, high = sorted((draw(numbers), draw(numbers)))
    pair = draw(
        st.sampled_from([(str(low), str(high)), (str(low), ""), ("", str(high)), ("unknown", "unknown"), ("", "")])
    )
    return {f"{prefix}_min": pair[0], f"{prefix}_max": pair[1]}


@st.composite
def airwars_rows(draw: st.DrawFn) -> Rows:
    """Return rows of Airwars' layout, one belligerent each."""
    return [draw(airwars_row(n)) for n in range(draw(st.integers(1, 4)))]


@st.composite
def airwars_row(draw: st.DrawFn, n: int) -> dict[str, str]:
    """Return one row of Airwars' layout."""
    start = draw(days)
    end = start + timedelta(days=draw(st.integers(0, 400)))
    position = draw(st.sampled_from(["", *AIRWARS_WORDS.written["position"].values()]))
    row = {
        "code": draw(st.sampled_from([f"CS{n}", f"CS{n} TS{n}a"])),
        "previous_codes": draw(st.sampled_from(["", f"S{n}", f"S{n};R{n}"])),
        "date": start.isoformat(),
        "date_end": "" if start == end else end.isoformat(),
        "local_time": draw(st.sampled_from(["", "around_midnight", "04:00:00"])),
        "location": draw(st.one_of(st.just(""), free)),
        "location_ar": draw(st.sampled_from(["", "القرية", "المدينة القديمة"])),
        "governorate": draw(st.one_of(st.just(""), words)),
        "country": draw(st.one_of(st.just(""), countries)),
        "lat": draw(degrees),
        "lon": draw(degrees),
        "belligerents": "U.S.-led Coalition",
        "official_assessments": f"coalition={position}" if position else "",
        "summary": draw(st.one_of(st.just(""), free)),
    }
    for field in ("geo_accuracy", "strike_type", "strike_status", "grade"):
        row[field] = draw(st.sampled_from(["", *AIRWARS_WORDS.written[field].values()]))
    for group in ("", "children_", "women_", "men_", "combatants_"):
        for harm in ("killed", "injured"):
            row.update(draw(bounds(f"{group}{harm}")))
    if position == "credible":
        row.update(draw(bounds("conceded_killed")))
        row.update(draw(bounds("conceded_injured")))
    return row


@st.composite
def ucdp_rows(draw: st.DrawFn) -> Rows:
    """Return events of UCDP's layout."""
    return [draw(ucdp_row(n)) for n in range(draw(st.integers(1, 4)))]


@st.composite
def ucdp_row(draw: st.DrawFn, n: int) -> dict[str, str]:
    """Return one event of UCDP's layout."""
    start = draw(days)
    low, best, high = sorted((draw(numbers), draw(numbers), draw(numbers)))
    violence, sides = draw(
        st.sampled_from(
            [
                ("1", ("Government of Syria", "Northern Band")),
                ("2", ("Northern Band", "Southern Band")),
                ("3", ("Northern Band", "")),
            ]
        )
    )
    return {
        "id": str(1000 + n),
        "relid": f"REL-{n}",
        "year": str(start.year),
        "type_of_violence": violence,
        "side_a": sides[0],
        "side_b": sides[1],
        "source_headline": draw(st.one_of(st.just(""), free)),
        "source_original": draw(st.sampled_from(["", "a doctor", "SOHR"])),
        "where_prec": draw(st.sampled_from(["1", "2", "3", "4", "6", "7"])),
        "where_coordinates": draw(st.one_of(st.just(""), free)),
        "adm_1": draw(st.one_of(st.just(""), words)),
        "latitude": draw(degrees),
        "longitude": draw(degrees),
        "country": draw(countries),
        "date_prec": draw(st.sampled_from(list(UCDP_WORDS.codes["date_prec"]))),
        "date_start": start.isoformat(),
        "date_end": (start + timedelta(days=draw(st.integers(0, 40)))).isoformat(),
        "deaths_a": str(draw(numbers)) if sides[0] else "",
        "deaths_b": str(draw(numbers)) if violence != "3" else "",
        "deaths_civilians": str(draw(numbers)),
        "deaths_unknown": str(draw(numbers)),
        "best": str(best),
        "high": str(high),
        "low": str(low),
    }


@st.composite
def acled_rows(draw: st.DrawFn) -> Rows:
    """Return events of ACLED's layout."""
    return [draw(acled_row(n)) for n in range(draw(st.integers(1, 4)))]


@st.composite
def acled_row(draw: st.DrawFn, n: int) -> dict[str, str]:
    """Return one event of ACLED's layout."""
    start = draw(days)
    kind, sub, actor2, inter2 = draw(
        st.sampled_from(
            [
                ("Violence against civilians", "", "Civilians (Syria)", "7"),
                ("Explosions/Remote violence", "Air/drone strike", "", ""),
                ("Battles", "", "Southern Band", "3"),
            ]
        )
    )
    return {
        "event_id_cnty": f"SYR{n}",
        "event_date": start.isoformat(),
        "year": str(start.year),
        "time_precision": draw(st.sampled_from(["1", "2"])),
        "event_type": kind,
        "sub_event_type": sub,
        "actor1": "Northern Band",
        "inter1": "3",
        "actor2": actor2,
        "inter2": inter2,
        "country": draw(countries),
        "admin1": draw(st.one_of(st.just(""), words)),
        "location": draw(st.one_of(st.just(""), free)),
        "latitude": draw(degrees),
        "longitude": draw(degrees),
        "geo_precision": draw(st.sampled_from(list(ACLED_WORDS.codes["geo_precision"]))),
        "source": draw(st.sampled_from(["", "SOHR", "One Paper; Another Paper"])),
        "notes": draw(st.one_of(st.just(""), st.just("Dozens were killed"), free)),
        "fatalities": str(draw(st.one_of(numbers, st.sampled_from([0, 10, 12, 100])))),
    }


def cells(content: ListReport) -> list[Mapping[str, str]]:
    """Return the rows of a list by column."""
    rows = content.sheets[0].rows
    return [dict(zip(rows[0].texts, row.texts, strict=False)) for row in rows[1:]]
