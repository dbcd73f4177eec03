"""Which places a text names, in Latin and in Arabic script, the most prominent first.

A text that nobody can read yet still says where: its headline names a village,
and "the village of" is one word in any language. That is enough to lay it
beside other texts, and it claims nothing about anybody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from untold.claims.reading.sentences import sentences
from untold.claims.reading.whereabouts import find_places
from untold.codebook.folding import fold, name_key
from untold.codebook.places import KnownPlace, find_place
from untold.codebook.wordlists import word_list
from untold.reports.report import Report, Zone

_ARABIC_WORD = re.compile("[\u0621-\u063a\u0641-\u064a\u0670-\u06d3]+")
_PROCLITICS = frozenset("وبلفك")  # and, in, to, so, as: written onto the word
_LONGEST_NAME = 3  # words
_SHORTEST_NAME = 3  # letters
_REGION = 2  # the width of a region or a governorate; a country's is 1
_HEAD = 120  # characters of a headline
_LEDE = 500
_WIDE_KINDS = frozenset({"country", "region", "governorate"})


@dataclass(frozen=True, slots=True)
class PlaceNamed:
    """A place that a text names: the name as first written, where, how often, and whether it is wider than a town."""

    name: str
    start: int
    times: int
    is_wide: bool
    country: str | None = None

    @property
    def prominence(self) -> float:
        """How much the text is about it: often named, and early, counts more; a wide area less than a town in it."""
        early = 3.0 if self.start < _HEAD else 2.0 if self.start < _LEDE else 1.0
        return early * (1 + min(self.times, 4) / 2) * (0.3 if self.is_wide else 1.0)


def places_named(report: Report) -> tuple[PlaceNamed, ...]:
    """Return the places that a report's story names, furniture left out, the most prominent first."""
    found: dict[str, PlaceNamed] = {}
    for each in (*_latin(report), *_arabic(report)):
        key = name_key(each.name)
        known = found.get(key)
        if known is None:
            found[key] = each
        else:
            first = min(known, each, key=lambda named: named.start)
            found[key] = PlaceNamed(
                first.name, first.start, known.times + 1, known.is_wide and each.is_wide, known.country
            )
    return tuple(sorted(found.values(), key=lambda named: (-named.prominence, named.start)))


def local_name(name: str) -> str | None:
    """Return the Arabic name of a place that the codebook knows.

    >>> local_name("Manbij")
    'منبج'
    """
    known = find_place(name)
    return known.name_ar if known is not None else None


def _latin(report: Report) -> Iterator[PlaceNamed]:
    for sentence in sentences(report):
        for where in find_places(sentence.tokens, report.text):
            start = sentence.tokens[where.start].start
            if len(where.place.name) >= _SHORTEST_NAME:  # not the letter of a compass point
                yield PlaceNamed(where.place.name, start, 1, where.width <= _REGION, where.place.country)


def _arabic(report: Report) -> Iterator[PlaceNamed]:
    text = fold(report.text)
    for zone in report.zones:
        if zone.kind != "furniture":
            yield from _arabic_in(text, zone)


def _arabic_in(text: str, zone: Zone) -> Iterator[PlaceNamed]:
    words = [(found.start(), name_key(found[0])) for found in _ARABIC_WORD.finditer(text, zone.start, zone.end)]
    for at, (_, word) in enumerate(words):
        kind = _led_by(word)
        if kind is None:
            known = _known(word)
            if known is not None and _led_by(words[at - 1][1] if at else "") is None:
                yield PlaceNamed(
                    _as_written(text, words[at : at + 1]), words[at][0], 1, known.kind in _WIDE_KINDS, known.country
                )
            continue
        name = _name_after(words, at + 1)
        if name:
            known = _known(" ".join(word for _, word in name))
            is_wide = kind == "wide" or (known is not None and known.kind in _WIDE_KINDS)
            yield PlaceNamed(_as_written(text, name), name[0][0], 1, is_wide, known.country if known else None)


def _as_written(text: str, words: list[tuple[int, str]]) -> str:
    """Return a name's words as the text writes them."""
    found = (_ARABIC_WORD.match(text, start) for start, _ in words)
    return " ".join(each[0] for each in found if each is not None)


def _name_after(words: list[tuple[int, str]], at: int) -> list[tuple[int, str]]:
    """Return the words of the name that follows a kind of place; none where something else follows."""
    name: list[tuple[int, str]] = []
    for start, word in words[at : at + _LONGEST_NAME]:
        if word in _words("not_names") or (not name and word not in _words("name_openings") and _led_by(word)):
            break
        name.append((start, word))
        if word not in _words("name_openings"):
            break
    return name if len("".join(word for _, word in name)) >= _SHORTEST_NAME else []


def _led_by(word: str) -> str | None:
    """Return whether a word leads to a place (`kinds`) or to an area (`wide`), prefixes and article left away."""
    for bare in _bare(word):
        for kind in ("kinds", "wide"):
            if bare in _words(kind):
                return kind
    return None


def _bare(word: str) -> Iterator[str]:
    yield word
    if len(word) > _SHORTEST_NAME and word[0] in _PROCLITICS:
        yield word[1:]


def _known(name: str) -> KnownPlace | None:
    return next((known for bare in _bare(name) if (known := find_place(bare)) is not None), None)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(name_key(word) for word in word_list("where_arabic")[kind]["words"])
