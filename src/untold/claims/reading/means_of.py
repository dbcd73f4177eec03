"""By which means people were harmed: the nearest one that was used, and not itself the target.

"The army shot down 12 drones and killed 40" kills nobody by drones, and "a drone
fired two missiles" is a drone strike. A means that the sentence before names may
be taken up ("the first killed eight, the second three").
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.draft import Draft, Span
from untold.claims.reading.hands import is_active
from untold.claims.reading.roles import ends_with, phrase_end, phrases
from untold.claims.reading.tokens import Sentence, Token
from untold.codebook.actors import Actor
from untold.codebook.wordlists import word_list

_BE_OR_HAVE = K.BE | K.HAVE
_HARM_VERB_OR_PUNCTUATION = K.HARM_VERB | K.PUNCTUATION
_BOMBS = closed_set("means_of", "bombs")
_WEAK = phrases("weak_means")
_WEAKER = 6  # tokens that a word of many meanings counts as further away
_OWN = 40  # tokens that "52 by shelling" counts as nearer
_FALLING = closed_set("means_of", "falling")
_OF_A_TARGET = (
    K.NUMBER | K.UNIT | K.ARTICLE | K.ADVERB | K.DEMONYM | K.ACTOR | K.QUALIFIER | K.VAGUE | K.POSSESSIVE | K.UNBOUNDED
)
_ORDINALS = closed_set("means_of", "ordinals")
_POINTING = closed_set("means_of", "pointing")
_BY_REACH = 4  # tokens of "by heavy mortar fire"
_SUBJECT_REACH = 14  # tokens between "the first" and its verb


def means_of(tokens: list[Token], draft: Draft) -> tuple[str, Span] | None:
    """Return the means nearest to the word of harm, and its words."""
    best: tuple[int, int] | None = None
    for index in draft.phrase.means:
        token = tokens[index]
        inside = draft.group.start <= index < draft.group.end
        if (token.mask & K.PERSON and inside) or _was_target(tokens, index, draft.at):
            continue
        score = (
            abs(index - draft.at)
            + (_WEAKER if token.word in _WEAK else 0)
            - (_OWN if _follows_group(tokens, index, draft) else 0)
        )
        if best is None or score < best[0]:
            best = score, index
    if best is None:
        return None
    index = _craft_that_fired(tokens, best[1])
    return _slug(tokens, index), (tokens[index].start, tokens[index].end)


def _slug(tokens: list[Token], index: int) -> str:
    slug = str(tokens[index].value(K.MEANS))
    return "airstrike" if slug == "ied" and tokens[index].word in _BOMBS and _from_the_air(tokens, index) else slug


def _from_the_air(tokens: list[Token], index: int) -> bool:
    """Tell a bomb from the air: dropped, or that of a coalition or an army."""
    around = tokens[max(0, index - 3) : index + 4]
    owners = [token.value(K.ACTOR) for token in tokens[max(0, index - 2) : index]]
    return any(token.word in _FALLING for token in around) or any(
        isinstance(owner, Actor) and owner.kind in ("coalition", "armed_forces", "government") for owner in owners
    )


def _follows_group(tokens: list[Token], index: int, draft: Draft) -> bool:
    """Read "171 by air raids, 52 by shelling": the means of this number alone."""
    end = draft.group.end
    between = tokens[end:index]
    return (
        bool(between)
        and len(between) < _BY_REACH
        and between[0].word == "by"
        and not any(token.mask & K.PUNCTUATION for token in between)
    )


def _was_target(tokens: list[Token], index: int, at: int) -> bool:
    """Tell whether a means was shot down, found or destroyed, rather than used."""
    if tokens[index].word == "shot" and index + 1 < len(tokens) and tokens[index + 1].word == "down":
        return True
    here = index
    while here and index - here < 5 and (tokens[here - 1].mask & _OF_A_TARGET or tokens[here - 1].word == "the"):  # noqa: PLR2004 (words of "more than 12 Russian")
        here -= 1
    if here - 1 != at and ends_with(tokens, here, "downing"):
        return True
    verb = index + 1
    while verb < len(tokens) and tokens[verb].mask & _BE_OR_HAVE:
        verb += 1
    return verb > index + 1 and verb != at and phrase_end(tokens, verb, "downing") >= 0


def _craft_that_fired(tokens: list[Token], index: int) -> int:
    """Return where the craft stands that fired the means at `index` ("a drone fired two missiles"), or `index`."""
    crafts = word_list("roles")["firing"]["crafts"]
    if tokens[index].value(K.MEANS) in crafts:
        return index
    for here in range(index - 1, max(0, index - 5), -1):
        if tokens[here].word not in phrases("firing"):
            continue
        for before in range(here - 1, max(-1, here - 4), -1):
            if tokens[before].mask & K.MEANS and tokens[before].value(K.MEANS) in crafts:
                return before
    return index


def carry_means(drafts: list[Draft], sentences: list[Sentence]) -> None:
    """Give a claim that speaks of "the first" or "the blast" the one means that the sentence before names."""
    for draft in drafts:
        sentence = draft.phrase.sentence
        if (
            draft.means is not None
            or not sentence.index
            or not sentence.words & phrases("again")
            or not _points_back(draft)
        ):
            continue
        named = sentences[sentence.index - 1].tokens
        used = [at for at, token in enumerate(named) if token.mask & K.MEANS and not _was_target(named, at, -1)]
        if len({_slug(named, at) for at in used}) == 1:
            draft.means = _slug(named, used[0])
            draft.show("means", (named[used[0]].start, named[used[0]].end))


def _points_back(draft: Draft) -> bool:
    """Tell whether the cause of the harm is a word that stands for something named before."""
    tokens = draft.phrase.tokens
    if is_active(draft):
        for here in range(draft.at - 1, max(0, draft.at - _SUBJECT_REACH) - 1, -1):
            if tokens[here].word == ";" or tokens[here].mask & K.SAY:
                return False
            if _stands_for_means(tokens, here):
                return True
        return False
    here = max(draft.at, draft.group.end - 1) + 1
    leads = here < len(tokens) and tokens[here].word in ("by", "in")
    return leads and any(_stands_for_means(tokens, near) for near in range(here + 2, min(here + 4, len(tokens))))


def _stands_for_means(tokens: list[Token], index: int) -> bool:
    if not 0 <= index < len(tokens) or tokens[index].word not in phrases("again"):
        return False
    word = tokens[index].word
    before = tokens[index - 1].word if index else ""
    if word.removeprefix("the ") not in _ORDINALS:
        return before in _POINTING or before in _ORDINALS
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return (
        (before == "the" or word.startswith("the "))
        and after is not None
        and bool(after.mask & _HARM_VERB_OR_PUNCTUATION)
    )
