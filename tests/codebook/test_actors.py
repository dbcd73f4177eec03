"""Actors: one slug for each body, however the press spells it."""

import pytest

from untold.codebook.actors import (
    Actor,
    ActorEntry,
    ActorList,
    actor,
    actor_names,
    all_actors,
    cased_actor_names,
    find_actor,
    index_names,
    is_compatible,
    is_one_hand,
    join_actors,
    states,
)
from untold.codebook.errors import BrokenVocabulary
from untold.codebook.folding import name_key
from untold.codebook.places import countries
from untold.codebook.shapes import shape_words


def listed(**entries: ActorEntry) -> dict[str, ActorList]:
    return {"test": ActorList(source="a test", actor=entries)}


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("SOHR", "sohr"),
        ("Syrian Observatory of Human Rights", "sohr"),
        ("the Britain-based Syrian Observatory for Human Rights", "sohr"),
        ("the Observatory", "sohr"),
        ("المرصد السوري لحقوق الإنسان", "sohr"),
        ("المرصد السورى لحقوق الانسان", "sohr"),
        ("Daesh", "islamic-state"),
        ("ISIS", "islamic-state"),
        ("ISIL", "islamic-state"),
        ("IS", "islamic-state"),
        ("the Islamic State of Iraq and the Levant", "islamic-state"),
        ("داعش", "islamic-state"),
        ("Jabbat Al-Nusra", "nusra-front"),
        ("JABHAT AL-NUSRA", "nusra-front"),
        ("Jabhat an\u2011Nusra", "nusra-front"),
        ("Al-Nusrah Front", "nusra-front"),
        ("جبهة النصرة", "nusra-front"),
        ("Jabhat Fateh al-Sham", "nusra-front"),
        ("Hay\u2019at Tahrir al-Sham", "hts"),
        ("US-led coalition", "us-led-coalition"),
        ("the US and its allies", "us-led-coalition"),
        ("CJTF-OIR", "us-led-coalition"),
        ("the coalition", "us-led-coalition"),
        ("US Defense Department", "pentagon"),
        ("Department of Defense", "pentagon"),
        ("the White House", "white-house"),
        ("regime forces", "syrian-government"),
        ("قوات النظام", "syrian-government"),
        ("Syria Civil Defence", "white-helmets"),
        ("health ministry in Gaza", "gaza-health-ministry"),
        ("وزارة الصحة في غزة", "gaza-health-ministry"),
        ("Israel", "israel"),
        ("Popular Mobilization Units", "popular-mobilization-forces"),
        ("الحشد الشعبي", "popular-mobilization-forces"),
        ("RSF", "rapid-support-forces"),
        ("SENDERO LUMINOSO", "shining-path"),
        ("FARABUNDO MARTI NATIONAL LIBERATION FRONT", "fmln"),
    ],
)
def test_each_spelling_finds_its_body(name: str, slug: str) -> None:
    found = find_actor(name)

    assert found is not None
    assert found.id == slug


@pytest.mark.parametrize("word", ["is", "us", "un", "let", "who", "ap", "contra", "amnesty", "the", ""])
def test_a_plain_word_is_no_actor(word: str) -> None:
    assert find_actor(word) is None


@pytest.mark.parametrize("words", ["the rebels", "gunmen", "militants", "opposition fighters", "activists"])
def test_people_whom_nobody_named_have_no_slug(words: str) -> None:
    assert find_actor(words) is None


@pytest.mark.parametrize(
    "slug",
    [
        "sohr", "snhr", "vdc", "airwars", "iraq-body-count", "ohchr", "unami", "white-house", "pentagon", "centcom",
        "us-led-coalition", "islamic-state", "nusra-front", "hts", "white-helmets", "sana", "gaza-health-ministry",
        "israel", "houthis", "peshmerga", "saudi-led-coalition", "rapid-support-forces", "ukraine", "taliban",
    ],
)  # fmt: skip
def test_the_design_s_slugs_are_in_the_codebook(slug: str) -> None:
    assert actor(slug).id == slug


def test_no_name_of_an_actor_is_lost_on_the_way_into_the_index() -> None:
    for bearer in all_actors().values():
        for spelling in (bearer.name, *bearer.aliases):
            assert actor_names()[name_key(spelling)] is bearer


def test_short_forms_are_never_indexed_without_their_case() -> None:
    for form, bearer in cased_actor_names().items():
        assert actor_names().get(name_key(form)) is None, f"{form} of {bearer.id}"


def test_every_actor_s_country_is_a_country() -> None:
    unknown = {one.id: one.country for one in all_actors().values() if one.country not in {None, *countries()}}

    assert unknown == {}


def test_every_actor_says_where_its_naming_comes_from() -> None:
    assert all(one.source for one in all_actors().values())


@pytest.mark.parametrize(
    ("slug", "status"),
    [
        ("islamic-state", "combatant"),
        ("nusra-front", "combatant"),
        ("peshmerga", "armed_forces"),
        ("syrian-government", "armed_forces"),
        ("idf", "armed_forces"),
        ("iraqi-federal-police", "police"),
        ("sohr", None),
        ("white-house", None),
    ],
)
def test_an_actor_knows_what_its_members_are_as_casualties(slug: str, status: str | None) -> None:
    assert actor(slug).status == status


def test_monitors_and_outlets_count_and_do_not_harm() -> None:
    watchers = [one for one in all_actors().values() if one.kind in {"monitor", "outlet", "international", "rescue"}]

    assert all(one.can_claim and not one.can_harm for one in watchers)


def test_armed_groups_and_forces_can_harm() -> None:
    fighters = [one for one in all_actors().values() if one.kind in {"armed_group", "armed_forces", "coalition"}]

    assert all(one.can_harm for one in fighters)


@pytest.mark.parametrize(
    ("one", "other"),
    [("sohr", "sohr"), ("centcom", "pentagon"), ("pentagon", "centcom"), ("centcom", "united-states")],
)
def test_a_part_and_its_whole_can_be_one_in_a_story(one: str, other: str) -> None:
    assert is_compatible(actor(one), actor(other))


@pytest.mark.parametrize(
    ("one", "other"), [("sohr", "airwars"), ("russia", "syrian-government"), ("white-house", "pentagon")]
)
def test_two_bodies_stay_two(one: str, other: str) -> None:
    assert not is_compatible(actor(one), actor(other))


def test_one_name_for_two_actors_is_refused() -> None:
    lists = listed(
        one=ActorEntry(name="Free Army", kind="armed_group"),
        two=ActorEntry(name="Other", kind="armed_group", aliases=("free-army",)),
    )

    with pytest.raises(BrokenVocabulary, match="'free army' is already a name of 'one'"):
        index_names(join_actors(lists))


def test_an_alias_that_is_the_name_again_is_refused() -> None:
    lists = listed(one=ActorEntry(name="Al-Haq", kind="monitor", aliases=("al haq",)))

    with pytest.raises(BrokenVocabulary, match="one"):
        index_names(join_actors(lists))


def test_a_whole_that_no_list_knows_is_refused_with_file_and_entry() -> None:
    lists = listed(one=ActorEntry(name="One", kind="monitor", member_of=("nobody",)))

    with pytest.raises(BrokenVocabulary, match=r"test\.toml, one: member of 'nobody'"):
        join_actors(lists)


def test_a_slug_in_two_files_is_refused() -> None:
    entry = ActorEntry(name="One", kind="monitor")
    lists = {"a": ActorList("a test", {"one": entry}), "b": ActorList("a test", {"one": entry})}

    with pytest.raises(BrokenVocabulary, match=r"b\.toml, one"):
        join_actors(lists)


@pytest.mark.parametrize("field", [{"alias": ["x"]}, {"kind": "warlord"}, {"country": 7}])
def test_a_field_that_no_shape_knows_is_refused_with_the_file(field: dict[str, object]) -> None:
    words = {"source": "a test", "actor": {"one": {"name": "One", "kind": "monitor", **field}}}

    with pytest.raises(BrokenVocabulary, match=r"test\.toml"):
        shape_words(words, ActorList, "test.toml")


def test_at_least_a_hundred_and_eighty_bodies_are_known() -> None:
    least = 180

    assert sum(isinstance(one, Actor) for one in all_actors().values()) >= least


@pytest.mark.parametrize(("country", "slug"), [("RUS", "russia"), ("SYR", "syrian-government"), ("ISR", "israel")])
def test_a_demonym_before_a_means_is_the_state(country: str, slug: str) -> None:
    assert states()[country].id == slug


def test_palestinian_rockets_are_no_government_s() -> None:
    assert "PSE" not in states()


def test_a_coalition_and_its_contributor_are_one_hand_and_two_contributors_are_two() -> None:
    assert is_one_hand("french-air-force", "us-led-coalition")
    assert not is_one_hand("france", "united-kingdom")
    assert is_one_hand("nobody-known", "nobody-known")
    assert not is_one_hand("nobody-known", "us-led-coalition")


def test_a_contributor_that_no_list_knows_is_refused() -> None:
    lists = listed(one=ActorEntry(name="One", kind="coalition", contributors=("nobody",)))

    with pytest.raises(BrokenVocabulary, match="contributor 'nobody'"):
        join_actors(lists)
