"""Label against reading, field by field: what was expected, what was read.

The test of the articles and their score stand on the same verdicts, so what
the score counts as wrong is what the test prints.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.articles.labels import Article, LabelledClaim
from tests.articles.pairing import Pairing, pair
from tests.evaluation.agreement import is_named
from tests.evaluation.reading import count_stretch
from untold.claims.claim import Attribution, Claim, Party, Place
from untold.codebook.places import find_place


@dataclass(frozen=True, slots=True)
class Verdict:
    """One field of one label, beside what was read for it."""

    article: str
    words: str
    field: str
    expected: object
    read: object
    is_right: bool

    def __str__(self) -> str:
        """Return the verdict as a list of failures shows it."""
        return f"{self.words!r} {self.field}: expected {self.expected}, read {self.read}"


def verdicts(article: Article, text: str, claims: Sequence[Claim]) -> list[Verdict]:
    """Return a verdict for every field of every label, and one for each number that should not have been read."""
    pairing = pair(article, text, claims)
    found = [v for label, claim in zip(article.claims, pairing.read, strict=True) for v in _of(label, claim, pairing)]
    rows = [*found, *_unlabelled(article, text, pairing)]
    return [Verdict(article.name, *row) for row in rows]


_Row = tuple[str, str, object, object, bool]  # words, field, expected, read, is_right


def _of(label: LabelledClaim, claim: Claim | None, pairing: Pairing) -> Iterator[_Row]:
    words = label.phrase.quote
    if claim is None:
        if not label.is_optional:
            yield words, "found", f"{label.harm} {label.count}", "nothing", False
        return
    yield words, "found", label.harm, claim.harm, True
    yield words, "harm", label.harm, claim.harm, label.harm == claim.harm
    yield words, "count", label.count, claim.count, label.count == claim.count
    for field, expected in label.fields.items():
        if field in ("part_of", "restates"):
            whole = None if expected is None else pairing.read[expected]
            wanted = None if expected is None else ("a claim that was not read" if whole is None else whole.id)
            yield words, field, wanted, getattr(claim, field), wanted == getattr(claim, field)
        else:
            read = getattr(claim, field)
            yield words, field, expected, read, AGREES.get(field, _same)(expected, read)


def _unlabelled(article: Article, text: str, pairing: Pairing) -> Iterator[_Row]:
    barred = [(phrase, phrase.stretch_in(text)) for phrase in article.not_claims]
    for phrase, stretch in barred:
        wrong = [claim for claim in pairing.unlabelled if stretch.overlaps(count_stretch(claim))]
        yield phrase.quote, "not_claim", "nothing", [_shown(claim) for claim in wrong], not wrong
    for claim in pairing.unlabelled:
        where = count_stretch(claim)
        if not any(stretch.overlaps(where) for _, stretch in barred):
            yield text[where.start : where.end], "unlabelled", "nothing", _shown(claim), False


def _shown(claim: Claim) -> str:
    return f"{claim.harm} {claim.count} ({claim.rule})"


def _same(expected: object, read: object) -> bool:
    return expected == read


def _party(expected: str | list[str] | None, read: Party | None) -> bool:
    if expected is None or read is None:
        return expected is None and read is None
    names = [expected] if isinstance(expected, str) else expected
    return any(is_named(read, name) for name in names)


def _affiliation(expected: Mapping[str, str] | None, read: Party | None) -> bool:
    return _party(None if expected is None else list(expected.values()), read)


def _attributions(expected: list[dict[str, str]], read: Sequence[Attribution]) -> bool:
    return len(expected) == len(read) and all(any(_is(wanted, one) for one in read) for wanted in expected)


def _is(wanted: dict[str, str], read: Attribution) -> bool:
    names = [wanted[key] for key in ("id", "name") if key in wanted]
    return wanted["role"] == read.role and _party(names, Party(read.id, read.name))


def _places(expected: list[str], read: Sequence[Place]) -> bool:
    """Return whether the same places are meant: "Karrada" for "Karrada district", and after them at most wider ones."""
    own, wider = read[: len(expected)], read[len(expected) :]
    return (
        len(own) == len(expected)
        and all(any(is_named(Party(None, place.name), name) for place in own) for name in expected)
        and (not own or all(map(_is_wide, wider)))
        and (bool(own) or not read)
    )


def _is_wide(place: Place) -> bool:
    known = find_place(place.name)
    return known is not None and known.kind in ("country", "region", "governorate")


def _period(expected: Mapping[str, str | None], read: object) -> bool:
    return all(getattr(read, part) == value for part, value in expected.items())


AGREES: dict[str, Callable[[Any, Any], bool]] = {
    "claimant": _party,
    "affiliation": _affiliation,
    "attributed_to": _attributions,
    "places": _places,
    "period": _period,
}
