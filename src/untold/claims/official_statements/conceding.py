"""How many people a line says were harmed, and how many of them the belligerent takes upon itself.

A line that denies still repeats what was alleged, and a line that concedes
counts the fighters too. So a number is conceded only where the line finds the
allegation credible, and only in a sentence that is the belligerent's own.
"""

import re
from collections.abc import Iterable, Iterator

from untold.claims.claim import Claim, Harm
from untold.claims.official_statements.flat import Flat, Told
from untold.claims.official_statements.sentences import sentence_of, sentence_starts
from untold.claims.official_statements.wordings import first_match, listed, matches, number_of
from untold.claims.reading import read_claims
from untold.codebook.counts import Count
from untold.reports.plain_text import report_from_text
from untold.reports.report import Passage

# "eight civilians, who were not seen before, were killed": what is said of them aside is no denial.
_ASIDE = re.compile(r", (?:who|which) [^,.;]{1,160},")
_AND = re.compile(r"(?: [\w-]{1,20}){1,3},? and ")  # between two counts of one sum
_FIGHTERS = ("combatant", "armed_forces", "police")


def harmed_in(flat: Flat) -> tuple[Claim, ...]:
    """Return the claims of a flat line, whose passages are letters of that line."""
    bare = _ASIDE.sub(lambda aside: " " * len(aside[0]), flat.text)
    return read_claims(report_from_text(bare, language="en")) if flat.text else ()


def counted_in_arabic(flat: Flat, harm: Harm) -> Told[Count] | None:
    """Return the first number of people that Arabic words say were killed or injured, or null.

    >>> from untold.claims.official_statements.flat import flatten
    >>> counted_in_arabic(flatten("قُتل ثمانية مدنيين"), "killed").value.stated
    8
    """
    found = first_match(listed().arabic_people[harm], flat.low)
    if found is None:
        return None
    number = number_of(found[1])
    has_no_ceiling = any(matches(listed().arabic_people["at_least"], found[0]))
    count = Count.at_least(number) if has_no_ceiling else Count.exactly(number)
    return Told(count, *found.span(1))


def first_counted(claims: Iterable[Claim], harm: Harm) -> Told[Count] | None:
    """Return the first whole count of a harm; of civilians before that of fighters, whom a statement counts as well."""
    whole = [each for each in claims if each.harm == harm and each.part_of is None]
    whole.sort(key=lambda each: each.status != "civilian")
    return next((_told(each) for each in whole if each.count.stated or each.count.low), None)


def conceded_in(flat: Flat, claims: Iterable[Claim], harm: Harm) -> Told[Count] | None:
    """Return the first whole count of a harm that a credible line tells as its own; nobody is a count too."""
    own = [each for each in _own(flat, claims) if each.harm == harm and each.part_of is None]
    own.sort(key=lambda each: each.count.qualifier == "vague")
    civilian = [_told(each) for each in own if each.status not in _FIGHTERS]
    return _with_possible(flat, _together(flat, civilian)) if civilian else None


def _own(flat: Flat, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims of sentences in which no one else speaks before them, and which are not taken back."""
    starts = sentence_starts(flat.text)
    marks = listed().marks
    others = {sentence_of(starts, found.start()): found.start() for found in matches(marks["told_by_others"], flat.low)}
    wrong = {sentence_of(starts, found.start()): found.start() for found in matches(marks["incorrect"], flat.low)}
    for claim in claims:
        at = _told(claim).start
        sentence = sentence_of(starts, at)
        is_withdrawn = sentence + 1 in wrong or wrong.get(sentence, -1) > at
        if others.get(sentence, at) >= at and not is_withdrawn:
            yield claim


def _told(claim: Claim) -> Told[Count]:
    shown = claim.evidence.get("count", claim.quote)
    passages = (shown,) if isinstance(shown, Passage) else shown
    return Told(claim.count, passages[0].start, passages[-1].end)


def _together(flat: Flat, counts: list[Told[Count]]) -> Told[Count]:
    """Return the first count, with those that stand beside it: "two civilians and a child" are three."""
    first, *others = counts
    for other in others:
        number, more = first.value.stated, other.value.stated
        exact = first.value.qualifier == other.value.qualifier == "exact"
        if not exact or number is None or more is None or not _AND.fullmatch(flat.text[first.end : other.start]):
            break
        first = Told(Count.exactly(number + more), first.start, other.end)
    return first


def _with_possible(flat: Flat, told: Told[Count]) -> Told[Count]:
    """Return a count with the one more that the words allow: "two civilians, and possibly a third"."""
    number = told.value.stated
    after = next(
        (each for each in matches(listed().marks["possibly_more"], flat.low) if 0 <= each.start() - told.end <= _NEAR),
        None,
    )
    if number is None or after is None:
        return told
    return Told(Count.between(number, number + 1), told.start, after.end())


_NEAR = 24  # letters between a number and "and possibly a third": its noun
