"""Of whom: status, demographic and affiliation of a claim's people, from the noun or from the group it leans on.

"Two soldiers were killed and three wounded" wounds three soldiers: a number
without a noun takes that of the group before it. It never takes a demographic,
for "a woman was killed and twelve wounded" does not wound twelve women.
"""

from untold.claims.claim import Party
from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_list, closed_set
from untold.claims.reading.draft import Draft
from untold.claims.reading.lexicon import PersonNoun
from untold.claims.reading.tokens import Sentence

_MOST = closed_set("people_of", "most")
_HOW_MANY = closed_set("people_of", "how_many")
_NOT_KNOWN = closed_set("people_of", "not_known")
_KNOWING = closed_set("people_of", "knowing")
_ASKED = 9  # words of "how many of the casualties were civilians"
_DOUBTED_WITHIN = 2  # sentences
_NEAR = 2  # sentences over which a status holds
_MIXED = closed_list("people_of", "mixed")


def take_people(draft: Draft, text: str) -> None:
    """Set what the group's own words say of its people."""
    group = draft.group
    tokens = draft.phrase.tokens
    if group.status is not None:
        draft.status = group.status
        at = group.status_at if group.status_at is not None else group.head
        if group.noun_span is not None:
            draft.show("status", group.noun_span)
        elif at is not None:
            draft.show("status", (tokens[at].start, tokens[at].end))
    if group.demographic is not None:
        draft.demographic = group.demographic
        at = group.demographic_at if group.demographic_at is not None else group.head
        if group.noun_span is not None:
            draft.show("demographic", group.noun_span)
        elif at is not None:
            draft.show("demographic", (tokens[at].start, tokens[at].end))
    if group.affiliation is not None and group.affiliation_at is not None:
        span = (tokens[group.affiliation_at].start, tokens[group.affiliation_at].end)
        draft.affiliation = Party(group.affiliation.id, text[span[0] : span[1]])
        draft.show("affiliation", span)
    if draft.status is None:
        _take_noun_beside(draft)
    _take_mixture(draft, text)
    _take_second_noun(draft)


def _take_noun_beside(draft: Draft) -> None:
    """Read "16 of them" after "clashed with the terrorists", and "casualties among the militants"."""
    tokens, group = draft.phrase.tokens, draft.group
    if group.harm is not None and group.end < len(tokens) and tokens[group.end].word in ("on", "among", "upon"):
        places = range(group.end + 1, min(group.end + 4, len(tokens)))
    elif _is_of_them(draft) and draft.active and draft.part_of is None:
        places = range(group.start - 1, -1, -1)
    else:
        return
    for at in places:
        noun = tokens[at].value(K.PERSON)
        if isinstance(noun, PersonNoun) and noun.plural:
            if noun.status is not None:
                draft.status = noun.status
                draft.show("status", (tokens[at].start, tokens[at].end))
            return


def _is_of_them(draft: Draft) -> bool:
    tokens, group = draft.phrase.tokens, draft.group
    if group.head is not None and tokens[group.head].word == "them":
        return True  # "scores of them"
    return group.end < len(tokens) and tokens[group.end].word == "of them"


def _take_mixture(draft: Draft, text: str) -> None:
    """Read "(including non-civilians)" as people of mixed status."""
    if draft.status is not None:
        return
    sentence = draft.phrase.sentence
    low = text[sentence.start : sentence.end].lower().replace("\u00a0", " ")
    for words in _MIXED:
        at = low.find(words)
        if at >= 0:
            draft.status = "unknown"
            draft.show("status", (sentence.start + at, sentence.start + at + len(words)))
            return


def _take_second_noun(draft: Draft) -> None:
    """Read "dozens of civilians and combatants", and "700 people, the majority of them civilians", as mixed."""
    tokens, group = draft.phrase.tokens, draft.group
    if draft.status is not None:
        joint = tokens[group.end] if group.end + 1 < len(tokens) else None
        noun = tokens[group.end + 1].value(K.PERSON) if joint is not None and joint.word == "and" else None
        mixed = isinstance(noun, PersonNoun) and noun.plural and noun.status is not None and group.head is not None
        if mixed and isinstance(noun, PersonNoun) and noun.status != draft.status:
            _mix(draft, group.end, group.end + 2)
        return
    if draft.phrase.sentence.words.isdisjoint(_MOST):
        return
    for at in range(group.end, len(tokens) - 1):
        if tokens[at].word in _MOST:
            named = tokens[at + 1 : at + 4]
            if any(isinstance(noun := token.value(K.PERSON), PersonNoun) and noun.status for token in named):
                _mix(draft, at, at + 2)
            return


def _mix(draft: Draft, start: int, end: int) -> None:
    draft.status, draft.affiliation = "unknown", None
    draft.show("status", draft.phrase.span(start, end))


def doubt_status(drafts: list[Draft], sentences: list[Sentence]) -> None:
    """Let "it was not clear how many of them were civilians" make unknown the status of those told just before.

    Whoever repeats that number speaks of the same people.
    """
    near = {draft.phrase.sentence.index + ahead for draft in drafts for ahead in range(_DOUBTED_WITHIN + 1)}
    for sentence in [sentences[index] for index in near if index < len(sentences)]:
        if not sentence.mask & K.PERSON or not sentence.mask & K.UNBOUNDED or not _doubts(sentence):
            continue
        before = [draft for draft in drafts if 0 <= sentence.index - draft.phrase.sentence.index <= _DOUBTED_WITHIN]
        told = [draft for draft in before if draft.status is None and draft.part_of is None]
        for draft in drafts:
            same = any(draft.harm == other.harm and draft.count.stated == other.count.stated for other in told)
            if same and draft.status is None and draft.part_of is None:
                draft.status = "unknown"
                draft.show("status", (sentence.start, sentence.end))


def _doubts(sentence: Sentence) -> bool:
    """Tell whether a sentence says that it is not known how many were civilians, or fighters."""
    if sentence.words.isdisjoint(_NOT_KNOWN) or sentence.words.isdisjoint(_KNOWING):
        return False
    at = next((n for n, token in enumerate(sentence.tokens) if token.word in _HOW_MANY), len(sentence.tokens))
    asked = sentence.tokens[at + 1 : at + _ASKED]
    return any(isinstance(noun := token.value(K.PERSON), PersonNoun) and noun.status for token in asked)


def lean_on_before(drafts: list[Draft]) -> None:
    """Let numbers without a noun take status and affiliation from the group before them in their sentence."""
    for index, draft in enumerate(drafts):
        leaning = (
            draft.group.head is None
            and draft.status is None
            and draft.group.harm is None
            and not draft.group.unknown_head
        )
        if not leaning or draft.rule.startswith(("figure_of_toll", "bare")):
            continue
        before = drafts[index - 1] if index else None
        after = drafts[index + 1] if index + 1 < len(drafts) else None
        if after is not None and _shares_noun(draft, after):
            draft.inherit("status", after)
            if after.affiliation is not None:
                draft.inherit("affiliation", after)
            continue
        if (
            before is not None
            and before.part_of is not draft
            and before.phrase is draft.phrase
            and before.status is not None
            and before.group.end <= draft.group.start
            and not _mixed_before(draft, before)
        ):
            draft.inherit("status", before)
            if before.affiliation is not None:
                draft.inherit("affiliation", before)


def carry_status(drafts: list[Draft]) -> None:
    """Let people of whom a sentence says nothing more take the status that the sentences just before establish.

    Only within one event and one harm or part, only where every claim near by
    agrees, and never past a sentence that speaks of fighters.
    """
    for index, draft in enumerate(drafts):
        if (
            draft.status is not None
            or draft.scope != "incident"
            or draft.group.harm is not None
            or draft.affiliation is not None
        ):
            continue
        near = [
            other
            for other in drafts[max(0, index - 6) : index]
            if other.phrase is not draft.phrase
            and draft.phrase.sentence.index - other.phrase.sentence.index <= _NEAR
            and (other.scope == "incident" or other.period.precision == "day")  # a day's several attacks
        ]
        said = {other.status for other in near if other.status is not None}
        if said == {"civilian"} and not _speaks_of_fighters(draft):
            draft.inherit("status", next(other for other in reversed(near) if other.status == "civilian"))


def _speaks_of_fighters(draft: Draft) -> bool:
    """Tell whether a noun for fighters stands in the draft's own sentence, the doers of the harm aside."""
    for token in draft.phrase.tokens:
        noun = token.value(K.PERSON)
        if (
            isinstance(noun, PersonNoun)
            and noun.status in ("combatant", "armed_forces", "police")
            and token.start > draft.start
        ):
            return True
    return False


def _shares_noun(draft: Draft, after: Draft) -> bool:
    """Read "killed 28 and wounded 30 militants": the noun stands once, with the second number."""
    if (
        after.phrase is not draft.phrase
        or after.status is None
        or not (draft.active and after.active)
        or draft.group.others
    ):
        return False
    between = draft.phrase.tokens[draft.group.end : after.group.start]
    return len(between) == 2 and between[0].word == "and" and bool(between[1].mask & K.HARM_VERB)  # noqa: PLR2004 (and, verb)


def _mixed_before(draft: Draft, before: Draft) -> bool:
    """Tell whether another clause about other people lies between."""
    between = draft.phrase.tokens[before.group.end : draft.group.start]
    return (
        any(token.word in (";", ".", "whereas") for token in between)
        or sum(bool(token.mask & K.SAY) for token in between) > 0
    )
