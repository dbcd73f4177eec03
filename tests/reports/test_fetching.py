"""Fetching: a public page on its usual port, within its limits; all else is refused with the reason."""

import gzip
import http.server
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from tests.reports.samples import PAGE
from untold.codebook.errors import RefusedAddress, UnreadableReport
from untold.reports import fetching
from untold.reports.fetching import fetch
from untold.reports.opening import open_source


class Site(http.server.BaseHTTPRequestHandler):
    """A site that misbehaves by its paths."""

    hits: list[str]  # set by the fixture: every path that was asked for

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the server's own name
        del format, args

    def do_GET(self) -> None:
        type(self).hits.append(self.path)
        name, _, rest = self.path.strip("/").partition("/")
        getattr(self, f"show_{name}", self.show_nothing)(rest)

    def show_page(self, _: str) -> None:
        self.answer(PAGE.encode())

    def show_nothing(self, _: str) -> None:
        self.send_error(404)

    def show_picture(self, _: str) -> None:
        self.answer(b"x", "image/png")

    def show_big(self, _: str) -> None:
        self.answer(b"x" * 20_000_001)

    def show_bomb(self, _: str) -> None:
        self.answer(gzip.compress(b"x" * 50_000_000), packed=True)

    def show_hops(self, left: str) -> None:
        self.redirect(f"/hops/{int(left) - 1}" if int(left) > 1 else "/page")

    def show_to(self, address: str) -> None:
        self.redirect(address)

    def show_slow(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for n in range(40):
            time.sleep(0.1)
            self.wfile.write(b"%d" % n)

    def show_drip(self, _: str) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for n in range(40):
            time.sleep(0.1)
            self.wfile.write(b"X-%d: drip\r\n" % n)

    def redirect(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.end_headers()

    def answer(self, content: bytes, media_type: str = "text/html; charset=utf-8", *, packed: bool = False) -> None:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)


class Quiet(http.server.ThreadingHTTPServer):
    """A server that does not complain when a client hangs up."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        del request, client_address


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    Site.hits = []
    with Quiet(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_page_comes_with_its_address_its_headers_and_its_time(site: str) -> None:
    fetched = fetch(f"{site}/page", allow_private=True)

    assert fetched.content == PAGE.encode()
    assert (fetched.url, fetched.media_type) == (f"{site}/page", "text/html; charset=utf-8")
    assert fetched.headers["content-length"] == str(len(PAGE.encode()))
    assert fetched.captured_at.endswith("Z")


def test_an_address_is_a_source_like_any_other(site: str) -> None:
    (opened,) = open_source(f"{site}/page", allow_private=True)

    assert (opened.reports[0].title, opened.reports[0].url) == ("Shell hits bakery", f"{site}/page")
    assert opened.taken[0].headers["content-type"] == "text/html; charset=utf-8"
    assert opened.reports[0].captured_at is not None


def test_an_error_of_an_address_is_a_value_too(site: str) -> None:
    (opened,) = open_source(f"{site}/nothing", allow_private=True)

    assert str(opened.error).startswith(f"{site}/nothing: answered 404")


def test_five_redirects_are_followed_and_no_more(site: str) -> None:
    assert fetch(f"{site}/hops/5", allow_private=True).url == f"{site}/page"
    with pytest.raises(UnreadableReport, match="redirects more than 5 times"):
        fetch(f"{site}/hops/6", allow_private=True)


@pytest.mark.parametrize(
    "address", ["http://169.254.169.254/latest", "http://10.0.0.1/", "file:///etc/passwd", "http://a:b@example.org/"]
)
def test_a_redirect_is_checked_like_the_first_address(site: str, address: str) -> None:
    with pytest.raises(RefusedAddress, match="refused"):
        fetch(f"{site}/to/{address}", allow_private=True)


@pytest.mark.parametrize(
    ("path", "why"),
    [("picture", "is image/png, which is not read"), ("big", "is larger than 20 MB"), ("bomb", "is larger than 20 MB")],
)
def test_what_is_too_big_or_of_another_type_is_refused(site: str, path: str, why: str) -> None:
    with pytest.raises(UnreadableReport, match=why):
        fetch(f"{site}/{path}", allow_private=True)


@pytest.mark.parametrize("path", ["slow", "drip"])
def test_a_server_that_drips_is_not_waited_for(site: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_TOTAL_SECONDS", 0.5)
    start = time.monotonic()

    with pytest.raises(UnreadableReport, match="did not answer within"):
        fetch(f"{site}/{path}", allow_private=True)

    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://127.0.0.1/", "private or reserved"),
        ("http://localhost/", "private or reserved"),
        ("http://0/", "private or reserved"),
        ("http://2130706433/", "private or reserved"),
        ("http://0x7f000001/", "private or reserved"),
        ("http://10.0.0.1/", "private or reserved"),
        ("http://192.168.1.1/", "private or reserved"),
        ("http://169.254.169.254/latest/meta-data/", "private or reserved"),
        ("http://[::1]/", "private or reserved"),
        ("http://[::ffff:127.0.0.1]/", "private or reserved"),
        ("http://[::127.0.0.1]/", "private or reserved"),
        ("http://[64:ff9b::7f00:1]/", "private or reserved"),
        ("http://[2002:7f00:1::]/", "private or reserved"),
        ("http://[fe80::1]/", "private or reserved"),
        ("ftp://example.org/", "ftp is not http or https"),
        ("file:///etc/passwd", "file is not http or https"),
        ("http://name:word@example.org/", "carries a name or a password"),
        ("http://example.onion/", "hidden services"),
        ("http://example.onion./", "hidden services"),
        ("http://example.org:22/", "port 22 is not the web's"),
        ("https://example.org:80/", "port 80 is not the web's"),
        ("http://example.org:99999/", "no valid address"),
        ("http:///path", "names no host"),
        ("http://example.org\\@127.0.0.1/", "spaces or backslashes"),
        ("http://example.org/a b", "spaces or backslashes"),
    ],
)
def test_an_address_that_could_reach_inside_is_refused(url: str, why: str) -> None:
    with pytest.raises(RefusedAddress, match=why):
        fetch(url)


def test_a_server_on_this_machine_is_refused_unless_a_test_says_so(site: str) -> None:
    asked = len(Site.hits)

    with pytest.raises(RefusedAddress):
        fetch(f"{site}/page")

    assert len(Site.hits) == asked


def test_a_name_that_changes_its_address_after_the_check_is_not_followed(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = site.rsplit(":", 1)[1]
    answers = iter(["127.0.0.1", "10.0.0.1", "10.0.0.2"])
    real = socket.getaddrinfo

    def rebinding(host: str, *args: object, **more: object) -> object:
        if host != "rebinding.example":
            return real(host, *args, **more)  # type: ignore[arg-type]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), 0))]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)

    fetched = fetch(f"http://rebinding.example:{port}/page", allow_private=True)

    assert fetched.content == PAGE.encode()
    assert next(answers) == "10.0.0.1"  # the name was asked once: the call went to the address that was checked


def test_a_name_with_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)

    with pytest.raises(RefusedAddress, match="private or reserved"):
        fetch("http://example.org/")


def test_a_proxy_in_the_environment_is_not_used(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")

    assert fetch(f"{site}/page", allow_private=True).content == PAGE.encode()
