"""The one place that touches the network: an address in, frozen bytes out, under guard.

An address in a source's text is a stranger's word. It may name the router, a
cloud's metadata server or a name that changes its address between the check
and the call; so what is not a public web page on its usual port is refused,
and the refusal says what and why.
"""

import queue
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol, cast
from urllib.parse import SplitResult, urljoin, urlsplit

import requests
from AntiSSRF import AntiSSRFError, AntiSSRFPolicy, PolicyConfigOptions
from urllib3.exceptions import HTTPError

from untold.codebook.errors import RefusedAddress, UnreadableReport
from untold.reports.sniffing import MOST_BYTES

_TOTAL_SECONDS = 15.0
_CONNECT_SECONDS = 6.0
_MOST_REDIRECTS = 5
_REDIRECTS = frozenset([301, 302, 303, 307, 308])
_PORTS = {"http": 80, "https": 443}
_CHUNK = 65_536
# Deprecated IPv4-compatible addresses (RFC 4291, 2.5.5.1): ::127.0.0.1 is loopback to some systems.
_ALSO_DENIED = ["::/96"]
_LOOPBACK = ["127.0.0.0/8", "::1/128"]
_AGENT = "Untold/0.1 (casualty recording; reads one page at a person's request)"
_TYPES = (
    "text/",
    "application/pdf",
    "application/xhtml+xml",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "message/rfc822",
    "application/octet-stream",
)
_SAVE = "open it in a browser, save the page, and give the file"
_CHECK = "check the address"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: `url` is the last one after redirects, `captured_at` is in UTC."""

    url: str
    content: bytes
    media_type: str
    headers: Mapping[str, str]
    captured_at: str


class _Stream(Protocol):
    def read1(self, amt: int, *, decode_content: bool) -> bytes: ...


def fetch(url: str, *, allow_private: bool = False) -> Fetched:
    """Return what a public web address answers, within 15 seconds, 20 MB and five redirects.

    Each address, redirects too, must be http or https on port 80 or 443,
    without a password, and its name must stand for public addresses only; the
    call then goes to the very address that was checked. `allow_private` also
    lets loopback on any port through, for a test's own server.

    Raises `RefusedAddress` for what the guard will not touch, and
    `UnreadableReport` where nothing readable came back.
    """
    answer: queue.Queue[Fetched | Exception] = queue.Queue(1)
    deadline = time.monotonic() + _TOTAL_SECONDS

    def run() -> None:
        try:
            answer.put(_follow(url, allow_private=allow_private, deadline=deadline))
        except Exception as error:  # noqa: BLE001 - carried over to the caller's thread, whatever it is
            answer.put(error)

    # A server that sends one byte a second defeats the timeout of every single read; a clock outside does not wait.
    threading.Thread(target=run, daemon=True, name="fetching").start()
    try:
        found = answer.get(timeout=_TOTAL_SECONDS + 0.5)
    except queue.Empty:
        raise _too_slow(url) from None
    if isinstance(found, Exception):
        raise found
    return found


def _follow(url: str, *, allow_private: bool, deadline: float) -> Fetched:
    """Return the answer at the end of the redirects, each checked as if it were the first."""
    address = url
    with _session(allow_private=allow_private) as session:
        for _ in range(_MOST_REDIRECTS + 1):
            check_address(address, allow_private=allow_private)
            with _ask(session, address, deadline) as response:
                location = response.headers.get("Location")
                if response.status_code not in _REDIRECTS or not location:
                    return _read(response, address, deadline)
            address = urljoin(address, location)
    raise UnreadableReport(url, f"redirects more than {_MOST_REDIRECTS} times", _SAVE)


def _session(*, allow_private: bool) -> requests.Session:
    policy = AntiSSRFPolicy(PolicyConfigOptions.EXTERNAL_ONLY_LATEST)
    policy.add_denied_addresses(_ALSO_DENIED)
    policy.allow_plain_text_http = True
    if allow_private:
        policy.add_allowed_addresses(_LOOPBACK)
    session = cast("requests.Session", policy.get_antissrf_session())
    session.trust_env = False  # a proxy in the environment would make the calls in the guard's stead
    session.headers.update({"User-Agent": _AGENT, "Accept-Encoding": "identity"})
    return session


def check_address(url: str, *, allow_private: bool = False) -> None:
    """Raise `RefusedAddress` for an address that is refused by its look, before any name is resolved.

    >>> check_address("https://example.org/report")
    """
    if any(character <= " " or character == "\\" for character in url):
        raise RefusedAddress(" ".join(url.split()), "refused: it holds spaces or backslashes", _CHECK)
    parts = _split(url)
    host = (parts.hostname or "").rstrip(".").lower()
    if parts.scheme not in _PORTS:
        raise RefusedAddress(url, f"refused: {parts.scheme or 'no scheme'} is not http or https", _CHECK)
    if "@" in parts.netloc:
        raise RefusedAddress(url, "refused: it carries a name or a password", "remove what stands before the @")
    if not host:
        raise RefusedAddress(url, "refused: it names no host", _CHECK)
    if host.endswith((".onion", ".i2p")):
        raise RefusedAddress(url, "refused: hidden services are not fetched", _SAVE)
    if not allow_private and parts.port not in (None, _PORTS[parts.scheme]):
        raise RefusedAddress(url, f"refused: port {parts.port} is not the web's", _SAVE)


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise RefusedAddress(url, "refused: it is no valid address", _CHECK) from None
    return parts


def _ask(session: requests.Session, url: str, deadline: float) -> requests.Response:
    left = max(0.1, deadline - time.monotonic())
    try:
        return session.get(url, stream=True, allow_redirects=False, timeout=(min(_CONNECT_SECONDS, left), left))
    except AntiSSRFError:
        why = "refused: its name stands for an address inside a private or reserved network"
        raise RefusedAddress(url, why, "fetch only public pages") from None
    except requests.Timeout:
        raise _too_slow(url) from None
    except requests.exceptions.SSLError:
        raise UnreadableReport(url, "its certificate is not valid", _SAVE) from None
    except (requests.RequestException, OSError, HTTPError, UnicodeError) as error:
        raise UnreadableReport(url, f"could not be reached ({type(error).__name__})", _CHECK) from None


def _read(response: requests.Response, url: str, deadline: float) -> Fetched:
    if response.status_code != requests.codes.ok:
        raise UnreadableReport(url, f"answered {response.status_code} {response.reason or ''}".rstrip(), _SAVE)
    media_type = response.headers.get("Content-Type", "application/octet-stream")
    if not media_type.strip().lower().startswith(_TYPES):
        raise UnreadableReport(url, f"is {media_type.split(';')[0].strip()[:60]}, which is not read", _SAVE)
    content = _body(response, url, deadline)
    headers = {name.lower(): value for name, value in response.headers.items()}
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return Fetched(url, content, media_type, headers, now)


def _body(response: requests.Response, url: str, deadline: float) -> bytes:
    """Return the body, read as it comes, so that neither size nor time is found out too late."""
    stream = cast("_Stream", response.raw)
    pieces: list[bytes] = []
    size = 0
    try:
        while piece := stream.read1(_CHUNK, decode_content=True):
            size += len(piece)
            pieces.append(piece)
            if size > MOST_BYTES:
                raise UnreadableReport(url, f"is larger than {MOST_BYTES // 1_000_000} MB", _SAVE)
            if time.monotonic() > deadline:
                raise _too_slow(url)
    except (HTTPError, OSError) as error:
        raise UnreadableReport(url, f"broke off ({type(error).__name__})", "try again") from None
    return b"".join(pieces)


def _too_slow(url: str) -> UnreadableReport:
    return UnreadableReport(url, f"did not answer within {_TOTAL_SECONDS:.0f} seconds", "try again, or save the page")
