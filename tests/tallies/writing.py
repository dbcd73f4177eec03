"""Claims built by hand: a text is written, and each claim points at its own words in it.

The arithmetic is tested on what it is given, not on how it was read. A claim
names its number's words; its quote is the sentence around them.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from untold.claims.claim import Attribution, Claim, Party, Period, Place
from untold.codebook.counts import Count
from untold.reports.report import Passage, Report, Zone

SYRIA = Place("Syria", "SYR")
IRAQ = Place("Iraq", "IRQ")
SOHR = Party("sohr", "SOHR")
AIRWARS = Party("airwars", "Airwars")
WHITE_HOUSE = Party("white-house", "the White House")
COALITION = Attribution("us-led-coalition", "the US-led coalition", "known")

ROUND_UP = (
    "Almost 400 civilians died in Syria. "
    "SOHR counted 380 civilians in 18 months, 99 children and 67 women among them. "
    "It put everybody at 4,643 casualties since September 2014. "
    "It also counted 4,108 Daesh militants and 136 Nusra fighters. "
    "The White House admits 21 civilians. "
    "Airwars has at least 1,044 civilians in Syria and Iraq since the start, 519 of them in Syria alone.\n"
    "Related: strikes kill over 1,000"
)


@dataclass
class Draft:
    """A report in the making, and the claims written into it."""

    text: str = ROUND_UP
    report: str = "00aa00aa00aa00aa"
    claims: list[Claim] = field(default_factory=list)

    def claim(self, words: str, count: Count | int, **fields: Any) -> Claim:
        """Add a claim whose number is `words`, with the fields that the test is about."""
        start = self.text.index(words)
        passage = Passage(self.report, start, start + len(words), words)
        made = Claim(
            **{**_UNSAID, **fields},
            id=f"{self.report}:{start}:{len(self.claims)}",
            report=self.report,
            count=Count.exactly(count) if isinstance(count, int) else count,
            evidence={"count": passage},
            quote=self._sentence(start),
        )
        self.claims.append(made)
        return made

    def as_report(self, **fields: Any) -> Report:
        """Return the report that holds the text: one body, and furniture after the last line break."""
        break_at = self.text.rfind("\n")
        end = len(self.text) if break_at < 0 else break_at
        zones = [Zone("body", 0, end)]
        if end < len(self.text):
            zones.append(Zone("furniture", end, len(self.text)))
        made = Report(
            id=self.report,
            origins=("round-up.txt",),
            source=None,
            url=None,
            title="A round-up",
            language="en",
            published=None,
            published_reason="no date in the text",
            date_candidates=(),
            text=self.text,
            zones=tuple(zones),
            capture=self.report * 4,
            captured_at=None,
            media_type="text/plain",
        )
        return replace(made, **fields)

    def _sentence(self, at: int) -> Passage:
        start = max(self.text.rfind(". ", 0, at) + 2, 0) if ". " in self.text[:at] else 0
        end = self.text.find(". ", at)
        end = len(self.text) if end < 0 else end + 1
        end = min(end, self.text.find("\n", at) if "\n" in self.text[at:] else end)
        return Passage(self.report, start, end, self.text[start:end])


_UNSAID: dict[str, Any] = {
    "kind": "casualty",
    "harm": "killed",
    "status": None,
    "demographic": None,
    "affiliation": None,
    "part_of": None,
    "restates": None,
    "claimant": None,
    "medium": None,
    "attributed_to": (),
    "means": None,
    "places": (),
    "period": Period(),
    "scope": "incident",
    "modality": "asserted",
    "reader": "hand",
    "rule": "by_hand",
    "confidence": 1.0,
}

EIGHTEEN_MONTHS = Period(duration="P18M", precision="span", basis="before_publication", words="in 18 months")
SINCE_SEPTEMBER = Period(start="2014-09", precision="month", basis="stated", words="since September 2014")
SINCE_THE_START = Period(start="2014-09", precision="month", basis="event", words="since the start")


def round_up() -> Draft:
    """Return the round-up of real figures that the project began with, in our own words."""
    draft = Draft()
    by_coalition: dict[str, Any] = {"attributed_to": (COALITION,), "means": "airstrike"}
    sohr: dict[str, Any] = {"claimant": SOHR, "places": (SYRIA,), **by_coalition}
    civilians = draft.claim("380 civilians", 380, status="civilian", scope="period", period=EIGHTEEN_MONTHS, **sohr)
    within: dict[str, Any] = {"part_of": civilians.id, "status": "civilian", "scope": "period", **sohr}
    draft.claim("99 children", 99, demographic="children", period=EIGHTEEN_MONTHS, **within)
    draft.claim("67 women", 67, demographic="women", period=EIGHTEEN_MONTHS, **within)
    draft.claim("Almost 400 civilians", Count.at_most(400), status="civilian", restates=civilians.id, places=(SYRIA,))
    running: dict[str, Any] = {"scope": "cumulative", "period": SINCE_SEPTEMBER, **sohr}
    draft.claim("4,643 casualties", 4643, harm="casualties", **running)
    daesh, nusra = Party("islamic-state", "Daesh"), Party("nusra-front", "Nusra")
    draft.claim("4,108 Daesh militants", 4108, status="combatant", affiliation=daesh, **running)
    draft.claim("136 Nusra fighters", 136, status="combatant", affiliation=nusra, **running)
    draft.claim(
        "21 civilians",
        21,
        status="civilian",
        kind="concession",
        modality="conceded",
        claimant=WHITE_HOUSE,
        scope="cumulative",
    )
    airwars: dict[str, Any] = {
        "claimant": AIRWARS,
        "status": "civilian",
        "scope": "cumulative",
        "period": SINCE_THE_START,
        **by_coalition,
    }
    both = draft.claim("at least 1,044 civilians", Count.at_least(1044), places=(SYRIA, IRAQ), **airwars)
    draft.claim("519 of them", 519, places=(SYRIA,), part_of=both.id, **airwars)
    return draft
