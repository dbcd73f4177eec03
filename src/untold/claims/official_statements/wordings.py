"""Wordings as data: the phrases of `official_reports.toml`, made into patterns that one line is searched for.

Ministries say the same few things in a hundred ways, and the next report says
them in another. Whoever finds one adds it to the list, in words.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from untold.claims.official_statements.flat import spelled
from untold.codebook.errors import BrokenVocabulary
from untold.codebook.shapes import shaped_list

_LIST = "official_reports"
_LONGEST = 20_000  # letters that are searched: no answer, and no summary of a month, is longer
_JOIN = r"[,:\"')\]]{0,2}[ -][\"'(\[]{0,2}"  # between two words: a space or a hyphen, with what quotes and brackets
_AND = "(?:[\u0648\u0641](?=[\u0621-\u064a]))?"  # Arabic writes "and" onto its word
_SIGN = r" ?[:=|\u2013\u2014-]{1,2} ?"  # between a label and its number
_WORD = r"(?:u\.s\. |[^ ]{0,40}[^ .;!?\u061f\u061b] )"  # one that ends no sentence
_PART = re.compile(
    r"(?P<gap>[~_])(?P<most>\d+)|\((?P<choice>[^()]*)\)"
    r"|(?P<number>#)|(?P<sign>@)|(?P<any>\*)|(?P<space> )|(?P<letter>.)"
)
# Digits of a count, or its words; "194", "1,335", "one hundred and ninety-four".
_FIGURE = r"\d{1,3}(?:,\d{3}){1,3}|\d{1,6}"


class FindingEntry(msgspec.Struct, forbid_unknown_fields=True):
    """What a belligerent found, and the phrases by which it says so.

    `weak` ones say no outcome outright; those that tell harm may be others' words.
    """

    outcome: str
    wordings: tuple[str, ...]
    reason: str | None = None
    weak: bool = False
    tells_harm: bool = False


class ReporterEntry(msgspec.Struct, forbid_unknown_fields=True):
    """A kind of source (`source_type`) and the words that name one."""

    kind: str
    words: tuple[str, ...]


class SectionEntry(msgspec.Struct, forbid_unknown_fields=True):
    """What a heading says of the answers below it."""

    outcome: str
    wordings: tuple[str, ...]


class WordingList(msgspec.Struct, forbid_unknown_fields=True):
    """The whole list; what each part is for stands in the file."""

    source: str
    macros: dict[str, str]
    numbers: dict[str, int]
    arabic_numbers: dict[str, int]
    arabic_months: dict[str, tuple[str, ...]]
    arabic_people: dict[str, tuple[str, ...]]
    finding: tuple[FindingEntry, ...]
    circumstance: dict[str, tuple[str, ...]]
    standard: dict[str, tuple[str, ...]]
    marks: dict[str, tuple[str, ...]]
    connecting: dict[str, tuple[str, ...]]
    reporter: tuple[ReporterEntry, ...]
    section: tuple[SectionEntry, ...]
    columns: dict[str, tuple[str, ...]]
    ledger: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Wording:
    """One phrase as a pattern, with the entry that it belongs to."""

    pattern: re.Pattern[str]
    needs: str  # letters that every match holds: the quick look before the search


@cache
def listed() -> WordingList:
    """Return the list of wordings; raises `BrokenVocabulary` where it does not fit its shape."""
    return shaped_list(_LIST, WordingList)


@cache
def patterns(group: tuple[str, ...]) -> tuple[Wording, ...]:
    """Return the patterns of some phrases, in their order."""
    return tuple(compiled(phrase) for phrase in group)


def matches(group: tuple[str, ...], low: str) -> Iterator[re.Match[str]]:
    """Yield every match of the phrases in a line in lower case, phrase by phrase; beyond 20,000 letters none."""
    low = low[:_LONGEST]
    for wording in patterns(group):
        if wording.needs in low:
            yield from wording.pattern.finditer(low)


def first_match(group: tuple[str, ...], low: str) -> re.Match[str] | None:
    """Return the match that stands first in the line, the earlier phrase where two begin together, or null."""
    return min(matches(group, low), key=lambda found: found.start(), default=None)


@cache
def compiled(phrase: str) -> Wording:
    """Return a phrase as a pattern over a flat line in lower case.

    Words stand as they are; `(a|b)` is one of several, `(a|)` one that may be
    missing; `~4` up to four words of the sentence, `_4` up to four that are no
    number; `word*` any ending; `#` a
    number, `@` the sign between a label and its number; `<name>` a macro of the list.

    >>> bool(compiled("no ~2 strikes were (flown|made)").pattern.search("no coalition strikes were flown"))
    True
    >>> bool(compiled("no ~2 strikes were (flown|made)").pattern.search("no harm. strikes were flown"))
    False
    """
    written = expanded(phrase)
    bare = re.sub(r"\([^()]*\)|[~_]\d+|#|@|\*", " ", written)
    needs = max(re.split(r"[\s-]+", bare), key=len, default="")
    return Wording(re.compile(rf"(?<![\w]){_AND}{_pattern(written)}(?![\w])"), spelled(needs))


def expanded(phrase: str) -> str:
    """Return a phrase with its macros written out; raises `BrokenVocabulary` for a macro that the list lacks."""
    macros: Mapping[str, str] = listed().macros

    def _written(found: re.Match[str]) -> str:
        if found[1] not in macros:
            raise BrokenVocabulary(f"{_LIST}.toml, {phrase!r}", f"no macro {found[1]!r}")
        return macros[found[1]]

    return re.sub(r"<(\w+)>", _written, phrase)


def _pattern(phrase: str) -> str:
    out: list[str] = []
    parts = list(_PART.finditer(phrase))
    n = 0
    while n < len(parts):
        part = parts[n]
        has_space = n + 1 < len(parts) and parts[n + 1]["space"] is not None
        if part["most"]:
            word = _WORD if part["gap"] == "~" else rf"(?!{_first_of_number()}){_WORD}"
            out.append(f"(?:{word}){{0,{part['most']}}}?")
            n += has_space
        elif part["choice"] is not None:
            out.append(_choice(part["choice"], has_space=has_space))
            n += has_space and part["choice"].endswith("|")
        elif part["number"]:
            out.append(f"\u0648?({number_pattern()})")
        elif part["sign"]:
            out.append(_SIGN)
        elif part["any"]:
            out.append(r"[\w'-]{0,30}")
        else:
            out.append(_JOIN if part["space"] else re.escape(spelled(part["letter"])))
        n += 1
    return "".join(out)


def _choice(words: str, *, has_space: bool) -> str:
    """Return alternatives; one that may be missing takes the space after it along."""
    may_be_missing = words.endswith("|")
    each = "|".join(_pattern(word) for word in words.removesuffix("|").split("|"))
    if not may_be_missing:
        return f"(?:{each})"
    return f"(?:(?:{each}){_JOIN if has_space else ''})?"


@cache
def small_words(name: str) -> str:
    """Return the small words of that name as alternatives of a pattern, the longest first.

    >>> small_words("near").startswith("in the vicinity of|")
    True
    """
    words = sorted(listed().connecting[name], key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", " ").replace(r"\*", r"\w*") for word in words)


@cache
def number_pattern() -> str:
    """Return the pattern of a number: digits, or number words of English or Arabic, taken whole or not at all."""
    nothing = _any_of({word: value for word, value in listed().numbers.items() if value == 0})
    english = _any_of({word: value for word, value in listed().numbers.items() if value > 0})
    arabic = _any_of(listed().arabic_numbers)
    words = rf"(?:{nothing})(?!\w)|(?:{english})(?!\w)(?:(?: and |[ -])(?:{english})(?!\w)){{0,5}}"
    in_arabic = rf"(?:{arabic})(?!\w)(?: \u0648(?:{arabic})(?!\w)){{0,3}}"
    return rf"(?>(?:{_FIGURE})(?!\w)|(?:{words}|{in_arabic})(?: \(\d{{1,4}}\))?)"


@cache
def _first_of_number() -> str:
    """Return the pattern of the first word of a number, for the words between which none may stand."""
    words = _any_of({**listed().numbers, **listed().arabic_numbers})
    return rf"[\"'(\[]{{0,2}}\u0648?(?:\d|(?:{words})(?!\w))"


def _any_of(words: Mapping[str, int]) -> str:
    return "|".join(re.escape(spelled(word)) for word in sorted(words, key=len, reverse=True))


def number_of(words: str) -> int:
    """Return the number that a match of `#` is.

    >>> number_of("1,335"), number_of("one hundred and ninety-four"), number_of("seventeen (17)"), number_of("none")
    (1335, 194, 17, 0)
    """
    digits = words.replace(",", "")
    if digits.isdecimal():
        return int(digits)
    total = 0
    for word in re.findall(r"[^\W\d]+", words):
        value = _value_of(word)
        total = max(total, 1) * value if value >= _HUNDRED else total + value
    return total


def _value_of(word: str) -> int:
    """Return what a word of a number is worth; "and" is worth nothing."""
    return _values().get(word, _values().get(word.removeprefix("و"), 0))


@cache
def _values() -> Mapping[str, int]:
    return {
        spelled(word): value for words in (listed().numbers, listed().arabic_numbers) for word, value in words.items()
    }


_HUNDRED = 100
