"""The feed of corrections is Atom that readers read: stable ids, plain text, one entry for an incident."""

from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from untold.releases.changes.feed import ATOM, FeedOf, authority_of, feed
from untold.releases.changes.record import Change, Deletion

OF = FeedOf("Alder Monitor", "alder.example.org", 2, "2026-12-01")


def changed(code: str = "U-1", **fields: Any) -> Change:
    given = {"table": "ranges", "kind": "changed", "key": f"{code} / killed", "incident": code, "field": "low"}
    return Change(**{**given, "old": "3", "new": "4", **fields})


def read(*changes: Change, gone: tuple[Deletion, ...] = (), of: FeedOf = OF) -> Any:
    return feedparser.parse(feed(of, changes, gone))


def test_a_reader_reads_the_feed_without_complaint() -> None:
    parsed = read(changed())

    assert not parsed.bozo
    assert parsed.version == "atom10"
    assert (parsed.feed.id, parsed.feed.title) == ("tag:alder.example.org,2026:corrections", "Corrections, release 2")
    assert parsed.feed.updated == "2026-12-01T00:00:00Z"
    assert parsed.feed.author == "Alder Monitor"
    assert parsed.feed.links[0].rel == "self"


def test_an_incident_is_one_entry_with_a_line_for_each_change() -> None:
    (entry,) = read(changed(), changed(field="high", old=None)).entries

    assert entry.id == "tag:alder.example.org,2026:releases/2/corrected/U-1"
    assert entry.title == "U-1: corrected"
    assert entry.updated == "2026-12-01T00:00:00Z"
    assert entry.tags[0].term == "corrected"
    assert entry.content[0].type == "text/plain"
    assert entry.content[0].value.splitlines() == [
        "range U-1 / killed, low: 3 → 4",
        "range U-1 / killed, high: not stated → 4",
    ]


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (changed(is_withheld=True, old=None), "range U-1 / killed, low: changed, now 4"),
        (changed(table="incidents", key="U-1", field="date_end", new=None), "date end: 3 → not stated"),
        (changed(kind="merged", table="incidents", old="U-2"), "U-2 was merged into it."),
        (changed(kind="split", table="incidents", new="U-3"), "U-3 was split off."),
        (changed(kind="removed", field=None), "range U-1 / killed: removed"),
        (changed(kind="added", field=None, table="claims", key="r:1:0"), "claim r:1:0: added"),
        (changed(kind="added", field=None, table="attributions", key="k"), "attributions k: added"),
        (changed(new="a\nb\u202e"), "range U-1 / killed, low: 3 → a b"),
    ],
)  # fmt: skip
def test_each_kind_of_change_is_said_in_words(change: Change, line: str) -> None:
    (entry,) = read(change).entries

    assert entry.content[0].value == line


@pytest.mark.parametrize(
    "change",
    [changed(kind="added", table="incidents"), changed(kind="withdrawn", table="incidents"), changed(incident=None)],
)
def test_what_is_new_or_of_no_incident_is_no_correction(change: Change) -> None:
    assert read(change).entries == []


@pytest.mark.parametrize(
    ("deletion", "said"),
    [
        (Deletion("U-1", "2026-12-01", "withdrawn"), "Withdrawn."),
        (Deletion("U-1", "2026-12-01", "not_published"), "No longer published."),
        (Deletion("U-1", "2026-12-01", "merged", ("U-2",)), "Went on in U-2."),
        (Deletion("U-1", "2026-12-01", "split", ("U-2", "U-3")), "Went on in U-2, U-3."),
    ],
)
def test_a_tombstone_says_why_in_a_word_and_where_to_go(deletion: Deletion, said: str) -> None:
    (entry,) = read(gone=(deletion,)).entries

    assert (entry.title, entry.content[0].value) == ("U-1: no longer in the record", said)
    assert entry.id.endswith(":releases/2/gone/U-1")


@given(st.text(), st.text(), st.text())
def test_hostile_text_is_text_and_the_feed_stays_xml(old: str, new: str, publisher: str) -> None:
    of = FeedOf(publisher, authority_of(publisher), 2, "2026-12-01")

    written = feed(of, [changed("U-<&>", old=old, new=new)], [])

    root = etree.fromstring(written)
    assert {each.tag for each in root.iter()} <= {
        f"{{{ATOM}}}{name}"
        for name in ("feed", "id", "title", "updated", "author", "name", "link", "entry", "category", "content")
    }
    assert len(root.findall(f"{{{ATOM}}}entry")) == 1


def test_markup_in_a_value_is_no_markup() -> None:
    written = feed(OF, [changed(new="<script>alert(1)</script>&amp;")], [])

    assert b"<script" not in written
    assert "<script>alert(1)</script>&amp;" in (etree.fromstring(written).findtext(f".//{{{ATOM}}}content") or "")


def test_ids_are_tags_whatever_a_code_is() -> None:
    (entry,) = read(changed("U 1/ü")).entries

    assert entry.id == "tag:alder.example.org,2026:releases/2/corrected/U-1/-"


def test_entries_go_by_kind_and_code_and_are_the_same_bytes_again() -> None:
    changes = [changed("U-2"), changed("U-1")]
    gone = [Deletion("U-3", "2026-12-01", "withdrawn")]

    assert [each.title[:3] for each in read(*changes, gone=tuple(gone)).entries] == ["U-1", "U-2", "U-3"]
    assert feed(OF, changes, gone) == feed(OF, list(reversed(changes)), gone)


def test_a_feed_of_very_many_says_how_many_more_there_are() -> None:
    parsed = read(*(changed(f"U-{number:04d}") for number in range(503)))

    assert len(parsed.entries) == 501
    assert parsed.entries[-1].content[0].value.startswith("3 more incidents are corrected")
    assert parsed.entries[-1].id.endswith("releases/2/more/all")


def test_an_entry_of_very_many_lines_points_to_the_table() -> None:
    (entry,) = read(*(changed(field=f"f{number}") for number in range(50))).entries

    lines = entry.content[0].value.splitlines()
    assert (len(lines), lines[-1]) == (41, "More in changes.csv.")


def test_a_long_value_is_cut() -> None:
    (entry,) = read(changed(new="x" * 1_000)).entries

    assert len(entry.content[0].value) < 400


@pytest.mark.parametrize(
    ("publisher", "authority"),
    [
        ("Älder & Söhne!", "alder-sohne.invalid"), ("", "untold.invalid"), ("مرصد", "untold.invalid"),
        ("x" * 90, f"{'x' * 60}.invalid"),
    ],
)  # fmt: skip
def test_a_publisher_without_a_domain_has_one_that_nobody_can_hold(publisher: str, authority: str) -> None:
    assert authority_of(publisher) == authority
