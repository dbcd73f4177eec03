"""The letter that puts an allegation to a belligerent, with the evidence attached.

A reviewer who gets a link reads nothing; one who gets a grid, a day, the
sentences and the hashes of what they were captured from cannot say that the
allegation lacked detail. The letter is made of what may leave alone: its
reader is the party that is said to have done it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from untold.releases.dossiers.gathering import Dossier
from untold.releases.dossiers.page.evidence import evidence_block, numbered
from untold.releases.dossiers.page.frame import paper
from untold.releases.dossiers.page.incident import facts_of, grid, ranges_block, when
from untold.releases.dossiers.page.review import steps_list
from untold.releases.dossiers.page.words import Fact, known, lines, listed, mixed
from untold.releases.dossiers.phrases import actor_name, dossier_phrases
from untold.releases.published import PublishedAllegation, PublishedIncident
from untold.tallies.ledger.page.markup import element, join, text
from untold.tallies.ledger.phrases import Phrases

_VICINITY_KM = 5  # what a reviewer is asked to search at least: a town and its edge
_FACTS_LEFT_OUT = frozenset({"grade", "strike_status", "victims", "state", "by_whom"})  # ours, or asked apart


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says besides the record: who writes it, on which ISO day, and further questions, each a sentence.

    `sender` is null where the letterhead is added by hand.
    """

    date: str
    sender: str | None = None
    questions: tuple[str, ...] = ()


def letter_page(
    dossier: Dossier, allegation: PublishedAllegation, letter: Letter, made_from: str, *, language: str | None = None
) -> str:
    """Return a printable letter in `language` that puts one allegation of a dossier to its belligerent."""
    phrases = dossier_phrases(language)
    dossier = _of_others(dossier, allegation)
    numbers = numbered(dossier)
    body = join(
        element("section", known(_head(allegation, letter, phrases)), class_="letterhead"),
        element("h1", mixed(subject(dossier, phrases))),
        lines(
            [
                phrases.say("letter", "opening" if dossier.claims else "opening_bare"),
                *_roles(dossier, allegation, phrases),
            ]
        ),
        element("h2", text(phrases.say("letter", "incident"))),
        known(_facts(dossier, phrases)),
        ranges_block(dossier, numbers, phrases),
        _questions(dossier, letter, phrases),
        _earlier(dossier, allegation, phrases),
        lines([_reply(letter, phrases)]),
        evidence_block(dossier, numbers, phrases.say("letter", "annex_evidence"), phrases, annex=True),
        lines([phrases.say("letter", "verify") if dossier.claims else None]),
        element("h2", text(phrases.say("letter", "annex_limits"))),
        lines([phrases.say("letter", "limits")]),
    )
    return paper(subject(dossier, phrases), "letter", body, (made_from,), phrases)


def _of_others(dossier: Dossier, allegation: PublishedAllegation) -> Dossier:
    """Return a dossier without the addressee's own accounts: its answers have their own part of the letter."""
    others = tuple(each for each in dossier.accounts if each.source != allegation.to_id)
    ids = {each.id for each in others}
    claims = tuple(each for each in dossier.claims if each.account in ids)
    said = {each.id for each in claims}
    ranges = tuple(each for each in dossier.ranges if not each.claims or said.intersection(each.claims))
    return replace(dossier, accounts=others, claims=claims, ranges=ranges)


def subject(dossier: Dossier, phrases: Phrases) -> str:
    """Return what a letter is about, in a line."""
    incident = dossier.incident
    names = (incident.place_name_local, incident.place_name) if phrases.language == "ar" else (incident.place_name,)
    place = next((each for each in names if each), None) or phrases.say("letter", "somewhere")
    date = when(incident)
    key = "subject_undated" if date is None else "subject"
    return phrases.say("letter", key, place=place, date=date)


def _head(allegation: PublishedAllegation, letter: Letter, phrases: Phrases) -> Iterator[Fact]:
    yield phrases.say("letter", "to"), actor_name(allegation.to_id, allegation.to, phrases)
    yield phrases.say("letter", "from"), letter.sender
    yield phrases.say("letter", "date"), letter.date
    yield phrases.say("letter", "reference"), " / ".join(each for each in (allegation.incident, allegation.id) if each)
    yield phrases.say("letter", "your_reference"), listed(allegation.numbers, phrases)


def _facts(dossier: Dossier, phrases: Phrases) -> Iterator[Fact]:
    left_out = {phrases.say("dossier", each) for each in _FACTS_LEFT_OUT}
    return (fact for fact in facts_of(dossier, phrases) if fact[0] not in left_out)


def _roles(dossier: Dossier, allegation: PublishedAllegation, phrases: Phrases) -> Iterator[str]:
    """Yield in which role the accounts name the addressee; nothing where none does."""
    for each in dossier.attributions:
        is_addressee = each.actor == allegation.to_id if each.actor else each.name == allegation.to
        if is_addressee and each.role != "denied":
            name = actor_name(each.actor, each.name, phrases)
            yield phrases.say("letter", "roles", name=name, role=phrases.say("letter", f"role_{each.role}"))


def _questions(dossier: Dossier, letter: Letter, phrases: Phrases) -> str:
    strike = _strike_question(dossier.incident, phrases)
    others = (phrases.say("letter", f"question_{key}") for key in ("sources", "finding", "number"))
    asked = (element("li", element("bdi", mixed(each))) for each in (strike, *others, *letter.questions))
    title = element("h2", text(phrases.say("letter", "questions")))
    return element("section", title, element("ol", *asked, class_="questions"))


def _strike_question(incident: PublishedIncident, phrases: Phrases) -> str:
    """Return the question after strikes: near the place where its square is told, else in the area that is named."""
    start, end = incident.date_start, incident.date_end or incident.date_start
    if start is None:
        return phrases.say("letter", "question_strike_undated")
    near = "" if grid(incident, phrases) else "area_"
    key = f"question_strike_{near}{'day' if start == end else 'days'}"
    return phrases.say("letter", key, km=_VICINITY_KM, start=start, end=end)


def _earlier(dossier: Dossier, allegation: PublishedAllegation, phrases: Phrases) -> str:
    steps = dossier.determinations.get(allegation.id, ())
    title = element("h2", text(phrases.say("letter", "earlier")))
    if not steps:
        return element("section", title, lines([phrases.say("letter", "nothing_yet")]))
    return element("section", title, steps_list(steps, phrases))


def _reply(letter: Letter, phrases: Phrases) -> str:
    if letter.sender is None:
        return phrases.say("letter", "reply_unnamed")
    return phrases.say("letter", "reply", name=letter.sender)
