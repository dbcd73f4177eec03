"""Which language a text is in, as two letters; where it is too short to tell, null.

The reading grammar is one language's; read with another's, a text yields
claims that nobody made.
"""

import re
from functools import cache
from typing import Any

from untold.reports.page_words import language_words

# py3langid was sure and wrong on shorter texts: a name and a place are one language as good as another.
_LEAST_LETTERS = 40
_SAMPLE = 2000
_LEAST_CERTAINTY = 0.5
# Loading the model takes a second; English and Arabic, nearly all that comes in, are told by their commonest marks.
_WORD = re.compile(r"[a-z]+")
_ARABIC = re.compile(r"[\u0621-\u064a]")
# Letters of Persian, Urdu, Kurdish and Pashto that Arabic lacks.
_NOT_ARABIC = re.compile(r"[\u067e\u0686\u0698\u06a9\u06af\u06cc\u06d2\u06d5\u0679\u0695]")


def language_of(text: str) -> str | None:
    """Return the language of a text as ISO 639-1, or null where it cannot be told.

    >>> language_of("At least twelve civilians were killed in an air strike, the hospital said.")
    'en'
    >>> language_of("Homs") is None
    True
    """
    sample = text[:_SAMPLE].lower()
    letters = sum(map(str.isalpha, sample))
    if letters < _LEAST_LETTERS:
        return None
    if len(_ARABIC.findall(sample)) * 2 > letters and _NOT_ARABIC.search(sample) is None:
        return "ar"
    words = _WORD.findall(sample)
    if (
        sum(word in language_words().english for word in words) * 6 >= len(words) > 0
        and sum(map(len, words)) * 10 > letters * 9
    ):
        return "en"
    return closest_language(sample, language_words().published_in)


def closest_language(text: str, among: tuple[str, ...]) -> str | None:
    """Return the language among those given that a text is likeliest in, or null where none is half certain."""
    language, certainty = _identifier(among).classify(text[:_SAMPLE])
    return str(language) if certainty >= _LEAST_CERTAINTY else None


@cache
def _identifier(among: tuple[str, ...]) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(identifier.labels)
    identifier.set_languages([language for language in among if language in known])
    return identifier
