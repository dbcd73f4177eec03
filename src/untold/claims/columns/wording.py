"""A publisher's words as data: the columns of its list, what they are also called, what its codes and words mean."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from untold.codebook.shapes import shape_words


class LayoutWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One file of `words/`: `columns` as exported, in order, and those `needed` to know the list by.

    `aliases` are other names of a column. `words` say, by field, which slug of
    ours a word of the list's stands for (its letters and digits, in lower
    case); `written` is the way back; `codes` are the same for numbers.
    """

    source: str
    columns: tuple[str, ...]
    needed: tuple[str, ...]
    aliases: dict[str, tuple[str, ...]] = {}
    words: dict[str, dict[str, str]] = {}
    written: dict[str, dict[str, str]] = {}
    codes: dict[str, dict[str, str]] = {}

    def numbered(self, field: str) -> Mapping[int, str]:
        """Return what the codes of a field mean, by number."""
        return {int(code): meaning for code, meaning in self.codes[field].items()}


@cache
def layout_words(name: str) -> LayoutWords:
    """Return the words of one layout; raises `BrokenVocabulary` where its file has a field that nobody reads.

    >>> layout_words("airwars").words["grade"]["fair"]
    'fair'
    """
    content = (files("untold.claims.columns") / "words" / f"{name}.toml").read_text("utf-8")
    return shape_words(tomllib.loads(content), LayoutWords, f"columns/words/{name}.toml")
