"""By whom and by which means, as a sentence says of the people it counts.

"Killed by airstrikes of the US and its allies", "regime shelling killed 12",
"in a suspected Russian strike". The role is known unless the words doubt it,
dispute it or deny it.
"""

from dataclasses import dataclass

from untold.claims.claim import Attribution, Role
from untold.claims.reading import kinds as K
from untold.claims.reading.draft import Draft, Span
from untold.claims.reading.lexicon import PersonNoun
from untold.claims.reading.tokens import Token
from untold.codebook.actors import Actor, states

_MEANS_ORDER = ("chemical", "drone_strike", "helicopter", "naval_bombardment", "ied", "mine_uxo", "airstrike", "artillery", "missile_rocket", "small_arms", "ground_operation")
_BOMBS = frozenset({"bomb", "bombs", "bombing", "bombings"})


@dataclass(frozen=True, slots=True)
class Hand:
    """A party that harmed: tokens from `start` up to `end`."""

    attribution: Attribution
    start: int
    end: int


def means_of(tokens: list[Token], draft: Draft) -> tuple[str, Span] | None:
    """Return the means nearest to the word of harm, and its words; a means that another group suffered is further away."""
    best: tuple[int, int, Token] | None = None
    for index in draft.phrase.means:
        token = tokens[index]
        slug = token.value(K.MEANS)
        if not isinstance(slug, str) or (token.mask & K.PERSON and draft.group.start <= index < draft.group.end):
            continue
        rank = (abs(index - draft.at), _MEANS_ORDER.index(slug) if slug in _MEANS_ORDER else len(_MEANS_ORDER))
        weak = token.word in ("strike", "strikes", "raid", "raids", "bombing", "bombings", "bombardment", "mine", "mines", "shot", "jet", "jets", "shells", "shell")
        score = rank[0] + (6 if weak else 0)
        if best is None or score < best[0]:
            best = (score, index, token)
    if best is None:
        return None
    slug = str(best[2].value(K.MEANS))
    if slug == "ied" and best[2].word in _BOMBS and _from_the_air(tokens, best[1]):
        slug = "airstrike"
    return slug, (best[2].start, best[2].end)


def _from_the_air(tokens: list[Token], index: int) -> bool:
    """Tell a bomb from the air: dropped, or that of a coalition or an army."""
    around = tokens[max(0, index - 3) : index + 4]
    owners = [token.value(K.ACTOR) for token in tokens[max(0, index - 2) : index]]
    return any(token.word in ("dropped", "dropping", "drop", "planes", "jets", "aerial") for token in around) or any(
        isinstance(owner, Actor) and owner.kind in ("coalition", "armed_forces", "government") for owner in owners
    )


def hands_of(tokens: list[Token], draft: Draft, text: str) -> list[Hand]:
    """Return the parties that the sentence says harmed the group."""
    found: list[Hand] = []
    for index in draft.phrase.parties:
        token = tokens[index]
        if draft.group.start <= index < draft.group.end:
            continue
        party = _party(tokens, index, token)
        if party is None or not _acts(tokens, index, draft):
            continue
        actor, start, end = party
        name = text[tokens[start].start : tokens[end - 1].end]
        found.append(Hand(Attribution(actor.id if actor else None, name, _role(tokens, start)), start, end))
    return found[:3]


def _party(tokens: list[Token], index: int, token: Token) -> tuple[Actor | None, int, int] | None:
    """Return the party that a token names, and its words; nationalities count only before a means ("Russian strikes")."""
    actor = token.value(K.ACTOR)
    if isinstance(actor, Actor):
        return (actor, index, index + 1) if actor.can_harm else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.mask & (K.DEMONYM | K.PLACE) and token.cased and after is not None:
        joint = after.word in ("and", ",") and index + 2 < len(tokens) and tokens[index + 2].mask & (K.ACTOR | K.DEMONYM | K.PLACE)
        country = str(token.value(K.DEMONYM) or getattr(token.value(K.PLACE), "country", None))
        state = states().get(country)
        return (state, index, index + 1) if after.mask & K.MEANS or joint or after.word in ("air", "forces", "jets", "fighter", "military") else None
    noun = token.value(K.PERSON)
    if isinstance(noun, PersonNoun) and noun.plural and noun.status in ("combatant", "armed_forces") and not token.mask & K.NUMBER:
        start = index - 1 if index and tokens[index - 1].mask & K.DEMONYM else index
        return None, start, index + 1
    return None


def _acts(tokens: list[Token], index: int, draft: Draft) -> bool:
    """Tell whether the party at `index` is the one that harms: subject of the verb, after "by", or owner of the means."""
    by = _by_before(tokens, index)
    if by >= 0:
        return _belongs_to(tokens, by, draft)
    if _owns_means(tokens, index):
        return True
    if draft.active and index < draft.at:
        return _is_subject(tokens, index, draft)
    return False


def _by_before(tokens: list[Token], index: int) -> int:
    """Return where the "by" stands that leads to the party at `index`, or -1."""
    here = index - 1
    while here >= 0 and index - here < 7:  # noqa: PLR2004 (words of "by airstrikes of the US and its")
        token = tokens[here]
        if token.word == "by":
            return -1 if (here and tokens[here - 1].word in ("held", "controlled", "backed", "led", "reported", "besieged", "supported", "run", "claimed", "occupied")) else here
        if not (token.mask & (K.MEANS | K.ARTICLE | K.DEMONYM | K.ACTOR | K.AND | K.PLACE | K.ADVERB) or token.glued or token.word in ("the", "of", "from", "a", "an", ",", "its", "suspected", "government", "fire", "forces", "members", "group", "strikes", "carried", "launched", "groups", "of", "alleged", "so", "called") or token.cased):
            return -1
        here -= 1
    return -1


def _belongs_to(tokens: list[Token], by: int, draft: Draft) -> bool:
    """Tell whether a "by" belongs to this draft's verb: no other verb of harm stands nearer before it."""
    for here in range(by - 1, -1, -1):
        if tokens[here].mask & (K.HARM_VERB | K.STATE):
            return here == draft.at
    return True


def _owns_means(tokens: list[Token], index: int) -> bool:
    """Read "Russian airstrikes", "regime shelling", "airstrikes the US and its allies have carried out"."""
    for here in range(index + 1, min(index + 5, len(tokens))):
        token = tokens[here]
        if token.mask & K.MEANS and not token.mask & K.PERSON:
            return not any(t.word in ("with", "against", "on", "targeting", "between") for t in tokens[max(0, index - 2) : index])
        if not (token.mask & (K.AND | K.ACTOR | K.DEMONYM | K.PLACE | K.ADVERB) or token.glued or token.word in ("'s", "air", "led", "government", "regime", "suspected", "forces", "and", ",", "war", "rocket", "army", "military", "coalition", "group", "terrorist") or token.cased):
            break
    return _carried_out(tokens, index)


def _carried_out(tokens: list[Token], index: int) -> bool:
    before = next((t for t in reversed(tokens[max(0, index - 3) : index]) if t.word not in ("the", "a")), None)
    if before is None or not before.mask & K.MEANS:
        return False
    return any(token.word in ("carrying", "carried", "conducted", "conducting", "launched", "waging") for token in tokens[index + 1 : index + 9])


def _is_subject(tokens: list[Token], index: int, draft: Draft) -> bool:
    """Tell whether a party before an active verb of harm is its subject: no other verb or preposition in between."""
    for here in range(index - 1, max(index - 3, -1), -1):
        if tokens[here].word in ("against", "targeting", "between", "on", "with", "near", "from", "to", "in"):
            return False
        if not tokens[here].word in ("the", "a", "an"):
            break
    between = tokens[index + 1 : draft.at]
    if any(token.mask & (K.SAY | K.BE) or token.word in ("and", "that", ".", ";", "against") for token in between) and len(between) > 2:  # noqa: PLR2004
        return all(not token.mask & K.SAY and token.word not in (";", "against") for token in between) and len(between) <= 12  # noqa: PLR2004
    return True


def _role(tokens: list[Token], index: int) -> Role:
    window = " ".join(token.word for token in tokens[max(0, index - 6) : index + 1])
    after = " ".join(token.word for token in tokens[index + 1 : index + 7])
    if any(phrase in window or f"{phrase} to" in after for phrase in SUSPECTING):
        return "suspected"
    return "known"


SUSPECTING = ("suspected", "believed to", "thought to", "blamed", "allegedly", "alleged", "accused", "purportedly", "presumed", "apparently", "likely")
