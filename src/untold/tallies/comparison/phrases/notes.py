"""What stands beside a number and above the page: incidents, history, the question, and what is not listed."""

from collections.abc import Iterator, Mapping

from untold.tallies.comparison.documented import scope_of_question, scope_of_tally
from untold.tallies.comparison.figure import Earlier, Figure, LeftAside
from untold.tallies.comparison.objects import ReportNamed
from untold.tallies.comparison.phrases import actors, facts, grades, people, place, time, whose
from untold.tallies.ledger.phrases import Phrases
from untold.tallies.tally import TallyScope

_MOST_EARLIER = 3


def heading(asked: TallyScope, phrases: Phrases) -> str:
    """Return the question in a line: of whom, where, by whom and when."""
    scope = scope_of_question(asked)
    parts = (people(scope, phrases), place(scope, phrases), actors(scope, phrases), time(scope, phrases))
    words = " \u00b7 ".join(parts)
    return words[:1].upper() + words[1:]


def question(asked: TallyScope, phrases: Phrases) -> Iterator[str]:
    """Yield what else was asked for: the grades of incidents, and the sources."""
    if asked.grades:
        yield grades(scope_of_tally(asked, ""), phrases)
    if asked.sources:
        yield f"{phrases.say('field', 'sources')}: {', '.join(asked.sources)}"


def number(figure: Figure, phrases: Phrases) -> str:
    """Return a figure's number as it is printed: of a tally the sums that are known, which its notes complete."""
    low, high = figure.low, figure.known_high
    if low is not None and high is not None and low < high:
        return phrases.say("count", "range", low=f"{low:,}", high=f"{high:,}")
    return phrases.count(figure.count)


def asked_people(asked: TallyScope, phrases: Phrases) -> str:
    """Return what harm done to whom was asked for."""
    return people(scope_of_question(asked), phrases)


def adjective(figure: Figure, phrases: Phrases) -> str:
    """Return a figure's adjective; of what was conceded also where, for one actor's word may be summed in two ways."""
    word = phrases.say("adjective", figure.adjective)
    kind = figure.id.partition(":")[0]
    return f"{word} ({phrases.say('comparison', f'from_{kind}')})" if kind in {"claims", "docket"} else word


def own_facts(figure: Figure, asked: TallyScope, phrases: Phrases) -> tuple[str, ...]:
    """Return what a number counts, without the people where they are those that were asked for."""
    same = asked_people(asked, phrases)
    return tuple(fact for fact in facts(figure.scope, phrases) if fact != same)


def notes(figure: Figure, by_id: Mapping[str, Figure], phrases: Phrases) -> Iterator[str]:
    """Yield what a number rests on beside its words: its incidents and what they leave open, its earlier snapshots."""
    if figure.of is not None and figure.of in by_id:
        yield phrases.say("comparison", "own_scope", whose=whose(by_id[figure.of], phrases))
    if figure.incidents is not None:
        yield phrases.say("fact", "semicolon").join(_incidents(figure, phrases))
    if figure.history:
        yield phrases.say(
            "comparison", "earlier", numbers=phrases.say("fact", "comma").join(_history(figure.history, phrases))
        )


def asides(left: LeftAside, phrases: Phrases) -> Iterator[str]:
    """Yield how many numbers are not listed, and why."""
    for key in ("other_scope", "later", "shorter", "copies", "beyond"):
        count: int = getattr(left, key)
        if count:
            yield phrases.say("comparison", key, n=f"{count:,}")


def report_line(figure: Figure, report: ReportNamed | None) -> str:
    """Return where a number was said: the report's title or origin, its day, and the claim's id."""
    if report is None:
        return figure.id
    origin = report.origins[0].rstrip("/").rsplit("/", 1)[-1] if report.origins else report.id
    return ", ".join(part for part in (report.title or origin, report.published, figure.id) if part)


def _incidents(figure: Figure, phrases: Phrases) -> Iterator[str]:
    number = figure.incidents or 0
    yield phrases.say("comparison", "one_incident" if number == 1 else "incidents", n=f"{number:,}")
    if figure.id.startswith(("claims:", "docket:")):
        yield phrases.say("comparison", f"from_{figure.id.partition(':')[0]}")
    if figure.unnumbered:
        yield phrases.say("comparison", "unnumbered", n=f"{figure.unnumbered:,}")
    tally = figure.tally
    if tally is not None and tally.without_low:
        yield phrases.say("comparison", "without_low", n=f"{tally.without_low:,}")
    if tally is not None and tally.without_high:
        yield phrases.say("comparison", "without_high", n=f"{tally.without_high:,}")


def _history(history: tuple[Earlier, ...], phrases: Phrases) -> Iterator[str]:
    for each in history[: -_MOST_EARLIER - 1 : -1]:
        bounds = [f"{bound:,}" for bound in dict.fromkeys((each.low, each.high)) if bound is not None]
        number = "\u2013".join(bounds) or phrases.say("count", "vague")
        yield f"{number} ({each.as_of or phrases.say('header', 'not_stated')})"
    if len(history) > _MOST_EARLIER:
        yield phrases.say("comparison", "and_more", n=f"{len(history) - _MOST_EARLIER:,}")
