"""The accounts of an incident in groups of which each is one independent source, with the reason in words.

A grade counts sources, so a copy that passes for a source raises it. The groups
are made so that an error lowers the count: two accounts that share anything
(publisher, report, text, whom they quote) are never two sources.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from untold.claims.account import Account
from untold.claims.claim import Claim, Party
from untold.codebook.folding import name_key
from untold.incidents.independence.choosing import MOST_SEARCHED, largest_apart
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
    """Return the accounts in groups, each an independent source: as many as can be of which no two share anything.

    Another account that shares what one has never raises their number, and the
    order of `accounts` does not matter. `copies` gives each account's group of
    copies, where it was found among all texts before; without it the accounts'
    own texts are compared. Of more than 40 accounts the number is a floor.
    """
    groups_of_copies = copies if copies is not None else copy_groups({each.id: each.text or "" for each in accounts})
    voices = sorted((voice_of(each, claims) for each in accounts), key=_what_is_said)
    speakers = _speakers(voices, groups_of_copies)
    members: dict[str, list[str]] = {each.account: [each.account] for each in speakers}
    reasons: dict[str, list[str]] = {each.account: [] for each in speakers}
    for voice in (each for each in voices if each.account not in members):
        speaker, reason = next(_ties_to(speakers, voice, groups_of_copies))
        members[speaker].append(voice.account)
        reasons[speaker].append(reason)
    return tuple(SourceGroup(tuple(members[each]), tuple(reasons[each])) for each in sorted(members))


def _speakers(voices: Sequence[Voice], copies: Mapping[str, str]) -> list[Voice]:
    """Return those who speak for the groups, in the order of `voices`."""
    if len(voices) > MOST_SEARCHED:
        return _in_turn(voices, copies)
    ties: dict[str, set[str]] = {each.account: set() for each in voices}
    for one, other in combinations(voices, 2):
        if tie(one, other, copies) is not None:
            ties[one.account].add(other.account)
            ties[other.account].add(one.account)
    chosen = largest_apart(list(ties), {name: frozenset(each) for name, each in ties.items()})
    return [each for each in voices if each.account in chosen]


def _in_turn(voices: Sequence[Voice], copies: Mapping[str, str]) -> list[Voice]:
    found: list[Voice] = []
    for voice in voices:
        if next(_ties_to(found, voice, copies), None) is None:
            found.append(voice)
    return found


def _ties_to(speakers: Sequence[Voice], voice: Voice, copies: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for speaker in speakers:
        if (reason := tie(speaker, voice, copies)) is not None:
            yield speaker.account, reason


def _what_is_said(voice: Voice) -> tuple[int, str, list[str], str]:
    """Return the order of the voices: those that quote the fewest, then by names, so that copies stand together."""
    return (
        len(voice.quoted),
        voice.publisher.id or name_key(voice.publisher.name),
        sorted(party.id or name_key(party.name) for party in voice.quoted),
        voice.account,
    )


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
