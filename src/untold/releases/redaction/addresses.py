"""Addresses of pages as they may leave: without what names a person, opens a door or shows somebody's account.

An address is text like any other: it holds a session, a token, the name of
whoever was killed, the handle of whoever filmed it. What is left of it still
leads to the publisher; the hash of the capture proves the page.
"""

import re
from collections.abc import Mapping, Sequence
from ipaddress import ip_address
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from untold.releases.redaction.masking import Masker

_INNER = (".local", ".localhost", ".internal", ".intranet", ".lan", ".home", ".corp", ".onion", ".i2p", ".test")
# A key and no word: twenty letters and digits without a hyphen between words, or sixteen of both cases and digits.
_KEY = re.compile(r"[0-9a-f]{24,}|(?=[^\s]*\d)(?=[^\s]*[a-z])(?=[^\s]*[A-Z])[\w.~+=%:-]{16,}|\w{32,}")
_JOINTS = re.compile(r"[-_.+]+")
_READABLE = re.compile(r"[^\x00-\x20\x7f<>\"'\\^`{|}]*")


def published_address(
    url: str | None, masker: Masker, account_hosts: Sequence[str], kept: Mapping[str, tuple[str, ...]]
) -> str | None:
    """Return what of an address may leave: null where nothing may, and never more than was there.

    Kept are scheme, host and path, and of the query the parameters that `kept`
    names for the host. The path ends before a part that holds a name, a point or
    a key; of the hosts of accounts there is no path.
    """
    parts = _split(url)
    if parts is None or (host := _public_host(parts)) is None or masker.tells(_titled(host), is_written=False):
        return None
    if is_account_host(host, account_hosts):
        return urlunsplit((parts.scheme, host, "/", "", ""))
    path = _path(parts.path, masker)
    query = "" if path != parts.path else _query(parts.query, kept.get(host, ()), masker)
    return urlunsplit((parts.scheme, host, path, query, ""))


def host_of(url: str | None) -> str | None:
    """Return the host of an address, or null.

    >>> host_of("https://user:secret@News.example.org:8443/a?b"), host_of("/home/somebody/a.html")
    ('news.example.org', None)
    """
    parts = _split(url)
    return None if parts is None else _public_host(parts)


def is_account_host(host: str | None, hosts: Sequence[str]) -> bool:
    """Return whether a host, or one that it belongs to, is among those where addresses name accounts.

    >>> is_account_host("m.social.example", ["social.example"]), is_account_host("asocial.example", ["social.example"])
    (True, False)
    """
    return host is not None and any(host == each or host.endswith(f".{each}") for each in hosts)


def _split(url: str | None) -> SplitResult | None:
    plain = (url or "").strip()
    try:
        parts = urlsplit(plain)
        parts.port  # noqa: B018 - asked for, because it raises for one that is none
    except ValueError:
        return None
    return parts if parts.scheme in {"http", "https"} and _READABLE.fullmatch(plain) else None


def _public_host(parts: SplitResult) -> str | None:
    host = (parts.hostname or "").rstrip(".")
    is_inner = "." not in host or host.endswith(_INNER) or not host.isascii() or not re.fullmatch(r"[a-z0-9.-]+", host)
    return None if is_inner or _is_number(host) else host


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return host.replace(".", "").isdigit()
    return True


def _path(path: str, masker: Masker) -> str:
    """Return a path up to the first part that may not leave."""
    kept: list[str] = []
    for part in path.split("/"):
        if _KEY.fullmatch(part) or _tells(_plain(part), masker):
            return "/".join([*kept, ""])
        kept.append(part)
    return "/".join(kept)


def _tells(words: str, masker: Masker) -> bool:
    spaced = _JOINTS.sub(" ", words)
    return "@" in words or masker.tells(spaced) or masker.tells(words) or masker.tells(_titled(words), is_written=False)


def _plain(part: str) -> str:
    """Return a part with what is encoded in it decoded, however often it was."""
    for _ in range(3):
        part = unquote(part)
    return part


def _titled(words: str) -> str:
    """Return the words of a path as a text would write names: an address has no capitals."""
    return " ".join(word[:1].upper() + word[1:] for word in _JOINTS.sub(" ", words).split())


def _query(query: str, names: Sequence[str], masker: Masker) -> str:
    pairs = [(name, value) for name, value in parse_qsl(query) if name in names]
    return urlencode([pair for pair in pairs if not _tells(pair[1], masker)])
