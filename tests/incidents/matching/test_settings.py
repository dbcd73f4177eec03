from pathlib import Path

import pytest

from untold.codebook.errors import BrokenVocabulary
from untold.incidents.matching import read_settings, rule, standard_settings

SMALL = """
comparisons = ["date", "place", "weapon"]
[window]
days = 2
kilometres = 4.0
[decision]
link = 0
review = 10
[taxonomies.weapon]
levels = 2
points = [20, 10]
[points]
"""


def _settings(folder: Path, text: str) -> Path:
    path = folder / "rule.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_rule_of_ones_own_compares_by_any_taxonomy_of_columns(tmp_path: Path) -> None:
    weapon = rule(read_settings(_settings(tmp_path, SMALL)))[2]

    assert [level.name for level in weapon.levels] == ["unknown", "level_1", "level_2", "apart"]
    assert "a.weapon_2 = b.weapon_2" in weapon.values["weapon_agree"]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("days = 2", "days = 'two'", "Expected `int`"),
        ("[points]", "[score]", "unknown field"),
        ('"weapon"]', '"wapon"]', "wapon"),
        ("points = [20, 10]", "points = [20]", "2 levels"),
        ("comparisons", "comparisons = [", "rule.toml"),
        ("[taxonomies.weapon]", '[taxonomies."w; DROP"]', "weapon|no name of a column"),
    ],
)
def test_a_rule_that_says_nothing_clear_is_refused(tmp_path: Path, old: str, new: str, why: str) -> None:
    with pytest.raises(BrokenVocabulary, match=why):
        read_settings(_settings(tmp_path, SMALL.replace(old, new)))


def test_every_level_that_has_points_is_a_level_of_the_rule() -> None:
    levels = {each.name: {level.name for level in each.levels} for each in rule(standard_settings())}

    assert all(points.keys() <= levels[name] for name, points in standard_settings().points.items())
