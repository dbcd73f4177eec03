"""What was put to the belligerent about an incident, and each answer in its own words."""

from collections.abc import Iterator

from untold.releases.dossiers.gathering import Dossier
from untold.releases.dossiers.page.evidence import passage
from untold.releases.dossiers.page.words import facts_list, listed, mixed
from untold.releases.dossiers.phrases import actor_name, bounds, term
from untold.releases.published import PublishedAllegation, PublishedDetermination
from untold.tallies.ledger.page.markup import element, text
from untold.tallies.ledger.phrases import Phrases


def review_block(dossier: Dossier, phrases: Phrases) -> str:
    """Return the allegations about an incident with their determinations, or that none is on record."""
    title = element("h2", text(phrases.say("dossier", "review")))
    if not dossier.allegations:
        return element("section", title, element("p", text(phrases.say("dossier", "no_review")), class_="empty"))
    blocks = (_allegation(each, dossier.determinations[each.id], phrases) for each in dossier.allegations)
    return element("section", title, *blocks)


def _allegation(allegation: PublishedAllegation, steps: tuple[PublishedDetermination, ...], phrases: Phrases) -> str:
    actor = actor_name(allegation.to_id, allegation.to, phrases)
    heading = phrases.say("dossier", "allegation", id=allegation.id, actor=actor)
    return element(
        "div", element("h3", mixed(heading)), facts_list(_facts(allegation, phrases)), steps_list(steps, phrases)
    )


def _facts(allegation: PublishedAllegation, phrases: Phrases) -> Iterator[str]:
    yield term("review_status", allegation.status, phrases) or ""
    if allegation.received:
        yield phrases.say("dossier", "received", date=allegation.received)
    if allegation.reporter:
        name = actor_name(allegation.reporter_id, allegation.reporter, phrases)
        yield phrases.say("dossier", "reporter", name=name)
    if allegation.numbers:
        yield phrases.say("dossier", "numbers_of", numbers=listed(allegation.numbers, phrases))


def steps_list(steps: tuple[PublishedDetermination, ...], phrases: Phrases) -> str:
    """Return determinations in their order, or that there is none."""
    if not steps:
        return element("p", text(phrases.say("dossier", "no_determination")), class_="empty")
    return element("ol", *(_step(each, phrases) for each in steps), class_="steps")


def _step(step: PublishedDetermination, phrases: Phrases) -> str:
    status = term("review_status", step.status, phrases)
    facts = [step.date or phrases.say("dossier", "undated"), status or "", *_found(step, phrases)]
    return element("li", facts_list(facts), passage(step.passage, step.withheld, phrases))


def _found(step: PublishedDetermination, phrases: Phrases) -> Iterator[str]:
    if step.reasons:
        yield listed((term("reason", each, phrases) or each for each in step.reasons), phrases)
    if step.standard:
        yield phrases.say("dossier", "standard", standard=term("standard", step.standard, phrases))
    if conceded := listed(_conceded(step, phrases), phrases):
        yield phrases.say("dossier", "conceded", what=conceded)
    if step.stated_place:
        yield phrases.say("dossier", "stated_place", place=step.stated_place)
    if step.distance_km is not None:
        yield phrases.say("dossier", "distance", km=f"{step.distance_km:g}")
    if step.corrects:
        yield phrases.say("dossier", "corrects", id=step.corrects)
    if step.by == "person":
        yield phrases.say("dossier", "entered")


def _conceded(step: PublishedDetermination, phrases: Phrases) -> Iterator[str]:
    pairs = (
        ("killed", step.conceded_killed_low, step.conceded_killed_high),
        ("injured", step.conceded_injured_low, step.conceded_injured_high),
    )
    for harm, low, high in pairs:
        if low is not None or high is not None:
            yield f"{bounds(low, high, phrases)} ({phrases.say('harm', harm)})"
