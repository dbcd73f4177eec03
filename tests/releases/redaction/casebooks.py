"""Casebooks by chance, with a canary in everything that may not leave, whatever record it is a field of.

The records are filled by their types and by what `fields.toml` says becomes of
each field: a field that is added to the casebook tomorrow is filled too, with a
canary where it is withheld, and fails here where nobody says what it is.
"""

import types
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from random import Random
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from tests.releases.redaction.canaries import DIGITS, MARK, MARK_AR
from untold.allegations.allegation import Allegation, Determination, Request
from untold.allegations.hand import Asked, Determined, Put
from untold.claims.account import Account, AccountDate, AccountPlace, Stated
from untold.claims.claim import Attribution, Claim, Demographic, Party, Period, Place
from untold.claims.hand import Word
from untold.codebook.counts import Count
from untold.incidents.grading.hand import Override
from untold.incidents.incident import CasualtyRange, Contradiction, Decision, Incident, SignOff
from untold.incidents.judgements import Judgement
from untold.incidents.victims import PersonName, Victim, VictimWord
from untold.incidents.victims.victim import Age, Consent
from untold.releases.redaction.classification import classification
from untold.releases.redaction.policy import Policy
from untold.releases.redaction.policy_file import policy_over
from untold.reports.archive import Receipt
from untold.reports.casebook import Casebook
from untold.reports.hand import add_line
from untold.reports.report import Passage, Report, Source
from untold.tallies.checks.answers import CheckAnswer

PROTECTED = "kanari-watch"
PROTECTED_NAME = "Kanari Watch of Kanariville"
ALL_PROTECTED = f"{MARK}-incident"
_PLACED = [f"U-PLACED{number}" for number in range(1_000)]  # incidents whose place is protected
POLICY = policy_over(
    {
        "name": "canaries",
        "incidents": {"states": ["published"]},
        "protected": {
            "sources": [PROTECTED, PROTECTED_NAME],
            "incidents": _PLACED,
        },
    }
)
_GROUPS: tuple[Demographic | None, ...] = (None, "children")
_SYLLABLES = ("zu", "mo", "la", "bi", "re", "ta", "no", "sha", "gha", "di")
_SYLLABLES_AR = ("زو", "مو", "لا", "بي", "ري", "تا", "نو", "شا", "غا", "دي")
# What a field that leaves holds where nothing else is said; a new one that is text has to be put here.
_PLAIN: dict[tuple[str, str], Any] = {
    ("Report", "language"): "en",
    ("Report", "published"): "2016-07-08",
    ("Report", "media_type"): "text/html",
    ("Report", "licence"): "CC BY 4.0",
    ("Claim", "means"): "airstrike",
    ("Place", "country"): "SYR",
    ("AccountPlace", "country"): "SYR",
    ("Attribution", "id"): "us-led-coalition",
    ("Incident", "means"): ("airstrike",),
    ("Incident", "infrastructure"): ("market",),
    ("CasualtyRange", "rule"): "lowest floor, highest ceiling",
    ("Decision", "value"): "weak",
    ("Decision", "rule"): "ours/grade/weak",
    ("Decision", "computed"): "fair",
    ("Allegation", "received"): "2016-08-01",
    ("Determination", "date"): "2016-09-01",
    ("Determination", "reasons"): ("other",),
    ("Determination", "standard"): "more_likely_than_not",
}


class Maker:
    """What makes records by chance; `marked` counts the canaries that each field was given."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)  # noqa: S311 - the same seed, the same casebook
        self.marked: Counter[tuple[str, str]] = Counter()

    def word(self) -> str:
        """Return a canary of one word."""
        return MARK + "".join(self.rng.choices(_SYLLABLES, k=4))

    def person(self) -> tuple[str, str]:
        """Return a name that is a canary in every link, in two scripts."""
        picked = [self.rng.choices(range(len(_SYLLABLES)), k=3) for _ in range(3)]
        latin = (MARK.title() + "".join(_SYLLABLES[n] for n in each) for each in picked)
        arabic = (MARK_AR + "".join(_SYLLABLES_AR[n] for n in each) for each in picked)
        return " ".join(latin), " ".join(arabic)

    def fill(self, kind: type[Any], /, **given: Any) -> Any:
        """Return a record: `given` fields as given, withheld ones with canaries, others with what they may hold."""
        hints = get_type_hints(kind)
        record = kind.__name__
        values = {each.name: given.get(each.name, self) for each in fields(kind)}
        for name, value in values.items():
            if value is self:
                values[name] = self._value(record, name, hints[name])
            elif MARK in msgspec.json.encode(value).decode().casefold():
                self.marked[record, name] += 1
        return kind(**values)

    def _value(self, record: str, field: str, hint: Any) -> Any:
        disposal = classification()[record][field]
        if disposal.fate == "withheld":
            self.marked[record, field] += 1
            return self._marked(hint)
        if (record, field) in _PLAIN:
            return _PLAIN[record, field]
        return self._plain(record, field, hint)

    def _marked(self, hint: Any) -> Any:
        """Return a canary of a type; numbers and truths bear none, and are anything."""
        inner = _inner(hint)
        if inner is str:
            return self.word()
        if get_origin(inner) is tuple:
            return tuple(self._marked(get_args(inner)[0]) for _ in range(2))
        if get_origin(inner) in {dict, Mapping}:
            return {self.word(): self._marked(get_args(inner)[1])}
        if is_dataclass(inner):
            return self._all_marked(inner)  # type: ignore[arg-type]
        return self._plain("", "", hint)

    def _all_marked(self, kind: type[Any]) -> Any:
        """Return a record that is withheld as a whole."""
        hints = get_type_hints(kind)
        self.marked.update((kind.__name__, each.name) for each in fields(kind))
        return kind(**{each.name: self._marked(hints[each.name]) for each in fields(kind)})

    def _plain(self, record: str, field: str, hint: Any) -> Any:
        inner = _inner(hint)
        if get_origin(inner) is Literal:
            return self.rng.choice(get_args(inner))
        if is_dataclass(inner):
            return self.fill(inner)  # type: ignore[arg-type]
        if get_origin(inner) is tuple and is_dataclass(get_args(inner)[0]):
            return tuple(self.fill(get_args(inner)[0]) for _ in range(1))
        if inner in _BY_TYPE:
            return _BY_TYPE[inner](self.rng)
        msg = f"say in _PLAIN what {record}.{field} may hold"
        raise KeyError(msg)


_BY_TYPE: dict[Any, Callable[[Random], Any]] = {
    int: lambda rng: rng.randint(0, 9),
    float: lambda rng: rng.random(),
    bool: lambda rng: rng.random() < 0.5,
}


def _inner(hint: Any) -> Any:
    """Return a type without its null, and one of several at that."""
    if get_origin(hint) in {Union, types.UnionType}:
        return next(each for each in get_args(hint) if each is not type(None))
    return getattr(hint, "__value__", hint)


def make_casebook(casebook: Casebook, seed: int, *, incidents: int = 8) -> Counter[tuple[str, str]]:
    """Fill a casebook with records by chance; return how many canaries each field was given."""
    make = Maker(seed)
    victims, worlds = [], []
    for number in range(incidents):
        victim = _victim(make, number)
        worlds.append(_World(make, number, victim))
        victims.append(replace(victim, accounts=(worlds[-1].account.id,)))
    _write(casebook, "reports.jsonl", (each.report for each in worlds))
    _write(casebook, "accounts.jsonl", (each.account for each in worlds))
    _write(casebook, "claims.jsonl", (claim for each in worlds for claim in each.claims))
    _write(casebook, "incidents.jsonl", (each.incident for each in worlds))
    _write(casebook, "victims.jsonl", victims)
    _write(casebook, "allegations.jsonl", (each.allegation for each in worlds))
    _write(casebook, "requests.jsonl", (make.fill(Request) for _ in range(2)))
    _write(casebook, "captures.jsonl", (make.fill(Receipt, media_type="text/html") for _ in range(2)))
    _add_lines(casebook, make, worlds)
    return make.marked


class _World:
    """One incident with everything about it: published or not, of a protected source or not."""

    def __init__(self, make: Maker, number: int, victim: Victim) -> None:
        rng = make.rng
        self.state = ("published", "published", "published", "draft", "in_review", "withdrawn", "published")[number % 7]
        self.is_published = self.state == "published"
        self.is_protected = number % 5 == 1
        self.is_placed = number % 7 == 2  # its place is protected
        self.make, self.rng, self.number, self.victim = make, rng, number, victim
        hidden = not self.is_published
        self.code = make.word() if hidden else f"U-PLACED{number}" if self.is_placed else f"U-{number:08d}"
        self.report = self._report(hidden=hidden)
        self.claims = [self._claim(n, hidden=hidden) for n in range(2)]
        self.account = self._account(hidden=hidden)
        self.incident = self._incident()
        self.allegation = self._allegation(hidden=hidden)

    def _report(self, *, hidden: bool) -> Report:
        make = self.make
        name, name_ar = make.person()
        self.witness = name
        self.text = _sentences(self.rng, self.victim, name, name_ar)
        is_hidden = hidden or self.is_protected
        digest = f"{self.rng.getrandbits(256):064x}"
        slug = name.split()[0].lower()
        url = self.rng.choice(
            (
                f"https://news.example.org/2016/07/{_slug(self.victim)}?token={make.word()}#{make.word()}",
                f"https://{make.word()}:{make.word()}@news.example.org/a/b",
                f"https://social.twitter.com/{slug}/status/{DIGITS}{DIGITS}{DIGITS}",
                f"file:///home/{make.word()}/a.html",
                f"https://news.example.org/a/{make.word().title()}{'1aB' * 6}",
            )
        )
        return make.fill(  # type: ignore[no-any-return]
            Report,
            id=make.word() if is_hidden else digest[:16],
            source=self._source(hidden=hidden),
            url=url,
            text=f"{make.word()} {self.text} {make.word()}",
            capture=f"{MARK}{digest}" if is_hidden else digest,
            captured_at=f"2026-11-24T12:30:01.{DIGITS}+00:00",
        )

    def _source(self, *, hidden: bool) -> Source:
        if self.is_protected:
            return Source(PROTECTED, self.make.word())
        return Source(None if hidden else "sohr", self.make.word())

    def _claim(self, number: int, *, hidden: bool) -> Claim:
        make, start = self.make, self.report.text.index(self.text)
        passage = Passage(self.report.id, start, start + len(self.text), self.text)
        at = self.text.find(self.witness)
        where = Passage(self.report.id, start + at, start + at + len(self.witness), self.witness)
        told = {} if at < 0 else {"claimant": where}
        is_hidden = hidden or self.is_protected
        claimant = Party(PROTECTED, PROTECTED_NAME) if is_hidden else Party(None, f"media activist {self.witness}")
        people = self.rng.randint(0, 12)
        return make.fill(  # type: ignore[no-any-return]
            Claim,
            id=f"{self.report.id}:{start}:{number}",
            report=self.report.id,
            kind="casualty",
            count=Count.exactly(people),
            demographic="children" if number else None,
            affiliation=Party(None, _named(self.victim)),
            part_of=None,
            restates=None,
            claimant=claimant,
            medium=Party(PROTECTED, make.word()) if is_hidden else Party("sohr", "SOHR"),
            places=(Place(make.word() if is_hidden else _named(self.victim), "SYR"), Place("Tal Zahra", "SYR")),
            period=make.fill(Period, start="2016-07-08", end=None, duration=None),
            scope="incident",
            modality="asserted",
            evidence={"period": Passage(self.report.id, 0, 3, make.word()), **told},
            quote=passage,
            reader=make.word() if is_hidden else "grammar",
            rule=make.word() if is_hidden else "kin_list",
            confidence=0.5,
            state="read",
        )

    def _account(self, *, hidden: bool) -> Account:
        make = self.make
        is_hidden = hidden or self.is_protected
        return make.fill(  # type: ignore[no-any-return]
            Account,
            id=make.word() if is_hidden else f"{self.report.id}:7",
            report=self.report.id,
            source=Party(PROTECTED, make.word()) if self.is_protected else Party("sohr", "SOHR"),
            claims=tuple(each.id for each in self.claims),
            date=AccountDate("2016-07-08", "2016-07-08", "day", make.word()),
            place=self._place(is_hidden=is_hidden or self.is_placed),
            attributed_to=(
                Attribution("us-led-coalition", make.word(), "suspected"),
                Attribution(None, _named(self.victim), "known"),
            ),
            means="airstrike",
            codes=(make.word(),) if is_hidden else ("CS001", _named(self.victim)),
            stated=Stated("fair", codes=(make.word(),) if is_hidden else ()),
        )

    def _place(self, *, is_hidden: bool) -> AccountPlace:
        make, base = self.make, 35 + self.rng.randint(0, 99) / 100
        told = self.rng.choice((_named(self.victim), f"the house of {make.person()[0]}", "Tal Zahra"))
        name = make.word() if is_hidden else told
        return AccountPlace(
            name=name,
            name_local=f"منزل {make.person()[1]}",
            lat=float(f"{base:.2f}{DIGITS}"),
            lon=float(f"{base + 2:.2f}{DIGITS}"),
            precision="exact_location",
            gazetteer_id=make.word(),
            admin1="Aleppo",
            country="SYR",
        )

    def _incident(self) -> Incident:
        make, account = self.make, self.account
        people = [make.word() for _ in range(self.rng.randint(0, 2))]
        return make.fill(  # type: ignore[no-any-return]
            Incident,
            code=self.code,
            previous_codes=(),
            accounts=(account.id,),
            date=account.date,
            place=account.place,
            ranges=tuple(
                CasualtyRange("killed", "civilian", group, 1, None, 2, "lowest floor, highest ceiling", (each.id,))
                for each, group in zip(self.claims, _GROUPS, strict=True)
            ),
            attributions=account.attributed_to,
            grade=make.fill(Decision, accounts=(account.id,), by=make.word(), reason=make.word()),
            strike_status=make.fill(
                Decision, accounts=(account.id,), by=make.word(), reason=f"public: {_named(self.victim)} told us"
            ),
            contradictions=(
                Contradiction("distance", (account.id, account.id), f"{DIGITS} km apart"),
                Contradiction("date", (account.id,), make.word() if self.is_protected else _named(self.victim)),
                Contradiction("counts", (account.id, make.word()), make.word()),
            ),
            victims=tuple(people),
            sign_offs=(make.fill(SignOff),),
            state=self.state,
        )

    def _allegation(self, *, hidden: bool) -> Allegation:
        make = self.make
        is_hidden = hidden or self.is_protected
        step = make.fill(
            Determination,
            id=f"{self.report.id}:9",
            status="credible",
            statement=self.claims[0].quote,
            conceded=None,
            stated_place=_named(self.victim),
            grid="37SDV7391739173",
            distance_km=float(f"3.{DIGITS}"),
            corrects=None,
            by=make.word(),
        )
        return make.fill(  # type: ignore[no-any-return]
            Allegation,
            id=f"{self.report.id}:9" if is_hidden else f"us-led-coalition:{self.number}",
            incident=self.code,
            account=None,
            to=Party("us-led-coalition", make.word()),
            status="credible",
            determinations=(step,),
            reporter=Party(None, make.word()),
            numbers=() if is_hidden else (str(self.number),),
            codes=() if is_hidden else (_named(self.victim),),
        )


def _victim(make: Maker, number: int) -> Victim:
    latin, arabic = make.person()
    return make.fill(  # type: ignore[no-any-return]
        Victim,
        accounts=(f"{MARK}{number}",),
        names=tuple(make.fill(PersonName, spelling=each) for each in (latin, arabic)),
        father=(make.fill(PersonName, spelling=make.person()[0]),),
        age=Age(7, 9),
        occupations=("teacher",),
        consent=make.fill(Consent),
    )


def _named(victim: Victim) -> str:
    return victim.names[0].spelling


def _slug(victim: Victim) -> str:
    return "-".join(_named(victim).lower().split())


def _sentences(rng: Random, victim: Victim, witness: str, witness_ar: str) -> str:
    """Return a sentence that names whoever was harmed, in one of the ways in which people write."""
    latin, arabic = (each.spelling for each in victim.names)
    one, two, three = latin.split()
    first, second, third = arabic.split()
    return rng.choice(
        (
            f"At least 3 people, {latin} among them, were killed near Tal Zahra, media activist {witness} said.",
            f"{one.upper()} {three.upper()} and two others died.",
            f"{three}, {one} was killed with her children.",
            f"The martyr {witness}, 34, and {one} bin {two} fell.",
            f"قتل {first} {second} {third} وطفلان في القصف",
            f"مقتل 3 مدنيين بينهم {first} {third}",
            f"واستشهد و{first} و{third} في القصف",
            f"{first[:3]}\u0640{first[3:]} {third[:2]}\u064e{third[2:]} قتل",
            f"{one[:3]}\u200b{one[3:]} {three} was killed.",
            f"#{one}{three} was killed #{one}_{two}",
            f"The {three} family lost 5; call +963{DIGITS}{DIGITS} or {MARK}@example.org",
            f"At 36.12{DIGITS}, 37.98{DIGITS} (37SDV7391739173) 4 people were killed, {one} {two} said.",
            f"استشهاد المواطن {witness_ar} واربعة اخرين",
            f"Names of the dead: {witness}",
            "Five died, said KANARI WATCH of Kanariville, and the Kanari Watch of Kanariville's list",
            f"{two} was 7 and {one} 9.",
            f"وكانت {second} في البيت",
            f"{one} {two[:1]}. {three} and 3 others were killed, see https://t.me/{MARK}/12",
        )
    )


def _write(casebook: Casebook, name: str, records: Iterable[object]) -> None:
    casebook.path(name).write_bytes(msgspec.json.Encoder().encode_lines(list(records)))


def _add_lines(casebook: Casebook, make: Maker, worlds: list[_World]) -> None:
    """Add a line of each kind that people write, with a canary wherever it is text."""
    day = "2026-11-24"
    published = next(each for each in worlds if each.is_published)
    lines: dict[str, Any] = {
        "claims": make.fill(
            Word, when=day, claim=published.claims[0].id, verb="confirm", undo=False, field="", value=make.word()
        ),
        "judgements": make.fill(Judgement),
        "victims": make.fill(VictimWord),
        "grades": make.fill(Override, axis="grade", value="weak", undo=False, why=make.word()),
        "allegations": make.fill(
            Put, incident=make.word(), account="", actor="us-led-coalition", received=day, reporter=make.word(),
            number=make.word(), code=make.word(), undo=False,
        ),
        "determinations": make.fill(
            Determined, status="open", date=day, reasons="", standard="", killed="", injured="", place=make.word(),
            grid=make.word(), corrects="", undo=False,
        ),
        "requests": make.fill(Asked, date=day, undo=False),
        "checks": make.fill(CheckAnswer),
    }  # fmt: skip
    for name, line in lines.items():
        add_line(casebook, Path("hand") / f"{name}.csv", line)


def canary_policy(**changes: Any) -> Policy:
    """Return the policy of the canaries, with some fields otherwise."""
    return replace(POLICY, **changes)
