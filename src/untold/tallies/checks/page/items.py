"""One finding on the page: its sentence, its numbers, the words it is about, what it names, and its answer."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from untold.reports.report import Passage
from untold.tallies.checks.answers import is_open
from untold.tallies.checks.finding import Finding, Value
from untold.tallies.comparison.page.words import mixed
from untold.tallies.ledger.page.markup import element, isolated, text
from untold.tallies.ledger.phrases import Phrases

_WORDS = 4  # passages of a finding that are shown at once; the others are folded away
_CELL = 40  # characters: shorter passages are cells and numbers, longer ones sentences
_SHOWN = 6  # ids of each kind
_COUNTED = frozenset({"people", "records", "allegations", "days", "kilometres"})


def item(finding: Finding, names: Mapping[str, str], phrases: Phrases) -> str:
    """Return a finding as an entry of its rule's list, with the anchor `f-` and its id."""
    kinds = ["check", finding.severity, *([] if is_open(finding) else ["answered"])]
    return element(
        "li",
        element("p", isolated(finding.message, lang="en", dir="ltr"), class_="message"),
        _figures(finding, phrases),
        _words(finding, names, phrases),
        _about(finding, phrases),
        _answer(finding, phrases),
        element("p", isolated(finding.id), class_="id"),
        class_=" ".join(kinds),
        id=f"f-{finding.id}",
        tabindex="-1",
    )


def _figures(finding: Finding, phrases: Phrases) -> str:
    numbers = (("stated", finding.stated), ("expected", finding.expected), ("residual", finding.residual))
    figures = [
        element("span", text(f"{phrases.say('page', key)} "), isolated(_value(value, finding), dir="ltr"))
        for key, value in numbers
        if value is not None
    ]
    unit = phrases.say("unit", finding.unit) if finding.unit is not None else ""
    if figures and unit:
        figures.append(element("span", text(unit)))
    return element("p", *figures, class_="figures") if figures else ""


def _value(value: Value, finding: Finding) -> str:
    return f"{value:,}" if isinstance(value, int | float) and finding.unit in _COUNTED else str(value)


def _words(finding: Finding, names: Mapping[str, str], phrases: Phrases) -> str:
    quotes = [_quote(each, names) for each in _together(finding.passages)]
    rest = quotes[_WORDS:]
    if not rest:
        return "".join(quotes)
    summary = element("summary", text(phrases.say("findings", "more_words", n=f"{len(rest):,}")))
    return "".join(quotes[:_WORDS]) + element("details", summary, *rest)


def _together(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Yield the passages that are shown in one line: cells of one report, and a sentence by itself."""
    for _, group in groupby(passages, key=lambda each: (each.report, len(each.text) > _CELL and each.start)):
        yield list(group)


def _quote(passages: Sequence[Passage], names: Mapping[str, str]) -> str:
    report = passages[0].report
    words = " \u00b7 ".join(isolated(" ".join(each.text.split()), dir="auto") for each in passages)
    whose = element("span", isolated(names.get(report, report)), class_="whose")
    return element("blockquote", words, " ", whose)


def _about(finding: Finding, phrases: Phrases) -> str:
    named = "".join(
        element("span", text(f"{phrases.say('findings', kind)} "), isolated(_listed(ids)))
        for kind, ids in _kinds(finding)
        if ids
    )
    return element("p", named, class_="about-ids") if named else ""


def _kinds(finding: Finding) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "incidents", finding.incidents
    yield "accounts", finding.accounts
    yield "allegations", finding.allegations
    if not finding.accounts:
        yield "claims", finding.claims


def _listed(ids: tuple[str, ...]) -> str:
    more = f" + {len(ids) - _SHOWN:,}" if len(ids) > _SHOWN else ""
    return ", ".join(ids[:_SHOWN]) + more


def _answer(finding: Finding, phrases: Phrases) -> str:
    answer = finding.answer
    if answer is None:
        return ""
    verdict = phrases.say("answer", answer.verdict)
    given = phrases.say("findings", "answer", verdict=verdict, who=answer.who, day=answer.when[:10])
    return element("p", element("bdi", mixed(f"{given}: {answer.why}")), class_="given")
