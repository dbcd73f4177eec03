"""By whom people were harmed, as their sentence says.

"Killed by airstrikes of the US and its allies", "regime shelling killed 12", "in
a suspected Russian strike". The role is known unless the words doubt it, dispute
it or deny it.
"""

from untold.claims.claim import Attribution
from untold.claims.reading import kinds as K
from untold.claims.reading.accounts import Account, account_words, accounts_in
from untold.claims.reading.draft import Draft, Named
from untold.claims.reading.hands import Hand, harms, named_parties
from untold.claims.reading.own_deeds import own_hand
from untold.claims.reading.roles import role_of
from untold.claims.reading.tokens import Token

_ACTOR_OR_DEMONYM = K.ACTOR | K.DEMONYM
_MOST = 3  # parties of one claim


def hands_of(tokens: list[Token], draft: Draft, text: str) -> list[Hand]:
    """Return the parties that the sentence says harmed the group."""
    given = {account.at: account for account in _accounts(tokens, draft)}
    own = own_hand(draft)
    found: list[Hand] = [] if own is None else [own]
    named = named_parties(draft.phrase)
    if not given and not named:
        return found
    renamed = {account.noun for account in given.values()}  # "gunmen believed to be Taliban" are one party
    for index in draft.phrase.parties if given else named:
        if (
            draft.group.start <= index < draft.group.end
            or index in renamed
            or (own is not None and own.start <= index < own.end)
        ):
            continue
        hand = (
            _told(tokens, given[index], text)
            if index in given
            else _grammatical(tokens, index, draft, text, named.get(index))
        )
        if hand is not None and not any(_is_same(hand, other) for other in found):
            found.append(hand)
    return found[:_MOST]


def _is_same(one: Hand, other: Hand) -> bool:
    return one.attribution.id is not None and one.attribution.id == other.attribution.id


def _accounts(tokens: list[Token], draft: Draft) -> list[Account]:
    """Return what the sentence's parties say of the deed; "12 militants believed to be Taliban" says who died."""
    sentence = draft.phrase.sentence
    if not sentence.mask & _ACTOR_OR_DEMONYM or sentence.words.isdisjoint(account_words()):
        return []
    group = range(draft.group.start, draft.group.end)
    return [
        account
        for account in accounts_in(tokens)
        if not (account.noun in group and tokens[account.noun].mask & K.PERSON)
    ]


def _told(tokens: list[Token], account: Account, text: str) -> Hand | None:
    if account.role is None:
        return None
    token = tokens[account.at]
    return Hand(Attribution(account.actor.id, text[token.start : token.end], account.role), account.at, account.at + 1)


def _grammatical(tokens: list[Token], index: int, draft: Draft, text: str, party: Named | None) -> Hand | None:
    if party is None or not harms(tokens, index, draft):
        return None
    actor, start, end = party
    name = text[tokens[start].start : tokens[end - 1].end]
    return Hand(Attribution(actor.id if actor else None, name, role_of(tokens, start)), start, end)
