"""From drafts to claims: ids, passages and confidence, nothing left that is not in the report's words."""

from collections import Counter

from untold.claims.claim import Claim, Evidence, Party
from untold.claims.reading.confidence import confidence
from untold.claims.reading.draft import Draft, Span
from untold.reports.report import Passage, Report

_READER = "grammar"
_CASUALTIES = "The text does not say whether these people were killed or injured; the count is kept as worded."


def finished(drafts: list[Draft], report: Report, medium: Party | None) -> tuple[Claim, ...]:
    """Return the claims that the drafts have become, in the order of the text."""
    ordered = sorted(drafts, key=lambda draft: draft.start)
    seen: Counter[int] = Counter()
    ids: dict[int, str] = {}
    for draft in ordered:
        ids[id(draft)] = f"{report.id}:{draft.start}:{seen[draft.start]}"
        seen[draft.start] += 1
    passages: dict[Span, Passage] = {}  # claims of one sentence share most of their words
    return tuple(_claim(draft, report, medium, ids, passages) for draft in ordered)


def _claim(
    draft: Draft, report: Report, medium: Party | None, ids: dict[int, str], passages: dict[Span, Passage]
) -> Claim:
    sentence = draft.phrase.sentence
    return Claim(
        id=ids[id(draft)],
        report=report.id,
        kind=draft.kind,
        harm=draft.harm,  # type: ignore[arg-type]
        count=draft.count,
        status=draft.status,  # type: ignore[arg-type]
        demographic=draft.demographic,  # type: ignore[arg-type]
        affiliation=draft.affiliation,
        part_of=None if draft.part_of is None else ids.get(id(draft.part_of)),
        restates=None if draft.restates is None else ids.get(id(draft.restates)),
        claimant=draft.claimant,
        medium=medium,
        attributed_to=draft.attributed_to,
        means=draft.means,
        places=draft.places,
        period=draft.period,
        scope=draft.scope,
        modality=draft.modality,
        evidence=_evidence(draft, report, passages),
        quote=_passage((sentence.start, sentence.end), report, passages),
        reader=_READER,
        rule=draft.rule,
        confidence=confidence(draft.rule, tuple(draft.doubts)),
        note=draft.note or (_CASUALTIES if draft.harm == "casualties" else None),
    )


def _evidence(draft: Draft, report: Report, passages: dict[Span, Passage]) -> Evidence:
    evidence: Evidence = {
        "count": _passage(draft.count_span, report, passages),
        "harm": _passage(draft.trigger, report, passages),
    }
    for name, spans in draft.evidence.items():
        if len(spans) == 1:
            evidence[name] = _passage(spans[0], report, passages)
        elif spans:
            evidence[name] = tuple([_passage(span, report, passages) for span in spans])
    return evidence


def _passage(span: Span, report: Report, passages: dict[Span, Passage]) -> Passage:
    passage = passages.get(span)
    if passage is None:
        start, end = span
        passage = passages[span] = Passage(report.id, start, end, report.text[start:end])
    return passage
