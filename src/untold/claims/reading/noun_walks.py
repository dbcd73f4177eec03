"""The way from a number to the noun that it counts, word by word.

Whatever qualifies the noun is passed over; a unit, a vehicle or another clause
on the way means that nobody is counted.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_list, closed_set
from untold.claims.reading.counting import Number
from untold.claims.reading.groups import Group
from untold.claims.reading.lexicon import PersonNoun
from untold.claims.reading.nouns import harm_noun, headed, headless, is_adjective
from untold.claims.reading.tokens import Token

_PERSON_OR_ACTOR = K.PERSON | K.ACTOR
_PRONOUN_OR_PUNCTUATION = K.PRONOUN | K.PUNCTUATION
_REACH = 9  # words between a number and its noun; FA-KES and MUC-4 development texts, 2026-11
_STOP = K.PREPOSITION | K.BE | K.HAVE | K.MODAL | K.AND | K.NOT | K.INCLUDING | K.ACCORDING
_ENDS_NOUN = _STOP | K.PUNCTUATION | K.HARM | K.TIME | K.SAY | K.ARTICLE | K.NUMBER | K.VAGUE
_DETERMINERS = closed_set("noun_walks", "determiners")
_NOUNS = K.PERSON | K.ACTOR | K.DEMONYM | K.HARM_NOUN
_PASSED = K.OTHERS | K.ADVERB
_BODIES = closed_list("noun_walks", "bodies")
_TIMES_AFTER = closed_set("noun_walks", "times_after")
_NOBODY = "nobody"
_Outcome = Group | str | None


class _Walk:
    """The way from a number to its noun, word by word."""

    __slots__ = ("group", "head", "here", "outcome", "owned", "tokens", "words")

    def __init__(self, tokens: list[Token], group: Group, here: int) -> None:
        self.tokens = tokens
        self.group = group
        self.here = here
        self.head = -1  # the last noun for people
        self.words = 0  # words that no list knows since then
        self.owned = False  # whether somebody's: "four of her children"
        self.outcome: _Outcome = None  # set where the walk itself decides

    def step(self) -> bool:
        """Take the word at `here`; return whether to go on."""
        tokens, here = self.tokens, self.here
        token = tokens[here]
        mask = token.mask
        glued = here + 1 < len(tokens) and tokens[here + 1].glued
        if (glued or mask & _PASSED) and self._passes(mask):
            return True
        if mask & _NOUNS:
            return self._noun(token)
        if mask & K.PARTICIPLE and self._qualifies():
            self.here += 1
            return True
        if mask & K.NOT_PEOPLE and not mask & K.PARTICIPLE:
            return self._no_people()
        if token.word in ("(", "["):
            self.here = _after_bracket(self.tokens, self.here)
            return True
        if mask & K.EVENT and token.word.startswith(_BODIES):
            return self._decide(harm_noun(self.tokens, self.group, self.here))
        if token.word.startswith("of") and (token.word == "of" or mask & K.INCLUDING):
            return self._of(token)
        if mask & _ENDS_NOUN or token.word in _DETERMINERS:
            return False
        self.here += 1
        self.words += 1
        return True

    def _qualifies(self) -> bool:
        """Tell whether a participle only says whom another verb harmed: "killed a captured pilot"."""
        group = self.group
        before = self.tokens[group.start - 1] if group.start else None
        return bool(
            group.article
            and self.here == group.number_end
            and before is not None
            and before.mask & (K.PARTICIPLE | K.GERUND | K.FINITE)
            and self.tokens[self.here].value(K.PARTICIPLE) in ("captured", "injured")
        )

    def _decide(self, outcome: "_Outcome") -> bool:
        self.outcome = outcome or _NOBODY
        return False

    def _passes(self, mask: int) -> bool:
        """Pass "others", adverbs and words that only qualify what comes."""
        if mask & K.OTHERS and not mask & K.PERSON:
            self.group.others, self.group.end = True, self.here + 1
        elif _is_modifier(self.tokens, self.here):
            self.words += 1
        elif not mask & K.ADVERB or mask & (_ENDS_NOUN | K.PERSON | K.ACTOR):
            return False
        self.here += 1
        return True

    def _noun(self, token: Token) -> bool:
        if token.mask & K.HARM_NOUN and not token.mask & K.PERSON:
            return self._decide(harm_noun(self.tokens, self.group, self.here))
        of_thing = self.head < 0 and self._qualifies_a_thing()
        self.head = self.here
        if token.mask & K.PERSON and not of_thing and _closes(self.tokens, self.here):
            owned = self.here + 2  # "85 soldiers' lives"
            if (
                owned < len(self.tokens)
                and self.tokens[owned].mask & K.HARM_NOUN
                and self.tokens[owned - 1].word == "'"
            ):
                return self._decide(harm_noun(self.tokens, self.group, owned))
            return False
        self.here += 1
        self.words = 0
        return True

    def _qualifies_a_thing(self) -> bool:
        """Tell whether a singular noun stands before a thing: "many civilian vehicles", "a terrorist group"."""
        noun = self.tokens[self.here].value(K.PERSON)
        after = self.tokens[self.here + 1] if self.here + 1 < len(self.tokens) else None
        singular = isinstance(noun, PersonNoun) and noun.singular and not noun.plural
        return singular and after is not None and bool(after.mask & K.NOT_PEOPLE) and not after.mask & _STOP

    def _no_people(self) -> bool:
        """Stop at a vehicle or a house, unless it only qualifies people ("state officials")."""
        after = self.tokens[self.here + 1] if self.here + 1 < len(self.tokens) else None
        if after is not None and after.mask & K.PERSON and not after.mask & _STOP:
            self.here += 1
            return True
        people = self.head >= 0 and not is_adjective(self.tokens, self.group, self.head)
        if self.group.article and self.head == self.here - 1 and self.tokens[self.here].word not in _TIMES_AFTER:
            people = False  # "a terrorist group", "a civilian car"
        if people and self.group.article and not self.tokens[self.head].mask & K.PERSON:
            people = False  # "a Russian military helicopter"
        return self._decide(headed(self.tokens, self.group, self.head) if people else None)

    def _of(self, token: Token) -> bool:
        """Go on after "of the", or find "ten of the dead"."""
        first = self.head < 0 and self.words == 0
        if token.mask & K.INCLUDING:
            if not first or not token.word.startswith(("of the ", "of those ")):
                return False
            self.group.of_harmed, self.group.end = self.here, self.here + 1
            return self._decide(self.group)
        if first and (harmed := _of_the_harmed(self.tokens, self.here)) is not None:
            self.group.of_harmed, self.group.end = harmed, self.here + 2
            return self._decide(self.group)
        if not first and (self.head < 0 or not self.tokens[self.head].mask & K.PERSON):
            return False
        after = _after_of(self.tokens, self.here)
        if after < 0:
            return False
        self.owned = first and bool(self.tokens[after - 1].mask & K.POSSESSIVE)
        self.here, self.words = after, 0
        return True

    def _of_kin(self, group: Group | None) -> Group | None:
        """Mark "four of her children" as somebody's kin."""
        if group is not None and (group.kin or group.demographic == "children"):
            group.possessive = True
        return group

    def finish(self, number: Number) -> Group | None:
        """Return the group with its noun, or None where the number counts nobody."""
        if self.outcome is not None:
            return self.outcome if isinstance(self.outcome, Group) else None
        tokens, head = self.tokens, self.head
        if head >= 0 and (not self.words or tokens[head].mask & _PERSON_OR_ACTOR):
            adjective = self.words > 0 and is_adjective(tokens, self.group, head)
            found = None if adjective else headed(tokens, self.group, head)
            return self._of_kin(found) if self.owned else found
        return headless(tokens, self.group, number, self.here, self.words)


def with_noun(tokens: list[Token], group: Group, number: Number) -> Group | None:
    """Give a number its noun; None where the noun counts no people or a lone article finds none."""
    walk = _Walk(tokens, group, number.end)
    stop = min(len(tokens), number.end + _REACH)
    while walk.here < stop and walk.step():
        pass
    return walk.finish(number)


def _of_the_harmed(tokens: list[Token], index: int) -> int | None:
    """Return the index of "the dead" in "ten of the dead", "five of the injured"."""
    after = index + 1
    return (
        after
        if after < len(tokens) and tokens[after].mask & K.TOLL and tokens[after].word.startswith(("the ", "those "))
        else None
    )


def _is_modifier(tokens: list[Token], index: int) -> bool:
    """Tell whether a word only qualifies the noun to come: "rebel-held", "government soldiers"."""
    after = index + 1
    return after < len(tokens) and tokens[after].glued and not tokens[after].mask & K.NUMBER


def _closes(tokens: list[Token], index: int) -> bool:
    """Tell whether the noun phrase ends at `index`: no further noun for people follows directly."""
    after = index + 1
    if after >= len(tokens):
        return True
    token = tokens[after]
    if token.mask & K.HARM_NOUN:
        return False  # "11,418 civilian casualties"
    if token.word == "of" and after + 1 < len(tokens):
        return not _is_collective(tokens, index)
    if token.word == "(":
        return True
    if token.word.startswith("the ") or token.mask & K.STATE:
        return True  # "900 civilians hostage", "five militiamen the Observatory said"
    return not token.mask & _PERSON_OR_ACTOR or bool(token.mask & (_STOP | K.COUNTING))


def _is_collective(tokens: list[Token], index: int) -> bool:
    return tokens[index].word in (
        "member",
        "members",
        "fighter",
        "fighters",
        "personnel",
        "soldier",
        "soldiers",
        "leader",
        "leaders",
        "officer",
        "officers",
        "militants",
        "commander",
        "commanders",
    )


def _after_bracket(tokens: list[Token], index: int) -> int:
    for here in range(index + 1, min(index + 8, len(tokens))):
        if tokens[here].word in (")", "]"):
            return here + 1
    return len(tokens)


def _after_of(tokens: list[Token], index: int) -> int:
    """Return where the noun after "of the" begins, or -1 where none does ("12 of whom")."""
    here = index + 1
    while here < len(tokens) and tokens[here].word in (
        "the",
        "its",
        "their",
        "his",
        "her",
        "these",
        "those",
        "a",
        "an",
        "our",
    ):
        here += 1
    if (
        here >= len(tokens)
        or tokens[here].mask & _PRONOUN_OR_PUNCTUATION
        or tokens[here].word in ("whom", "them", "which")
    ):
        return -1
    if tokens[here].mask & K.NUMBER or tokens[here].mask & K.UNIT:
        return -1
    return here
