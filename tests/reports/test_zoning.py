"""Zones: the frame of a page is told from its story."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.reports.zoning import zones_of

STORY = """Nine people were killed on Wednesday when shells fell on the market in Darsaf, a doctor said.

"We received nine bodies and twenty-two wounded," he told the paper by telephone.

The army denied that its guns had fired."""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(zone.kind, " ".join(text[zone.start : zone.end].split())) for zone in zones_of(text)]


def furniture(text: str) -> str:
    return "\n".join(words for kind, words in kinds(text) if kind == "furniture")


def story(text: str) -> list[str]:
    return [words for kind, words in kinds(text) if kind in ("lede", "body")]


@given(st.text(alphabet=st.sampled_from('aA1 .,:-\n\r\t\u2028\u00a0#?\u062d\u2022[]()"')))
def test_zones_cover_any_text_in_order_and_without_overlap(text: str) -> None:
    zones = zones_of(text)

    assert "".join(text[zone.start : zone.end] for zone in zones) == text
    assert all(zone.start < zone.end for zone in zones)


def test_a_text_of_nothing_has_no_zones() -> None:
    assert zones_of("") == ()


def test_a_line_of_a_monitors_list_is_body() -> None:
    assert kinds("2 civilians killed by mine in Kunduz") == [("body", "2 civilians killed by mine in Kunduz")]


def test_lines_of_a_monitors_list_are_all_read() -> None:
    text = "2 civilians killed by mine in Kunduz\n3 injured in car bomb in Kabul\nRoadside bomb kills 4 in Helmand"

    assert len(story(text)) == 3
    assert furniture(text) == ""


def test_one_paragraph_is_body() -> None:
    assert [kind for kind, _ in kinds("Two men died on Monday, a monitor said. A third was hurt.")] == ["body"]


def test_a_headline_above_its_story_is_the_title_and_the_first_paragraph_the_lede() -> None:
    found = kinds(f"Shells kill nine in Darsaf\n\n{STORY}")

    assert [kind for kind, _ in found] == ["title", "lede", "body", "body"]


@pytest.mark.parametrize("title", ["Who Killed the Darsaf Nine?", "Massacre in Darsaf", "Nine dead in Darsaf: monitor"])
def test_titles_of_many_shapes_stay_titles(title: str) -> None:
    assert kinds(f"{title}\n\n{STORY}")[0] == ("title", title)


def test_the_first_paragraph_is_the_lede_without_a_title_too() -> None:
    assert [kind for kind, _ in kinds(STORY)] == ["lede", "body", "body"]


def test_a_standfirst_below_the_title_is_read() -> None:
    text = f"Market hit twice in one day\nDoctors say that nine people died there\n\nBy Jane Writer\n\n{STORY}"

    assert [kind for kind, _ in kinds(text)] == ["title", "lede", "furniture", "body", "body", "body"]


@pytest.mark.parametrize(
    "menu",
    [
        "08:15 EET03 May 2021\nWatch Now\n  Africa\n  Copy link",
        "Home | News | Opinion | Sport\nTuesday, 14 May 2019 09:12 EST\nSubscribe",
        "Skip to content\nThe Example Post\nWorld\nUpdated 2 June 2020\nSign in\nShare",
        "Home > World > Middle East\nPrint\nEmail\nA+\nA-",
        "Published 5 hours ago\nShare",
        "You have 2 free articles left this month. Log in for more.\nMenu",
        "We use cookies to make this site better. By reading on you accept our cookie policy.\nMenu",
        "الرئيسية\nأخبار\nبحث",
    ],
)
def test_menus_clocks_and_tools_above_the_story_are_furniture(menu: str) -> None:
    text = f"{menu}\n\n{STORY}"

    assert kinds(text)[0] == ("furniture", " ".join(menu.split()))
    assert len(story(text)) == 3


def test_another_storys_headline_above_the_menu_is_not_the_title() -> None:
    text = f"BREAKING\nExplosion kills 5 in capital\nMENU\nNine killed in Darsaf shelling\n\n{STORY}"

    assert ("title", "Nine killed in Darsaf shelling") in kinds(text)
    assert "Explosion kills 5 in capital" in furniture(text)


@pytest.mark.parametrize(
    "tail",
    [
        "Five Dead in Raid on Village Near Border\nWho Is Fighting Whom in the North?",
        "Raid on village kills five, officials say\nTwelve die as boat sinks off the coast",
        "Darsaf, shelling, civilian casualties, Northern Front, artillery, Ministry of Defence",
        "Tags: Darsaf, shelling",
        "Tags Darsaf Shelling Army",
        "#Darsaf #shelling",
        "12 Comments\nBe the first to comment!",
        "Leave a comment\n\nAnon: they killed 300 people there last year, as we all know.\n\nMary: No, it was 500.",
        "Related stories\nCar bomb kills 40 in capital\n\nMost read\nMine kills two shepherds",
        "Sign up for our newsletter and get 2 articles in your inbox.",
        "© 2019 The Example Post. All rights reserved.",
        "Read more: Army says that it hit 30 gunmen in Darsaf",
        "More on this story\nDrone strike kills 12 in camp\n1 day ago",
    ],
)
def test_what_stands_below_the_story_is_furniture(tail: str) -> None:
    text = f"{STORY}\n\n\n{tail}"

    assert furniture(text) == " ".join(tail.split())
    assert len(story(text)) == 3


def test_a_link_within_the_story_does_not_end_it() -> None:
    text = STORY.replace("\n\nThe army", "\n\nRELATED: Port raid kills 20\n\nThe army")

    assert furniture(text) == "RELATED: Port raid kills 20"
    assert len(story(text)) == 3


def test_a_related_heading_within_the_story_takes_its_headline_only() -> None:
    text = STORY.replace("\n\nThe army", "\n\nAlso read\nCar bomb kills 40 in capital\n\nThe army")

    assert furniture(text) == "Also read Car bomb kills 40 in capital"
    assert story(text)[-1].startswith("The army")


def test_teasers_under_a_related_heading_are_furniture_with_their_headlines() -> None:
    teasers = "Bomb kills 40 in capital\nForty people died.\nMine kills two\nTwo shepherds were killed."
    text = f"{STORY}\n\nRelated stories\n{teasers}"

    assert "Forty people died" in furniture(text)
    assert len(story(text)) == 3


@pytest.mark.parametrize("mark", ["- ", "\u2022 ", "* "])
def test_a_list_of_the_dead_is_body(mark: str) -> None:
    listed = "\n".join(mark + item for item in ("3 men in Darsaf", "2 women in Tal Rahim", "4 children"))

    assert furniture(f"The ministry listed the dead.\n\n{listed}\n\nThe list is not complete.") == ""
    assert furniture(f"The ministry listed the dead.\n\n{listed}") == ""


def test_a_list_that_was_announced_is_body_without_marks() -> None:
    text = "The ministry counted the following:\n\nShelling in Darsaf: 3 dead\nMine in Tal Rahim: 2 dead"

    assert len(story(text)) == 3


def test_a_last_paragraph_without_a_full_stop_is_body() -> None:
    text = f"{STORY}\n\nThe mayor did not respond to requests for comment"

    assert furniture(text) == ""


def test_headings_within_the_story_are_body() -> None:
    text = STORY.replace("\n\nThe army", "\n\n'Like an earthquake'\n\nThe army")

    assert furniture(text) == ""


@pytest.mark.parametrize(
    "caption",
    [
        "Photo: A man walks past the ruins of the market.",
        "Image caption, The market was full at the time",
        "Smoke rises above the town on 3 May (AFP/Getty Images)",
        "[AP Photo/A. Photographer]",
    ],
)
def test_captions_are_captions(caption: str) -> None:
    text = STORY.replace("\n\nThe army", f"\n\n{caption}\n\nThe army")

    assert ("caption", caption) in kinds(text)


WIRE = """HAMRA, 3 JAN 90 (AGENCY) -- [TEXT] GUERRILLAS ATTACKED AN ARMY POST IN
THE NORTH LAST NIGHT, KILLING FOUR SOLDIERS AND A POLICEMAN, THE ARMY
PRESS OFFICE SAID.

   THE OFFICE ADDED THAT SEVEN GUERRILLAS DIED IN THE FIGHTING, WHICH
LASTED TWO HOURS.  [PASSAGE OMITTED]"""


def test_a_wire_in_capitals_is_read_and_its_broken_lines_are_joined() -> None:
    assert [kind for kind, _ in kinds(WIRE)] == ["lede", "body"]


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    text = (
        "Fourteen soldiers died on Friday when gunmen attacked a convoy on the road to\n"
        "Hamra, the army said in a statement. The gunmen used rockets and a car bomb,\n"
        "and fled into the hills afterwards.\n\nThe attack is the third this month."
    )

    assert len(story(text)) == 2


def test_a_page_in_arabic_is_told_apart_too() -> None:
    text = (
        "الرئيسية\nأخبار\nمقتل تسعة مدنيين في قصف على سوق\n\n"
        "قتل تسعة مدنيين يوم الأربعاء في قصف مدفعي استهدف سوقا للخضار في البلدة، بحسب طبيب.\n\n"
        "وأضاف الطبيب أن اثنين وعشرين شخصا أصيبوا.\n\nاقرأ أيضا\nمقتل ثلاثين في انفجار سيارة مفخخة"
    )

    assert [kind for kind, _ in kinds(text)] == ["furniture", "title", "lede", "body", "furniture"]


@pytest.mark.timing
@pytest.mark.parametrize(
    "piece",
    [
        *("a\n", "a, ", "1 ", "(", "[", "- a\n", " > ", "\u2028a", "on\n", "\u200f", "#a ", "Published ", "16:42 GMT "),
        *("Comments\nA b c d.\n", "Related\nFour words as headline\nA b c d.\n", "1 May 2016\n"),
        *("A" * 70 + "\n", "word " * 14 + "\n"),
    ],
)
def test_no_text_takes_more_than_50_milliseconds_per_kilobyte_to_zone(piece: str) -> None:
    text = piece * (100_000 // len(piece))

    start = time.process_time()
    zones_of(text)

    # Measured 0.3 s at most; what grows with the square of the length takes minutes.
    assert time.process_time() - start < 5
