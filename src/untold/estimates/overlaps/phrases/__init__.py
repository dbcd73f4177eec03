"""What the overlap section says around the numbers, one file of phrases per language with the same keys."""

import tomllib
from functools import cache
from importlib import resources

from untold.tallies.ledger.phrases import LANGUAGES, Phrases


def phrases_for(language: str | None) -> Phrases:
    """Return the phrases of a language by its tag ("ar-SY" is Arabic), English where there are none."""
    tag = (language or "en").split("-")[0].lower()
    return _load(tag if tag in LANGUAGES else "en")


@cache
def _load(language: str) -> Phrases:
    text = resources.files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return Phrases(language, tomllib.loads(text))
