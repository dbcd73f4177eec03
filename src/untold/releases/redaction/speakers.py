"""Who may be named as speaking: bodies that the codebook lists, and those whom no name tells.

A wire names the activist who counted the dead. The sentence is public; a table
in which one can look up everything that this person ever said is another thing.
So a claimant without a place in the codebook goes by what is said of it
("a hospital source"), and whatever else is in it is masked, here and in the sentence.
"""

from collections.abc import Iterator
from functools import lru_cache

from untold.claims.claim import Party
from untold.codebook.actors import all_actors
from untold.releases.redaction.masking import with_masks
from untold.releases.redaction.plain_words import plain_words
from untold.releases.redaction.policy import Policy
from untold.releases.redaction.words_in_text import Word, of_known_bodies, words_of
from untold.reports.report import Passage

Span = tuple[int, int]


def published_name(party: Party) -> str | None:
    """Return the codebook's name of a party that it lists, null for any other.

    >>> published_name(Party("sohr", "the Observatory's man in Homs"))
    'Syrian Observatory for Human Rights'
    """
    known = all_actors().get(party.id or "")
    return None if known is None else known.name


def speaker(party: Party | None, policy: Policy, sentence: str = "") -> str | None:
    """Return a claimant's name as it may leave; a protected one goes by the policy's label.

    Where the sentence uses capitals, words without one name nobody.
    """
    if party is None:
        return None
    if policy.is_protected(party.id, party.name):
        return policy.protected_label
    if (listed := published_name(party)) is not None:
        return listed
    if policy.claimants == "listed":
        return None
    spans = () if policy.claimants == "named" else unlisted_names(party.name, uses_capitals=has_capitals(sentence))
    return with_masks(party.name, spans)


def spans_of_speaker(
    party: Party | None, evidence: Passage | tuple[Passage, ...], policy: Policy, sentence: str = ""
) -> Iterator[Span]:
    """Yield where a report names a claimant who may not be named, by the passages that the claimant was read from."""
    if party is None or policy.claimants == "named" or published_name(party) is not None:
        return
    for passage in evidence if isinstance(evidence, tuple) else (evidence,):
        for start, end in unlisted_names(passage.text, uses_capitals=has_capitals(sentence)):
            yield passage.start + start, passage.start + end


@lru_cache(maxsize=65536)
def unlisted_names(words: str, *, uses_capitals: bool = False) -> tuple[Span, ...]:
    """Return where a phrase names somebody: from its first word that is no plain one to its last.

    A place beside such a word may be the person's name too, and goes with it.

    >>> "media activist Sami Invented of Idlib"[slice(*unlisted_names("media activist Sami Invented of Idlib")[0])]
    'Sami Invented'
    >>> unlisted_names("a hospital source in Idlib"), unlisted_names("a reliable source", uses_capitals=True)
    ((), ())
    """
    own = words_of(words)
    known = of_known_bodies(own)
    is_plain = [_is_plain(each, uses_capitals=uses_capitals) for each in own]
    told = [number for number in range(len(own)) if number not in known and not is_plain[number]]
    if not told:
        return ()
    first, last = told[0], told[-1]
    while first and _goes_with(own[first - 1], own[first], is_plain=is_plain[first - 1]):
        first -= 1
    while last + 1 < len(own) and _goes_with(own[last], own[last + 1], is_plain=is_plain[last + 1]):
        last += 1
    return ((own[first].start, own[last].end),)


def has_capitals(text: str) -> bool:
    """Return whether a text uses capitals, so that a word without one is no name."""
    return text != text.lower()


def _goes_with(one: Word, other: Word, *, is_plain: bool) -> bool:
    """Return whether a word stands straight beside one of a name and is written like one, or is half of it: "Abu"."""
    beside = other.start - one.end <= 1
    return beside and ((one.is_cased and other.is_cased and not is_plain) or one.shape.is_head)


def _is_plain(word: Word, *, uses_capitals: bool) -> bool:
    is_low = word.text.islower() and (uses_capitals or not word.may_name)
    return is_low or not word.shape.key or word.shape.key in plain_words()
