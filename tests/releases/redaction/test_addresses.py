"""An address leaves without what names a person, opens a door or shows an account, and never with more than it had."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.incidents.victims import Victim, person_names
from untold.releases.redaction.addresses import host_of, is_account_host, published_address
from untold.releases.redaction.known_names import KnownNames
from untold.releases.redaction.masking import Masker

MASKER = Masker(KnownNames([Victim("v", "killed", ("a",), person_names("Sami Mukhtara", "سامي المخترع"))]), "withhold")
HOSTS = ("social.example",)


def published(url: str | None, **kept: tuple[str, ...]) -> str | None:
    by_host = {host.replace("_", "."): names for host, names in kept.items()}
    return published_address(url, MASKER, HOSTS, by_host)


@pytest.mark.parametrize(
    ("url", "left"),
    [
        ("https://news.example.org/2016/07/five-killed-in-manbij.html", None),
        ("https://news.example.org/5-children-killed-in-strike-on-idlib", None),
        ("http://news.example.org", None),
        ("https://news.example.org/a/12345678", None),
        ("https://news.example.org/%D8%A7%D9%84%D8%B1%D9%82%D8%A9", None),
        ("https://news.example.org/a?token=secret", "https://news.example.org/a"),
        ("https://news.example.org/a#sami", "https://news.example.org/a"),
        ("https://user:word@news.example.org/a", "https://news.example.org/a"),
        ("https://news.example.org:8443/a", "https://news.example.org/a"),
        ("https://News.Example.ORG/a", "https://news.example.org/a"),
        ("https://news.example.org/x/sami-mukhtara-killed/amp", "https://news.example.org/x/"),
        ("https://news.example.org/Sami_Mukhtara", "https://news.example.org/"),
        ("https://news.example.org/sami%2Dmukhtara", "https://news.example.org/"),
        ("https://news.example.org/sami%252Dmukhtara", "https://news.example.org/"),
        ("https://news.example.org/samimukhtara", "https://news.example.org/"),
        ("https://news.example.org/%D8%B3%D8%A7%D9%85%D9%8A-%D8%A7%D9%84%D9%85%D8%AE%D8%AA%D8%B1%D8%B9",
         "https://news.example.org/"),
        ("https://news.example.org/The-Martyr-Hana", "https://news.example.org/"),
        ("https://news.example.org/@handle/1", "https://news.example.org/"),
        ("https://maps.example.org/36.12345,37.12345", "https://maps.example.org/"),
        ("https://news.example.org/d/aB3aB3aB3aB3aB3aB3/edit", "https://news.example.org/d/"),
        ("https://news.example.org/0123456789abcdef01234567/x", "https://news.example.org/"),
        ("https://social.example/somebody/status/1", "https://social.example/"),
        ("https://m.social.example/somebody", "https://m.social.example/"),
    ],
)  # fmt: skip
def test_an_address_is_cut_before_what_may_not_leave(url: str, left: str | None) -> None:
    assert published(url) == (url if left is None else left)


@pytest.mark.parametrize(
    "url",
    [
        None, "", "file:///home/somebody/a.html", "javascript:alert(1)", "ftp://example.org/a", "/home/a.html",
        "https://localhost/a", "https://intranet/a", "https://desk.local/a", "https://x.onion/a", "http://10.0.0.1/a",
        "http://[::1]/a", "http://3232235521/a", "http://1.2.3/a", "https://ex ample.org/a", "https://example.org:port/a",
        "https://example.org/a<b>", "https://exämple.org/a", "http://[broken/a", "https://sami-mukhtara.example.org/",
        "https:///a", "https://exa_mple.org/",
    ],
)  # fmt: skip
def test_an_address_that_is_none_of_the_public_web_or_names_somebody_by_its_host_does_not_leave(
    url: str | None,
) -> None:
    assert published(url) is None


def test_a_parameter_is_kept_for_the_host_that_the_policy_names() -> None:
    url = "https://video.example.org/watch?v=abc&t=12&session=secret"

    assert published(url, video_example_org=("v",)) == "https://video.example.org/watch?v=abc"
    assert published(url, other_example_org=("v",)) == "https://video.example.org/watch"


def test_a_kept_parameter_that_names_somebody_does_not_leave() -> None:
    assert (
        published("https://video.example.org/w?v=sami-mukhtara", video_example_org=("v",))
        == "https://video.example.org/w"
    )


def test_of_a_path_that_was_cut_no_parameter_is_kept() -> None:
    url = "https://video.example.org/sami-mukhtara?v=1"

    assert published(url, video_example_org=("v",)) == "https://video.example.org/"


@given(st.text(max_size=60))
def test_whatever_an_address_is_what_leaves_was_in_it_and_is_an_address(words: str) -> None:
    out = published(f"https://news.example.org/{words}")

    if out is not None:
        parts = urlsplit(out)
        assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("https", "news.example.org", "", "")
        assert f"https://news.example.org/{words}".strip().startswith(out)


def test_the_host_of_an_address_is_null_where_there_is_none() -> None:
    assert host_of("https://a.example.org./x") == "a.example.org"
    assert host_of(None) is None
    assert not is_account_host(None, HOSTS)
