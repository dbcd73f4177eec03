"""What of a text can be laid beside another text: its days, its places, its parties, its numbers, its words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from untold.claims.account import Account, AccountDate
from untold.claims.accounts_of_texts.days_told import date_told
from untold.claims.accounts_of_texts.named_places import places_named
from untold.claims.claim import Claim
from untold.codebook.folding import is_arabic, name_key
from untold.codebook.places import find_place
from untold.codebook.wordlists import word_list
from untold.incidents.places.names import name_keys
from untold.reports.report import Report

_HEAD = 1200  # characters in which a story says what it is about
_FIRST_CLAIMS = 6  # what a text counts first is its own incident, what comes later may be background
_DAY = 10  # length of YYYY-MM-DD
_LONGEST_DATE = 3  # days; a wider date says too little
_CLAIMED, _PASSING = 1.5, 0.6  # of a place that a claim names, and of one that none does where others are named
_SHORT_SKELETON = 4  # "~krh": three consonants join two scripts, and too many names within one
_WORD = re.compile(r"[^\W\d_]{3,}")
_ARABIC_PREFIX = re.compile("^(?:[وبفك]?ال|لل|[وبل])(?=.{2})")
_KIND_WORDS = frozenset(word_list("where")["wide"]["words"]) | frozenset(word_list("where")["generic"]["words"])
_DIRECTIONS = frozenset(word_list("where")["directions"]["words"])
_WEEKDAYS = (
    ("monday", "الاثنين"),
    ("tuesday", "الثلاثاء"),
    ("wednesday", "الاربعاء"),
    ("thursday", "الخميس"),
    ("friday", "الجمعه"),
    ("saturday", "السبت"),
    ("sunday", "الاحد"),
)


@dataclass(frozen=True, slots=True)
class Story:
    """One text as far as it can be compared.

    `places` maps keys of names to how much the text is about them; a key
    marked "A" or "L" joins an Arabic name with a Latin one alone. `first`,
    `last` are days, null where the text dates nothing; `weekday` is the first
    that it names, Monday 0. `counts` are (harm, number) of its first claims.
    """

    id: str
    source: str
    first: date | None
    last: date | None
    weekday: int | None
    places: Mapping[str, float]
    actors: Mapping[str, int]
    means: Mapping[str, int]
    counts: frozenset[tuple[str, int]]
    words: Mapping[str, int] = field(repr=False)


def story_of(report: Report, claims: Iterable[Claim], account: Account | None = None) -> Story:
    """Return what of a report can be compared; `account` is its own first account, where there is one."""
    told = [claim for claim in claims if _is_its_own(claim)][:_FIRST_CLAIMS]
    head = name_key(report.text[:_HEAD])
    first, last = _days(report, account)
    return Story(
        id=report.id,
        source=(account.source.id or account.source.name) if account is not None else "",
        first=first,
        last=last,
        weekday=_weekday(head),
        places=_places(report, told),
        actors=_stems(head, "actors"),
        means=_stems(head, "means"),
        counts=frozenset(_counts(told)),
        words=Counter(_words(report.text[:_HEAD])),
    )


def _is_its_own(claim: Claim) -> bool:
    return claim.scope == "incident" and claim.part_of is None and claim.modality in {"asserted", "conceded"}


def _days(report: Report, account: Account | None) -> tuple[date | None, date | None]:
    """Return the days of the account where they are few, else those of the report itself."""
    for told in (account.date if account is not None else AccountDate(), date_told(report)):
        first, last = _whole_day(told.start), _whole_day(told.end)
        if first is not None and last is not None:
            return (first, last) if (last - first).days <= _LONGEST_DATE else (None, None)
    return None, None


def _whole_day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value is not None and len(value) == _DAY else None


def _weekday(head: str) -> int | None:
    found = [(head.find(word), number) for number, words in enumerate(_WEEKDAYS) for word in words if word in head]
    return min(found)[1] if found else None


def _places(report: Report, claims: list[Claim]) -> dict[str, float]:
    claimed = {place.name for claim in claims for place in claim.places}
    found: dict[str, float] = {}
    for named in places_named(report):
        name = bare_place(named.name)
        if not name or _is_country(name):
            continue
        weight = named.prominence
        if claimed:
            weight *= _CLAIMED if named.name in claimed else _PASSING
        for key in place_keys(name):
            found[key] = max(found.get(key, 0.0), weight)
    return found


def bare_place(name: str) -> str:
    """Return a place's name without its kind and without a direction.

    >>> bare_place("eastern Karm province"), bare_place("north-east")
    ('karm', '')
    """
    words = name_key(name).split()
    return " ".join(word for word in words if word not in _KIND_WORDS and word not in _DIRECTIONS)


def place_keys(name: str) -> tuple[str, ...]:
    """Return the keys under which a name meets others; short skeletons meet the other script alone.

    >>> place_keys("قاره"), place_keys("qarah")
    (('قاره', 'A~kr', 'A~krh'), ('qarah', 'L~kr', 'L~krh'))
    """
    script = "A" if is_arabic(name) else "L"
    keys = name_keys(name)
    return tuple(key if not key.startswith("~") or len(key) > _SHORT_SKELETON else script + key for key in keys)


def _is_country(name: str) -> bool:
    known = find_place(name)
    return known is not None and known.kind == "country"


def _stems(head: str, kind: str) -> dict[str, int]:
    counted = {slug: sum(head.count(stem) for stem in stems) for slug, stems in _stem_lists()[kind].items()}
    return {slug: times for slug, times in counted.items() if times}


@cache
def _stem_lists() -> dict[str, dict[str, list[str]]]:
    lists: dict[str, dict[str, list[str]]] = word_list("story_words")
    return lists


def _counts(claims: list[Claim]) -> Iterator[tuple[str, int]]:
    for claim in claims:
        number = claim.count.stated if claim.count.stated is not None else claim.count.low
        if number and claim.harm in {"killed", "injured"}:
            yield claim.harm, number


def _words(text: str) -> Iterator[str]:
    for found in _WORD.finditer(name_key(text)):
        word = found[0]
        yield _ARABIC_PREFIX.sub("", word) if is_arabic(word) else word
