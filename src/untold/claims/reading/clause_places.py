"""Which of a sentence's places are those of a claim's own clause.

"12 in Homs and three in Hama" gives each number its own town, and no place
counts beyond another number that has one.
"""

from itertools import takewhile

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.draft import Draft
from untold.claims.reading.groups import Group
from untold.claims.reading.tokens import Token
from untold.claims.reading.whereabouts import Where

_PARTS = closed_set("clause_places", "parts")
_IN = closed_set("clause_places", "in")
_VERBS = K.PARTICIPLE | K.GERUND | K.DIES | K.STATE
_COUNTRYWIDE = closed_set("clause_places", "countrywide")


def of_clause(found: list[Where], draft: Draft) -> list[Where]:
    """Return the places of the draft's own clause, none beyond another count that has its own."""
    low, high = sorted((draft.group.start, draft.at))
    led = [where for where in found if where.led]
    if own := _right_after(draft, led):
        return own
    near = _near(draft, led, low, high)
    if near:
        return near
    tokens = draft.phrase.tokens
    after = next(
        (where for where in led if where.start > high and not _contrasted(tokens, high + 1, where.start)), None
    )
    before = [where for where in led if where.end <= low]
    if after is not None:
        return [
            where for where in led if where.start >= after.start and not _another_clause(draft, after.end, where.start)
        ]
    return (
        before or [where for where in found if tokens[where.start].mask & K.EVENT_NAME or _of_a_war(tokens, where)][:1]
    )


def _right_after(draft: Draft, led: list[Where]) -> list[Where]:
    """Return the places right after a number ("7 in Idlib and 3 in Hama"), up to the next count."""
    tokens, group = draft.phrase.tokens, draft.group
    if not _placed_itself(tokens, group):
        return []
    following = [other.start for other in draft.phrase.groups if other.start >= group.end and not other.article]
    stop = min(following, default=len(tokens))
    verb = next((index for index in range(group.end, stop) if tokens[index].mask & _VERBS), stop)
    return [where for where in led if group.end <= where.start < verb]


def _near(draft: Draft, led: list[Where], low: int, high: int) -> list[Where]:
    """Return the places around a draft's number and verb, on each side up to another count or a contrast."""
    before = takewhile(
        lambda where: not _another_clause(draft, where.end, low), [where for where in reversed(led) if where.end <= low]
    )
    within = [where for where in led if where.end > low and where.start <= high]
    after = takewhile(
        lambda where: not _another_clause(draft, high + 1, where.start), [where for where in led if where.start > high]
    )
    return [*reversed(list(before)), *within, *after]


def _contrasted(tokens: list[Token], start: int, stop: int) -> bool:
    return any(token.word in (";", "while", "whereas", "but") for token in tokens[start:stop])


def _of_a_war(tokens: list[Token], where: Where) -> bool:
    """Tell whether a country only says whose war it is ("Syria's multi-front conflict")."""
    return any(token.word in _COUNTRYWIDE for token in tokens[where.end : where.end + 4])


def _another_clause(draft: Draft, start: int, stop: int) -> bool:
    """Tell whether another count or contrast stands between two tokens."""
    tokens = draft.phrase.tokens
    between = tokens[start:stop]
    if _contrasted(tokens, start, stop) or any(token.word in _PARTS for token in between):
        return True
    others = [
        group
        for group in draft.phrase.groups
        if start <= group.start < stop and group is not draft.group and group.head is not None and not group.article
    ]
    if any(token.mask & _VERBS for token in between):
        return bool(others)
    return any(
        _placed_itself(tokens, group)
        for group in draft.phrase.groups
        if start <= group.start < stop and group is not draft.group
    )


def _placed_itself(tokens: list[Token], group: Group) -> bool:
    """Tell whether a number's place stands right after it ("7 in Idlib")."""
    return group.end < len(tokens) and tokens[group.end].word in _IN
