"""The rule once more, slowly, in plain Python: written from its description, to hold the fast one to it.

Every pair of accounts is compared; there are no blocks and there is no SQL.
"""

from collections.abc import Mapping
from itertools import combinations
from math import sqrt
from typing import Any

from untold.incidents.matching import Settings, Traits

Row = Mapping[str, Any]


def verdicts(traits: Traits, settings: Settings) -> dict[tuple[int, int], tuple[int, str]]:
    """Return the points and the verdict of every pair that is not apart, by the numbers of its accounts."""
    rows = traits.table.to_pylist()
    codes: dict[int, set[str]] = {row["n"]: set() for row in rows}
    for each in traits.codes.to_pylist():
        codes[each["n"]].add(each["code"])
    met = {(each["a"], each["b"]) for each in traits.meetings.to_pylist()}
    found = {}
    for a, b in combinations(rows, 2):
        score, verdict = _pair(a, b, settings, shares=bool(codes[a["n"]] & codes[b["n"]]), met=met)
        if verdict != "apart":
            found[a["n"], b["n"]] = (score, verdict)
    return found


def _pair(a: Row, b: Row, settings: Settings, *, shares: bool, met: set[tuple[int, int]]) -> tuple[int, str]:
    is_copy, one_story = (a[name] is not None and a[name] == b[name] for name in ("copy_group", "story"))
    levels = {
        "date": _date(a, b, settings),
        "place": _place(a, b, settings),
        "actors": _actors(a, b, met),
        "means": _means(a, b),
        "killed": _killed(a, b, settings),
        "injured": _injured(a, b, settings),
        "copy": "copy" if is_copy else "none",
        "story": "told" if one_story else "none",
        "code": "shared" if shares else "none",
    }
    score = sum(_worth(settings, name, level) for name, level in levels.items())
    return score, _verdict(a, b, settings, levels, score)


def _worth(settings: Settings, name: str, level: str) -> int:
    if level.startswith("level_"):
        return settings.taxonomies[name].points[int(level[-1]) - 1]
    return settings.points.get(name, {}).get(level, 0)


def _verdict(a: Row, b: Row, settings: Settings, levels: Mapping[str, str], score: int) -> str:
    one_source, by_code, is_copy = a["source"] == b["source"], levels["code"] == "shared", levels["copy"] == "copy"
    if one_source and not by_code and not is_copy:
        return "apart"
    days, metres = _days(a, b), _metres(a, b)
    limit = settings.window.code_kilometres * 1000 + (a["radius_m"] or 0) + (b["radius_m"] or 0)
    is_far = (days is not None and days > settings.window.code_days) or (metres is not None and metres > limit)
    if by_code and is_far:
        return "contradicted"
    one_entry = a["entry"] is not None and a["entry"] == b["entry"]
    if one_source and not is_copy and not one_entry:
        return "same_source"
    if by_code:
        return "link"
    if "apart" in levels.values():
        return "apart"
    is_known = "unknown" not in {levels["date"], levels["place"]}
    is_tied = is_copy or levels["story"] == "told"
    return "link" if is_tied or (is_known and score >= settings.decision.link) else "possible"


def _days(a: Row, b: Row) -> int | None:
    if a["day_start"] is None or b["day_start"] is None:
        return None
    return int(max(a["day_start"] - b["day_end"], b["day_start"] - a["day_end"], 0))


def _date(a: Row, b: Row, settings: Settings) -> str:
    days = _days(a, b)
    if days is None:
        return "unknown"
    if days > settings.window.days:
        return "apart"
    still_open = max(a["day_end"] - a["day_start"], b["day_end"] - b["day_start"])
    if days == 0 and still_open == 0:
        return "same_day"
    if still_open > settings.window.narrow_days:
        return "wide"
    return "overlap" if days == 0 else "near"


def _metres(a: Row, b: Row) -> int | None:
    if a["lat"] is None or b["lat"] is None:
        return None
    squares: float = sum((a[axis] - b[axis]) ** 2 for axis in ("x_m", "y_m", "z_m"))
    return round(sqrt(squares))


def _place(a: Row, b: Row, settings: Settings) -> str:
    metres, window = _metres(a, b), settings.window
    other_country = None not in {a["country"], b["country"]} and a["country"] != b["country"]
    radii = 0 if metres is None else a["radius_m"] + b["radius_m"]
    by_name = 0 in {a["point_stated"], b["point_stated"]}
    if metres is not None and metres <= window.kilometres * 1000 and not by_name:
        return "near"
    reaches = metres is not None and metres <= window.kilometres * 1000 + radii
    if reaches and max(a["radius_m"], b["radius_m"]) <= settings.blocking.widest_radius_km * 1000:
        return "within"
    if not other_country and (metres is None or metres <= window.name_kilometres * 1000 + radii):
        for kind in ("name", "sound"):
            if _keys(a, kind) & _keys(b, kind):
                return kind
    if reaches:
        return "area"
    is_apart = metres is not None or other_country or _region(a, b) == "apart"
    if is_apart and a["story"] is not None and a["story"] == b["story"] and (metres is None or by_name):
        return "elsewhere"
    return "apart" if is_apart else _region(a, b)


def _region(a: Row, b: Row) -> str:
    if None in {a["area"], b["area"]}:
        return "unknown"
    if a["area"] == b["area"]:
        return "area"
    return "apart" if _keys(a, "name") and _keys(b, "name") else "unknown"


def _keys(row: Row, kind: str) -> set[str]:
    return {value for name, value in row.items() if name.startswith(f"{kind}_") and value is not None}


def _actors(a: Row, b: Row, met: set[tuple[int, int]]) -> str:
    if a["actors"] is None or b["actors"] is None:
        return "unknown"
    if a["actors"] == b["actors"] or (a["actors"], b["actors"]) in met:
        return "same"
    return "apart" if a["actors_known"] and b["actors_known"] else "disputed"


def _means(a: Row, b: Row) -> str:
    for level in (1, 2, 3):
        if a[f"means_{level}"] is not None and a[f"means_{level}"] == b[f"means_{level}"]:
            return f"level_{level}"
    return "unknown" if None in {a["means_3"], b["means_3"]} else "apart"


def _killed(a: Row, b: Row, settings: Settings) -> str:
    if _is_silent(a, "killed") or _is_silent(b, "killed"):
        return "unknown"
    gap = max(_gap(a, b, "killed"), _gap(a, b, "civilians"))
    if gap == 0 and (_is_same(a, b, "killed") or _is_same(a, b, "civilians")):
        return "same"
    if gap == 0:
        return "alike" if _is_alike(a, b) else "overlap"
    return "close" if _is_close(gap, a, b, "killed", settings) else "apart"


def _injured(a: Row, b: Row, settings: Settings) -> str:
    if _is_silent(a, "injured") or _is_silent(b, "injured"):
        return "unknown"
    gap = _gap(a, b, "injured")
    if gap == 0:
        return "same" if _is_same(a, b, "injured") else "overlap"
    return "close" if _is_close(gap, a, b, "injured", settings) else "differ"


def _is_silent(row: Row, name: str) -> bool:
    return row[f"{name}_low"] is None and row[f"{name}_high"] is None


def _gap(a: Row, b: Row, name: str) -> int:
    low, high = f"{name}_low", f"{name}_high"
    return max(
        0 if one[low] is None or other[high] is None else max(one[low] - other[high], 0)
        for one, other in ((a, b), (b, a))
    )


def _is_same(a: Row, b: Row, name: str) -> bool:
    bounds = {row[f"{name}_{side}"] for row in (a, b) for side in ("low", "high")}
    return len(bounds) == 1 and None not in bounds and 0 not in bounds


def _is_alike(a: Row, b: Row) -> bool:
    number = a["killed_low"]
    return bool(number) and number == b["killed_low"] and number in {a["killed_high"], b["killed_high"]}


def _is_close(gap: int, a: Row, b: Row, name: str, settings: Settings) -> bool:
    floor = max(a[f"{name}_low"] or 0, b[f"{name}_low"] or 0)
    return gap <= settings.counts.people or gap <= settings.counts.share * floor
