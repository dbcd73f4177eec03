"""A tally as one page: the number, its cells, the incidents of each, and the sentences that they rest on.

Like the ledger's it is one file that can be mailed, printed and opened without
a network; it asks nobody for anything, runs no script, and escapes every word
that comes from a report.
"""

from untold.tallies.comparison.page.words import facts_list, mixed
from untold.tallies.counted.answer import Answer
from untold.tallies.counted.evidence import Evidence
from untold.tallies.counted.page.behind import behind_block
from untold.tallies.counted.page.cells import cells_block, sensitivity_block
from untold.tallies.counted.phrases import scope_facts, scope_heading, tally_phrases
from untold.tallies.counted.terminal import emptiness_lines
from untold.tallies.counted.wording import beside, incidents, notes, number, open_ends
from untold.tallies.ledger.page.frame import Frame, own_style, sheet
from untold.tallies.ledger.page.markup import element, text
from untold.tallies.ledger.phrases import Phrases


def as_page(answer: Answer, evidence: Evidence, *, language: str | None = None) -> str:
    """Return a tally as one HTML page in `language`, English where there are no phrases for it.

    The cells bear the codes of their incidents (`Counting.behind`).
    """
    phrases = tally_phrases(language)
    frame = Frame(
        scope_heading(answer.table.total.scope, phrases),
        phrases.language,
        phrases.say("page", "direction"),
        (phrases.say("tally", "skip"), "numbers"),
        element("p", text(phrases.say("tally", "printed"))),
        (own_style(__name__, "tally.css"),),
    )
    return sheet(frame, _main(answer, evidence, phrases), _foot(phrases))


def _main(answer: Answer, evidence: Evidence, phrases: Phrases) -> str:
    total = answer.table.total
    asked = [*scope_facts(total.scope, phrases), phrases.say("tally", "as_of", day=total.as_of)]
    rule = phrases.say("tally", "rule", rule=total.rule, meaning=phrases.say("rule", total.rule))
    return element(
        "main",
        element("p", text(phrases.say("tally", "title")), class_="kind"),
        element("h1", mixed(scope_heading(total.scope, phrases))),
        facts_list([*asked, rule]).replace('class="facts"', 'class="facts asked"', 1),
        element("div", *_numbers(answer, evidence, phrases), id="numbers", tabindex="-1"),
        class_="tally",
    )


def _numbers(answer: Answer, evidence: Evidence, phrases: Phrases) -> list[str]:
    table = answer.table
    if answer.emptiness is not None:
        lines = emptiness_lines(answer.emptiness, table, phrases)
        return [element("p", mixed(line), class_="empty") for line in lines]
    harm = phrases.say("harm", table.total.scope.harm)
    whole = element("p", element("strong", mixed(number(table.total, phrases))), text(f" {harm}"), class_="whole")
    facts = facts_list([incidents(table.total.incidents, phrases), *open_ends(table.total, phrases)])
    said = "".join(element("li", mixed(line)) for line in (*beside(table.total, phrases), *notes(table, phrases)))
    return [
        whole,
        facts,
        cells_block(table, phrases) if table.by else "",
        element("ul", said, class_="notes") if said else "",
        sensitivity_block(answer, phrases),
        behind_block(table, evidence, phrases),
    ]


def _foot(phrases: Phrases) -> str:
    return element("footer", element("p", text(phrases.say("tally", "furniture"))))
