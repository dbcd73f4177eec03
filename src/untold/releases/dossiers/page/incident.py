"""What is known of an incident, as a list of facts and a table of ranges."""

from collections.abc import Iterable, Iterator, Mapping

from untold.codebook.coordinates.grid import to_mgrs
from untold.releases.dossiers.gathering import Dossier
from untold.releases.dossiers.page.words import Fact, known, listed, mixed
from untold.releases.dossiers.phrases import actor_name, bounds, country_name, people, term
from untold.releases.published import PublishedIncident, PublishedRange
from untold.tallies.ledger.page.markup import anchor, element, text
from untold.tallies.ledger.phrases import Phrases

_A_KILOMETRE = 0.01  # degrees: the side of a square that is no larger
_SOUTHERNMOST, _NORTHERNMOST = -80, 84  # degrees of latitude between which the grid reaches
_DIGITS = 2  # digits of each half of a grid reference: the finest that a square of 0.01 degrees bears


def facts_block(dossier: Dossier, phrases: Phrases) -> str:
    """Return what is known of the incident."""
    title = element("h2", text(phrases.say("dossier", "facts")))
    return element("section", title, known(facts_of(dossier, phrases)))


def facts_of(dossier: Dossier, phrases: Phrases) -> Iterator[Fact]:
    """Yield the facts of an incident, each under its name; null where nothing is known."""
    incident = dossier.incident

    def say(key: str) -> str:
        return phrases.say("dossier", key)

    yield say("code"), incident.code
    yield say("previous_codes"), listed(incident.previous_codes, phrases)
    yield say("state"), term("incident_state", incident.state, phrases)
    yield say("date"), when(incident)
    yield say("place"), _place(incident, phrases)
    yield say("province"), incident.admin1
    yield say("country"), country_name(incident.country, phrases)
    yield say("point"), _point(incident, phrases)
    yield say("grid"), grid(incident, phrases)
    yield say("by_whom"), _parties(dossier, phrases)
    yield say("means"), _terms("means", incident.means, phrases)
    yield say("infrastructure"), _terms("infrastructure", incident.infrastructure, phrases)
    yield say("grade"), _grade(incident, phrases)
    yield say("strike_status"), _strike_status(incident, phrases)
    yield say("victims"), str(incident.victims) if incident.victims else None


def _terms(vocabulary: str, slugs: Iterable[str], phrases: Phrases) -> str:
    return listed((term(vocabulary, each, phrases) or each for each in slugs), phrases)


def when(incident: PublishedIncident) -> str | None:
    """Return the days of an incident, from the first to the last; null where it has none."""
    days = list(dict.fromkeys(each for each in (incident.date_start, incident.date_end) if each))
    if not days:
        return None
    time = f" ({incident.time_of_day})" if incident.time_of_day else ""
    return " \u2013 ".join(days) + time


def grid(incident: PublishedIncident, phrases: Phrases) -> str | None:
    """Return the grid reference of the square in which the place lies; null where no point is published."""
    if incident.lat is None or incident.lon is None or (incident.cell_degrees or 1) > _A_KILOMETRE:
        return None
    if not (_SOUTHERNMOST <= incident.lat < _NORTHERNMOST and abs(incident.lon) <= 180):  # noqa: PLR2004 (degrees)
        return None
    return phrases.say("dossier", "grid_of_square", grid=to_mgrs(incident.lat, incident.lon, _DIGITS))


def ranges_block(dossier: Dossier, numbers: Mapping[str, int], phrases: Phrases) -> str:
    """Return what the incident is decided to hold, group by group, each with the sentences that decided it."""
    title = element("h2", text(phrases.say("dossier", "numbers")))
    if not dossier.ranges:
        return element("section", title, element("p", text(phrases.say("dossier", "no_ranges")), class_="empty"))
    heads = (phrases.say("dossier", key) for key in ("group", "range", "rule", "from_claims"))
    head = element("tr", *(element("th", text(each), scope="col") for each in heads))
    rows = (_range(each, numbers, phrases) for each in dossier.ranges)
    return element(
        "section",
        title,
        element("table", element("thead", head), element("tbody", *rows), class_="decided"),
        id="numbers",
    )


def _range(one: PublishedRange, numbers: Mapping[str, int], phrases: Phrases) -> str:
    amount = phrases.say("dossier", "suppressed") if one.is_suppressed else bounds(one.low, one.high, phrases)
    links = [
        element("a", mixed(phrases.say("dossier", "claim_link", n=numbers[each])), href=f"#{anchor('c', each)}")
        for each in one.claims
        if each in numbers
    ]
    return element(
        "tr",
        element("th", text(people(one.harm, one.status, one.demographic, phrases)), scope="row"),
        element("td", element("bdi", text(amount)), class_="people"),
        element("td", mixed(term("range_rule", one.rule, phrases) or one.rule)),
        element("td", phrases.say("dossier", "comma").join(links)),
    )


def _place(incident: PublishedIncident, phrases: Phrases) -> str | None:
    names = [each for each in dict.fromkeys((incident.place_name, incident.place_name_local)) if each]
    rung = term("geo_precision", incident.geo_precision, phrases)
    if not names:
        return None
    return f"{' / '.join(names)} ({rung})" if rung else " / ".join(names)


def _point(incident: PublishedIncident, phrases: Phrases) -> str | None:
    if incident.lat is None or incident.lon is None:
        return None
    return phrases.say(
        "dossier", "square", lat=incident.lat, lon=incident.lon, degrees=f"{incident.cell_degrees or 0:g}"
    )


def _parties(dossier: Dossier, phrases: Phrases) -> str:
    named = (
        phrases.say("role", each.role, name=actor_name(each.actor, each.name, phrases)) for each in dossier.attributions
    )
    return "; ".join(named)


def _grade(incident: PublishedIncident, phrases: Phrases) -> str | None:
    return _decided(
        "grade", incident.grade, incident.grade_by, incident.grade_rule, incident.grade_computed,
        incident.grade_reason, phrases,
    )  # fmt: skip


def _strike_status(incident: PublishedIncident, phrases: Phrases) -> str | None:
    return _decided(
        "strike_status", incident.strike_status, incident.strike_status_by, incident.strike_status_rule,
        incident.strike_status_computed, incident.strike_status_reason, phrases,
    )  # fmt: skip


def _decided(
    vocabulary: str,
    value: str | None,
    by: str | None,
    rule: str | None,
    computed: str | None,
    reason: str | None,
    phrases: Phrases,
) -> str | None:
    """Return a decision in words, with what the rule says where a person overruled it."""
    if value is None:
        return None
    shown = term(vocabulary, value, phrases)
    if by == "person":
        said = phrases.say(
            "dossier", "decided_by_person", value=shown, computed=term(vocabulary, computed, phrases) or "\u2013"
        )
        return f"{said}. {phrases.say('dossier', 'decided_reason', reason=reason)}" if reason else said
    return phrases.say("dossier", "decided_by_rule", value=shown, rule=rule) if rule else shown
