"""A claim while it is being read: a group tied to a harm, filled field by field.

Drafts are mutable and stay inside the reading; what leaves the room is a frozen
`Claim`. Each field that is set has its words in `evidence`.
"""

from dataclasses import dataclass, field

from untold.claims.claim import Attribution, Kind, Modality, Party, Period, Place, Scope
from untold.claims.reading import kinds as K
from untold.claims.reading.groups import Group, Item
from untold.claims.reading.tokens import Sentence, Token
from untold.codebook.actors import Actor
from untold.codebook.counts import Count

_PARTY = K.ACTOR | K.PERSON | K.DEMONYM | K.PLACE
Named = tuple[Actor | None, int, int]  # a party, and its tokens from one up to another
_NOT_DATED = Period()
Span = tuple[int, int]  # code-point offsets into the report's text


@dataclass(slots=True, eq=False)
class Phrase:
    """A sentence prepared for the grammar: its tokens, and the same with groups as single items."""

    sentence: Sentence
    tokens: list[Token]
    groups: list[Group]
    items: list[Item]
    _parties: list[int] | None = None
    _means: list[int] | None = None
    named: dict[int, Named] | None = None  # of the parties, those that may have harmed: filled by `hands`
    hedges: frozenset[str] | None = None  # kinds of hedges of which the sentence has a word: filled by `modality`

    @property
    def parties(self) -> list[int]:
        """The tokens that may name who harmed."""
        if self._parties is None:
            self._parties = [at for at, token in enumerate(self.tokens) if token.mask & _PARTY]
        return self._parties

    @property
    def means(self) -> list[int]:
        """The tokens that name a means."""
        if self._means is None:
            self._means = (
                [at for at, token in enumerate(self.tokens) if token.mask & K.MEANS]
                if self.sentence.mask & K.MEANS
                else []
            )
        return self._means

    def span(self, start: int, end: int) -> Span:
        """Return the offsets of the tokens from `start` up to `end`."""
        return self.tokens[start].start, self.tokens[end - 1].end


@dataclass(slots=True, eq=False)
class Draft:
    """One claim in the making."""

    phrase: Phrase
    group: Group
    count: Count
    harm: str
    rule: str
    trigger: Span  # the words of harm
    at: int  # index of the trigger among the sentence's tokens
    active: bool = False  # the people are the object of the verb of harm
    status: str | None = None
    demographic: str | None = None
    affiliation: Party | None = None
    part_of: "Draft | None" = None
    restates: "Draft | None" = None
    kind: Kind = "casualty"
    claimant: Party | None = None
    attributed_to: tuple[Attribution, ...] = ()
    means: str | None = None
    places: tuple[Place, ...] = ()
    period: Period = _NOT_DATED
    scope: Scope = "incident"
    modality: Modality = "asserted"
    note: str | None = None
    doubts: list[str] = field(default_factory=list)  # named reasons for less confidence
    evidence: dict[str, list[Span]] = field(default_factory=dict)

    def show(self, name: str, *spans: Span) -> None:
        """Add the words that a field rests on."""
        known = self.evidence.setdefault(name, [])
        for span in spans:
            if span not in known:
                known.append(span)

    def inherit(self, name: str, other: "Draft") -> None:
        """Take a field and its words from another draft."""
        setattr(self, name, getattr(other, name))
        self.show(name, *other.evidence.get(name, ()))

    @property
    def start(self) -> int:
        """The offset of the first character of the number expression."""
        return self.phrase.tokens[self.group.start].start

    @property
    def count_span(self) -> Span:
        """The offsets of the number expression, or of the noun that counts one."""
        return self.phrase.span(self.group.start, max(self.group.number_end, self.group.start + 1))
