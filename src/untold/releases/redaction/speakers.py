"""Who may be named as speaking: bodies that the codebook lists, and those whom no name tells.

A wire names the activist who counted the dead. The sentence is public; a table
in which one can look up everything that this person ever said is another thing.
So a claimant without a place in the codebook goes by what is said of it
("a hospital source"), and whatever else is in it is masked, here and in the sentence.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from untold.claims.claim import Party
from untold.codebook.actors import all_actors
from untold.codebook.places import demonyms
from untold.codebook.wordlists import word_list
from untold.incidents.places.names import exact_key
from untold.releases.redaction.masking import with_masks
from untold.releases.redaction.policy import Policy
from untold.releases.redaction.words_in_text import Word, of_known_bodies, words_of
from untold.reports.report import Passage

Span = tuple[int, int]
_SPEAKING = ("titles", "apposed", "of_office", "press", "monitoring", "links")


def published_name(party: Party) -> str | None:
    """Return the codebook's name of a party that it lists, null for any other.

    >>> published_name(Party("sohr", "the Observatory's man in Homs"))
    'Syrian Observatory for Human Rights'
    """
    known = all_actors().get(party.id or "")
    return None if known is None else known.name


def speaker(party: Party | None, policy: Policy) -> str | None:
    """Return a claimant's name as it may leave; a protected one goes by the policy's label."""
    if party is None:
        return None
    if policy.is_protected(party.id, party.name):
        return policy.protected_label
    if (listed := published_name(party)) is not None:
        return listed
    if policy.claimants == "listed":
        return None
    return party.name if policy.claimants == "named" else with_masks(party.name, unlisted_names(party.name))


def spans_of_speaker(party: Party | None, evidence: Passage | tuple[Passage, ...], policy: Policy) -> Iterator[Span]:
    """Yield where a report names a claimant who may not be named, by the passages that the claimant was read from."""
    if party is None or policy.claimants == "named" or published_name(party) is not None:
        return
    for passage in evidence if isinstance(evidence, tuple) else (evidence,):
        yield from ((passage.start + start, passage.start + end) for start, end in unlisted_names(passage.text))


@lru_cache(maxsize=65536)
def unlisted_names(words: str) -> tuple[Span, ...]:
    """Return where a phrase names somebody: from its first word that is no plain one to its last.

    >>> "media activist Sami Invented of Idlib"[slice(*unlisted_names("media activist Sami Invented of Idlib")[0])]
    'Sami Invented'
    >>> unlisted_names("a hospital source in Idlib")
    ()
    """
    own = words_of(words)
    known = of_known_bodies(own)
    told = [number for number, each in enumerate(own) if number not in known and not _is_plain(each)]
    if not told:
        return ()
    first = told[0] - 1 if told[0] and own[told[0] - 1].shape.is_head else told[0]
    return ((own[first].start, own[told[-1]].end),)


def _is_plain(word: Word) -> bool:
    key = word.shape.key
    return (word.text.islower() and not word.may_name) or not key or key in _plain_words()


@cache
def _plain_words() -> frozenset[str]:
    """Return the words of sources, speakers, people and peoples, which name nobody in particular."""
    speech, people = word_list("speech"), word_list("people")
    kinds: Sequence[str] = [
        *speech["sources"]["words"],
        *(word for kind in _SPEAKING for word in speech["speakers"][kind]),
        *(form for group in people["people"] for noun in group["nouns"] for form in noun.split("/")),
        *demonyms(),
    ]
    return frozenset(part for each in kinds for part in exact_key(each).split())
