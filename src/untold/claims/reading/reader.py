"""Reading: from a report's sentences to its claims, each field with its words.

The steps stand in the order in which they need each other: times and groups,
the words of harm, parts and wholes, who says it, how it is meant, when, where,
by whom, and at last which claims repeat one another.
"""

from datetime import date

from untold.claims.claim import Claim, Party
from untold.claims.reading import kinds as K
from untold.claims.reading.accusations import settle_attributions
from untold.claims.reading.attributions import hands_of
from untold.claims.reading.claimants import Claimants
from untold.claims.reading.countries import Countries
from untold.claims.reading.denials import denials_without_number
from untold.claims.reading.draft import Draft, Phrase
from untold.claims.reading.finishing import finished
from untold.claims.reading.kin import joined_kin
from untold.claims.reading.linking import linked, prepare
from untold.claims.reading.means_of import means_of
from untold.claims.reading.modality import is_question, states_nothing, take_modality
from untold.claims.reading.part import Part
from untold.claims.reading.parts import find_parts
from untold.claims.reading.people_of import carry_status, doubt_status, lean_on_before, take_people
from untold.claims.reading.relations import (
    go_on,
    inherit_from_whole,
    link_alone,
    link_parts,
    link_restatements,
    link_sums,
    whole_before,
    withdraw,
)
from untold.claims.reading.sentences import folded_and_low, sentences
from untold.claims.reading.settings import Settings
from untold.claims.reading.timing import Timing
from untold.claims.reading.tokens import Sentence
from untold.reports.report import Report

_NUMBER_OR_UNIT = K.NUMBER | K.UNIT
_HARM = K.HARM | K.LOSING | K.HARMED
_GOING_ON = K.INCLUDING | K.COUNTS | K.TOTAL
_GOING_ON_WITHIN = 2  # sentences


def read_claims(report: Report, *, medium: Party | None = None) -> tuple[Claim, ...]:
    """Return every casualty claim of a report, in the order of the text.

    Each claim's passages are slices of the report's text; a claim without the
    words for a field leaves it null. `medium` is who publishes, where the
    caller knows better than the report's own `source`.
    """
    found = sentences(report)
    countries = Countries(found)
    timing = Timing(found, report.text, _day(report.published), countries)
    settings = Settings(found, report.text, countries)
    drafts: list[Draft] = []
    for sentence in found:
        if _tells_harm(sentence, drafts):
            drafts.extend(_read_sentence(sentence, timing, drafts, report.text))
    if not drafts:
        return ()
    _fill(drafts, Claimants(found, report.text, countries), timing, settings, report.text)
    if medium is None and report.source is not None:
        medium = Party(report.source.id, report.source.name)
    return finished(drafts, report, medium)


def _tells_harm(sentence: Sentence, earlier: list[Draft]) -> bool:
    """Tell whether a sentence has a word of harm, or goes on to count those of a sentence just before."""
    if sentence.mask & _HARM:
        return True
    counts_on = sentence.mask & _GOING_ON or (
        sentence.mask & K.BE and sentence.mask & K.PERSON and sentence.mask & _NUMBER_OR_UNIT
    )
    return bool(counts_on) and _last_told(sentence, earlier) is not None


def _last_told(sentence: Sentence, earlier: list[Draft]) -> Draft | None:
    near = earlier and sentence.index - earlier[-1].phrase.sentence.index <= _GOING_ON_WITHIN
    return earlier[-1] if near else None


def _day(published: str | None) -> date | None:
    """Return the day of publication; one known only to the month resolves no weekday."""
    return date.fromisoformat(published) if published and len(published) == 10 else None  # noqa: PLR2004 (YYYY-MM-DD)


def _read_sentence(sentence: Sentence, timing: Timing, earlier: list[Draft], text: str) -> list[Draft]:
    """Return a sentence's drafts: who was harmed and how many, with parts tied to their wholes."""
    if is_question(sentence.tokens):
        return []
    timing.times(sentence)  # first, so that no number of a date counts people
    phrase = prepare(sentence)
    if not phrase.groups and not sentence.mask & K.PERSON:
        return []
    parts = find_parts(phrase) if phrase.groups else []
    bound = {id(part.group) for part in parts if _is_bound(phrase, part, earlier)}
    drafts = linked(phrase, bound, _last_told(sentence, earlier))
    drafts.sort(key=lambda draft: (draft.group.start, draft.at))
    drafts = joined_kin(drafts)
    made = _part_drafts(phrase, parts, drafts, earlier)
    drafts.extend(joined_kin(made) if len(made) > 1 else made)
    drafts = [draft for draft in drafts if not states_nothing(draft)]
    drafts.extend(denials_without_number(phrase, drafts))
    drafts.sort(key=lambda draft: (draft.group.start, draft.at))
    for draft in drafts:
        take_people(draft, text)
    lean_on_before(drafts)
    return drafts


def _part_drafts(phrase: Phrase, parts: list[Part], drafts: list[Draft], earlier: list[Draft]) -> list[Draft]:
    """Return drafts for the parts that no verb of their own has claimed."""
    by_group = {id(draft.group): draft for draft in drafts}
    made: list[Draft] = []
    for part in parts:
        if part.is_same:
            continue
        own = by_group.get(id(part.group))
        if own is not None:
            if part.whole is None and own.part_of is None and (told := whole_before(own, earlier)) is not None:
                own.part_of = told
                own.show("part_of", (part.word.start, part.word.end))
            continue
        probe = _probe(phrase, part)
        whole = by_group.get(id(part.whole)) if part.whole is not None else whole_before(probe, earlier)
        if whole is None:
            if part.names_harm:
                made.append(probe)
            continue
        draft = Draft(
            phrase,
            part.group,
            part.group.count,
            probe.harm if part.names_harm and whole.harm == "casualties" else whole.harm,
            "part_of_whole",
            whole.trigger,
            whole.at if whole.phrase is phrase else part.group.start,
        )
        draft.part_of = whole
        draft.show("part_of", (part.word.start, part.word.end))
        by_group[id(part.group)] = draft
        made.append(draft)
    link_parts([*drafts, *made], parts)
    return made


def _is_bound(phrase: Phrase, part: Part, earlier: list[Draft]) -> bool:
    """Tell whether a part has its whole, in its sentence or told before; without one it is a group like any other."""
    return part.is_same or part.whole is not None or whole_before(_probe(phrase, part), earlier) is not None


def _probe(phrase: Phrase, part: Part) -> Draft:
    harm = "injured" if any(stem in part.word.word for stem in ("wounded", "injured")) else "killed"
    return Draft(
        phrase, part.group, part.group.count, harm, "part_of_whole", (part.word.start, part.word.end), part.group.start
    )


def _fill(drafts: list[Draft], claimants: Claimants, timing: Timing, settings: Settings, text: str) -> None:
    _, low = folded_and_low(text)
    for draft in drafts:
        claimants.claim(draft)
        take_modality(draft, low)
        timing.take_period(draft)
        settings.take_places(draft, claimants.spoken_spans(draft.phrase.sentence))
        _take_attribution(draft, text)
    withdraw(drafts, claimants.sentences)
    link_alone(drafts)
    link_sums(drafts)
    go_on(drafts)
    settle_attributions(drafts, claimants.sentences, text)
    timing.date_starts(drafts)
    for draft in drafts:
        inherit_from_whole(draft)
    link_restatements(drafts)
    doubt_status(drafts, claimants.sentences)
    carry_status(drafts)
    for draft in drafts:
        inherit_from_whole(draft)


def _take_attribution(draft: Draft, text: str) -> None:
    tokens = draft.phrase.tokens
    means = means_of(tokens, draft)
    if means is not None:
        draft.means = means[0]
        draft.show("means", means[1])
    hands = hands_of(tokens, draft, text)
    if hands:
        draft.attributed_to = tuple(hand.attribution for hand in hands)
        draft.show("attributed_to", *((tokens[hand.start].start, tokens[hand.end - 1].end) for hand in hands))
