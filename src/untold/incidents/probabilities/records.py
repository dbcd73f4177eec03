"""What Splink sees of an account: the working row, and what of a pair's facts can be told of one account alone.

The rule looks at pairs: do two accounts share a code, do their sets of actors
meet. Splink lays two rows side by side and knows of no pair before that, so
each row carries its codes, the sets that meet its own, and what of its text can
be compared: a sketch of its runs of words, and its rare words. A word is rare
by how many texts have it, which is where term frequency enters for texts.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from untold.codebook.folding import name_key
from untold.incidents.independence.copies import signature
from untold.incidents.independence.shingles import shingled
from untold.incidents.matching import Traits
from untold.incidents.matching.spots import NAMES

PLACES_OF_SKETCH = 64  # of the 126 of a signature: the resemblance of two texts to within 0.06 (one standard deviation)
_RARE = 0.02  # of all texts; a word that more of them have says nothing of two
_LEAST_OF_RARE = 5  # texts that a word may stand in where there are few texts at all
_HEAD = 1200  # characters in which a story says what it is about
_WORD = re.compile(r"[^\W\d_]{3,}")


def records_of(traits: Traits, texts: Mapping[str, str]) -> pa.Table:
    """Return the working table with the columns that Splink compares beside the rule's; `texts` are by account.

    Added are `codes` and `met` (lists), `latin_name` (the first name in Latin
    letters, folded), `sketch` and `rare_words` (lists, null without a text).
    """
    table = traits.table
    ids = table["id"].to_pylist()
    told = {each: texts[each] for each in ids if texts.get(each)}
    sketches, rare = _sketches(told), _rare_words(told)
    codes, met = _listed(traits.codes, "n", "code"), _listed(traits.meetings, "a", "b")
    added = {
        "codes": pa.array([codes.get(n) for n in range(len(ids))], pa.list_(pa.string())),
        "met": pa.array([met.get(each, []) for each in table["actors"].to_pylist()], pa.list_(pa.int32())),
        "latin_name": pa.array(_latin_names(table), pa.string()),
        "sketch": pa.array([sketches.get(each) for each in ids], pa.list_(pa.int64())),
        "rare_words": pa.array([rare.get(each) for each in ids], pa.list_(pa.string())),
    }
    for name, column in added.items():
        table = table.append_column(name, column)
    return table.combine_chunks()


def _listed(table: pa.Table, key: str, value: str) -> dict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for one, other in zip(table[key].to_pylist(), table[value].to_pylist(), strict=True):
        found[one].append(other)
    return found


def _latin_names(table: pa.Table) -> list[str | None]:
    """Return each row's first name in ASCII letters: no distance between letters tells Arabic names apart."""
    columns = [table[f"name_{i}"].to_pylist() for i in range(1, NAMES + 1)]
    return [_first_latin(names) for names in zip(*columns, strict=True)]


def _first_latin(names: Iterable[str | None]) -> str | None:
    return next((each for each in names if each and each.isascii() and not each.startswith("~")), None)


def _sketches(texts: Mapping[str, str]) -> dict[str, list[int]]:
    """Return, by account, numbers of which two texts share as large a part as of their runs of words."""
    places = np.arange(PLACES_OF_SKETCH, dtype=np.uint64)
    found = {}
    for each, runs in shingled(texts).items():
        if len(runs):
            # the place goes into the number, so that equal numbers are equal at one place
            marked = (signature(runs)[:PLACES_OF_SKETCH] & np.uint64(2**56 - 1)) | (places << np.uint64(56))
            found[each] = marked.astype(np.int64).tolist()
    return found


def _rare_words(texts: Mapping[str, str]) -> dict[str, list[str]]:
    words = {each: sorted(set(_words(text))) for each, text in texts.items()}
    bearers = Counter(word for each in words.values() for word in each)
    most = max(len(texts) * _RARE, _LEAST_OF_RARE)
    return {each: _shared(listed, bearers, most) for each, listed in words.items()}


def _shared(words: Sequence[str], bearers: Mapping[str, int], most: float) -> list[str]:
    return [word for word in words if 1 < bearers[word] <= most]


def _words(text: str) -> list[str]:
    return _WORD.findall(name_key(text[:_HEAD]))
