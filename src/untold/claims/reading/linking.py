"""Which number belongs to which word of harm: the grammar of a casualty sentence.

Each form of the word of harm takes its people in its own place: the subject of
"were killed", the object of "killed", the noun before "dead", the figure after
"the death toll rose to". Every link keeps the name of the rule that made it.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.bare_links import bare_object, joined_to_a_name
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.counting_on import counted_again, listed_after_a_date, listed_on, put_at, the_grave
from untold.claims.reading.draft import Draft, Phrase
from untold.claims.reading.finding_groups import find_groups
from untold.claims.reading.groups import Group, Item
from untold.claims.reading.harmless import harms_nobody, is_intended
from untold.claims.reading.losses import losing
from untold.claims.reading.objects import has_verb, objects_after, toll_after
from untold.claims.reading.of_the_unnumbered import of_the_unnumbered
from untold.claims.reading.participles import participle
from untold.claims.reading.states import state
from untold.claims.reading.subjects import neighbor_before, subjects_before
from untold.claims.reading.taking import Taking, joint_harm
from untold.claims.reading.taking_up import taken_up
from untold.claims.reading.tokens import Sentence, Token
from untold.claims.reading.tolls import figure_before, said_harm, told_harm

_TRIGGERS = K.HARM | K.LOSING
_SLIGHT_NOUNS = closed_set("linking", "slight_nouns")
_FREED = closed_set("linking", "freed")
_LEANING = (listed_on, listed_after_a_date, the_grave, put_at)


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


def linked(phrase: Phrase, parts: set[int], before: Draft | None = None) -> list[Draft]:
    """Return a draft for each group that a word of harm claims, left to right, each group once.

    `parts` are the ids of groups that are parts of others; `before` is the
    claim told last, on which a number without a word of harm may lean.
    """
    taking = Taking(phrase, parts, before)
    for group in phrase.groups:
        if group.harm is not None:
            _noun_head(taking, group)
    for position in [at for at, item in enumerate(taking.items) if item.mask & _TRIGGERS]:
        _word(taking, position, taking.items[position])
    _lean(taking, before)
    return taking.drafts


def _lean(taking: Taking, before: Draft | None) -> None:
    """Take the groups without a word of harm of their own, which lean on one told before."""
    phrase, parts = taking.phrase, taking.parts
    if before is not None and not taking.drafts:
        for link in counted_again(phrase, parts, before):
            taking.follow(link)
    if phrase.sentence.mask & K.INCLUDING and len(taking.taken) < len(phrase.groups):
        for link in of_the_unnumbered(phrase, taking.taken | parts):
            taking.follow(link)
    if taking.drafts and len(taking.taken) < len(phrase.groups):
        for find in _LEANING:
            free = {id(group) for group in phrase.groups} - taking.taken - parts
            for link in find(phrase, taking.drafts, free):
                taking.follow(link)


def _word(taking: Taking, position: int, item: Item) -> None:
    if not isinstance(item, Token):
        return
    if item.mask & K.HARM and position not in taking.joined:
        _trigger(taking, position, item)
    elif item.mask & K.LOSING:
        losing(taking, position, item)


def _trigger(taking: Taking, position: int, token: Token) -> None:
    mask = token.mask
    if mask & K.TOLL and _toll(taking, position, token):
        return
    if mask & K.PARTICIPLE:
        participle(taking, position, token)
    elif mask & K.STATE:
        state(taking, position, token)
    elif mask & K.DIES:
        _dying(taking, position, token)
    elif mask & K.GERUND:
        _objects(taking, position, token, K.GERUND, "object_of_gerund")
    elif mask & K.FINITE and not is_intended(taking.items, position):
        _objects(taking, position, token, K.FINITE, "object_of_verb")
    elif mask & K.EVENT and not harms_nobody(taking.phrase.sentence, taking.items, position):
        _objects(taking, position, token, K.EVENT, "object_of_event_noun")


def _noun_head(taking: Taking, group: Group) -> None:
    if group.harm is None or group.head is None:
        return
    tokens = taking.phrase.tokens
    noun = tokens[group.head]
    if noun.word == "body" and group.head > group.number_end and tokens[group.head - 1].word != "dead":
        return  # "a transitional governing body"
    if tokens[group.start].word.startswith("most"):
        return  # "most of the deaths" counts nobody
    if noun.word == "victims" and has_verb(taking.items, taking.items.index(group)):
        group.harm = None  # "30 victims were killed": the verb says the harm
        return
    if group.harm == "captured" and _is_of_a_deed(taking.items, taking.items.index(group)):
        group.harm = None  # "the beheading of 21 captives"
        return
    if group.article and not group.others and noun.word in _SLIGHT_NOUNS:
        return
    if id(group) not in taking.parts:
        taking.draft(group, group.harm, noun, "noun_of_harm")


def _is_of_a_deed(items: list[Item], position: int) -> bool:
    """Tell whether a word of harm beside captives says what became of them."""
    before = items[position - 1] if position else None
    if isinstance(before, Token) and before.word in _FREED:
        return True  # "released 12 captives": nobody was taken
    return has_verb(items, position) or (before is not None and bool(before.mask & (K.EVENT | K.HARM_VERB)))


def _dying(taking: Taking, position: int, token: Token) -> None:
    subjects = subjects_before(taking.items, position, taking.parts)
    near = neighbor_before(taking.items, position) if not subjects and token.word == "dying" else None
    taking.add([near] if near is not None else subjects, token, K.DIES, "subject_of_dying")


def _objects(taking: Taking, position: int, token: Token, kind: int, rule: str) -> None:
    harm, last = joint_harm(taking, position, token, kind)
    found = objects_after(taking.items, last, taking.parts)
    if found:
        taking.add(found, token, kind, rule, harm=harm, active=True)
    elif not taken_up(taking, last, token, harm) and not bare_object(taking, last, token, harm):
        joined_to_a_name(taking, last, token, harm)


def _toll(taking: Taking, position: int, token: Token) -> bool:
    found = toll_after(taking.items, position)
    last = taking.drafts[-1] if taking.drafts else taking.before
    harm = said_harm(taking.items, position) if found else None
    harm = harm or told_harm(token, None if last is None else last.harm)
    found = found or figure_before(taking.items, position)
    free = [group for group in found if not taking.has(group) and id(group) not in taking.parts]
    if not free:
        return False
    taking.add(free, token, K.TOLL, "figure_of_toll", harm=harm)
    return True
