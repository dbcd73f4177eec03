"""The articles and their labels: what a careful reader finds in each, written down by hand.

Each `NN-slug.txt` is an article in our own words; the `.yaml` beside it says
where its figures are from, or that they are invented, and lists the claims. A
label gives only the fields that its article is about, so a reader is never
failed for a field on which careful people could differ.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.evaluation.reading import Stretch
from untold.codebook.counts import Count

FOLDER = Path(__file__).parent
NOT_FIELDS = frozenset({"quote", "occurrence", "harm", "count", "optional"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number phrase of an article: its words, and which of several equal ones."""

    quote: str
    occurrence: int = 1

    def stretch_in(self, text: str) -> Stretch:
        """Return where the phrase stands; raises `ValueError` where the text does not have it."""
        found = self.stretches_in(text)
        if len(found) < self.occurrence:
            msg = f"the text does not have {self.quote!r} {self.occurrence} time(s)"
            raise ValueError(msg)
        return found[self.occurrence - 1]

    def stretches_in(self, text: str) -> list[Stretch]:
        """Return every place where these words stand as whole words."""
        pattern = rf"(?<!\w){re.escape(self.quote)}(?!\w)"
        return [Stretch(match.start(), match.end()) for match in re.finditer(pattern, text)]


@dataclass(frozen=True, slots=True)
class LabelledClaim:
    """One claim that the reader should find; `fields` holds only what the label is sure of."""

    phrase: Phrase
    harm: str
    count: Count
    fields: Mapping[str, Any]
    is_optional: bool


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its labels."""

    name: str
    text: str
    about: str
    figures_from: tuple[str, ...]  # empty: the incident is invented
    is_invented: bool
    published: str | None
    claims: tuple[LabelledClaim, ...]
    not_claims: tuple[Phrase, ...]


def articles(folder: Path = FOLDER) -> tuple[Article, ...]:
    """Return every labelled article of the folder in the order of their numbers."""
    return tuple(_article(path) for path in sorted(folder.glob("*.yaml")))


def _article(path: Path) -> Article:
    labels = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Article(
        name=path.stem,
        text=path.with_suffix(".txt").read_text(encoding="utf-8"),
        about=labels["about"],
        figures_from=tuple(labels.get("figures_from", ())),
        is_invented=labels.get("invented", False),
        published=labels["published"],
        claims=tuple(_claim(row) for row in labels["claims"]),
        not_claims=tuple(_phrase(row) for row in labels["not_claims"]),
    )


def _claim(row: dict[str, Any]) -> LabelledClaim:
    return LabelledClaim(
        phrase=_phrase(row),
        harm=row["harm"],
        count=Count(**row["count"]),
        fields={name: value for name, value in row.items() if name not in NOT_FIELDS},
        is_optional=row.get("optional", False),
    )


def _phrase(row: str | dict[str, Any]) -> Phrase:
    return Phrase(row) if isinstance(row, str) else Phrase(row["quote"], row.get("occurrence", 1))
