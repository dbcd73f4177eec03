"""Copies of one text are found among many, in either script, and nothing else is called a copy."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.incidents.independence.copies import ALIKE, copy_groups, signature
from untold.incidents.independence.shingles import resemblance, shingled

WIRE = (
    "Two shells fell on the bakery of Tal Zahra before dawn on Wednesday, neighbors said, and killed four people "
    "who had queued for bread. Rescuers dug through the ruins until noon. The road to the east stayed closed, and "
    "the wounded were carried across the fields to a clinic in the next village."
)
ARABIC = (
    "سقطت قذيفتان على مخبز القرية قبل الفجر وقتلت أربعة أشخاص كانوا ينتظرون الخبز وبقي الطريق إلى الشرق مغلقا "
    "ونقل الجرحى عبر الحقول إلى عيادة في القرية المجاورة وقال سكان إن فرق الإنقاذ عملت حتى الظهر"
)
OTHER = (
    "An aircraft struck a fuel market outside Tal Zahra on Wednesday. A reporter on the spot counted four bodies "
    "and saw three burned trucks; the owner of the market said that two of his sons were missing."
)


def test_a_copy_with_another_headline_and_other_quotes_is_a_copy() -> None:
    body = WIRE.replace(", neighbors said,", " \u2014 neighbors said \u2014")
    copy = f"SHELLS HIT BAKERY\n{body} (Agencies)"

    groups = copy_groups({"wire": WIRE, "paper": copy, "other": OTHER})

    assert groups == {"wire": "paper", "paper": "paper", "other": "other"}


def test_two_stories_on_one_strike_are_two_texts() -> None:
    assert len(set(copy_groups({"a": WIRE, "b": OTHER}).values())) == 2


def test_arabic_copies_meet_across_diacritics_and_letter_variants() -> None:
    variant = ARABIC.replace("أربعة", "اربعه").replace("مخبز", "مَخْبَز").replace("القرية", "القـرية")

    assert copy_groups({"a": ARABIC, "b": variant}) == {"a": "a", "b": "a"}


def test_a_text_without_words_is_nobodys_copy() -> None:
    assert copy_groups({"a": "", "b": " … ", "c": ""}) == {"a": "a", "b": "b", "c": "c"}


def test_no_texts_have_no_groups() -> None:
    assert copy_groups({}) == {}


def test_a_copy_of_a_copy_is_in_the_group() -> None:
    words = [f"word{n}" for n in range(100)]
    texts = {f"t{start}": " ".join(words[start : start + 60]) for start in (0, 15, 30)}
    runs = shingled(texts)

    assert resemblance(runs["t0"], runs["t30"]) < ALIKE
    assert set(copy_groups(texts).values()) == {"t0"}


def test_the_order_of_the_texts_does_not_matter() -> None:
    texts = {f"t{n}": f"{WIRE} {'extra ' * n}" for n in range(6)} | {"o": OTHER}
    turned = dict(reversed(texts.items()))

    assert copy_groups(texts) == copy_groups(turned)


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.text(alphabet="ab \u0627\u0628", max_size=40), max_size=12))
def test_equal_texts_are_always_together_and_a_group_is_named_by_its_least(texts: dict[str, str]) -> None:
    runs = shingled(texts)
    groups = copy_groups(texts)

    assert set(groups) == set(texts)
    assert all(groups[groups[each]] == groups[each] <= each for each in texts)
    assert all(
        groups[a] == groups[b] for a in texts for b in texts if len(runs[a]) and runs[a].tolist() == runs[b].tolist()
    )


def test_signatures_agree_as_often_as_the_texts_resemble_each_other() -> None:
    words = [f"word{n}" for n in range(400)]
    runs = shingled({"a": " ".join(words[:300]), "b": " ".join(words[100:])})
    agreement = float((signature(runs["a"]) == signature(runs["b"])).mean())

    assert agreement == pytest.approx(resemblance(runs["a"], runs["b"]), abs=0.12)


def test_pages_that_share_a_frame_and_no_story_are_no_copies() -> None:
    draw = random.Random(1)  # noqa: S311
    frame = " ".join(f"menu{n}" for n in range(40))
    texts = {f"p{n}": f"{frame} {' '.join(draw.choices('abcdefghij', k=120))}" for n in range(120)}

    assert len(set(copy_groups(texts).values())) == 120
