"""Incidents in the columns of Airwars' own export: a minimum and a maximum for every group, and each belligerent.

Airwars prints an empty minimum as "Unknown", so that here, as nowhere else in
the field, what is not known can be said.

Source: the column names of Airwars' table writer and its methodology notes.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from untold.claims.claim import Demographic, Harm, Status
from untold.claims.columns.airwars import WORDS
from untold.codebook.places import country_name
from untold.codebook.vocabularies import vocabulary
from untold.releases.exports.case import Answer, Case
from untold.releases.exports.casualties import bounds_of, number
from untold.releases.exports.days import days_of
from untold.reports.lists import column_key

_BEFORE = (
    "post_id", "post_status", "post_published", "post_modified", "permalink", "code", "previous_codes", "date_type",
    "date", "date_end", "local_time_type", "local_time", "local_time_start", "local_time_end", "local_time_of_day",
    "local_first_reported_date_time", "local_first_reported_by", "local_first_reported_url", "country_name",
    "country_slug", "location_name", "location_name_arabic", "location_name_hebrew", "location_name_ukrainian",
    "region", "strike_status_name", "strike_status_slug", "infrastructure_name", "infrastructure_slug",
    "strike_type_name", "strike_type_slug", "targeted_belligerent_name", "targeted_belligerent_slug",
    "observation_name", "observation_slug", "impact_name", "impact_slug", "total_strikes", "civilian_harm_reported",
    "civilian_harm_status_name", "civilian_harm_status_slug", "cause_of_death_injury_name",
    "cause_of_death_injury_slug", "geolocated", "latitude", "longitude", "geolocation_status_name",
    "geolocation_status_slug", "geolocation_accuracy_name", "geolocation_accuracy_slug", "geojson_caption",
    "geolocation_notes", "geolocation_notes_internal", "geolocation_sign_off_assessor",
    "geolocation_sign_off_date_time", "num_media", "num_victims", "num_victims_named", "num_victims_named_english",
    "num_victims_named_arabic", "num_victims_named_hebrew", "num_victims_named_ukrainian", "num_reconciled",
    "num_families", "num_individuals", "victim_average_age", "declassified_assessment", "press_release",
    "num_sources", "num_sources_twitter", "num_sources_facebook", "num_sources_telegram", "num_sources_other",
)  # fmt: skip
GROUPS: Mapping[str, tuple[Status, Demographic | None] | None] = {
    "civilian_non_combatants": ("civilian", None),
    "children": ("civilian", "children"),
    "women": ("civilian", "women"),
    "men": ("civilian", "men"),
    "human_rights_defenders": None,
    "journalists": None,
    "trade_unionists": None,
    "healthcare_personnel": None,
    "other_civilian_non_combatants": None,
    "undetermined": ("unknown", None),
    "other_protected_persons": None,
    "medical_and_religious_personnel_state": None,
    "medical_and_religious_personnel_non_state": None,
    "persons_hors_de_combat": None,
    "belligerents": ("combatant", None),
    "member_of_armed_forces": ("armed_forces", None),
    "persons_directly_participating_in_hostilities": None,
    "civilian_role_in_military": None,
}
_HARMS: tuple[Harm, ...] = ("killed", "injured")
_BOUNDS = tuple(f"{harm}_{bound}" for harm in _HARMS for bound in ("min", "max"))
MOST_PARTIES = 4  # belligerents that a row has room for
_OF_A_PARTY = (
    "name", "type", "assessment_name", "assessment_slug", "deaths_conceded_min", "deaths_conceded_max",
    "injuries_conceded_min", "injuries_conceded_max",
)  # fmt: skip
COLUMNS = (
    *_BEFORE,
    *(f"{group}_{bound}" for group in GROUPS for bound in _BOUNDS),
    "summary",
    *(f"belligerent_{n}_{part}" for n in range(1, MOST_PARTIES + 1) for part in _OF_A_PARTY),
)
_SCRIPTS = {"ARABIC": "location_name_arabic", "HEBREW": "location_name_hebrew", "CYRILLIC": "location_name_ukrainian"}
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}.*")


def row_of(case: Case) -> Mapping[str, str]:
    """Return the cells of an incident."""
    incident, days = case.incident, days_of(case.incident)
    is_one_day = days.first == days.last
    return {
        "code": incident.code,
        "previous_codes": ";".join(incident.previous_codes),
        "date_type": "" if days.first is None else "single" if is_one_day else "date_range",
        "date": days.first or "",
        "date_end": "" if is_one_day else days.last or "",
        **_time(incident.time_of_day),
        **_place(case),
        **_named("strike_status", incident.strike_status, WORDS.written["strike_status"]),
        **_listed("infrastructure", incident.infrastructure),
        **_strike_type(case),
        "civilian_harm_reported": _is_reported(case),
        **_named("civilian_harm_status", incident.grade, WORDS.written["grade"]),
        "num_victims": str(incident.victims),
        "num_sources": str(len(case.sources)),
        **_counts(case),
        **_belligerents(case),
    }


def _place(case: Case) -> Mapping[str, str]:
    incident = case.incident
    country = country_name(incident.country) if incident.country else ""
    return {
        "country_name": country,
        "country_slug": column_key(country).replace("_", "-"),
        "location_name": incident.place_name or "",
        **_local(incident.place_name_local),
        "region": incident.admin1 or "",
        "geolocated": "" if incident.lat is None else "1",
        "latitude": number(incident.lat),
        "longitude": number(incident.lon),
        "geolocation_accuracy_slug": WORDS.written["geo_accuracy"].get(incident.geo_precision or "", ""),
        "geolocation_notes": _square(incident.cell_degrees),
    }


def _local(name: str | None) -> Mapping[str, str]:
    """Return a name under the script of its first letter; of another script it has no column."""
    letter = next((each for each in name or "" if each.isalpha()), "")
    script = unicodedata.name(letter, "").partition(" ")[0] if letter else ""
    column = _SCRIPTS.get(script)
    return {} if column is None else {column: name or ""}


def _square(side: float | None) -> str:
    return "" if side is None else f"the point is the middle of a square of {side:g} degrees"


def _time(words: str | None) -> Mapping[str, str]:
    if not words:
        return {}
    return {"local_time": words} if _CLOCK.fullmatch(words) else {"local_time_of_day": words}


def _strike_type(case: Case) -> Mapping[str, str]:
    """Return the one kind of strike; several have no cell."""
    means = case.incident.means
    return _named("strike_type", means[0] if len(means) == 1 else None, WORDS.written["strike_type"])


def _named(field: str, slug: str | None, words: Mapping[str, str]) -> Mapping[str, str]:
    name = words.get(slug or "")
    return {} if name is None else {f"{field}_name": name, f"{field}_slug": column_key(name).replace("_", "-")}


def _listed(field: str, slugs: tuple[str, ...]) -> Mapping[str, str]:
    if not slugs:
        return {}
    return {f"{field}_name": ", ".join(map(_in_words, slugs)), f"{field}_slug": ", ".join(slugs).replace("_", "-")}


@cache
def _in_words(slug: str) -> str:
    known = {term.slug for term in vocabulary("infrastructure")}
    return slug.replace("_", " ").capitalize() if slug in known else slug


def _is_reported(case: Case) -> str:
    """Return 1 where harm to civilians is stated, 0 where it is said that there was none, nothing where neither is."""
    found = [each for each in case.ranges if each.status == "civilian"]
    if not found:
        return ""
    return "0" if all(each.high == 0 for each in found) else "1"


def _counts(case: Case) -> Mapping[str, str]:
    return dict(_bounds(case))


def _bounds(case: Case) -> Iterator[tuple[str, str]]:
    for group, members in GROUPS.items():
        for harm in _HARMS if members is not None else ():
            found = bounds_of(case, harm, *members) if members is not None else None
            if found is not None:
                yield f"{group}_{harm}_min", number(found.low)
                yield f"{group}_{harm}_max", number(found.high)


def _belligerents(case: Case) -> Mapping[str, str]:
    written: dict[str, str] = {}
    for n, party in enumerate(case.parties[:MOST_PARTIES], 1):
        answer = next((each for each in case.answers if each.to is not None and each.to == party.actor), None)
        kind = "Known" if party.role == "known" else "Suspected"
        cells = {"name": party.name, "type": kind, **_assessment(answer)}
        written.update((f"belligerent_{n}_{part}", cell) for part, cell in cells.items())
    return written


def _assessment(answer: Answer | None) -> Mapping[str, str]:
    word = None if answer is None else WORDS.written["position"].get(answer.status)
    if answer is None or word is None:
        return {}
    (killed_low, killed_high), (injured_low, injured_high) = answer.killed, answer.injured
    return {
        "assessment_name": word.replace("_", " ").capitalize(),
        "assessment_slug": word.replace("_", "-"),
        "deaths_conceded_min": number(killed_low),
        "deaths_conceded_max": number(killed_high),
        "injuries_conceded_min": number(injured_low),
        "injuries_conceded_max": number(injured_high),
    }
