"""Which groups of a sentence are taken: the drafts that its words of harm have made, each group once.

Every form of the words of harm looks for its people in its own place, and none
may take those whom another has taken.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.counting_on import Link
from untold.claims.reading.draft import Draft, Phrase
from untold.claims.reading.groups import Group
from untold.claims.reading.subjects import with_coordinated
from untold.claims.reading.tokens import Token

_JOINABLE = K.PARTICIPLE | K.GERUND | K.FINITE
_PEOPLE = K.PERSON | K.ACTOR
_ENDS = K.AND | K.PUNCTUATION
_OF_THINGS_TOO = closed_set("taking", "of_things_too")
LOOSE = closed_set("taking", "loose")


class Taking:
    """The groups of one sentence that have been taken, and the drafts made of them."""

    __slots__ = ("before", "drafts", "items", "joined", "parts", "phrase", "taken")

    def __init__(self, phrase: Phrase, parts: set[int], before: Draft | None) -> None:
        self.before = before  # the claim told last, whose harm "the toll" takes up
        self.phrase = phrase
        self.items = phrase.items
        self.parts = parts  # ids of groups that are parts of others: never subjects of their own
        self.drafts: list[Draft] = []
        self.taken: set[int] = set()
        self.joined: set[int] = set()  # positions of second verbs of harm ("killed and wounded")

    def has(self, group: Group) -> bool:
        """Tell whether a word of harm has taken a group."""
        return id(group) in self.taken

    def add(
        self, groups: list[Group], token: Token, kind: int, rule: str, *, harm: str | None = None, active: bool = False
    ) -> None:
        """Make the drafts of the groups that a word of harm may take and that are still free."""
        harm = harm or str(token.value(kind))
        for group in groups:
            if self.has(group) or (group.harm is not None and rule != "figure_of_toll"):
                continue
            if token.word in _OF_THINGS_TOO and (group.head is None or group.unknown_head):
                continue  # "two pistols and eight shotguns were seized"
            loose = active and (token.word in LOOSE or harm == "captured")
            if loose and (
                group.unknown_head or (token.word in LOOSE and group.head is None and not self._leans(group))
            ):
                continue
            self.draft(group, harm, token, rule, active=active)

    def revise(self, group: Group, token: Token, harm: str) -> bool:
        """Let a later word say what became of people whom an earlier one has taken."""
        for draft in self.drafts:
            if draft.group is group and draft.harm != harm:
                draft.harm = harm
                draft.show("harm", (token.start, token.end))
                return True
        return False

    def _leans(self, group: Group) -> bool:
        """Tell whether a bare number leans on people told before: "killed 12 soldiers, captured three and"."""
        at = self.items.index(group) + 1
        follow = self.items[at] if at < len(self.items) else None
        if isinstance(follow, Token) and follow.word == "of them":
            return any(item.mask & _PEOPLE for item in self.items[: at - 1] if isinstance(item, Token))
        ends = follow is None or (isinstance(follow, Token) and bool(follow.mask & _ENDS))
        last = self.drafts[-1] if self.drafts else None
        return ends and last is not None and last.active and last.group.head is not None

    def draft(self, group: Group, harm: str, token: Token, rule: str, *, active: bool = False) -> None:
        """Make the draft of a group."""
        self.taken.add(id(group))
        at = self.phrase.tokens.index(token)
        draft = Draft(self.phrase, group, group.count, harm, rule, (token.start, token.end), at, active=active)
        if group.unknown_head:
            draft.doubts.append("unknown_noun")
        self.drafts.append(draft)

    def follow(self, link: Link) -> None:
        """Make the draft of a group that leans on a claim told before it."""
        if id(link.group) in self.taken:
            return
        self.draft(link.group, link.harm, link.word, link.rule)
        draft = self.drafts[-1]
        if link.whole is not None:
            draft.part_of = link.whole
            draft.show("part_of", (link.word.start, link.word.end))


def coordinated(taking: Taking, group: Group) -> list[Group]:
    """Return a group with those joined before it that no other word of harm has claimed."""
    found = with_coordinated(taking.items, taking.items.index(group), taking.parts)
    return [other for other in found if other is group or (id(other) not in taking.taken and other.head is not None)]


def joint_harm(taking: Taking, position: int, token: Token, kind: int) -> tuple[str, int]:
    """Return the harm and the last position of "killed and wounded": two verbs that share their people."""
    harm = str(token.value(kind))
    if position + 2 >= len(taking.items):
        return harm, position
    joint, second = taking.items[position + 1], taking.items[position + 2]
    if isinstance(joint, Token) and joint.mask & _JOINABLE & kind:
        second, last = joint, position + 1  # a headline's "Killed Injured"
    elif (
        isinstance(joint, Token)
        and joint.word in ("and", "or")
        and isinstance(second, Token)
        and (second.mask & _JOINABLE & kind or second.mask & K.STATE)
    ):
        last = position + 2
    else:
        return harm, position
    taking.joined.add(last)
    other = str(second.value(kind if second.mask & kind else K.STATE))
    if harm == "captured" and other == "killed" and joint.word == "and":
        return other, last  # "rounded up and executed": the same people, and that is what became of them
    return (harm if other == harm else "casualties"), last
