"""The words of a page's frame, read from the lists beside this module.

They stand in TOML so that somebody who meets a new page adds a line of data,
not a line of code.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class FrameWords:
    """The lines and phrases that only a page's frame prints, all in lower case."""

    menu: frozenset[str]
    boilerplate: tuple[str, ...]
    related: frozenset[str]
    comments: frozenset[str]
    tags: tuple[str, ...]
    caption: tuple[str, ...]
    caption_credit: tuple[str, ...]
    bylines: frozenset[str]
    announcing: tuple[str, ...]
    unfinished: frozenset[str]


@dataclass(frozen=True, slots=True)
class DateWords:
    """Months by name, and the words that say what a date on a page is."""

    months: dict[str, int]
    weekdays: frozenset[str]
    published: frozenset[str]
    modified: frozenset[str]
    agencies: frozenset[str]
    prepositions: frozenset[str]
    clock: frozenset[str]
    ago: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """What tells languages apart: small words of English, and codes (ISO 639-1) of languages by where they are used."""

    english: frozenset[str]
    published_in: tuple[str, ...]
    western: tuple[str, ...]
    central: tuple[str, ...]


@cache
def frame_words() -> FrameWords:
    """Return the words of a page's frame."""
    lists = _read("page.toml")
    return FrameWords(
        menu=frozenset(lists["menu"]),
        boilerplate=tuple(lists["boilerplate"]),
        related=frozenset(lists["related"]),
        comments=frozenset(lists["comments"]),
        tags=tuple(lists["tags"]),
        caption=tuple(lists["caption"]),
        caption_credit=tuple(lists["caption_credit"]),
        bylines=frozenset(lists["bylines"]),
        announcing=tuple(lists["announcing"]),
        unfinished=frozenset(lists["unfinished"]),
    )


@cache
def date_words() -> DateWords:
    """Return the months and the words around a page's dates."""
    lists = _read("dates.toml")
    words = lists["words"]
    return DateWords(
        months={name: int(number) for number, names in lists["months"].items() for name in names},
        weekdays=frozenset(words["weekdays"]),
        published=frozenset(words["published"]),
        modified=frozenset(words["modified"]),
        agencies=frozenset(words["agencies"]),
        prepositions=frozenset(words["prepositions"]),
        clock=frozenset(words["clock"]),
        ago=tuple(words["ago"]),
    )


@cache
def language_words() -> LanguageWords:
    """Return the words and codes that tell languages apart."""
    lists = _read("languages.toml")
    return LanguageWords(
        english=frozenset(lists["english"]),
        published_in=tuple(lists["published_in"]),
        western=tuple(lists["western"]),
        central=tuple(lists["central"]),
    )


def alternatives(words: frozenset[str] | tuple[str, ...] | dict[str, int]) -> str:
    """Return the words as the inside of a regular expression's group, longest first.

    >>> alternatives(("sept", "sep", "september"))
    'september|sept|sep'
    """
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files("untold.reports") / "words" / name).read_text(encoding="utf-8"))
