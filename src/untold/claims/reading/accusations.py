"""By whom, across sentences: who is accused of "the attack", denies it, or claims it further on.

News tells the toll first and the blame later: "The RSF denied responsibility."
speaks of the strike told just before. Two sides that accuse each other leave
both contested.
"""

from dataclasses import replace
from functools import cache

from untold.claims.claim import Attribution, Role
from untold.claims.reading import kinds as K
from untold.claims.reading.accounts import Account, account_words, accounts_in
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.draft import Draft
from untold.claims.reading.means_of import carry_means
from untold.claims.reading.roles import phrase_end, phrases
from untold.claims.reading.tokens import Sentence, Token
from untold.codebook.actors import Actor

_HAVE_OR_ADVERB_OR_PERSON_OR_SOURCE_NOUN = K.HAVE | K.ADVERB | K.PERSON | K.SOURCE_NOUN
_WITHIN = 5  # sentences between a deed and what is said of it
_SHARES = closed_set("accusations", "shares")  # blame for a share of all harm speaks of no incident
_STATEMENT = 4  # tokens between the accused's "said" and whom it names


def settle_attributions(drafts: list[Draft], sentences: list[Sentence], text: str) -> None:
    """Set what the sentences after a claim say of who did it, and which means they take up."""
    carry_means(drafts, sentences)
    harmful = {draft.phrase.sentence.index for draft in drafts}
    for sentence in sentences[drafts[0].phrase.sentence.index + 1 :]:
        if sentence.index in harmful or not sentence.mask & K.ACTOR:
            continue
        if not sentence.words.isdisjoint(account_words()) and sentence.words.isdisjoint(_SHARES):
            for account in accounts_in(sentence.tokens):
                _apply(account, drafts, sentence, text)
        if sentence.mask & K.SAY and not sentence.words.isdisjoint(_doing_words()):
            _counter(drafts, sentence, text)


@cache
def _doing_words() -> frozenset[str]:
    """Return the tokens of which a sentence has one where somebody does a deed."""
    return phrases("doing") | {phrase.split()[0] for phrase in phrases("doing") if " " in phrase}


def _apply(account: Account, drafts: list[Draft], sentence: Sentence, text: str) -> None:
    """Let an account change who did it in the claims that it speaks of."""
    if account.role is None:
        return
    token = sentence.tokens[account.at]
    named = Attribution(account.actor.id, text[token.start : token.end], account.role)
    blamed = _blaming(drafts, sentence, account.actor) if account.role == "denied" else []
    for draft in blamed or _told_last(drafts, sentence):
        draft.attributed_to = _with(draft.attributed_to, named)
        draft.show("attributed_to", (token.start, token.end))


def _with(before: tuple[Attribution, ...], named: Attribution) -> tuple[Attribution, ...]:
    """Return the parties with one more, or with its new role; two that are accused are both contested."""
    known = next((one for one in before if one.id == named.id), None)
    if known is not None:
        kept = named.role == "suspected" or known.role == "contested"
        return before if kept else tuple(replace(one, role=named.role) if one is known else one for one in before)
    if named.role == "suspected" and any(one.role == "known" for one in before):
        return before
    if named.role == "suspected" and before:
        contested: Role = "contested"
        return (*(replace(one, role=contested) for one in before), replace(named, role=contested))
    return (*before, named)


def _told_last(drafts: list[Draft], sentence: Sentence) -> list[Draft]:
    """Return the claims of the incident told last before a sentence, their wholes in place of parts."""
    last = next((draft for draft in reversed(drafts) if draft.phrase.sentence.index < sentence.index), None)
    if last is None or sentence.index - last.phrase.sentence.index > _WITHIN:
        return []
    while last.part_of is not None:
        last = last.part_of
    where = last.phrase.sentence
    return [
        draft
        for draft in drafts
        if draft.phrase.sentence is where and draft.part_of is None and draft.scope == "incident"
    ]


def _blaming(drafts: list[Draft], sentence: Sentence, actor: Actor) -> list[Draft]:
    """Return the claims of the last sentence before this one that has the actor among who did it."""
    found = [
        draft
        for draft in drafts
        if draft.phrase.sentence.index < sentence.index and any(one.id == actor.id for one in draft.attributed_to)
    ]
    return [draft for draft in found if draft.phrase.sentence is found[-1].phrase.sentence]


def _counter(drafts: list[Draft], sentence: Sentence, text: str) -> None:
    """Read "The coalition said the Houthis had fired the mortars": the accused names another, so both are contested."""
    tokens = sentence.tokens
    verb = next((at for at, token in enumerate(tokens) if token.mask & K.SAY), 0)
    other = _doer_after(tokens, verb)
    if other is None:
        return
    actor, at = other
    span = (tokens[at].start, tokens[at].end)
    for draft in _told_last(drafts, sentence):
        accused = next((one for one in draft.attributed_to if _is_meant(one, tokens[:verb])), None)
        if accused is not None and accused.id != actor.id:
            rest = tuple(
                replace(one, role="contested") if one is accused else one
                for one in draft.attributed_to
                if one.id != actor.id
            )
            draft.attributed_to = (*rest, Attribution(actor.id, text[span[0] : span[1]], "contested"))
            draft.show("attributed_to", span)


def _is_meant(accused: Attribution, speaker: list[Token]) -> bool:
    """Tell whether a speaker is the accused, by its slug or by the noun of its name ("the coalition")."""
    noun = accused.name.split()[-1].lower()
    for token in speaker:
        actor = token.value(K.ACTOR)
        if (isinstance(actor, Actor) and actor.id == accused.id) or (
            noun in phrases("bodies") and token.word.removeprefix("the ") == noun
        ):
            return True
    return False


def _doer_after(tokens: list[Token], verb: int) -> tuple[Actor, int] | None:
    """Return the party that the statement after `verb` makes the doer: straight before a verb of the deed."""
    for at in range(verb + 1, min(verb + 1 + _STATEMENT, len(tokens) - 1)):
        actor = tokens[at].value(K.ACTOR)
        if not isinstance(actor, Actor):
            continue
        after = at + 1
        while after < len(tokens) and tokens[after].mask & _HAVE_OR_ADVERB_OR_PERSON_OR_SOURCE_NOUN:
            after += 1
        return (actor, at) if actor.can_harm and phrase_end(tokens, after, "doing") >= 0 else None
    return None
