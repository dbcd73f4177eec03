"""What may be compared and what may not, at the foot of the page, with links to the numbers."""

from collections.abc import Iterator, Mapping, Sequence

from untold.tallies.comparison.figure import Figure, ScopeComparison
from untold.tallies.comparison.phrases import whose
from untold.tallies.comparison.phrases.notes import adjective, number
from untold.tallies.comparison.record import Pair
from untold.tallies.comparison.scopes import objections
from untold.tallies.comparison.worth_showing import shown_pairs
from untold.tallies.ledger.page.markup import anchor, element, isolated, text
from untold.tallies.ledger.phrases import Phrases

Figures = Mapping[str, Figure]


def pairs_block(comparison: ScopeComparison, phrases: Phrases) -> str:
    """Return the pairs of a comparison: those to see first, and the others folded away."""
    title = element("h2", text(phrases.say("comparison", "pairs")))
    if not comparison.pairs:
        return title + element("p", text(phrases.say("comparison", "no_pairs")), class_="empty")
    by_id = {figure.id: figure for figure in comparison.items}
    shown, folded = shown_pairs(comparison.pairs)
    listed = element("ul", *(_pair(pair, by_id, phrases) for pair in shown), class_="pairs")
    return element("section", title, listed, _folded(folded, comparison.left_out, by_id, phrases), class_="findings")


def _folded(pairs: Sequence[Pair], left_out: int, by_id: Figures, phrases: Phrases) -> str:
    if not pairs and not left_out:
        return ""
    summary = element("summary", text(phrases.say("comparison", "more_pairs", n=f"{len(pairs) + left_out:,}")))
    listed = element("ul", *(_pair(pair, by_id, phrases) for pair in pairs), class_="pairs")
    unlisted = element("p", text(phrases.say("page", "left_out", n=f"{left_out:,}"))) if left_out else ""
    return element("details", summary, listed, unlisted, class_="more")


def _pair(pair: Pair, by_id: Figures, phrases: Phrases) -> str:
    a, b = by_id[pair.a], by_id[pair.b]
    sides = element("p", _side(a, phrases), " ", _side(b, phrases), class_="both")
    verdict = element("span", text(phrases.say("verdict", pair.verdict)), class_="verdict")
    ratio = ""
    if pair.ratio is not None:
        ratio = isolated(f"{b.low:,} / {a.low:,} = {pair.ratio:g}", class_="ratio", dir="ltr")
    reasons = element("ul", *_reasons(pair, a, b, phrases)) if pair.reasons else ""
    nearest = ""
    if pair.nearest is not None:
        words = text(f"{phrases.say('comparison', 'nearest')}: ")
        nearest = element("p", words, _side(by_id[pair.nearest], phrases), class_="nearest")
    own = (sides, element("p", verdict, " ", ratio), reasons, nearest)
    return element("li", *own, class_=f"pair {pair.verdict}")


def _reasons(pair: Pair, a: Figure, b: Figure, phrases: Phrases) -> Iterator[str]:
    """Yield the reasons, each with its field in the page's language before the English sentence of the record."""
    fields = [objection.field for objection in objections(a, b)]
    for n, reason in enumerate(pair.reasons):
        field = phrases.say("field", fields[n] if n < len(fields) else "bounds")
        yield element("li", element("span", text(f"{field}: "), class_="field"), isolated(reason, lang="en"))


def _side(figure: Figure, phrases: Phrases) -> str:
    link = element("a", isolated(number(figure, phrases)), href=f"#{anchor('f', figure.id)}")
    word = element("span", text(adjective(figure, phrases)), class_=f"adjective {figure.adjective}")
    return element("span", isolated(whose(figure, phrases)), " ", link, " ", word, class_="side")
