"""Codes of incidents: they stay when accounts join, and are never given twice.

A code is printed in a newspaper and cited in court. So when accounts move, an
incident stays with most of its accounts, what it ends is kept among the
previous codes of where they went, and a code that was ever in use is not
given to anything else.
"""

from base64 import b32encode
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from untold.incidents.incident import Incident

_LENGTH = 8  # letters and digits: forty bits, and longer where two would meet
Cluster = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A cluster with its code, and the codes that ended in it."""

    code: str
    previous_codes: tuple[str, ...]
    accounts: Cluster


def name_clusters(clusters: Sequence[Cluster], previous: Sequence[Incident]) -> tuple[Named, ...]:
    """Return each cluster with its code: a function of the clusters and of the incidents that were there before.

    An incident's heir is the cluster with most of its accounts; among equals,
    the one with its first account. A cluster that is heir to several keeps the
    code that brought it most accounts, among equals its first account. The
    other codes, and that of an incident of which it is only a part, become its
    previous ones.
    """
    of_account = {account: n for n, cluster in enumerate(clusters) for account in cluster}
    shares = {each.code: _shares(each, of_account) for each in previous}
    heirs = {code: _heir(share) for code, share in shares.items() if share}
    records = {each.code: each for each in previous}
    chosen = _chosen(heirs, shares, {code: _first(records[code], n, of_account) for code, n in heirs.items()})
    origins = _origins(shares)
    taken = {code for each in previous for code in (each.code, *each.previous_codes)}
    named: list[Named] = []
    for n, cluster in enumerate(clusters):
        code = chosen.get(n)
        if code is None:
            code = _new_code(cluster[0], taken)
            taken.add(code)
        named.append(Named(code, _previous(code, n, origins.get(n, ()), heirs, records), cluster))
    return tuple(named)


def _shares(incident: Incident, of_account: Mapping[str, int]) -> Counter[int]:
    """Return how many of an incident's accounts went into each cluster, in the order of its accounts."""
    return Counter(of_account[account] for account in incident.accounts if account in of_account)


def _heir(share: Counter[int]) -> int:
    return max(share, key=lambda n: share[n])  # among equals the first: a Counter keeps the order of the accounts


def _first(incident: Incident, n: int, of_account: Mapping[str, int]) -> str:
    return min(account for account in incident.accounts if of_account.get(account) == n)


def _chosen(heirs: Mapping[str, int], shares: Mapping[str, Counter[int]], firsts: Mapping[str, str]) -> dict[int, str]:
    best: dict[int, str] = {}
    for code, n in sorted(heirs.items(), key=lambda each: (-shares[each[0]][each[1]], firsts[each[0]])):
        best.setdefault(n, code)
    return best


def _origins(shares: Mapping[str, Counter[int]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for code, share in shares.items():
        for n in share:
            found.setdefault(n, []).append(code)
    return found


def _previous(
    code: str, n: int, origins: Sequence[str], heirs: Mapping[str, int], records: Mapping[str, Incident]
) -> tuple[str, ...]:
    """Return the codes that ended in a cluster: its own former ones, and those of the incidents it took from."""
    own = records[code].previous_codes if code in records else ()
    others: list[str] = []
    for origin in sorted(each for each in origins if each != code):
        inherited = records[origin].previous_codes if heirs.get(origin) == n else ()
        others += [origin, *inherited]
    return tuple(dict.fromkeys(each for each in (*own, *others) if each != code))


def _new_code(account: str, taken: set[str]) -> str:
    """Return a code made of the first account's id: the same account gives the same code on every machine.

    >>> _new_code("airwars:CS001", set())
    'U-QVRU3E6Z'
    """
    letters = b32encode(sha256(account.encode()).digest()).decode().rstrip("=")
    for length in range(_LENGTH, len(letters) + 1):
        code = f"U-{letters[:length]}"
        if code not in taken:
            return code
    return _new_code(f"{account} again", taken)
