"""The steps that people enter: allegations put, and determinations on allegations of any origin."""

from collections.abc import Iterator, Sequence

from untold.allegations.allegation import Determination
from untold.allegations.hand import Determined, Put, standing_lines
from untold.allegations.incidents import IncidentsTold
from untold.allegations.step import Step, answering, citing, determined, named, number_names
from untold.claims.claim import Party
from untold.codebook.actors import actor, all_actors, find_actor


def hand_id(number: str) -> str:
    """Return the id of what a line of a list under `hand/` enters.

    >>> hand_id("2")
    'hand:2'
    """
    return f"hand:{number}"


def steps_of_put(lines: Sequence[Put], told: IncidentsTold) -> Iterator[Step]:
    """Yield a step for each allegation that a person entered and nobody took back."""
    for number, line in standing_lines(lines):
        to = Party(line.actor, actor(line.actor).name)
        numbers = (line.number,) if line.number else ()
        incident, homeless = _incident(line, told)
        own = incident or (told.of_account(line.account) if line.account else None)
        names = (*number_names(to, numbers), hand_id(number))
        keys = [named(name) for name in names]
        keys += [answering(to, own)] if own else []
        keys += [citing(to, line.code)] if line.code and incident is None else []
        yield Step(
            to=to,
            determination=None,
            names=names,
            keys=tuple(keys),
            incident=incident,
            account=line.account or None,
            received=line.received or None,
            reporter=party_named(line.reporter),
            numbers=numbers,
            codes=(line.code,) if line.code else (),
            homeless=homeless,
        )


def steps_of_determined(lines: Sequence[Determined]) -> Iterator[Step]:
    """Yield a step for each determination that a person entered and nobody took back; its allegation has the actor."""
    for number, line in standing_lines(lines):
        identity = hand_id(number)
        made = Determination(
            id=identity,
            status=line.status,  # type: ignore[arg-type] # the line has checked it against the vocabulary
            date=line.date or None,
            reasons=line.slugs,
            standard=line.standard or None,
            conceded=line.conceded,
            stated_place=line.place or None,
            grid=line.grid or None,
            corrects=line.corrects or None,
            by=line.who,
            why=line.why,
        )
        keys = (named(line.allegation), determined(identity), *((determined(line.corrects),) if line.corrects else ()))
        yield Step(None, made, (), keys)


def party_named(words: str) -> Party | None:
    """Return who is meant by a slug or a name, null for no words; a name that the codebook lacks stays a name.

    >>> party_named("sohr").name, party_named("A neighbor").id
    ('Syrian Observatory for Human Rights', None)
    """
    if not words:
        return None
    known = all_actors().get(words) or find_actor(words)
    return Party(None, words) if known is None else Party(known.id, known.name)


def _incident(line: Put, told: IncidentsTold) -> tuple[str | None, str | None]:
    """Return the present code of the incident that a line is about, or why there is none."""
    codes = told.present(line.incident) if line.incident else ()
    if not line.incident and (own := told.of_account(line.account)) is not None and told.told(own) is not None:
        codes = (own,)
    if len(codes) == 1:
        return codes[0], None
    if codes:
        return None, f"about no incident: {line.incident} was parted into {', '.join(codes)}"
    gone = f"the record has no incident {line.incident} any more" if line.incident else f"{line.account} is in none"
    return None, f"about no incident: {gone}"
