"""How much of what official statements state is read, field by field, and how much is invented.

The gold is a monitor's page beside each statement, which knows more than the
statement says. A field counts where the gold's own words stand in the text
(the criteria below look at the text alone); and a value read counts as wrong
where it is not the gold's, unless the text prints it and prints no gold. The
half called unseen was measured before anybody who made the rules read its
misses; what it gave then stands in the method.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.evaluation.measurement import Measurement, Outcome, share_right
from tests.evaluation.statements import STATEMENTS, statement_rows
from untold.claims.columns.wording import layout_words
from untold.claims.official_statements import OfficialStatement, read_official_statement
from untold.codebook.counts import Count
from untold.codebook.folding import name_key
from untold.codebook.wordlists import word_list

_WORDS = layout_words("statements").words
_SERIALIZED = re.compile(r's:\d+:"([^"]*)"')
_LEAD = re.compile(r"^(near|in|on the road between)\s+", re.IGNORECASE)
# What stands between the names of a place on the page: "Khan village, north of Karm", "Oilfields, Syria, near".
_BETWEEN_NAMES = re.compile(
    r", (?:syria, )?(?:near )?|(?:north|south|east|west) of | and | (?:village|oilfields)\b", re.IGNORECASE
)
_NUMBERS = tuple(word_list("numbers")["units"])[:16]  # zero to fifteen
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Words without which a text gives no such reason; a page's "other" and "no reason given" stand in no text.
_OF_A_REASON = {
    "no_strike_in_area": r"\bno\b.*\b(strikes|actions)\b.*\bconducted",
    "insufficient_information": r"\binsufficient\b",
    "duplicate": r"\bduplicate",
    "entered_target_area": r"\btarget area\b|\b(munition|weapon)\b.{0,30}\breleased?\b|\bproximity of the",
    "killed_by_strike_blast": r"\bblast\b",
    "killed_by_secondary_explosion": r"\bsecondary explosion",
    "inside_target_vehicle": r"\b(passenger|drivers?|inside|occupants?)\b",
    "inside_target_building": r"\b(inside|in) (the|a) (building|house|structure)",
    "unseen_at_time_of_engagement": r"\b(unseen|unknown to|not observed|not seen|undetected)\b",
}
_OF_A_HARM = {"killed": "killed|deaths?", "injured": "injured|wounded"}
_PEOPLE = "((civilian|non-combatant|individual|unidentified|other)s?\\b)"
# Words without which a text finds nothing.
_OF_AN_OUTCOME = {
    "credible": r"\b(killed|injured|wounded|deaths?)\b|\bcredible\b",
    "non_credible": r"\bno (coalition|civilian)|\binsufficient\b|\bnot credible\b|\bdid not\b|\bonly\b.*\bfighters\b",
    "duplicate": r"\bduplicate",
    "open": r"\b(open|under|being) (assess|investig|review)|\bstill (open|being)\b",
}


@dataclass(frozen=True, slots=True)
class Read:
    """One statement of the list as it was read."""

    row: dict[str, Any]
    stated: OfficialStatement

    @property
    def unit(self) -> str:
        return str(self.row["statement_id"])

    @property
    def low(self) -> str:
        return " ".join(str(self.row["text"]).lower().split())


Judged = Callable[[Read], Outcome | None]


def measure() -> list[Measurement]:
    """Return, for each field, the share right where the text states it, and of the values read; then both unseen."""
    read = [Read(row, read_official_statement(row["text"])) for row in statement_rows()]
    unseen = [each for each in read if is_unseen(each.row["text"])]
    return [
        *_measured("official_statements", read),
        *_measured("official_statements.unseen", unseen),
        share_right("official_statements.passages", STATEMENTS, map(_passages, read)),
    ]


def is_unseen(text: str) -> bool:
    """Tell whether a text is of the half that was kept from whoever made the rules."""
    return hashlib.sha256(text.encode()).digest()[0] % 2 == 1


def _measured(prefix: str, read: Sequence[Read]) -> Iterator[Measurement]:
    for field, (recalled, precise) in _FIELDS.items():
        yield share_right(f"{prefix}.{field}", STATEMENTS, filter(None, map(recalled, read)))
        yield share_right(f"{prefix}.{field}_given", STATEMENTS, filter(None, map(precise, read)))


def _passages(read: Read) -> Outcome:
    shown = [
        each for value in read.stated.evidence.values() for each in (value if isinstance(value, tuple) else (value,))
    ]
    wrong = [each for each in shown if read.row["text"][each.start : each.end] != each.text]
    return Outcome(read.unit, not wrong, "slices of the text", str(wrong))


def _printed_field(gold: Callable[[Read], str], given: Callable[[Read], tuple[str, ...]]) -> tuple[Judged, Judged]:
    """Return the judges of a field whose value the text prints letter for letter."""

    def recalled(read: Read) -> Outcome | None:
        wanted = gold(read)
        if not wanted or not _prints(read, wanted):
            return None
        return Outcome(read.unit, set(wanted.split("/")) <= set(given(read)), wanted, str(given(read)))

    def precise(read: Read) -> Outcome | None:
        values, wanted = given(read), gold(read)
        if not values:
            return None
        known = set(wanted.split("/")) if wanted else set()
        right = (
            set(values) <= known if wanted and _prints(read, wanted) else all(_prints(read, each) for each in values)
        )
        return Outcome(read.unit, right, wanted, str(values))

    return recalled, precise


def _prints(read: Read, value: str) -> bool:
    spaced = (r"\s?".join(map(re.escape, part.lower())) for part in value.split("/"))
    return all(re.search(rf"(?<!\w){part}(?!\w)", read.low) for part in spaced)


def _day_recalled(read: Read) -> Outcome | None:
    gold = str(read.row["incident_date"])
    return (
        Outcome(read.unit, gold in read.stated.days, gold, str(read.stated.days)) if _prints_day(read, gold) else None
    )


def _day_given(read: Read) -> Outcome | None:
    gold, days = str(read.row["incident_date"]), read.stated.days
    if not days:
        return None
    right = gold in days if _prints_day(read, gold) else all(_prints_day(read, day) for day in days)
    return Outcome(read.unit, right, gold, str(days))


def _prints_day(read: Read, day: str) -> bool:
    """Tell whether the text prints a day: its month's name, its day and its year together, in either order."""
    on = date.fromisoformat(day)
    month = rf"{_MONTHS[on.month - 1]}[a-z]*\.?"
    return bool(re.search(rf"\b{month} {on.day},? {on.year}\b|\b{on.day} {month} (20)?{on:%y}\b", read.low))


def _place_recalled(read: Read) -> Outcome | None:
    gold = str(read.row["location_description"]).strip()
    lead = _LEAD.match(gold)
    bare = gold[lead.end() if lead else 0 :].removesuffix(", Syria")
    if not bare or name_key(bare) not in name_key(" ".join(str(read.row["text"]).split())):
        return None
    read_as = name_key(", ".join(place.name for place in read.stated.places))
    parts = [name_key(part) for part in _BETWEEN_NAMES.split(bare) if part and part.strip()]
    nearness = lead[1].lower() if lead and " " not in lead[1] else None
    right = all(part in read_as for part in parts) and (nearness is None or read.stated.places[0].nearness == nearness)
    has_country = read.stated.country == "SYR" or "syria" not in read.low
    return Outcome(read.unit, right and has_country, gold, f"{read.stated.places} {read.stated.country}")


def _place_given(read: Read) -> Outcome | None:
    """Judge the places read: each must be printed, and what the page names must be among them where the text has it."""
    if not read.stated.places:
        return None
    recalled = _place_recalled(read)
    right = (
        recalled.right if recalled else all(name_key(place.name) in name_key(read.low) for place in read.stated.places)
    )
    return Outcome(read.unit, right, str(read.row["location_description"]), str(read.stated.places))


def _reporter_recalled(read: Read) -> Outcome | None:
    if "via airwars" not in read.low:
        return None
    reporter = read.stated.reporter
    return Outcome(read.unit, reporter is not None and reporter.id == "airwars", "airwars", str(reporter))


def _reporter_given(read: Read) -> Outcome | None:
    reporter = read.stated.reporter
    if reporter is None:
        return None
    right = reporter.id == "airwars" if read.row["via_airwars"] else "via" in read.low and reporter.id != "airwars"
    return Outcome(read.unit, right, str(read.row["via_airwars"]), str(reporter))


def _gold_outcome(read: Read) -> str:
    return _WORDS["position"][read.row["assessment"]]


def _outcome_recalled(read: Read) -> Outcome | None:
    gold = _gold_outcome(read)
    if not re.search(_OF_AN_OUTCOME[gold], read.low):
        return None
    return Outcome(read.unit, read.stated.outcome == gold, gold, str(read.stated.outcome))


def _outcome_given(read: Read) -> Outcome | None:
    gold, given = _gold_outcome(read), read.stated.outcome
    if given is None:
        return None
    only_given = bool(re.search(_OF_AN_OUTCOME[given], read.low)) and not re.search(_OF_AN_OUTCOME[gold], read.low)
    return Outcome(read.unit, given == gold or only_given, gold, given)


def _gold_reasons(read: Read) -> set[str]:
    words = [word for item in read.row["reasons"] for word in (_SERIALIZED.findall(item) or [item])]
    return {slug for word in words if (slug := _WORDS["reason"][word]) and slug != "other"}


def _reasons_recalled(read: Read) -> Outcome | None:
    gold = {slug for slug in _gold_reasons(read) if re.search(_OF_A_REASON[slug], read.low)}
    return Outcome(read.unit, gold <= set(read.stated.reasons), str(gold), str(read.stated.reasons)) if gold else None


def _reasons_given(read: Read) -> Outcome | None:
    """Judge the reasons read, where the page names one at all."""
    gold, given = _gold_reasons(read), set(read.stated.reasons) - {"other"}
    return Outcome(read.unit, given <= gold, str(gold), str(given)) if gold and given else None


def _conceded(read: Read, harm: str) -> tuple[int, int] | None:
    pair = read.row[f"conceded_{harm}"]
    return (pair[0], pair[-1]) if pair and any(isinstance(each, int) and each for each in pair) else None


def _conceded_read(read: Read, harm: str) -> Count | None:
    conceded = read.stated.conceded
    return None if conceded is None else conceded.killed if harm == "killed" else conceded.injured


def _bounds(count: Count | None) -> tuple[int | None, int | None] | None:
    if count is None:
        return None
    return (count.low, count.high) if count.stated is None else (count.stated, count.stated)


def _conceded_judges() -> tuple[Judged, Judged]:
    def recalled(read: Read) -> Outcome | None:
        golds = {
            harm: gold
            for harm in ("killed", "injured")
            if (gold := _conceded(read, harm)) and _counts(read, gold[0], harm)
        }
        read_as = {harm: _bounds(_conceded_read(read, harm)) for harm in golds}
        return Outcome(read.unit, read_as == golds, str(golds), str(read_as)) if golds else None

    def precise(read: Read) -> Outcome | None:
        given = {harm: _bounds(_conceded_read(read, harm)) for harm in ("killed", "injured")}
        told = {harm: bounds for harm, bounds in given.items() if bounds not in (None, (0, 0))}
        golds = {harm: _conceded(read, harm) for harm in told}
        right = all(golds[harm] == told[harm] or _only_counts(read, told[harm], golds[harm], harm) for harm in told)
        return Outcome(read.unit, right, str(golds), str(told)) if told else None

    return recalled, precise


def _only_counts(read: Read, told: tuple[int | None, ...] | None, gold: tuple[int, int] | None, harm: str) -> bool:
    """Tell whether the text counts what was read, and not what the page has."""
    number = told[0] if told else None
    return number is not None and _counts(read, number, harm) and not (gold and _counts(read, gold[0], harm))


def _counts(read: Read, number: int, harm: str) -> bool:
    """Tell whether the text counts so many people: the number, in digits or as a word, and a word of that harm near."""
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    count = rf"\b({number}|{word}{'|an?' if number == 1 else ''}) (of |{_PEOPLE})"
    return bool(
        re.search(rf"{count}[^.]{{0,160}}\b({_OF_A_HARM[harm]})\b|\b({_OF_A_HARM[harm]}) (of |to )?{count}", read.low)
    )


_FIELDS: dict[str, tuple[Judged, Judged]] = {
    "date": (_day_recalled, _day_given),
    "place": (_place_recalled, _place_given),
    "grid": _printed_field(lambda read: "".join(read.row["mgrs"].split()), lambda read: read.stated.grids),
    "code": _printed_field(lambda read: read.row["code_in_text"] or "", lambda read: read.stated.codes),
    "number": _printed_field(lambda read: read.row["allegation_number"] or "", lambda read: read.stated.numbers),
    "reporter": (_reporter_recalled, _reporter_given),
    "outcome": (_outcome_recalled, _outcome_given),
    "reason": (_reasons_recalled, _reasons_given),
    "conceded": _conceded_judges(),
}
