"""Which countries a report speaks of, and how often: the one that it is about lends its war and settles homonyms."""

from collections import Counter
from functools import cached_property

from untold.claims.reading import kinds as K
from untold.claims.reading.tokens import Sentence

_OF_COUNTRY = K.PLACE | K.DEMONYM


class Countries:
    """The countries of a report, counted once, and only where one is asked for."""

    def __init__(self, sentences: list[Sentence]) -> None:
        self._sentences = sentences

    @cached_property
    def counted(self) -> Counter[str]:
        """How often the report speaks of each country, by name, place or nationality."""
        naming = [sentence.forms for sentence in self._sentences if sentence.mask & _OF_COUNTRY]
        return Counter([form.country for forms in naming for form in forms if form.country is not None])

    @cached_property
    def _first(self) -> tuple[str | None, int]:
        """The country that the report speaks of most, and how often it does."""
        return next(iter(self.counted.most_common(1)), (None, 0))

    def most_spoken_of(self, fewest: int = 1) -> str | None:
        """Return the country that the report speaks of most, where it does so often enough."""
        country, often = self._first
        return country if often >= fewest else None
