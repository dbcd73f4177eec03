"""Word lists checked against a shape, so that a misspelt field is refused.

A list with a wrong field name or type would quietly teach the reader nothing.
Each room of the codebook says what an entry must look like, and a file that
does not fit is named in what is raised.
"""

from typing import Any, TypeVar

import msgspec

from untold.codebook.errors import BrokenVocabulary
from untold.codebook.wordlists import word_list

Shape = TypeVar("Shape")


def shaped_list(name: str, shape: type[Shape]) -> Shape:
    """Return `words/<name>.toml` as `shape`; raises `BrokenVocabulary` where it does not fit."""
    return shape_words(word_list(name), shape, f"{name}.toml")


def shape_words(words: dict[str, Any], shape: type[Shape], filename: str) -> Shape:
    """Return `words`, the content of `filename`, as `shape`.

    Raises `BrokenVocabulary` where a field is unknown, missing or of another type.
    """
    try:
        return msgspec.convert(words, shape)
    except msgspec.ValidationError as error:
        raise BrokenVocabulary(filename, str(error)) from error
