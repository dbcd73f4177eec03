"""Rows as a mapping file understands them: any list becomes a layout like the others."""

from collections.abc import Iterator, Mapping
from functools import partial

from untold.claims.account import AccountDate, AccountPlace, Stated
from untold.claims.columns.cells import Cells
from untold.claims.columns.days import ordered_day
from untold.claims.columns.layout import Layout, RowDraft, one_table, sheet_named
from untold.claims.columns.mapping_counts import claimant_of, figures_of
from untold.claims.columns.mapping_file import REMEDY, VOCABULARIES, ColumnMapping
from untold.claims.columns.mapping_out import write_mapped
from untold.claims.columns.named_means import named_means
from untold.claims.columns.parties import attribution, country_in, party
from untold.claims.columns.spans import span_in
from untold.codebook.errors import UnreadableReport
from untold.codebook.vocabularies import vocabulary
from untold.reports.lists import Entry, ListReport, column_key


def layout_of(mapping: ColumnMapping) -> Layout:
    """Return the layout that a mapping describes, for reading and writing; running totals are only read."""
    return Layout(
        name=mapping.name,
        source=party(mapping.source),
        columns=mapping.listed,
        entries=partial(_entries, mapping),
        read=partial(_read, mapping),
        write=None if mapping.is_series else partial(write_mapped, mapping),
        is_series=mapping.is_series,
    )


def _entries(mapping: ColumnMapping, listed: ListReport) -> Iterator[Entry]:
    needed = mapping.needed or mapping.listed
    if mapping.sheet is None:
        return one_table(listed, needed, mapping.name)
    sheet = sheet_named(listed, mapping.sheet)
    if sheet is None:
        raise UnreadableReport(listed.origin, f"has no sheet {mapping.sheet!r}", REMEDY)
    return one_table(ListReport(listed.report, listed.content, (sheet,)), needed, mapping.name)


def _read(mapping: ColumnMapping, cells: Cells) -> RowDraft:
    text = partial(_text, mapping, cells)
    actors = _names(text("actor"))
    means = _slug(mapping, cells, "means")
    days = _days(mapping, cells)
    return RowDraft(
        codes=_names(text("code")),
        key=_key(mapping, cells, days),
        date=days,
        place=_place(mapping, cells),
        attributed_to=tuple(attribution(name, mapping.role) for name in actors),
        means=means,
        stated=Stated(
            grade=_slug(mapping, cells, "grade"),
            strike_status=_slug(mapping, cells, "strike_status"),
            position=_slug(mapping, cells, "position"),
            codes=_names(text("cited_codes")),
            previous_codes=_names(text("previous_codes")),
        ),
        text=text("text"),
        figures=tuple(figures_of(mapping, cells, days)),
        claimant=claimant_of(mapping, cells),
        evidence=_evidence(mapping, has_means=means is not None),
    )


def _days(mapping: ColumnMapping, cells: Cells) -> AccountDate:
    found = span_in(
        cells,
        (mapping.columns.get("date", "date"), mapping.columns.get("date_end", "date_end")),
        (_day(mapping, cells, "date"), _day(mapping, cells, "date_end")),
        time_of_day=_text(mapping, cells, "time"),
    )
    if mapping.is_series and found.end is None:
        cells.refuse(mapping.columns["date"], "the day of a running total")
    return found


def _key(mapping: ColumnMapping, cells: Cells, days: AccountDate) -> str | None:
    """Return what tells a row of running totals from the others: its code, else its day and place; else null."""
    if not mapping.is_series or "code" in mapping.columns:
        return None
    return ":".join(filter(None, (days.end, _text(mapping, cells, "place"))))


def _evidence(mapping: ColumnMapping, *, has_means: bool) -> Mapping[str, tuple[str, ...]]:
    fields = {
        "period": ("date", "date_end"),
        "places": ("place", "place_local", "admin1", "country"),
        "attributed_to": ("actor",),
        "means": ("means",) if has_means else (),
    }
    return {
        name: tuple(mapping.columns[part] for part in parts if part in mapping.columns)
        for name, parts in fields.items()
    }


def _text(mapping: ColumnMapping, cells: Cells, field: str) -> str | None:
    column = mapping.columns.get(field)
    return None if column is None else cells.text(column)


def _names(words: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in (words or "").split(";") if name.strip()))


def _day(mapping: ColumnMapping, cells: Cells, field: str) -> str | None:
    column = mapping.columns.get(field)
    if column is None:
        return None
    found = cells.text(column)
    if mapping.dates == "iso" or found is None or not isinstance(cells.value(column), str):
        return cells.day(column)
    day = ordered_day(found, mapping.dates)
    if day is None:
        cells.refuse(column, f"a date in the order {mapping.dates}")
    return day


def _place(mapping: ColumnMapping, cells: Cells) -> AccountPlace:
    lat, lon = mapping.columns.get("lat"), mapping.columns.get("lon")
    return AccountPlace(
        name=_text(mapping, cells, "place") or mapping.place,
        name_local=_text(mapping, cells, "place_local"),
        lat=None if lat is None else cells.latitude(lat),
        lon=None if lon is None else cells.longitude(lon),
        precision=_slug(mapping, cells, "precision"),
        admin1=_text(mapping, cells, "admin1"),
        country=_country(mapping, cells),
    )


def _country(mapping: ColumnMapping, cells: Cells) -> str | None:
    columns = [mapping.columns["country"]] if "country" in mapping.columns else []
    return country_in(cells, *columns) or mapping.country


def _slug(mapping: ColumnMapping, cells: Cells, field: str) -> str | None:
    """Return the slug of a field: by the mapping's own words, as a slug of ours, or as a word for a means."""
    column = mapping.columns.get(field)
    found = None if column is None else cells.text(column)
    if column is None or found is None:
        return None
    words = {column_key(word): slug for word, slug in mapping.words.get(field, {}).items()}
    known = {term.slug: term.slug for term in vocabulary(VOCABULARIES[field])}
    slug = {**known, **words}.get(column_key(found)) or (named_means(found) if field == "means" else None)
    if slug is None and field != "means":
        cells.doubt(column, f"a word of [words.{field}] in the mapping")
    return slug
