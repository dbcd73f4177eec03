"""A casebook of any size, written as it is made: incidents with their accounts, most of them rows of lists.

The incidents and accounts are those of `accounts.py`, where seven sources
report an incident with a chance each. Of five accounts four stand in their
source's list, and one is a text of its own, a dispatch of a few sentences with
an address. On average an incident has 2.7 accounts, 4 claims and 2.3 ranges; a
claim of a list has its cells as passage, one of a text its sentence and the
passages that four of its fields were read from.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

import msgspec

from tests.benchmarks.accounts import Made, make_accounts
from untold.claims.account import Account
from untold.claims.claim import CELLS_READER, Claim, Evidence, Party, Place
from untold.incidents.building.ranges import ranges_of
from untold.incidents.building.summary import attributions_of, date_of, means_of, place_of
from untold.incidents.incident import Decision, Incident
from untold.reports.report import Passage, Report, Source, Zone

TEXTS = 0.2  # of all accounts
_ENDLESS = 10**12  # accounts: as many as the incidents need
_SPEAKERS = ("a doctor", "residents", "the civil defence", "a spokesman of the council")


@dataclass(slots=True)
class _List:
    """A source's list while it grows: its rows so far, and where the next begins."""

    source: str
    lines: list[str] = field(default_factory=list)
    end: int = 0

    @property
    def report(self) -> str:
        """Return the id of the list's report."""
        return hashlib.sha256(self.source.encode()).hexdigest()[:16]


def write_record(folder: Path, incidents: int, *, seed: int = 1, texts: float = TEXTS) -> None:
    """Write a casebook of so many incidents; the same seed gives the same bytes, `texts` is the share of texts."""
    folder.mkdir(parents=True)
    (folder / "casebook.toml").write_text("format = 1\n", "utf-8")
    files = {name: (folder / f"{name}.jsonl").open("wb") for name in ("reports", "claims", "accounts", "incidents")}
    try:
        maker = _Maker(files, texts)
        for number, own in enumerate(_by_incident(seed)):
            if number == incidents:
                break
            maker.write(number, own)
        maker.write_lists()
    finally:
        for file in files.values():
            file.close()


def _by_incident(seed: int) -> Iterator[list[Made]]:
    """Yield the accounts of each incident, without those that print another's words."""
    for _, own in groupby(make_accounts(_ENDLESS, seed), key=lambda made: made.incident):
        apart = {tuple(claim.id for claim in made.claims) or made.account.id: made for made in own}
        yield [replace(made, account=_with_codes(made.account)) for made in apart.values()]


def _with_codes(account: Account) -> Account:
    """Return an account with its codes as monitors write them: CS001."""
    return replace(account, codes=tuple(code.upper() for code in account.codes))


class _Maker:
    """What writes the files of a casebook, incident by incident."""

    def __init__(self, files: Mapping[str, BinaryIO], texts: float) -> None:
        self._files, self._texts, self._owed = files, texts, 0.0
        self._lists: dict[str, _List] = {}
        self._put = msgspec.json.Encoder().encode_lines

    def write(self, number: int, own: Sequence[Made]) -> None:
        """Write one incident with all that is said of it."""
        told = [self._told(made, number) for made in own]
        accounts = [account for account, _ in told]
        self._files["claims"].write(self._put([claim for _, claims in told for claim in claims]))
        self._files["accounts"].write(self._put(accounts))
        self._files["incidents"].write(self._put([_incident(number, accounts, [claims for _, claims in told])]))

    def write_lists(self) -> None:
        """Write the lists as the reports that they are."""
        for each in self._lists.values():
            source = Party(each.source, each.source)
            self._files["reports"].write(self._put([replace(_report("".join(each.lines), source), id=each.report)]))

    def _told(self, made: Made, number: int) -> tuple[Account, tuple[Claim, ...]]:
        self._owed += self._texts
        if self._owed < 1:
            return _row(made, self._lists.setdefault(made.account.source.name, _List(made.account.source.name)))
        self._owed -= 1
        report, account, claims = _dispatch(made, number)
        self._files["reports"].write(self._put([report]))
        return account, claims


def _incident(number: int, accounts: list[Account], claims: list[tuple[Claim, ...]]) -> Incident:
    ids = tuple(each.id for each in accounts)
    grade = "fair" if len(ids) > 1 else "weak"
    status = "likely" if len(ids) > 1 else "single_source"
    return Incident(
        code=f"U-{number:07}",
        previous_codes=(),
        accounts=ids,
        date=date_of(accounts),
        place=place_of(accounts),
        ranges=ranges_of(claims),
        attributions=attributions_of(accounts),
        means=means_of(accounts),
        grade=Decision(grade, f"ours/grade/{grade}", ids, f"{len(ids)} independent sources"),
        strike_status=Decision(status, f"ours/strike_status/{status}", ids, f"{len(ids)} independent sources"),
        state="published",
    )


def _row(made: Made, own: _List) -> tuple[Account, tuple[Claim, ...]]:
    """Add an account to its source's list, and return it with its claims as they stand in the row."""
    cells = [made.account.codes[0], made.account.date.start or "", made.account.place.name or ""]
    claims: list[Claim] = []
    for n, claim in enumerate(made.claims):
        start = own.end + sum(map(len, cells)) + len(cells)
        words = f"{claim.count.low}\t{'' if claim.count.high is None else claim.count.high}"
        cells.append(words)
        passage = Passage(own.report, start, start + len(words), words)
        claims.append(_placed(claim, made.account, passage, {"count": passage}, n))
    line = "\t".join(cells) + "\n"
    own.lines.append(line)
    own.end += len(line)
    listed = [replace(claim, reader=CELLS_READER, rule=f"column:{own.source}.{claim.harm}") for claim in claims]
    return replace(made.account, report=own.report, claims=tuple(claim.id for claim in listed)), tuple(listed)


def _dispatch(made: Made, number: int) -> tuple[Report, Account, tuple[Claim, ...]]:
    """Return an account's report, the account, and its claims as they stand in the report's text."""
    account = made.account
    speaker = _SPEAKERS[number % len(_SPEAKERS)]
    place = account.place.name or "the province"
    sentences = [f"{account.source.name} dispatch {number}: an attack near {place}."]
    sentences += [f"{_worded(claim)} near {place}, {speaker} said." for claim in made.claims]
    text = "\n\n".join([*sentences, "The number could rise, as people are missing under the ruins of several houses."])
    report = replace(_report(text, account.source), published=account.date.start, published_reason="printed")
    claims: list[Claim] = []
    start = len(sentences[0]) + 2
    for n, (claim, sentence) in enumerate(zip(made.claims, sentences[1:], strict=True)):
        passage = Passage(report.id, start, start + len(sentence), sentence)
        words = {"count": str(claim.count).capitalize(), "claimant": speaker, "places": place, "harm": claim.harm}
        evidence: Evidence = {name: _within(passage, word) for name, word in words.items()}
        claims.append(replace(_placed(claim, account, passage, evidence, n), claimant=Party(None, speaker)))
        start += len(sentence) + 2
    ids = tuple(claim.id for claim in claims)
    return report, replace(account, report=report.id, claims=ids, text=text), tuple(claims)


def _worded(claim: Claim) -> str:
    of_whom = "civilians" if claim.status == "civilian" else "people"
    return f"{str(claim.count).capitalize()} {of_whom} were {claim.harm} in the strike"


def _within(passage: Passage, word: str) -> Passage:
    start = passage.start + passage.text.index(word)
    return Passage(passage.report, start, start + len(word), word)


def _report(text: str, source: Party) -> Report:
    capture = hashlib.sha256(text.encode()).hexdigest()
    return Report(
        id=capture[:16],
        origins=(f"{source.name}/{capture[:8]}.txt",),
        source=Source(source.id, source.name),
        url=f"https://{source.name}.example.org/{capture[:8]}",
        title=None,
        language="en",
        published=None,
        published_reason="none is shown",
        date_candidates=(),
        text=text,
        zones=(Zone("body", 0, len(text)),),
        capture=capture,
        captured_at="2026-11-24T00:00:00+00:00",
        media_type="text/plain",
    )


def _placed(claim: Claim, account: Account, quote: Passage, evidence: Evidence, n: int) -> Claim:
    return replace(
        claim,
        id=f"{quote.report}:{quote.start}:{n}",
        report=quote.report,
        medium=account.source,
        places=() if account.place.name is None else (Place(account.place.name, "SYR"),),
        evidence=evidence,
        quote=quote,
        reader="grammar",
        rule="passive",
    )
