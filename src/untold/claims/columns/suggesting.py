"""A first mapping, guessed from a list's columns and written to be corrected.

Whoever gets a new list should not begin with an empty page. Each guess stands
beside the first values of its column, and what was not guessed is listed too,
so that reading the file from top to bottom is checking it.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import islice

import msgspec

from untold.claims.columns.days import day_of, ordered_day
from untold.claims.columns.mapping_file import FIELDS
from untold.claims.columns.quantities import count_of, is_silent
from untold.codebook.errors import UnreadableReport
from untold.codebook.shapes import shape_words
from untold.reports.lists import Entry, Header, ListReport, column_key, entries_under, headed

_LOOKED_AT = 5000  # rows
_SHOWN = 3  # values of a column in its comment
_WIDEST = 30  # characters of a value
_SCOPES = {
    "cumulative": "a running total; the first day that it holds is `since`",
    "period": "a count of the row's own days; part_of names its running total",
}
_MOST_NUMBERS = 0.8  # the share of numbers from which a column is one of counts


class SuggestingWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The words by which columns are guessed."""

    source: str
    names: dict[str, tuple[str, ...]]
    harm: dict[str, tuple[str, ...]]
    status: dict[str, tuple[str, ...]]
    demographic: dict[str, tuple[str, ...]]
    scope: dict[str, tuple[str, ...]]
    bound: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class CountGuess:
    """A column that seems to hold a number of people, and of whom."""

    column: str
    harm: str
    status: str | None
    demographic: str | None
    bound: str | None
    scope: str | None = None


@cache
def suggesting_words() -> SuggestingWords:
    """Return the words of `words/suggesting.toml`; raises `BrokenVocabulary` where it has a field that nobody reads."""
    content = (files("untold.claims.columns") / "words" / "suggesting.toml").read_text("utf-8")
    return shape_words(tomllib.loads(content), SuggestingWords, "columns/words/suggesting.toml")


def suggest_mapping(listed: ListReport, name: str) -> str:
    """Return a mapping of the list as TOML, with a comment for every column.

    Raises `UnreadableReport` for a list in which no sheet has a header and rows under it.
    """
    sheet, header, entries = _table(listed)
    samples = {column: _values(entries, column) for column in header.names if column}
    fields = _fields(samples)
    guesses = [
        guess for column in samples if column not in fields.values() and (guess := _guess(column, samples[column]))
    ]
    guesses = _scoped(guesses, fields)
    lines = [*_head(name, sheet, fields, samples), *_columns(fields, samples)]
    lines += [line for group in _grouped(guesses) for line in _counts(group, guesses, samples)]
    guessed = {*fields.values(), *(guess.column for guess in guesses)}
    return "\n".join([*lines, *_rest([column for column in samples if column not in guessed], samples), ""])


def _table(listed: ListReport) -> tuple[str | None, Header, Sequence[Entry]]:
    """Return the sheet with the most cells under a header, its name where there are several."""
    found = [(sheet, *table) for sheet in listed.sheets if not sheet.is_hidden and (table := headed(sheet))]
    if not found:
        raise UnreadableReport(listed.origin, "has no table", "give a list with a header row")
    sheet, header, rows = max(found, key=lambda one: len(one[1].names) * len(one[2]))
    return (
        sheet.name if len(listed.sheets) > 1 else None,
        header,
        list(islice(entries_under(header, rows), _LOOKED_AT)),
    )


def _values(entries: Sequence[Entry], column: str) -> list[str]:
    found = (entry.text(column) for entry in entries)
    return [value for value in found if value is not None and not is_silent(value)]


def _fields(samples: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return the column of each field: by its whole name, and only where its values can be that field's."""
    fields: dict[str, str] = {}
    for field, names in suggesting_words().names.items():
        for name in names:
            column = next((each for each in samples if column_key(each) == name), None)
            if column is not None and column not in fields.values() and _can_be(field, samples[column]):
                fields[field] = column
                break
    return fields


def _can_be(field: str, values: Sequence[str]) -> bool:
    match field:
        case "date" | "date_end":
            return bool(values) and all(_is_day(value) for value in values)
        case "lat" | "lon":
            return bool(values) and all(re.fullmatch(r"-?\d{1,3}(\.\d+)?", value) for value in values)
        case _:
            return bool(values)


def _is_day(value: str) -> bool:
    return any((day_of(value), *(ordered_day(value, order) for order in ("dmy", "mdy"))))


def _guess(column: str, values: Sequence[str]) -> CountGuess | None:
    """Return what a column of numbers counts, by the words in its name, or null."""
    words = set(column_key(column).split("_"))
    harm = _named(suggesting_words().harm, words)
    if harm is None or sum(count_of(value) is not None for value in values) < _MOST_NUMBERS * len(values):
        return None
    listed = suggesting_words()
    return CountGuess(
        column,
        harm,
        _named(listed.status, words),
        _named(listed.demographic, words),
        _named(listed.bound, words),
        _named(listed.scope, words),
    )


def _scoped(guesses: Sequence[CountGuess], fields: Mapping[str, str]) -> list[CountGuess]:
    """Return the guesses with their scopes: beside a running total by the day, what is none counts the day alone."""
    if "date" not in fields or "code" in fields or not any(guess.scope == "cumulative" for guess in guesses):
        return [replace(guess, scope=None) for guess in guesses]
    return [replace(guess, scope=guess.scope or "period") for guess in guesses]


def _named(listed: Mapping[str, Sequence[str]], words: set[str]) -> str | None:
    return next((slug for slug, names in listed.items() if words & set(names)), None)


def _grouped(guesses: Sequence[CountGuess]) -> list[list[CountGuess]]:
    """Return the guesses with a minimum beside the maximum of the same people; any other stands alone."""
    groups: list[list[CountGuess]] = []
    for guess in guesses:
        half = next((group for group in groups if _is_other_bound(group, guess)), None)
        if half is None:
            groups.append([guess])
        else:
            half.append(guess)
    return groups


def _is_other_bound(group: Sequence[CountGuess], guess: CountGuess) -> bool:
    first = group[0]
    is_same = (first.harm, first.status, first.demographic) == (guess.harm, guess.status, guess.demographic)
    return is_same and len(group) == 1 and {first.bound, guess.bound} == {"low", "high"}


def _head(
    name: str, sheet: str | None, fields: Mapping[str, str], samples: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    yield "# A first mapping, guessed from the names and values of the columns. Check every line."
    yield f"name = {_quoted(name)}  # the slug that the accounts of this list will have"
    yield f"source = {_quoted(name)}  # who publishes it: correct this"
    order, why = _date_order(
        [value for field in ("date", "date_end") for value in samples.get(fields.get(field, ""), ())]
    )
    yield f"dates = {_quoted(order)}  # {why}"
    if sheet is not None:
        yield f"sheet = {_quoted(sheet)}"
    if "country" not in fields:
        yield '# country = "SYR"  # where all rows are in one country: its ISO 3166-1 alpha-3 code'
    if "actor" in fields:
        yield 'role = "suspected"  # or known, contested: how sure the list is of its actors'
    yield ""


def _date_order(values: Sequence[str]) -> tuple[str, str]:
    """Return the order of the days' figures, and what tells it."""
    figures = [value for value in values if day_of(value) is None]
    if not figures:
        return "iso", "year, month, day, or months by name"
    fits = [order for order in ("dmy", "mdy") if all(ordered_day(value, order) for value in figures)]
    if len(fits) == 1:
        return fits[0], f"{figures[0]!r} and the others fit no other order"
    if fits:
        return "dmy", 'day first or month first? Every value fits both: write "dmy" or "mdy"'
    return "dmy", "not every date fits: rows that do not are named at the import"


def _columns(fields: Mapping[str, str], samples: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield "[columns]"
    for field in FIELDS:
        if field in fields:
            yield f"{field} = {_quoted(fields[field])}  # {FIELDS[field]}; {_sampled(samples[fields[field]])}"
    missing = [field for field in ("code", "date", "place", "lat", "lon") if field not in fields]
    for field in missing:
        yield f'# {field} = ""  # {FIELDS[field]}: no column was found'
    yield ""


def _counts(
    group: Sequence[CountGuess], guesses: Sequence[CountGuess], samples: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    first = group[0]
    yield "[[counts]]"
    yield f"harm = {_quoted(first.harm)}"
    if first.scope is not None:
        yield f"scope = {_quoted(first.scope)}  # {_SCOPES[first.scope]}"
    for guess in group:
        yield f"{guess.bound or 'column'} = {_quoted(guess.column)}  # {_sampled(samples[guess.column])}"
    if first.status is not None:
        yield f"status = {_quoted(first.status)}"
    else:
        yield '# status = "civilian"  # or combatant, armed_forces, police, unknown: only where the list says so'
    if first.demographic is not None:
        yield f"demographic = {_quoted(first.demographic)}"
        whole = next((g for g in guesses if g.harm == first.harm and g.demographic is None), None)
        if whole is not None:
            yield f"# part_of = {_quoted(whole.column)}  # if these are counted within that number, too"
    yield ""


def _rest(columns: Sequence[str], samples: Mapping[str, Sequence[str]]) -> Iterator[str]:
    if columns:
        yield "# Columns that nothing was guessed for:"
    for column in columns:
        yield f"#   {_plain(column)}: {_sampled(samples[column])}"


def _sampled(values: Sequence[str]) -> str:
    shown = list(islice(dict.fromkeys(values), _SHOWN))
    return "for example " + ", ".join(_plain(value) for value in shown) if shown else "empty"


def _plain(value: str) -> str:
    """Return a value that a comment can hold: one line of it, without characters that TOML refuses."""
    clean = "".join(letter if letter.isprintable() else " " for letter in value)
    return clean if len(clean) <= _WIDEST else f"{clean[:_WIDEST]}…"


def _quoted(value: str) -> str:
    """Return a TOML string; JSON's escapes are TOML's, for every character that JSON escapes."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
