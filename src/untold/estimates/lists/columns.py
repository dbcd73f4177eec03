"""Which columns of a file are lists: those that were named, or those that hold nothing but 0 and 1."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from untold.codebook.errors import UnusableLists
from untold.estimates.lists.bare_counts import bare_counts
from untold.estimates.lists.cells import unreadable
from untold.reports.lists import Entry, Header, column_key

COUNT = "count"
_DIGITS = frozenset({"0", "1"})  # true and false are taken of a column that is named as a list, for much else is so
_MOSTLY = 0.5  # a column with as many marks as this is a list with mistakes in it, not something else


@dataclass(frozen=True, slots=True)
class Columns:
    """The keys of a file's columns by what they are; `count` is null where a row is one unit."""

    lists: tuple[str, ...]
    count: str | None
    by: tuple[str, ...]
    unused: tuple[str, ...]


def columns_of(
    origin: str, header: Header, entries: Sequence[Entry], *, lists: Sequence[str], by: Sequence[str]
) -> Columns:
    """Return what each column is.

    `lists` are names, in which `*` stands for any letters; without them a list
    is each column of 0 and 1 alone that is neither the count nor in `by`.
    Raises `UnusableLists` for names the file lacks and for a file without
    lists, `UnreadableRow` for a column that is a list but for some cell.
    """
    _check_names(header)
    groups = tuple(_one(origin, header, name) for name in by)
    counted = COUNT if COUNT in header.places else None
    left = [key for key in header.places if key and key not in groups and key != counted]
    if lists:
        chosen = tuple(dict.fromkeys(key for name in lists for key in _named(origin, header, left, name)))
    else:
        chosen = tuple(key for key in left if _is_list(origin, entries, key))
    if not chosen:
        raise _no_lists(origin, entries, left, counted)
    return Columns(chosen, counted, groups, tuple(key for key in left if key not in chosen))


def _check_names(header: Header) -> None:
    keys = [column_key(name) for name in header.names]
    for name, key in zip(header.names, keys, strict=True):
        if key and keys.count(key) > 1:
            raise UnusableLists(f"two columns called {name!r}", "give each list a name of its own")


def _one(origin: str, header: Header, name: str) -> str:
    if name not in header:
        raise _absent(origin, header, name)
    return column_key(name)


def _named(origin: str, header: Header, left: Sequence[str], name: str) -> list[str]:
    if "*" not in name:
        return [_one(origin, header, name)]
    pattern = "*".join(map(_key_part, name.split("*")))
    found = [key for key in left if fnmatchcase(key, pattern)]
    if not found:
        raise _absent(origin, header, name)
    return found


def _key_part(part: str) -> str:
    """Return a part of a name as it stands in keys, a border of words at its end kept.

    >>> _key_part("In_"), _key_part("")
    ('in_', '')
    """
    key = column_key(part)
    before = "_" if part[:1] in {"_", "-", " "} else ""
    after = "_" if key and part[-1:] in {"_", "-", " "} else ""
    return f"{before}{key}{after}"


def _is_list(origin: str, entries: Sequence[Entry], key: str) -> bool:
    """Return whether a column holds only 0 and 1; one that mostly does is a list with mistakes in it."""
    bad = [entry for entry in entries if entry.text(key) not in _DIGITS]
    if not bad:
        return True
    if len(bad) < _MOSTLY * len(entries):
        raise unreadable(origin, bad[0], key, "0 (not on the list) or 1 (on it); if it is no list, name those that are")
    return False


def _no_lists(origin: str, entries: Sequence[Entry], left: Sequence[str], counted: str | None) -> UnusableLists:
    numbers = [text for text in _numbers(entries, left, counted) if text.isdigit()]
    if numbers:
        return bare_counts(numbers)
    return UnusableLists(f"{origin} has no column of 0 and 1", "give each list a column with 1 where it has the unit")


def _numbers(entries: Sequence[Entry], left: Sequence[str], counted: str | None) -> Iterator[str]:
    keys = left if counted is None else [counted]
    yield from (entry.text(key) or "" for entry in entries for key in keys)


def _absent(origin: str, header: Header, name: str) -> UnusableLists:
    return UnusableLists(f"{origin} has no column {name!r}", f"its columns are {', '.join(filter(None, header.names))}")
