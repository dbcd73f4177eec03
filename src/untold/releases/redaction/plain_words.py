"""Plain words: of people, peoples, bodies, days and numbers, which may begin with a capital and name nobody."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from untold.codebook.places import demonyms
from untold.codebook.wordlists import word_list
from untold.incidents.places.names import exact_key

_LISTS: Mapping[str, tuple[str, ...]] = {
    "speech": ("sources", "speakers"),
    "people": ("people",),
    "when": ("months", "weekdays"),
    "numbers": ("units", "scales", "fixed", "vague"),
    "harms": ("killed", "injured", "missing", "captured", "casualties"),
    "grammar": ("be", "have", "modal", "not", "prepositions", "and", "clause", "including", "adverbs"),
}
_ABOUT = frozenset({"source", "meaning", "status", "demographic"})  # keys of what is said of a list
_FORMS = re.compile(r"[/|]")


@cache
def plain_words() -> frozenset[str]:
    """Return the plain words as they are compared.

    >>> {"residents", "tuesday", "three", "syrian"} <= plain_words(), "sami" in plain_words()
    (True, False)
    """
    listed = (word_list(name)[kind] for name, kinds in _LISTS.items() for kind in kinds)
    words = (*demonyms(), *(word for held in listed for word in _strings(held)))
    return frozenset(part for each in words for form in _FORMS.split(each) for part in exact_key(form).split())


def _strings(held: Any) -> Iterator[str]:
    """Yield every word of a list, whatever it is nested in; the words of a table may be its keys."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, Mapping):
        for key, value in held.items():
            if key not in _ABOUT:
                yield from (key, *_strings(value))
    elif isinstance(held, list):
        for each in held:
            yield from _strings(each)
