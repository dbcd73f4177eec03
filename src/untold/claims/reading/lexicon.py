"""The word lists as one table of phrases, which the tokenizer walks longest phrase first.

Each phrase carries every class that any list gives it: "reported" both says and
hedges. A phrase from a list of names ("IS", "US") may ask for its exact capitals.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

import msgspec

from untold.claims.reading import kinds as K
from untold.codebook.actors import Actor, actor_names, cased_actor_names
from untold.codebook.events import event_names
from untold.codebook.folding import fold, lowered
from untold.codebook.places import cased_place_names, demonyms, place_names
from untold.codebook.wordlists import word_list

_ADVERB_OR_BE = K.ADVERB | K.BE
_PIECE = re.compile(r"\d+|'s(?!\w)|(?:[^\W\d_]\.){2,}|[^\W_]+(?:'(?!s(?!\w))[^\W_]+)*|[^\w\s.-]")


class Entry(msgspec.Struct, gc=False, eq=False):
    """What the lists say of one phrase: its classes, a value for each, and its exact spellings if they matter.

    A `Struct`, like the steps below, because the lists make tens of thousands
    before the first word is read.
    """

    mask: int
    values: dict[int, Any]
    cased_as: set[str] | None


@dataclass(frozen=True, slots=True)
class PersonNoun:
    """A noun for people and what it says by itself."""

    status: str | None
    demographic: str | None
    plural: bool
    singular: bool
    kin: bool


class Node(msgspec.Struct, gc=False, eq=False):
    """A step of the table: what the phrase so far is, and the words that may follow it."""

    entries: tuple[Entry, ...] = ()  # those that must have their capitals first
    following: dict[str, "Node"] | None = None  # null: no phrase goes on


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All phrases by their first word."""

    phrases: dict[str, Node]


class _Builder:
    """Collects phrases from all lists, joining the classes of one phrase.

    A phrase that must have its capitals ("IS") is kept apart from the common
    word that it would otherwise swallow.
    """

    def __init__(self) -> None:
        self._start = Node()

    def add(self, phrases: Iterable[str], kind: int, value: Any = None, *, cased: bool = False) -> None:
        for phrase in phrases:
            words = _words(phrase)
            if not words:
                continue
            entry = _entry_of(self._node(words), cased=cased)
            if entry.cased_as is not None:
                entry.cased_as.add(phrase.rstrip("."))
            entry.mask |= kind
            entry.values.setdefault(kind, value)

    def _node(self, words: Iterable[str]) -> Node:
        """Return the step to which some words lead, made where none led there before."""
        node = self._start
        for word in words:
            if node.following is None:
                node.following = {}
            step = node.following.get(word)
            if step is None:
                step = node.following[word] = Node()
            node = step
        return node

    def lexicon(self) -> Lexicon:
        return Lexicon(self._start.following or {})


def _words(phrase: str) -> list[str]:
    """Return the words of a phrase as the tokenizer meets them; most are letters, spaces and hyphens alone."""
    folded = lowered(fold(phrase))
    plain = folded.replace("-", " ")
    if plain.replace(" ", "").isalpha():
        return plain.split()
    return [piece.rstrip(".") for piece in _PIECE.findall(folded)]


def _entry_of(node: Node, *, cased: bool) -> Entry:
    """Return the entry of a step for its phrase in any case, or for the one that must have its capitals."""
    for entry in node.entries:
        if (entry.cased_as is not None) is cased:
            return entry
    entry = Entry(0, {}, set() if cased else None)
    node.entries = (entry, *node.entries) if cased else (*node.entries, entry)
    return entry


@cache
def lexicon() -> Lexicon:
    """Return the table of all phrases of the codebook."""
    builder = _Builder()
    _add_numbers(builder)
    _add_people(builder)
    _add_harms(builder)
    _add_speech(builder)
    _add_grammar(builder)
    _add_means(builder)
    _add_time(builder)
    _add_names(builder)
    return builder.lexicon()


def _add_numbers(builder: _Builder) -> None:
    words = word_list("numbers")
    for kind, table in ((K.UNIT, "units"), (K.SCALE, "scales"), (K.FIXED, "fixed"), (K.VAGUE, "vague")):
        for phrase, number in words[table].items():
            builder.add([phrase], kind, number)
    for tens, units in product(*(words["units"].items(),) * 2):
        if tens[1] >= 20 and 0 < units[1] < 10:  # noqa: PLR2004 (wires print "thirtythree")
            builder.add([tens[0] + units[0]], K.UNIT, tens[1] + units[1])
    for qualifier in ("at_least", "more_than", "at_most", "less_than", "about"):
        builder.add(words[qualifier]["words"], K.QUALIFIER, qualifier)
    builder.add(words["unbounded"]["words"], K.UNBOUNDED)
    builder.add(words["nobody"]["words"], K.NOBODY)
    builder.add(words["exact"]["words"], K.EXACT)
    builder.add(["a", "an"], K.ARTICLE)


def _add_people(builder: _Builder) -> None:
    words = word_list("people")
    for row in words["people"]:
        _add_nouns(builder, row["nouns"], row.get("status"), row.get("demographic"), kin=False)
    for demographic in ("people", "women", "men", "plain"):
        _add_nouns(
            builder, words["kin"][demographic], None, demographic if demographic in ("women", "men") else None, kin=True
        )
    builder.add(words["kin"]["families"], K.FAMILY)
    builder.add(words["fillers"]["others"], K.OTHERS)
    builder.add(words["not_people"]["nouns"], K.NOT_PEOPLE)


def _add_nouns(
    builder: _Builder, nouns: Iterable[str], status: str | None, demographic: str | None, *, kin: bool
) -> None:
    for noun in nouns:
        singular, _, plural = noun.partition("/")
        if plural:
            builder.add([singular], K.PERSON, PersonNoun(status, demographic, plural=False, singular=True, kin=kin))
            builder.add([plural], K.PERSON, PersonNoun(status, demographic, plural=True, singular=False, kin=kin))
        else:
            builder.add([singular], K.PERSON, PersonNoun(status, demographic, plural=True, singular=False, kin=kin))


_HARM_FORMS = {
    "participle": K.PARTICIPLE,
    "gerund": K.GERUND,
    "finite": K.FINITE,
    "dies": K.DIES,
    "state": K.STATE,
    "noun": K.HARM_NOUN,
    "event": K.EVENT,
    "toll": K.TOLL,
}


def _add_harms(builder: _Builder) -> None:
    words = word_list("harms")
    for harm in ("killed", "injured", "missing", "captured", "casualties"):
        for form, kind in _HARM_FORMS.items():
            builder.add(words[harm][form], kind, harm)
    builder.add(words["losing"]["words"], K.LOSING)
    builder.add(words["leaving"]["words"], K.LEAVING)


def _add_speech(builder: _Builder) -> None:
    words = word_list("speech")
    for act in ("say", "deny", "concede", "retract"):
        builder.add(words["verbs"][act], K.SAY, act)
    builder.add(words["according"]["words"], K.ACCORDING)
    builder.add(words["counting"]["words"], K.COUNTS)
    builder.add(words["intending"]["words"], K.INTENDS)
    builder.add(words["records"]["words"], K.RECORD)
    builder.add(words["sources"]["words"], K.SOURCE_NOUN)
    builder.add(words["anaphora"]["organization"], K.ANAPHOR)
    builder.add(words["anaphora"]["pronouns"], K.PRONOUN)
    builder.add(words["speakers"]["titles"], K.TITLE)


def _add_grammar(builder: _Builder) -> None:
    words = word_list("grammar")
    for kind, table in (
        (K.BE, "be"),
        (K.HAVE, "have"),
        (K.MODAL, "modal"),
        (K.NOT, "not"),
        (K.PREPOSITION, "prepositions"),
        (K.AND, "and"),
        (K.CLAUSE, "clause"),
        (K.INCLUDING, "including"),
        (K.ALONE, "alone"),
        (K.SO_FAR, "sofar"),
        (K.TOTAL, "totals"),
    ):
        builder.add(words[table]["words"], kind)
    for phrase in words["including"]["words"]:
        if any(stem in phrase for stem in ("dead", "killed", "wounded", "injured", "died", "martyrs")):
            builder.add([phrase], K.HARMED)
    for phrase in words["adverbs"]["words"]:
        builder.add([phrase], _ADVERB_OR_BE if phrase.endswith(("been", " be")) else K.ADVERB)
    builder.add(["his", "her", "their", "its", "my", "our"], K.POSSESSIVE)


def _add_means(builder: _Builder) -> None:
    for slug, row in word_list("means").items():
        builder.add(row["words"], K.MEANS, slug)


def _add_time(builder: _Builder) -> None:
    words = word_list("when")
    for number, names in enumerate(words["months"], start=1):
        builder.add(names.split("|"), K.MONTH, number)
    for number, names in enumerate(words["weekdays"]):
        builder.add(names.split("|"), K.WEEKDAY, number)
    for phrase, days in words["relative_days"].items():
        builder.add([phrase], K.RELATIVE_DAY, days)
    for phrase, span in words["relative_spans"].items():
        builder.add([phrase], K.SPAN_WORD, span)


def _add_names(builder: _Builder) -> None:
    _add_keyed(builder, actor_names(), K.ACTOR)
    _add_keyed(builder, place_names(), K.PLACE)
    for word, country in demonyms().items():
        builder.add([word], K.DEMONYM, country)
    for name, event in event_names().items():
        builder.add([name], K.EVENT_NAME, event)
    for exact, actor in cased_actor_names().items():
        builder.add([exact], K.ACTOR, actor, cased=True)
    for exact, place in cased_place_names().items():
        builder.add([exact], K.PLACE, place, cased=True)


def _add_keyed(builder: _Builder, names: Mapping[str, Any], kind: int) -> None:
    before = None
    for key, thing in names.items():
        builder.add([key], kind, thing)
        if thing is not before:  # the keys of one thing stand together, and its spellings are added once
            builder.add(_spellings(thing), kind, thing)
        before = thing


def _spellings(thing: Any) -> Iterable[str]:
    """Return the spellings of a named thing, whose own tokens may differ from its lookup key's."""
    if isinstance(thing, Actor):
        return (thing.name, *thing.aliases)
    return (thing.name,)
