"""Participles: "were killed", "killed 12", "12 killed", and all that may stand in their places.

The one form of a word of harm that takes its people on either side; which, its
auxiliaries and what stands straight beside it decide.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.bare_links import bare, bare_before, bare_subject, joined_to_a_name
from untold.claims.reading.bare_nouns import is_bare_noun
from untold.claims.reading.groups import Group
from untold.claims.reading.lexicon import PersonNoun
from untold.claims.reading.objects import objects_after
from untold.claims.reading.states import labelled
from untold.claims.reading.subjects import (
    auxiliaries_before,
    beside,
    captures_something,
    neighbor_before,
    subjects_before,
    takes_object,
)
from untold.claims.reading.taking import Taking, coordinated, joint_harm
from untold.claims.reading.taking_up import taken_up
from untold.claims.reading.tokens import Token
from untold.claims.reading.tolls import figure_of_number

_PARTICIPLE_OR_STATE = K.PARTICIPLE | K.STATE
_ADVERB_OR_BE_OR_HAVE = K.ADVERB | K.BE | K.HAVE


def participle(taking: Taking, position: int, token: Token) -> None:
    """Take the people of a participle."""
    harm, last = joint_harm(taking, position, token, K.PARTICIPLE)
    if (
        labelled(taking, last, token, harm)
        or _not_but(taking, position, token, harm)
        or _only_one(taking, position, token, harm)
        or _counted_as_number(taking, position, last, token, harm)
    ):
        return
    passive, perfect = auxiliaries_before(taking.items, position)
    if passive:
        _passive(taking, position, last, token, harm)
        return
    left = neighbor_before(taking.items, position)
    if harm == "captured" and captures_something(taking.items, last):
        return
    right = _right_of(taking, left, last)
    if left is not None and id(left) in taking.parts and _whole_of_part(taking, position, token, harm):
        return
    if right:
        _with_objects(taking, (position, last), left, right, token, harm, perfect=perfect)
    elif left is not None and not taking.has(left):
        _after(taking, left, last, token, harm)
    elif not taken_up(taking, last, token, harm):
        _alone(taking, position, last, token, harm)


def _with_objects(
    taking: Taking,
    verb: tuple[int, int],
    left: Group | None,
    right: list[Group],
    token: Token,
    harm: str,
    *,
    perfect: bool,
) -> None:
    """Take the objects of an active verb; in a list ("12 killed 30 injured") each verb has its people before it."""
    position, last = verb
    if perfect:
        taking.add(right, token, K.PARTICIPLE, "object_of_verb", harm=harm)
    elif left is None and _heads_a_list(taking, position, last, right[0]):
        bare_subject(taking, position, token, harm)
    elif left is not None and not taking.has(left) and left.harm is None and _lists(taking, left, right[0]):
        _after(taking, left, last, token, harm)
    else:
        taking.add(right, token, K.PARTICIPLE, "object_of_verb", harm=harm, active=True)


def _lists(taking: Taking, left: Group, right: Group) -> bool:
    return _is_list(taking, right) and not _is_doer(left, right)


def _after(taking: Taking, left: Group, last: int, token: Token, harm: str) -> None:
    """Take the people straight before a participle: "12 killed"."""
    taking.add(_noun_after(taking, left, last), token, K.PARTICIPLE, "participle_after_group", harm=harm)
    bare_before(taking, taking.items.index(left), token, harm)


def _alone(taking: Taking, position: int, last: int, token: Token, harm: str) -> None:
    """Take a bare noun beside a participle, or people farther before it."""
    if bare(taking, position, token, harm, last) or takes_object(taking.items, last):
        return
    far = subjects_before(taking.items, position, taking.parts, reach=9)
    free = [group for group in far if not taking.has(group)]
    taking.add(free, token, K.PARTICIPLE, "participle_far_from_group", harm=harm)
    if not far:
        joined_to_a_name(taking, last, token, harm)


def _heads_a_list(taking: Taking, position: int, last: int, right: Group) -> bool:
    """Tell whether a bare noun and not the group after it was killed: "Soldier killed 3 injured in Sorel"."""
    at = beside(taking.items, position)
    if taking.items[last + 1] is not right or at < 0 or not is_bare_noun(taking.items, at):
        return False
    verb = taking.items.index(right) + 1
    after = taking.items[verb + 1] if verb + 1 < len(taking.items) else None
    return not isinstance(after, Group) and _is_list(taking, right)


def _counted_as_number(taking: Taking, position: int, last: int, token: Token, harm: str) -> bool:
    """Read "the number of civilians who have been killed has become 40"."""
    found = [group for group in figure_of_number(taking.items, position, last) if not taking.has(group)]
    taking.add(found, token, K.PARTICIPLE, "figure_of_toll", harm=harm)
    return bool(found)


def _right_of(taking: Taking, left: Group | None, last: int) -> list[Group]:
    """Return the objects; after "among 25 injured, eight were" the eight begin a clause of their own."""
    right = objects_after(taking.items, last, taking.parts)
    after = taking.items.index(right[0]) + 1 if right else len(taking.items)
    begins_clause = after < len(taking.items) and taking.items[after].mask & (K.BE | K.HAVE)
    return [] if left is not None and begins_clause else right


def _whole_of_part(taking: Taking, position: int, token: Token, harm: str) -> bool:
    """Read a headline's "Two people, one of them a child, killed": the verb is the whole's, not the part's."""
    wholes = [g for g in subjects_before(taking.items, position, taking.parts) if not taking.has(g)]
    taking.add(wholes, token, K.PARTICIPLE, "participle_far_from_group", harm=harm)
    return bool(wholes)


def _not_but(taking: Taking, position: int, token: Token, harm: str) -> bool:
    """Read a correction's "Seven, not 17, killed": the second number is taken back."""
    run = taking.items[max(0, position - 5) : position]
    if len(run) < 5 or not isinstance(run[0], Group) or not isinstance(run[3], Group):  # noqa: PLR2004 (N , not M ,)
        return False
    marks = [item.word if isinstance(item, Token) else "" for item in run]
    if marks[1] != "," or marks[2] != "not" or marks[4] != ",":
        return False
    taking.add([run[0], run[3]], token, K.PARTICIPLE, "participle_after_group", harm=harm)
    for draft in taking.drafts:
        if draft.group is run[3]:
            draft.modality = "retracted"
            draft.show(
                "modality", (taking.phrase.tokens[run[3].start - 1].start, taking.phrase.tokens[run[3].start - 1].end)
            )
    return True


def _only_one(taking: Taking, position: int, token: Token, harm: str) -> bool:
    """Read "the only person killed was a woman"."""
    run = taking.items[position + 1 : position + 3]
    before = taking.items[position - 1] if position else None
    if len(run) < 2 or not isinstance(before, Token) or not before.mask & K.PERSON:  # noqa: PLR2004 (was, a woman)
        return False
    was, group = run
    if not isinstance(was, Token) or not was.mask & K.BE or not isinstance(group, Group) or group.head is None:
        return False
    taking.add([group], token, K.PARTICIPLE, "object_of_verb", harm=harm)
    return True


def _passive(taking: Taking, position: int, last: int, token: Token, harm: str) -> None:
    subjects = subjects_before(taking.items, position, taking.parts)
    if not subjects:
        after = last + 1
        if after < len(taking.items) and isinstance(follow := taking.items[after], Token) and follow.mask & K.BE:
            subjects = objects_after(taking.items, after, taking.parts)
    if not subjects and (near := beside(taking.items, position)) >= 0 and _gets(taking, position):
        subjects = [item for item in taking.items[near : near + 1] if isinstance(item, Group)]
    if not subjects and (bare_subject(taking, position, token, harm) or joined_to_a_name(taking, last, token, harm)):
        return
    taking.add(subjects, token, K.PARTICIPLE, "subject_of_passive", harm=harm)
    if subjects:
        joined_to_a_name(taking, last, token, harm, strong=True)


def _gets(taking: Taking, position: int) -> bool:
    """Tell whether "with many rebels getting killed" stands there, whose subject "with" brings in."""
    before = taking.items[position - 1]
    return isinstance(before, Token) and before.word in ("getting", "being")


def _is_list(taking: Taking, group: Group) -> bool:
    """Tell whether a group has a participle of its own after it ("12 killed 30 injured in")."""
    position = taking.items.index(group) + 1
    while position < len(taking.items):
        item = taking.items[position]
        if isinstance(item, Group):
            return False
        if item.mask & _PARTICIPLE_OR_STATE:
            return True
        if not item.mask & _ADVERB_OR_BE_OR_HAVE:
            return False
        position += 1
    return False


def _noun_after(taking: Taking, group: Group, last: int) -> list[Group]:
    """Take the noun that follows in "12 wounded soldiers"."""
    if last + 1 < len(taking.items) and group.head is None:
        token = taking.items[last + 1]
        if isinstance(token, Token):
            noun = token.value(K.PERSON)
            if isinstance(noun, PersonNoun) and noun.plural:
                at = taking.phrase.tokens.index(token)
                group.head = at
                if noun.status:
                    group.status, group.status_at = noun.status, at
                if noun.demographic:
                    group.demographic, group.demographic_at = noun.demographic, at
    return coordinated(taking, group)


def _is_doer(left: Group, right: Group) -> bool:
    """Tell whether one person before "killed 30 people injured 90" did it; "a man killed 30 injured" is a list."""
    return left.article and right.head is not None and not right.others
