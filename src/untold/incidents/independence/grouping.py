"""The accounts of an incident in groups of which each is one independent source, with the reason in words.

A grade counts sources, so a copy that passes for a source raises it. The groups
are made so that an error lowers the count: two accounts that share anything
(publisher, report, text, whom they quote) are never two sources.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from untold.claims.account import Account
from untold.claims.claim import Claim, Party
from untold.codebook.folding import name_key
from untold.incidents.independence.copies import copy_groups
from untold.incidents.independence.voices import Voice, is_one, voice_of


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Accounts that count as one source: the first speaks for them, the others rest on what it rests on.

    `reasons` say for each of the others, in order, why it is no source of its own.
    """

    accounts: tuple[str, ...]
    reasons: tuple[str, ...]


def independent_sources(
    accounts: Sequence[Account], claims: Mapping[str, Claim], *, copies: Mapping[str, str] | None = None
) -> tuple[SourceGroup, ...]:
    """Return the accounts in groups, each an independent source; their number is a floor.

    No two accounts that speak for a group share publisher, report, text or a
    quoted party. They are chosen greedily, those that quote the fewest first,
    then by id, so the result does not depend on the order of `accounts`.
    `copies` gives each account's group of copies, where it was found among all
    texts before; without it the accounts' own texts are compared.
    """
    voices = sorted((voice_of(each, claims) for each in accounts), key=lambda voice: (len(voice.quoted), voice.account))
    groups_of_copies = copies if copies is not None else copy_groups({each.id: each.text or "" for each in accounts})
    groups: list[tuple[Voice, list[str], list[str]]] = []
    for voice in voices:
        for speaker, members, reasons in groups:
            if (reason := tie(speaker, voice, groups_of_copies)) is not None:
                members.append(voice.account)
                reasons.append(reason)
                break
        else:
            groups.append((voice, [voice.account], []))
    return tuple(SourceGroup(tuple(members), tuple(reasons)) for _, members, reasons in groups)


def tie(one: Voice, other: Voice, copies: Mapping[str, str]) -> str | None:
    """Return why two accounts are one source, in words, or null where they share nothing that is known."""
    names = f"{other.account} and {one.account}"
    if one.report == other.report:
        return f"{names} stand in one report"
    if is_one(one.publisher, other.publisher) or _has_same_title(one.publisher, other.publisher):
        return f"{names} are both published by {_named(one.publisher, other.publisher)}"
    if one.account in copies and copies.get(other.account) == copies[one.account]:
        return f"{names} are copies of one text"
    for first in one.quoted:
        for second in other.quoted:
            if is_one(first, second):
                return f"{names} both quote {_named(first, second)}"
    return _quotation(one, other) or _quotation(other, one)


def _quotation(one: Voice, other: Voice) -> str | None:
    if any(is_one(party, other.publisher) for party in one.quoted):
        return f"{one.account} quotes {other.publisher.name}, which publishes {other.account}"
    return None


def _has_same_title(one: Party, other: Party) -> bool:
    """Return whether two publishers that the codebook does not know have one name; without a name nothing is known."""
    key = name_key(one.name)
    return one.id is None and other.id is None and key != "" and key == name_key(other.name)


def _named(one: Party, other: Party) -> str:
    return one.name if one.id == other.id or one.name == other.name else f"{one.name} or {other.name}, a part of it"
