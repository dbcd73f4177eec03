"""The findings as one page: an index by rule, each finding with its words, its numbers and its answer.

Like the ledger's it is one file that can be mailed, printed and opened without
a network; it asks nobody for anything, runs no script, and escapes every word
that comes from a report.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from untold.reports.report import Report
from untold.tallies.checks.answers import CheckAnswer, is_open
from untold.tallies.checks.catalogue import GRAVEST_FIRST, check_rule
from untold.tallies.checks.finding import Finding
from untold.tallies.checks.objects import Checked
from untold.tallies.checks.page.items import item
from untold.tallies.checks.page.phrases import check_phrases, meaning_of, title_of
from untold.tallies.checks.record import Severity
from untold.tallies.comparison.page.words import mixed
from untold.tallies.ledger.arrangement import heading
from untold.tallies.ledger.page.frame import Frame, own_style, sheet
from untold.tallies.ledger.page.markup import element, isolated, text
from untold.tallies.ledger.phrases import Phrases

MOST = 200  # findings of a rule on the page: more is a table's work
Grouped = tuple[Severity, str, Sequence[Finding]]


def as_page(checked: Checked, reports: Iterable[Report] = (), *, language: str | None = None) -> str:
    """Return the findings as one HTML page in `language`, English where there are no phrases for it.

    `reports` give the names under which passages are shown.
    """
    phrases = check_phrases(language)
    names = {each.id: heading(each) for each in reports}
    frame = Frame(
        phrases.say("findings", "title"),
        phrases.language,
        phrases.say("page", "direction"),
        (phrases.say("findings", "skip"), "findings"),
        element("p", text(phrases.say("findings", "printed"))),
        (own_style(__name__, "check.css"),),
    )
    return sheet(frame, _main(checked, names, phrases), _foot(phrases))


def _main(checked: Checked, names: dict[str, str], phrases: Phrases) -> str:
    groups = [*_grouped(checked.findings)]
    facts = element(
        "ul", *(element("li", element("bdi", mixed(each))) for each in _facts(checked, phrases)), class_="facts"
    )
    index = element("ul", *(_entry(each, phrases) for each in groups), class_="index") if groups else ""
    sections = "".join(_section(each, names, phrases) for each in groups)
    return element(
        "main",
        element("h1", text(phrases.say("findings", "title"))),
        facts,
        index or element("p", text(phrases.say("findings", "none")), class_="empty"),
        element("div", sections, id="findings", tabindex="-1"),
        _lapsed(checked.lapsed, phrases),
        class_="checked",
    )


def _facts(checked: Checked, phrases: Phrases) -> Iterator[str]:
    looked = checked.looked_at
    yield phrases.say("findings", "as_of", day=checked.as_of)
    yield phrases.say(
        "findings",
        "looked_at",
        reports=f"{looked.reports:,}",
        claims=f"{looked.claims:,}",
        accounts=f"{looked.accounts:,}",
        incidents=f"{looked.incidents:,}",
        allegations=f"{looked.allegations:,}",
    )
    if looked.accounts and not looked.incidents:
        yield phrases.say("findings", "unmatched")


def _grouped(findings: Sequence[Finding]) -> Iterator[Grouped]:
    ordered = sorted(findings, key=lambda each: GRAVEST_FIRST.index(each.severity))  # stable: rules keep their order
    for (severity, rule), group in groupby(ordered, key=lambda each: (each.severity, each.rule)):
        yield severity, rule, sorted(group, key=lambda each: not is_open(each))


def _entry(grouped: Grouped, phrases: Phrases) -> str:
    severity, slug, findings = grouped
    waiting = sum(map(is_open, findings))
    number = element("span", text(f"{waiting:,}"), class_="n")
    title = element("a", text(title_of(check_rule(slug), phrases)), href=f"#{severity}-{slug}")
    kind = text(phrases.say("severity", severity))
    done = len(findings) - waiting
    answered = f" \u00b7 {text(phrases.say('findings', 'answered', n=f'{done:,}'))}" if done else ""
    return element("li", number, title, element("span", kind, answered, class_="of-answered"), class_=severity)


def _section(grouped: Grouped, names: dict[str, str], phrases: Phrases) -> str:
    severity, slug, findings = grouped
    rule = check_rule(slug)
    title = element("h2", text(title_of(rule, phrases)), " ", isolated(slug, class_="slug", lang="en"))
    left = len(findings) - MOST
    more = phrases.say("findings", "more", n=f"{left:,}", rule=slug)
    return element(
        "section",
        title,
        element("p", text(meaning_of(rule, phrases)), class_="meaning"),
        element("p", isolated(phrases.say("findings", "source", source=rule.source)), class_="rule-source"),
        element("ul", *(item(each, names, phrases) for each in findings[:MOST]), class_="checks"),
        element("p", text(more), class_="empty") if left > 0 else "",
        id=f"{severity}-{slug}",
    )


def _lapsed(answers: Sequence[CheckAnswer], phrases: Phrases) -> str:
    if not answers:
        return ""
    items = (
        element(
            "li",
            element("p", isolated(each.message, lang="en"), class_="message"),
            element("p", element("bdi", mixed(f"{_given(each, phrases)}: {each.why}")), class_="given"),
        )
        for each in answers
    )
    title = element("h2", text(phrases.say("findings", "lapsed")))
    return element("section", title, element("ul", *items, class_="lapsed"))


def _given(answer: CheckAnswer, phrases: Phrases) -> str:
    verdict = phrases.say("answer", "gone" if answer.verdict == "mended" else answer.verdict)
    return phrases.say("findings", "answer", verdict=verdict, who=answer.who, day=answer.when[:10])


def _foot(phrases: Phrases) -> str:
    return element("footer", element("p", text(phrases.say("findings", "furniture"))))
