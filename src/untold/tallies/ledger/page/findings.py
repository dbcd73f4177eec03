"""What adds up and what may be compared, at the foot of the page, with links to the numbers."""

from collections.abc import Sequence

from untold.claims.claim import Claim
from untold.tallies.checks import Check
from untold.tallies.comparison import Comparison, Pair
from untold.tallies.ledger.arrangement import Findings
from untold.tallies.ledger.page.markup import anchor, element, isolated, text
from untold.tallies.ledger.phrases import Phrases
from untold.tallies.ledger.temptation import worth_showing
from untold.tallies.standing import voice_name


def findings_block(found: Findings, by_id: dict[str, Claim], phrases: Phrases) -> str:
    """Return the checks and the comparisons of one report, or of those across reports."""
    checks = "".join(_check(check, by_id, phrases) for check in found.checks)
    checks = element("ul", checks, class_="checks") if checks else _empty("no_checks", phrases)
    comparisons = "".join(_comparison(each, by_id, phrases) for each in found.comparisons)
    return element(
        "div",
        element("h2", text(phrases.say("page", "checks"))),
        checks,
        element("h2", text(phrases.say("page", "comparisons"))),
        comparisons or _empty("no_comparisons", phrases),
        class_="findings",
    )


def _empty(key: str, phrases: Phrases) -> str:
    return element("p", text(phrases.say("page", key)), class_="empty")


def _check(check: Check, by_id: dict[str, Claim], phrases: Phrases) -> str:
    title = f"{phrases.say('check', check.rule)}: {phrases.say('severity', check.severity)}"
    numbers = (("stated", check.stated), ("expected", check.expected), ("residual", check.residual))
    figures = [
        element("span", text(f"{phrases.say('page', key)} "), isolated(f"{number:,}"))
        for key, number in numbers
        if number is not None
    ]
    return element(
        "li",
        element("p", text(title), class_="title"),
        element("p", isolated(check.message, lang="en")),
        element("p", *figures, class_="figures"),
        element("p", *(_link(by_id[name], phrases) for name in check.claims), class_="links"),
        class_=f"check {check.severity}",
    )


def _link(claim: Claim, phrases: Phrases) -> str:
    return element("a", isolated(phrases.count(claim.count)), href=f"#{anchor('c', claim.id)}")


def _comparison(comparison: Comparison, by_id: dict[str, Claim], phrases: Phrases) -> str:
    shown, rest = worth_showing(comparison, by_id)
    pairs = element("ul", *(_pair(pair, by_id, phrases) for pair in shown), class_="pairs")
    return (
        element("h3", text(phrases.subject(comparison.scope)))
        + pairs
        + _rest(rest, comparison.left_out, by_id, phrases)
    )


def _rest(pairs: Sequence[Pair], left_out: int, by_id: dict[str, Claim], phrases: Phrases) -> str:
    """Return the refused pairs that nobody is likely to set side by side, folded away."""
    if not pairs and not left_out:
        return ""
    summary = element("summary", text(phrases.say("page", "more_pairs", n=f"{len(pairs) + left_out:,}")))
    unlisted = text(phrases.say("page", "left_out", n=f"{left_out:,}")) if left_out else ""
    listed = element("ul", *(_pair(pair, by_id, phrases) for pair in pairs), class_="pairs")
    return element("details", summary, listed, element("p", unlisted) if unlisted else "", class_="more")


def _pair(pair: Pair, by_id: dict[str, Claim], phrases: Phrases) -> str:
    a, b = by_id[pair.a], by_id[pair.b]
    sides = element("p", _side(a, phrases), " ", _side(b, phrases), class_="both")
    verdict = element("span", text(phrases.say("verdict", pair.verdict)), class_="verdict")
    sum_ = ""
    if pair.ratio is not None:
        sum_ = isolated(f"{b.count.low:,} / {a.count.low:,} = {pair.ratio:g}", class_="ratio", dir="ltr")
    reasons = element("ul", *(element("li", isolated(reason)) for reason in pair.reasons), lang="en")
    nearest = ""
    if pair.nearest is not None:
        words = text(f"{phrases.say('page', 'nearest')}: ")
        nearest = element("p", words, _side(by_id[pair.nearest], phrases), class_="nearest")
    own = (sides, element("p", verdict, " ", sum_), reasons if pair.reasons else "", nearest)
    return element("li", *own, class_=f"pair {pair.verdict}")


def _side(claim: Claim, phrases: Phrases) -> str:
    return element("span", isolated(voice_name(claim)), " ", _link(claim, phrases), class_="side")
