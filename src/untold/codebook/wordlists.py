"""The word lists as data: what each file in `words/` holds, loaded once.

No word that the reading grammar knows stands in code: whoever finds a missing
one adds it to a TOML file, with its source, and nothing else changes.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def word_list(name: str) -> dict[str, Any]:
    """Return the content of `words/<name>.toml`.

    >>> word_list("numbers")["units"]["seven"]
    7
    """
    return tomllib.loads((files("untold.codebook") / "words" / f"{name}.toml").read_text("utf-8"))
