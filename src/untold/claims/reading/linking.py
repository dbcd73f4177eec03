"""Which number belongs to which word of harm: the grammar of a casualty sentence.

Each form of the word of harm takes its people in its own place: the subject of
"were killed", the object of "killed", the noun before "dead", the figure after
"the death toll rose to". Every link keeps the name of the rule that made it.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.bare_nouns import bare_noun_after, is_bare_noun, one_of
from untold.claims.reading.counting_on import Link, counted_again, listed_after_a_date, listed_on, put_at, the_grave
from untold.claims.reading.draft import Draft, Phrase
from untold.claims.reading.finding_groups import find_groups
from untold.claims.reading.groups import Group, Item
from untold.claims.reading.harmless import harms_nobody, is_intended
from untold.claims.reading.lexicon import PersonNoun
from untold.claims.reading.objects import has_verb, joined_after_a_name, objects_after, toll_after
from untold.claims.reading.subjects import (
    auxiliaries_before,
    beside,
    captures_something,
    neighbor_before,
    subjects_before,
    takes_object,
    with_coordinated,
)
from untold.claims.reading.tokens import Sentence, Token
from untold.claims.reading.tolls import figure_before, figure_of_number, said_harm, told_harm
from untold.codebook.wordlists import word_list

_PARTICIPLE_OR_STATE = K.PARTICIPLE | K.STATE
_ADVERB_OR_BE_OR_HAVE = K.ADVERB | K.BE | K.HAVE
_HARM_VERB_OR_SAY_OR_BE = K.HARM_VERB | K.SAY | K.BE
_JOINABLE = K.PARTICIPLE | K.GERUND | K.FINITE
_TRIGGERS = K.HARM | K.LOSING
_OF_THINGS_TOO = frozenset({"seized", "seize", "seizes", "seizing", "confiscated"})
_LOOSE = frozenset(
    {
        "captured",
        "seized",
        "hurt",
        "burned",
        "eliminated",
        "neutralized",
        "hospitalized",
        "took",
        "capture",
        "captures",
        "capturing",
        "seizing",
    }
)
_DEEDS = frozenset(word_list("roles")["deeds"]["words"]) | frozenset(
    {"clashes", "fighting", "violence", "war", "conflict"}
)
_DEED_WITHIN = 8  # words: "terrorist bombing in the town of Jabla claims five"
_SLIGHT_NOUNS = frozenset({"death", "injury", "victim", "casualty", "fatality"})


def prepare(sentence: Sentence) -> Phrase:
    """Return a sentence with its groups of people found."""
    tokens = sentence.tokens
    groups = find_groups(tokens)
    items: list[Item] = []
    index = 0
    for start, group in groups.items():
        items += tokens[index:start]
        items.append(group)
        index = max(group.end, start + 1)
    items += tokens[index:]
    return Phrase(sentence, tokens, list(groups.values()), items)


class Linker:
    """Links the groups of one sentence to its words of harm, left to right, each group once."""

    def __init__(self, phrase: Phrase, parts: set[int], before: Draft | None = None) -> None:
        self._before = before  # the claim told last, whose harm "the toll" takes up
        self.phrase = phrase
        self.items = phrase.items
        self.parts = parts  # ids of groups that are parts of others: never subjects of their own
        self.drafts: list[Draft] = []
        self._taken: set[int] = set()
        self._joined: set[int] = set()  # positions of second verbs of harm ("killed and wounded")

    def link(self) -> list[Draft]:
        """Return a draft for each group that a word of harm claims."""
        for group in self.phrase.groups:
            if group.harm is not None:
                self._noun_head(group)
        for position in [at for at, item in enumerate(self.items) if item.mask & _TRIGGERS]:
            self._word(position, self.items[position])
        if self._before is not None and not self.drafts:
            for link in counted_again(self.phrase, self.parts, self._before):
                self._follow(link)
        if self.drafts and len(self._taken) < len(self.phrase.groups):
            for find in (listed_on, listed_after_a_date, the_grave, put_at):
                free = {id(group) for group in self.phrase.groups} - self._taken - self.parts
                for link in find(self.phrase, self.drafts, free):
                    self._follow(link)
        return self.drafts

    def _word(self, position: int, item: Item) -> None:
        if not isinstance(item, Token):
            return
        if item.mask & K.HARM and position not in self._joined:
            self._trigger(position, item)
        elif item.mask & K.LOSING:
            self._losing(position, item)

    def _follow(self, link: Link) -> None:
        """Make the draft of a group that leans on a claim told before it."""
        if id(link.group) in self._taken:
            return
        self._draft(link.group, link.harm, link.word, link.rule)
        draft = self.drafts[-1]
        if link.whole is not None:
            draft.part_of = link.whole
            draft.show("part_of", (link.word.start, link.word.end))

    def _trigger(self, position: int, token: Token) -> None:
        mask = token.mask
        if mask & K.TOLL and self._toll(position, token):
            return
        if mask & K.PARTICIPLE:
            self._participle(position, token)
        elif mask & K.STATE:
            self._state(position, token)
        elif mask & K.DIES:
            subjects = subjects_before(self.items, position, self.parts)
            near = neighbor_before(self.items, position) if not subjects and token.word == "dying" else None
            self._add([near] if near is not None else subjects, token, K.DIES, "subject_of_dying")
        elif mask & K.GERUND:
            self._objects(position, token, K.GERUND, "object_of_gerund")
        elif mask & K.FINITE and not is_intended(self.items, position):
            self._objects(position, token, K.FINITE, "object_of_verb")
        elif mask & K.EVENT and not harms_nobody(self.phrase.sentence, self.items, position):
            self._objects(position, token, K.EVENT, "object_of_event_noun")

    def _noun_head(self, group: Group) -> None:
        if group.harm is None or group.head is None:
            return
        noun = self.phrase.tokens[group.head]
        if noun.word == "body" and group.head > group.number_end and self.phrase.tokens[group.head - 1].word != "dead":
            return  # "a transitional governing body"
        if noun.word == "victims" and has_verb(self.items, self.items.index(group)):
            group.harm = None  # "30 victims were killed": the verb says the harm
            return
        if group.article and not group.others and noun.word in _SLIGHT_NOUNS:
            return
        if id(group) not in self.parts:
            self._draft(group, group.harm, noun, "noun_of_harm")

    def _participle(self, position: int, token: Token) -> None:
        harm, last = self._joint(position, token, K.PARTICIPLE)
        if (
            self._labelled(last, token, harm)
            or self._not_but(position, token, harm)
            or self._only_one(position, token, harm)
            or self._counted_as_number(position, last, token, harm)
        ):
            return
        passive, perfect = auxiliaries_before(self.items, position)
        if passive:
            self._passive(position, last, token, harm)
            return
        left = neighbor_before(self.items, position)
        if harm == "captured" and captures_something(self.items, last):
            return
        right = self._right_of(left, last)
        if left is not None and id(left) in self.parts and self._whole_of_part(position, token, harm):
            return
        if perfect and right:
            self._add(right, token, K.PARTICIPLE, "object_of_verb", harm=harm)
        elif (
            left is not None
            and id(left) not in self._taken
            and (not right or (left.harm is None and self._is_list(right[0]) and not _is_doer(left, right[0])))
        ):
            self._add(self._noun_after(left, last), token, K.PARTICIPLE, "participle_after_group", harm=harm)
            self._bare_before(self.items.index(left), token, harm)
        elif right:
            self._add(right, token, K.PARTICIPLE, "object_of_verb", harm=harm, active=True)
        elif not self._bare(position, token, harm, last) and not takes_object(self.items, last):
            far = subjects_before(self.items, position, self.parts, reach=9)
            self._add(
                [g for g in far if id(g) not in self._taken],
                token,
                K.PARTICIPLE,
                "participle_far_from_group",
                harm=harm,
            )
            if not far:
                self._joined_to_a_name(last, token, harm)

    def _counted_as_number(self, position: int, last: int, token: Token, harm: str) -> bool:
        """Read "the number of civilians who have been killed has become 40"."""
        found = [group for group in figure_of_number(self.items, position, last) if id(group) not in self._taken]
        self._add(found, token, K.PARTICIPLE, "figure_of_toll", harm=harm)
        return bool(found)

    def _right_of(self, left: Group | None, last: int) -> list[Group]:
        """Return the objects; after "among 25 injured, eight were" the eight begin a clause of their own."""
        right = objects_after(self.items, last, self.parts)
        after = self.items.index(right[0]) + 1 if right else len(self.items)
        begins_clause = after < len(self.items) and self.items[after].mask & (K.BE | K.HAVE)
        return [] if left is not None and begins_clause else right

    def _whole_of_part(self, position: int, token: Token, harm: str) -> bool:
        """Read a headline's "Two people, one of them a child, killed": the verb is the whole's, not the part's."""
        wholes = [g for g in subjects_before(self.items, position, self.parts) if id(g) not in self._taken]
        self._add(wholes, token, K.PARTICIPLE, "participle_far_from_group", harm=harm)
        return bool(wholes)

    def _labelled(self, last: int, token: Token, harm: str) -> bool:
        """Read "Killed: 12."."""
        run = self.items[last + 1 : last + 3]
        if len(run) < 2 or not isinstance(run[0], Token) or run[0].word != ":" or not isinstance(run[1], Group):  # noqa: PLR2004 (a colon, a number)
            return False
        self._add([run[1]], token, 0, "figure_of_toll", harm=harm)
        return True

    def _not_but(self, position: int, token: Token, harm: str) -> bool:
        """Read a correction's "Seven, not 17, killed": the second number is taken back."""
        run = self.items[max(0, position - 5) : position]
        if len(run) < 5 or not isinstance(run[0], Group) or not isinstance(run[3], Group):  # noqa: PLR2004 (N , not M ,)
            return False
        marks = [item.word if isinstance(item, Token) else "" for item in run]
        if marks[1] != "," or marks[2] != "not" or marks[4] != ",":
            return False
        self._add([run[0], run[3]], token, K.PARTICIPLE, "participle_after_group", harm=harm)
        for draft in self.drafts:
            if draft.group is run[3]:
                draft.modality = "retracted"
                draft.show(
                    "modality", (self.phrase.tokens[run[3].start - 1].start, self.phrase.tokens[run[3].start - 1].end)
                )
        return True

    def _only_one(self, position: int, token: Token, harm: str) -> bool:
        """Read "the only person killed was a woman"."""
        run = self.items[position + 1 : position + 3]
        before = self.items[position - 1] if position else None
        if len(run) < 2 or not isinstance(before, Token) or not before.mask & K.PERSON:  # noqa: PLR2004 (was, a woman)
            return False
        was, group = run
        if not isinstance(was, Token) or not was.mask & K.BE or not isinstance(group, Group) or group.head is None:
            return False
        self._add([group], token, K.PARTICIPLE, "object_of_verb", harm=harm)
        return True

    def _passive(self, position: int, last: int, token: Token, harm: str) -> None:
        subjects = subjects_before(self.items, position, self.parts)
        if not subjects:
            after = last + 1
            if after < len(self.items) and isinstance(follow := self.items[after], Token) and follow.mask & K.BE:
                subjects = objects_after(self.items, after, self.parts)
        if not subjects and (near := beside(self.items, position)) >= 0 and self._gets(position):
            subjects = [item for item in self.items[near : near + 1] if isinstance(item, Group)]
        if not subjects and (self._bare_subject(position, token, harm) or self._joined_to_a_name(last, token, harm)):
            return
        self._add(subjects, token, K.PARTICIPLE, "subject_of_passive", harm=harm)
        if subjects:
            self._joined_to_a_name(last, token, harm, strong=True)

    def _gets(self, position: int) -> bool:
        """Tell whether "with many rebels getting killed" stands there, whose subject "with" brings in."""
        before = self.items[position - 1]
        return isinstance(before, Token) and before.word in ("getting", "being")

    def _is_list(self, group: Group) -> bool:
        """Tell whether a group has a participle of its own after it ("12 killed 30 injured in")."""
        position = self.items.index(group) + 1
        while position < len(self.items):
            item = self.items[position]
            if isinstance(item, Group):
                return False
            if item.mask & _PARTICIPLE_OR_STATE:
                return True
            if not item.mask & _ADVERB_OR_BE_OR_HAVE:
                return False
            position += 1
        return False

    def _noun_after(self, group: Group, last: int) -> list[Group]:
        """Take the noun that follows in "12 wounded soldiers"."""
        if last + 1 < len(self.items) and group.head is None:
            token = self.items[last + 1]
            if isinstance(token, Token):
                noun = token.value(K.PERSON)
                if isinstance(noun, PersonNoun) and noun.plural:
                    at = self.phrase.tokens.index(token)
                    group.head = at
                    if noun.status:
                        group.status, group.status_at = noun.status, at
                    if noun.demographic:
                        group.demographic, group.demographic_at = noun.demographic, at
        return self._coordinated(group)

    def _coordinated(self, group: Group) -> list[Group]:
        """Return a group with those joined before it that no other word of harm has claimed."""
        found = with_coordinated(self.items, self.items.index(group), self.parts)
        return [other for other in found if other is group or (id(other) not in self._taken and other.head is not None)]

    def _state(self, position: int, token: Token) -> None:
        harm = str(token.value(K.STATE))
        if self._labelled(position, token, harm):
            return
        left = neighbor_before(self.items, position)
        if left is not None:
            if id(left) not in self._taken:
                self._add(self._coordinated(left), token, K.STATE, "state_after_group", harm=harm)
            return
        if (left_behind := self._left_behind(position)) is not None:
            self._add([left_behind], token, K.STATE, "state_after_group", harm=harm)
            return
        passive, _ = auxiliaries_before(self.items, position)
        before = self.items[position - 1] if position else None
        found_dead = isinstance(before, Token) and before.word in (
            "found",
            "feared",
            "pronounced",
            "confirmed",
            "shot",
            "presumed",
            "left",
            "believed",
        )
        if passive or found_dead:
            self._add(subjects_before(self.items, position, self.parts), token, K.STATE, "subject_of_state", harm=harm)
        right = objects_after(self.items, position, self.parts)
        if right and not passive and isinstance(before, Token) and before.mask & K.LEAVING:
            self._add(right, token, K.STATE, "object_of_state", harm=harm, active=True)
        elif not right and not passive:
            self._bare(position, token, harm, position)

    def _left_behind(self, position: int) -> Group | None:
        """Return the group of "left thousands of people, infants among them, dead"."""
        for here in range(position - 1, max(position - 9, 0), -1):
            item = self.items[here]
            if isinstance(item, Group):
                before = self.items[here - 1]
                free = id(item) not in self._taken and id(item) not in self.parts
                return item if free and isinstance(before, Token) and before.mask & K.LEAVING else None
            if item.mask & _HARM_VERB_OR_SAY_OR_BE or item.word in (".", ";"):
                return None
        return None

    def _objects(self, position: int, token: Token, kind: int, rule: str) -> None:
        harm, last = self._joint(position, token, kind)
        found = objects_after(self.items, last, self.parts)
        if found:
            self._add(found, token, kind, rule, harm=harm, active=True)
        elif not self._bare_object(last, token, harm):
            self._joined_to_a_name(last, token, harm)

    def _toll(self, position: int, token: Token) -> bool:
        found = toll_after(self.items, position)
        last = self.drafts[-1] if self.drafts else self._before
        harm = said_harm(self.items, position) if found else None
        harm = harm or told_harm(token, None if last is None else last.harm)
        found = found or figure_before(self.items, position)
        free = [group for group in found if id(group) not in self._taken and id(group) not in self.parts]
        if not free:
            return False
        self._add(free, token, K.TOLL, "figure_of_toll", harm=harm)
        return True

    def _losing(self, position: int, token: Token) -> None:
        found = objects_after(self.items, position, self.parts)
        if token.mask & K.SAY:
            free = found and not has_verb(self.items, self.items.index(found[0]))
            if free and (self._is_of_a_deed(position) or (token.word == "claiming" and found[0].status is not None)):
                self._add(found, token, K.LOSING, "object_of_losing", harm="killed", active=True)
            return
        people = [
            group
            for group in found
            if group.head is not None and group.status in ("armed_forces", "combatant", "police")
        ]
        self._add(people, token, K.LOSING, "object_of_losing", harm="killed", active=True)

    def _is_of_a_deed(self, position: int) -> bool:
        """Tell whether it is an attack that "claims five", and nobody who says so."""
        for item in reversed(self.items[max(0, position - _DEED_WITHIN) : position]):
            if isinstance(item, Group) or item.mask & (K.HARM_VERB | K.SOURCE_NOUN | K.PUNCTUATION | K.PERSON):
                return False
            if item.mask & K.MEANS or item.word in _DEEDS:
                return True
        return False

    def _joint(self, position: int, token: Token, kind: int) -> tuple[str, int]:
        """Return the harm and the last position of "killed and wounded": two verbs that share their people."""
        harm = str(token.value(kind))
        if position + 2 >= len(self.items):
            return harm, position
        joint, second = self.items[position + 1], self.items[position + 2]
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
        self._joined.add(last)
        other = str(second.value(kind if second.mask & kind else K.STATE))
        if harm == "captured" and other == "killed" and joint.word == "and":
            return other, last  # "rounded up and executed": the same people, and that is what became of them
        return (harm if other == harm else "casualties"), last

    def _bare(self, position: int, token: Token, harm: str, last: int) -> bool:
        return self._bare_subject(position, token, harm) or self._bare_object(last, token, harm)

    def _bare_subject(self, position: int, token: Token, harm: str) -> bool:
        """Read a headline's "Child killed", "Father and son killed": nouns without article."""
        at = beside(self.items, position)
        if at < 0 or token.word in _LOOSE or not is_bare_noun(self.items, at):
            return False
        self._one(self.items[at], token, harm, "bare_noun_before")
        self._bare_before(at, token, harm)
        return True

    def _bare_before(self, at: int, token: Token, harm: str) -> None:
        """Take the noun that "and" joins before a headline's group: "Woman and 2 children killed"."""
        joint = self.items[at - 1] if at > 1 else None
        if isinstance(joint, Token) and joint.mask & K.AND and is_bare_noun(self.items, at - 2):
            self._one(self.items[at - 2], token, harm, "bare_noun_before")

    def _bare_object(self, last: int, token: Token, harm: str) -> bool:
        """Read a headline's "kills woman and 2 children", "killing journalist and technician"."""
        at = bare_noun_after(self.items, last) if token.word not in _LOOSE else -1
        if at < 0:
            return False
        self._one(self.items[at], token, harm, "bare_noun_after")
        follow = self.items[at + 1] if at + 1 < len(self.items) else None
        if isinstance(follow, Token) and follow.mask & K.AND:
            second = bare_noun_after(self.items, at + 1)
            if second >= 0:
                self._one(self.items[second], token, harm, "bare_noun_after")
            self._add(objects_after(self.items, at + 1, self.parts), token, 0, "object_of_verb", harm=harm, active=True)
        return True

    def _joined_to_a_name(self, last: int, token: Token, harm: str, *, strong: bool = False) -> bool:
        """Read "killed the mayor, as well as two peasants", "was shot along with two bodyguards"."""
        groups = joined_after_a_name(self.items, last, self.parts, strong=strong)
        if token.word in _LOOSE or not groups:
            return False
        self._add(groups, token, 0, "joined_to_a_name", harm=harm)
        return True

    def _one(self, item: Item, token: Token, harm: str, rule: str) -> None:
        if not isinstance(item, Token):
            return
        at = self.phrase.tokens.index(item)
        group = one_of(self.phrase.tokens, at)
        self.phrase.groups.append(group)
        self._draft(group, harm, token, rule)

    def _add(
        self, groups: list[Group], token: Token, kind: int, rule: str, *, harm: str | None = None, active: bool = False
    ) -> None:
        harm = harm or str(token.value(kind))
        for group in groups:
            if id(group) in self._taken or (group.harm is not None and rule != "figure_of_toll"):
                continue
            if token.word in _OF_THINGS_TOO and (group.head is None or group.unknown_head):
                continue  # "two pistols and eight shotguns were seized"
            loose = active and (token.word in _LOOSE or harm == "captured")
            if loose and (group.unknown_head or (token.word in _LOOSE and group.head is None)):
                continue
            self._draft(group, harm, token, rule, active=active)

    def _draft(self, group: Group, harm: str, token: Token, rule: str, *, active: bool = False) -> None:
        self._taken.add(id(group))
        at = self.phrase.tokens.index(token)
        draft = Draft(self.phrase, group, group.count, harm, rule, (token.start, token.end), at, active=active)
        if group.unknown_head:
            draft.doubts.append("unknown_noun")
        self.drafts.append(draft)


def _is_doer(left: Group, right: Group) -> bool:
    """Tell whether one person before "killed 30 people injured 90" did it; "a man killed 30 injured" is a list."""
    return left.article and right.head is not None and not right.others
