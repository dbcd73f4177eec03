"""How the claims of one report hang together: parts that reach back, and claims that repeat one another.

A headline's "almost 400" and the body's 380 are one claim said twice; the
rounding is kept, linked, and not tallied.
"""

from itertools import pairwise

from untold.claims.claim import Place
from untold.claims.reading import kinds as K
from untold.claims.reading.draft import Draft
from untold.claims.reading.part import Part
from untold.claims.reading.tokens import Sentence, Token
from untold.codebook.places import find_place

_RECORD_OR_TOTAL_OR_SOURCE_NOUN_OR_TOLL = K.RECORD | K.TOTAL | K.SOURCE_NOUN | K.TOLL
_REACH = 3  # sentences back to the whole of "the dead included"
_SHORTEST = 3  # words of "That is withdrawn"
_HEAD = 6  # sentences that a headline and lede have at most
_AHEAD = 60  # claims that a headline is compared with
_ALIKE = 12  # claims of one number that are remembered
_ROUNDING = 0.1  # a headline rounds by less than a tenth
_TELLING = 5  # below this a repeated number is a coincidence unless the place is the same too
_FILLED = ("status", "attributed_to", "means", "places", "period")


def link_parts(drafts: list[Draft], parts: list[Part]) -> None:
    """Tie the parts of one sentence to their whole in it."""
    by_group = {id(draft.group): draft for draft in drafts}
    for part in parts:
        draft = by_group.get(id(part.group))
        whole = by_group.get(id(part.whole)) if part.whole is not None else None
        if draft is not None and whole is not None and draft is not whole and _fits(draft, whole):
            draft.part_of = whole
            draft.show("part_of", (part.word.start, part.word.end))


def _fits(part: Draft, whole: Draft) -> bool:
    largest = whole.count.high if whole.count.high is not None else whole.count.stated
    least = part.count.low if part.count.low is not None else 0
    if whole.count.qualifier in ("at_least", "more_than", "about", "vague"):
        largest = None if whole.count.qualifier == "vague" else whole.count.stated
    return largest is None or least <= largest


def link_alone(drafts: list[Draft]) -> None:
    """Tie "519 in Syria alone" to the larger number that the same claimant gives for more places."""
    for index, draft in enumerate(drafts):
        if not draft.phrase.sentence.mask & K.ALONE:
            continue
        tokens = draft.phrase.tokens
        last = max(draft.at, draft.group.end)
        word = next((token for token in tokens[last : last + 12] if token.mask & K.ALONE), None)
        if word is None or draft.part_of is not None:
            continue
        for whole in reversed(drafts[max(0, index - _AHEAD) : index]):
            near = draft.phrase.sentence.index - whole.phrase.sentence.index <= 1
            if (
                near
                and whole.harm == draft.harm
                and whole.part_of is None
                and _fits(draft, whole)
                and (whole.count.low or 0) > (draft.count.low or 0)
            ):
                draft.part_of = whole
                draft.show("part_of", (word.start, word.end))
                break


def withdraw(drafts: list[Draft], sentences: list[Sentence]) -> None:
    """Take back the claim told last where the next sentence says so: "That figure has since been withdrawn"."""
    for before, sentence in pairwise(sentences):
        word = _withdrawal(sentence)
        if word is None:
            continue
        told = [draft for draft in drafts if draft.phrase.sentence is before]
        for draft in told[:1]:
            draft.modality = "retracted"
            draft.show("modality", (word.start, word.end))


def _withdrawal(sentence: Sentence) -> Token | None:
    forms = sentence.forms if sentence.mask & K.SAY else []
    if (
        len(forms) < _SHORTEST
        or forms[0].word not in ("that", "this", "the")
        or not forms[1].mask & _RECORD_OR_TOTAL_OR_SOURCE_NOUN_OR_TOLL
    ):
        return None
    tokens = sentence.tokens
    for index, token in enumerate(tokens[2:10], start=2):
        if token.mask & K.SAY and token.value(K.SAY) == "retract" and any(t.mask & K.BE for t in tokens[2:index]):
            return token
    return None


def link_sums(drafts: list[Draft]) -> None:
    """Tie "3,498 killed and 7,920 injured" to the 11,418 casualties told just before, which they add up to."""
    for index, (killed, injured) in enumerate(pairwise(drafts)):
        both = killed.phrase is injured.phrase and {killed.harm, injured.harm} == {"killed", "injured"}
        if not both or killed.count.stated is None or injured.count.stated is None or killed.part_of or injured.part_of:
            continue
        first = max(0, index - _AHEAD)
        for whole in drafts[first : index + _AHEAD]:
            near = 0 <= killed.phrase.sentence.index - whole.phrase.sentence.index <= _REACH
            if (
                near
                and whole.harm == "casualties"
                and whole.part_of is None
                and whole.count.stated == killed.count.stated + injured.count.stated
            ):
                for part in (killed, injured):
                    part.part_of = whole
                    part.show("part_of", whole.count_span)
                break


def go_on(drafts: list[Draft]) -> None:
    """Let a count that goes on from the one before keep its window: the same claimant, no time or event of its own."""
    for last, draft in pairwise(drafts):
        before = last.part_of or last
        beside = (
            draft.scope == "incident"
            and before.scope != "incident"
            and draft.phrase is not before.phrase
            and draft.phrase.sentence.index - before.phrase.sentence.index <= 2  # noqa: PLR2004 (sentences)
        )
        if beside and (_counts_others(draft, before) or _same_count_goes_on(draft, before)):
            draft.scope = before.scope
            draft.evidence.pop("period", None)
            draft.inherit("period", before)


def _counts_others(draft: Draft, before: Draft) -> bool:
    """Tell whether "another 42 people" go on from a total: no time of their own, no other claimant."""
    timeless = draft.period.basis == "carried" or "period" not in draft.evidence
    others = draft.group.others or draft.phrase.tokens[draft.group.start].word.startswith(("another", "a further"))
    return others and timeless and (draft.claimant is None or _same_party(draft, before))


def _same_count_goes_on(draft: Draft, before: Draft) -> bool:
    """Tell whether the claimant of a total goes on counting, without a time or an event of its own."""
    return (
        "period" not in draft.evidence
        and (draft.part_of is not None or _same_party(draft, before))
        and not any(
            token.mask & K.MEANS and token.word not in ("airstrikes", "strikes") for token in draft.phrase.tokens
        )
    )


def whole_before(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """Return the claim of a sentence before that a reaching-back part belongs to."""
    for other in reversed(earlier):
        if draft.phrase.sentence.index - other.phrase.sentence.index > _REACH:
            return None
        same = other.harm in (draft.harm, "casualties")
        if (
            same
            and (other.part_of is None or (draft.demographic is not None and other.demographic is None))
            and other.phrase is not draft.phrase
            and _fits(draft, other)
        ):
            return other
    return None


def inherit_from_whole(draft: Draft) -> None:
    """Give a part what its whole says and it does not, with the whole's words."""
    whole = draft.part_of
    if whole is None:
        return
    if draft.claimant is None and whole.claimant is not None:
        draft.inherit("claimant", whole)
    for name in ("status", "means"):
        if getattr(draft, name) is None and getattr(whole, name) is not None:
            draft.inherit(name, whole)
    for name in ("attributed_to", "places"):
        if not getattr(draft, name) and getattr(whole, name):
            draft.inherit(name, whole)
    if draft.affiliation is None and whole.affiliation is not None:
        draft.inherit("affiliation", whole)
    if (draft.period.basis == "carried" or "period" not in draft.evidence) and "period" in whole.evidence:
        draft.evidence.pop("period", None)  # a day carried from a sentence before says less than the whole
        draft.inherit("period", whole)
    draft.scope = whole.scope
    if draft.modality == "asserted" and whole.modality != "asserted":
        draft.kind = whole.kind
        draft.inherit("modality", whole)


def link_restatements(drafts: list[Draft]) -> None:
    """Link each claim that repeats another to it: a title or lede to the body, a later mention to the first."""
    told: dict[tuple[object, ...], list[Draft]] = {}  # what the body has told, by harm, group and number
    for index, draft in enumerate(drafts):
        alike = told.setdefault((draft.harm, draft.demographic, draft.count.stated), [])
        if not _is_head(draft) and len(alike) < _ALIKE:
            alike.append(draft)
        if draft.part_of is not None or draft.restates is not None:
            continue
        target = _restated(draft, drafts[index + 1 : index + 1 + _AHEAD] if _is_head(draft) else alike)
        if target is not None:
            draft.restates = target
            draft.show("restates", target.count_span)
            _share(draft, target)


def _restated(draft: Draft, others: list[Draft]) -> Draft | None:
    """Return the claim that a draft repeats: for a headline or lede one that follows, else one told before."""
    head = _is_head(draft)
    for other in others:
        if other.phrase is not draft.phrase and _repeats(draft, other, rounding=head):
            return other
    return None


def _is_head(draft: Draft) -> bool:
    sentence = draft.phrase.sentence
    return sentence.index <= 1 or (sentence.zone in ("title", "lede") and sentence.index < _HEAD)


def _repeats(draft: Draft, other: Draft, *, rounding: bool) -> bool:
    if (
        other.restates is not None
        or other.part_of is not None
        or draft.harm != other.harm
        or draft.demographic != other.demographic
    ):
        return False
    if not _compatible(draft, other):
        return False
    if draft.count.stated is None or other.count.stated is None:
        return draft.count == other.count and draft.count.low is not None and _same_setting(draft, other)
    if draft.count.stated == other.count.stated:
        return draft.count.stated >= _TELLING or (rounding and _same_setting(draft, other))
    return rounding and _rounds(draft, other)


def _compatible(draft: Draft, other: Draft) -> bool:
    """Tell whether nothing that both say differs: status, claimant, scope, place, modality."""
    if draft.status is not None and other.status is not None and draft.status != other.status:
        return False
    if draft.claimant is not None and other.claimant is not None and not _same_party(draft, other):
        return False
    if draft.modality != other.modality or (
        draft.affiliation is not None and other.affiliation is not None and draft.affiliation.id != other.affiliation.id
    ):
        return False
    ours, theirs = {p.name.lower() for p in draft.places}, {p.name.lower() for p in other.places}
    if ours and theirs and not ours & theirs and not _broader(draft, other):
        return False
    days = {draft.period.start, other.period.start}
    both_days = (
        None not in days
        and "carried" not in (draft.period.basis, other.period.basis)
        and draft.period.precision == other.period.precision == "day"
        and draft.scope == other.scope == "incident"
    )
    return not (both_days and len(days) > 1)


def _broader(draft: Draft, other: Draft) -> bool:
    """Tell whether one of the two names only a country or a governorate that the other's places may lie in."""
    ours, theirs = {p.country for p in draft.places}, {p.country for p in other.places}
    shared = bool(ours & theirs - {None}) or None in ours | theirs
    return shared and (all(map(_is_wide, draft.places)) or all(map(_is_wide, other.places)))


def _is_wide(place: Place) -> bool:
    known = find_place(place.name)
    return known is not None and known.kind in ("country", "region", "governorate")


def _same_party(draft: Draft, other: Draft) -> bool:
    first, second = draft.claimant, other.claimant
    return (
        first is not None
        and second is not None
        and (first.id == second.id if first.id or second.id else first.name.lower() == second.name.lower())
    )


def _same_setting(draft: Draft, other: Draft) -> bool:
    ours, theirs = {p.name.lower() for p in draft.places}, {p.name.lower() for p in other.places}
    return bool(ours & theirs) and (draft.status == other.status or None in (draft.status, other.status))


def _rounds(draft: Draft, other: Draft) -> bool:
    """Tell whether "almost 400" rounds 380: within a tenth, and on the side that the words allow."""
    stated, exact = draft.count.stated or 0, other.count.stated or 0
    if draft.count.qualifier == "exact" or exact < _TELLING or abs(stated - exact) > _ROUNDING * exact:
        return False
    if draft.count.high is not None:
        return exact <= draft.count.high
    if draft.count.low is not None:
        return exact >= draft.count.low
    return True


def _share_narrower(one: Draft, other: Draft) -> None:
    """Let a telling that names only a province or country take the town from the other."""
    if (
        one.scope != "incident"
        or not other.places
        or all(map(_is_wide, other.places))
        or not all(map(_is_wide, one.places))
    ):
        return
    named = {place.name.lower() for place in other.places}
    one.places = (*other.places, *(place for place in one.places if place.name.lower() not in named))
    one.show("places", *other.evidence.get("places", ()))


def _share(draft: Draft, target: Draft) -> None:
    """Let the two tellings of one claim complete each other, each with the other's words."""
    for one, other in ((draft, target), (target, draft)):
        for name in _FILLED:
            if name == "period":
                lent = one.period.basis == "carried" and other.period.basis not in ("carried", None)
                if lent:
                    one.evidence.pop("period", None)  # a day of its own says more than one carried
                if "period" not in one.evidence and "period" in other.evidence:
                    one.inherit("period", other)
                    one.scope = other.scope
            elif not getattr(one, name) and getattr(other, name):
                one.inherit(name, other)
        _share_narrower(one, other)
    if draft.scope == "incident" and target.scope != "incident":
        draft.scope = target.scope
