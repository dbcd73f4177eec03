"""One fault for every rule, and for every rule what comes near it and is none.

Each function puts its fault into a world and returns ids that the finding must
name: of an account, a claim, an incident or an allegation, or words of its
message. The same function may be called many times on one world.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tests.tallies.checks.worlds import COALITION, TODAY, Cell, World
from tests.tallies.running.writing import MAPPING, day
from tests.tallies.writing import Draft
from untold.allegations.allegation import Allegation, Determination
from untold.allegations.reading.record import OfficialReport, PrintedLedger
from untold.claims.account import AccountDate, AccountPlace, Stated
from untold.claims.claim import Attribution, Party, Period, Place
from untold.claims.columns import accounts_from_list
from untold.claims.columns.bureau import PrintedTotal
from untold.claims.columns.mapping import layout_of
from untold.claims.columns.mapping_file import mapping_from
from untold.codebook.counts import Count
from untold.incidents.incident import CasualtyRange, Contradiction
from untold.reports.lists import read_list
from untold.reports.report import Passage
from untold.tallies.checks.whole_record import ListDay

Plant = Callable[[World], str]
FAULTS: dict[str, Plant] = {}
NEAR: dict[str, list[Plant]] = {}
RUSSIA = Attribution("russia", "Russia", "suspected")
_KILOMETRE = 1 / 111.195  # degrees of latitude


def fault(rule: str) -> Callable[[Plant], Plant]:
    def keep(plant: Plant) -> Plant:
        FAULTS[rule] = plant
        return plant

    return keep


def near(rule: str) -> Callable[[Plant], Plant]:
    def keep(plant: Plant) -> Plant:
        NEAR.setdefault(rule, []).append(plant)
        return plant

    return keep


def _code(world: World, *cells: Cell, **fields: object) -> str:
    return world.alone(*cells, **fields).accounts[0]


def _days(start: str, end: str | None = None) -> AccountDate:
    last = end or start
    return AccountDate(start, last, "day" if start == last else "days")


def _later(start: str | None, days: int) -> str:
    return (date.fromisoformat(start or "") + timedelta(days)).isoformat()


# Sums


@fault("parts_sum")
def parts_above_the_whole(world: World) -> str:
    children = Cell(2, demographic="children", is_part=True)
    return _code(world, Cell(3), children, Cell(2, demographic="men", is_part=True))


@near("parts_sum")
def parts_below_the_whole(world: World) -> str:
    children = Cell(2, demographic="children", is_part=True)
    women = Cell(1, demographic="women", is_part=True)
    return _code(world, Cell(9), children, women, Cell(1, demographic="men", is_part=True))


@fault("part_above_whole")
def one_part_above_the_whole(world: World) -> str:
    return _code(world, Cell(3), Cell(5, demographic="children", is_part=True))


@near("part_above_whole")
def one_part_that_is_the_whole(world: World) -> str:
    return _code(world, Cell(3), Cell(3, demographic="children", is_part=True))


def _text(world: World, words: str) -> tuple[Draft, Party]:
    n = world.next()
    draft = Draft(words, report=f"{n:016x}")
    world.text(draft)
    return draft, Party(None, f"Monitor {n}")


def _keep(world: World, draft: Draft) -> str:
    world.claims += draft.claims
    return draft.claims[0].id


def _groups(world: World, total: int) -> str:
    draft, monitor = _text(world, f"It has {total} dead in all: 380 civilians and 136 fighters.")
    common = {"claimant": monitor, "scope": "cumulative"}
    draft.claim(f"{total} dead", total, **common)
    draft.claim("380 civilians", 380, status="civilian", **common)
    draft.claim("136 fighters", 136, status="combatant", **common)
    return _keep(world, draft)


@fault("groups_sum")
def groups_above_their_total(world: World) -> str:
    return _groups(world, 500)


@near("groups_sum")
def groups_that_make_their_total(world: World) -> str:
    return _groups(world, 516)


def _headline(world: World, body: int) -> str:
    draft, monitor = _text(world, f"470 civilians killed in a year. A monitor counted {body} civilians since then.")
    claim = draft.claim(f"{body} civilians", body, claimant=monitor, status="civilian")
    draft.claim("470 civilians", Count.at_most(470), status="civilian", restates=claim.id)
    return _keep(world, draft)


@fault("restatement")
def a_headline_below_its_text(world: World) -> str:
    return _headline(world, 480)


@near("restatement")
def a_headline_that_rounds_its_text_up(world: World) -> str:
    return _headline(world, 467)


def _year_and_month(world: World, year: int) -> str:
    draft, monitor = _text(world, f"It counted 66 dead in May 2015. It counted {year} in all of 2015.")
    common = {"claimant": monitor, "places": (Place("Syria", "SYR"),), "scope": "period"}
    draft.claim("66 dead", 66, period=Period("2015-05", "2015-05", precision="month", basis="stated"), **common)
    draft.claim(f"{year} in", year, period=Period("2015", "2015", precision="year", basis="stated"), **common)
    return _keep(world, draft)


@fault("period_in_period")
def a_month_above_its_year(world: World) -> str:
    return _year_and_month(world, 60)


@near("period_in_period")
def a_month_below_its_year(world: World) -> str:
    return _year_and_month(world, 90)


def _two(world: World, words: str) -> str:
    draft, monitor = _text(world, f"It has 66 civilians so far. Elsewhere it has {words} so far.")
    common = {"claimant": monitor, "status": "civilian", "places": (Place("Syria", "SYR"),), "scope": "cumulative"}
    draft.claim("66 civilians", 66, **common)
    draft.claim(words, 70 if "70" in words else 66, **common)
    return _keep(world, draft)


@fault("two_numbers")
def one_group_with_two_numbers(world: World) -> str:
    return _two(world, "70 civilians")


@near("two_numbers")
def another_group_of_the_same_kind(world: World) -> str:
    return _two(world, "another 70 civilians")


def _printed(world: World, printed: int, unsummed: int = 0) -> str:
    n = world.next()
    world.printed.append(
        PrintedTotal(
            "Totals", n, "Minimum people killed", f"{2000 + n}", printed, 6, unsummed, (), Passage("w", 0, 1, "6")
        )
    )
    return f"row {n},"


@fault("printed_total")
def a_total_that_its_rows_do_not_make(world: World) -> str:
    return _printed(world, 9)


@near("printed_total")
def a_total_that_its_rows_make(world: World) -> str:
    return _printed(world, 6)


# Bounds


@fault("low_above_high")
def a_minimum_above_its_maximum(world: World) -> str:
    return _code(world, Cell(5, 3))


@near("low_above_high")
def a_minimum_that_is_its_maximum(world: World) -> str:
    return _code(world, Cell(5, 5))


@near("low_above_high")
def a_minimum_that_is_not_known(world: World) -> str:
    return _code(world, Cell(None, 3))


def _with_parts(world: World, women: int) -> str:
    one = world.row(Cell(2, 4))
    parts = (Cell(3, 3, demographic="children"), Cell(women, women, demographic="women"))
    other = world.row(*parts, source="birch", date=one.date, place=one.place)
    return world.incident(one, other).code


@fault("demographics_above_civilians")
def children_and_women_above_the_civilians_of_another_list(world: World) -> str:
    return _with_parts(world, 2)


@near("demographics_above_civilians")
def children_and_women_who_are_all_civilians(world: World) -> str:
    return _with_parts(world, 1)


def _with_total(world: World, people: int) -> str:
    one = world.row(Cell(people, status=None))
    other = world.row(Cell(6, 8), source="birch", date=one.date, place=one.place)
    return world.incident(one, other).code


@fault("group_above_total")
def civilians_above_everybody(world: World) -> str:
    return _with_total(world, 5)


@near("group_above_total")
def civilians_who_are_everybody(world: World) -> str:
    return _with_total(world, 6)


def _conceding(world: World, conceded: int) -> str:
    return world.alone(Cell(2, 4), Cell(conceded, kind="concession", claimant=COALITION)).code


@fault("conceded_above_recorded")
def more_conceded_than_anybody_counts(world: World) -> str:
    return _conceding(world, 5)


@near("conceded_above_recorded")
def as_many_conceded_as_are_counted(world: World) -> str:
    return _conceding(world, 4)


@near("conceded_above_recorded")
def a_text_that_tells_of_other_people_too(world: World) -> str:
    n = world.next()
    draft = Draft(
        f"The coalition accepts that 105 people died in Wadi{n}. Beside it 4 people died.", report=f"{n:016x}"
    )
    common = {"kind": "concession", "modality": "conceded", "claimant": COALITION}
    claims = [draft.claim("105 people", 105, **common), draft.claim("4 people", 4)]
    world.text(draft)
    return world.incident(world.told(draft, claims)).code


def _listing(world: World, persons: int) -> str:
    one = world.row(Cell(3))
    listed = [
        world.row(Cell(1, name=f"Person {n}"), source="cedar", date=one.date, place=one.place) for n in range(persons)
    ]
    return world.incident(one, *listed).code


@fault("persons_above_count")
def more_persons_listed_than_counted(world: World) -> str:
    return _listing(world, 4)


@near("persons_above_count")
def as_many_persons_listed_as_counted(world: World) -> str:
    return _listing(world, 3)


def _magnitude(world: World, number: int) -> str:
    one = world.row(Cell(4))
    other = world.row(Cell(number), source="birch", date=one.date, place=one.place)
    return world.incident(one, other).code


@fault("ten_times_higher")
def ten_times_the_others(world: World) -> str:
    return _magnitude(world, 44)


@near("ten_times_higher")
def nine_times_the_others(world: World) -> str:
    return _magnitude(world, 36)


@fault("number_is_a_year")
def as_many_dead_as_the_year(world: World) -> str:
    return _code(world, Cell(2016), date=_days("2016-05-06"))


@near("number_is_a_year")
def as_many_dead_as_another_year(world: World) -> str:
    return _code(world, Cell(2014), date=_days("2016-05-06"))


# Days


@fault("date_in_future")
def a_day_of_another_century(world: World) -> str:
    return _code(world, date=_days("2106-12-06"))


@near("date_in_future")
def today(world: World) -> str:
    return _code(world, date=_days(TODAY))


@fault("default_date")
def the_first_day_of_unix(world: World) -> str:
    return _code(world, date=_days("1970-01-01"))


@near("default_date")
def the_first_day_of_a_year(world: World) -> str:
    return _code(world, date=_days("2015-01-01"))


def _lonely(world: World, years: int) -> str:
    n = world.next()
    source = f"list{n}"
    for _ in range(24):
        world.alone(source=source, date=_days(_later("2012-01-01", n % 300)))
    return _code(world, source=source, date=_days(f"{2012 - years}-06-03"))


@fault("lone_year")
def a_year_far_from_all_others(world: World) -> str:
    return _lonely(world, 30)


@near("lone_year")
def a_year_before_all_others(world: World) -> str:
    return _lonely(world, 9)


@fault("dates_backwards")
def an_end_before_its_beginning(world: World) -> str:
    return _code(world, date=AccountDate("2016-05-06", "2016-05-04", "days"))


@near("dates_backwards")
def an_end_with_its_month_alone(world: World) -> str:
    return _code(world, date=AccountDate("2016-05-06", "2016-05", "month"))


def _published(world: World, days: int) -> str:
    n = world.next()
    when = world.day(n)
    draft = Draft(f"In the village of Wadi{n} a mother told paper {n} of 3 people dead there.", report=f"{n:016x}")
    claim = draft.claim("3 people", 3)
    world.text(draft, published=_later(when.start, -days))
    account = world.told(draft, [claim], date=when)
    world.incident(account)
    return account.id


@fault("date_after_publication")
def told_two_days_before_it_happened(world: World) -> str:
    return _published(world, 2)


@near("date_after_publication")
def told_when_it_was_tomorrow_there(world: World) -> str:
    return _published(world, 1)


@near("date_after_publication")
def an_entry_that_was_published_on_its_day(world: World) -> str:
    account = world.row()
    world.list_days[account.id] = (ListDay("published", account.date.start or "", Passage("w", 0, 1, "x")),)
    return account.id


def _captured(world: World, days: int) -> str:
    n = world.next()
    when = world.day(n)
    world.captured[f"cap{n}"] = f"{_later(when.start, -days)}T10:00:00+00:00"
    return _code(world, source=f"cap{n}", date=when)


@fault("date_after_capture")
def captured_a_month_before_it_happened(world: World) -> str:
    return _captured(world, 30)


@near("date_after_capture")
def captured_on_its_day(world: World) -> str:
    return _captured(world, 0)


def _two_days(world: World, first: str, second: str) -> str:
    one = world.row(date=_days(first))
    other = world.row(source="birch", date=_days(second), place=one.place)
    return world.incident(one, other).code


@fault("year_slip")
def the_same_day_of_the_next_year(world: World) -> str:
    return _two_days(world, "2015-12-14", "2016-12-14")


@near("year_slip")
def another_day_of_the_next_year(world: World) -> str:
    return _two_days(world, "2015-12-14", "2016-01-03")


def _months_number(world: World, end: str) -> str:
    one = world.row(Cell(3), date=_days("2016-03-14"))
    span = AccountDate("2016-03-10", end, "month" if end == "2016-04-10" else "days")
    other = world.row(Cell(9), source="birch", date=span, place=one.place)
    return world.incident(one, other).code


@fault("month_for_a_day")
def a_months_number_sets_a_days_bound(world: World) -> str:
    return _months_number(world, "2016-04-10")


@near("month_for_a_day")
def some_days_number_sets_a_days_bound(world: World) -> str:
    return _months_number(world, "2016-03-16")


@fault("before_campaign")
def blamed_a_year_before_it_came(world: World) -> str:
    return _code(world, date=_days("2014-09-29"), attributed_to=(RUSSIA,))


@near("before_campaign")
def blamed_on_its_first_day(world: World) -> str:
    return _code(world, date=_days("2015-09-30"), attributed_to=(RUSSIA,))


@near("before_campaign")
def cleared_of_it_before_it_came(world: World) -> str:
    return _code(world, date=_days("2014-09-29"), attributed_to=(replace(RUSSIA, role="denied"),))


# Places


def _at(world: World, lat: float, lon: float, **fields: Any) -> AccountPlace:
    """Return a place at a point that nothing else has, a step or two beside the one that is meant."""
    n = world.next()
    return world.place(n, lat=lat, lon=lon + n / 1_000_000, **fields)


@fault("outside_country")
def a_point_in_the_next_country(world: World) -> str:
    return _code(world, place=_at(world, 36.19, 44.01))


@near("outside_country")
def a_point_just_over_the_border(world: World) -> str:
    return _code(world, place=_at(world, 36.71, 38.95, admin1=None))


@fault("outside_governorate")
def a_point_in_another_governorate(world: World) -> str:
    return _code(world, place=world.place(world.next(), admin1="Idlib"))


@near("outside_governorate")
def a_governorate_in_its_own_script(world: World) -> str:
    return _code(world, place=world.place(world.next(), admin1="محافظة الرقة"))


@near("outside_governorate")
def one_of_two_governorates(world: World) -> str:
    return _code(world, place=world.place(world.next(), admin1="Aleppo or Raqqa"))


@fault("point_nowhere")
def a_point_where_the_meridian_meets_the_equator(world: World) -> str:
    return _code(world, place=_at(world, 0.0, 0.0, admin1=None))


@near("point_nowhere")
def a_point_at_sea_that_says_so(world: World) -> str:
    return _code(world, place=_at(world, 34.0, 32.0, admin1=None, country=None, precision="sea"))


def _on_one_point(world: World, places: int) -> str:
    n = world.next()
    point = world.place(n, lat=35.9 + n / 1_000_000, lon=39.1)
    codes = [_code(world, place=replace(point, name=f"Hamlet {n} of {each}")) for each in range(places)]
    return codes[0]


@fault("one_point_many_places")
def five_villages_on_one_point(world: World) -> str:
    return _on_one_point(world, 5)


@near("one_point_many_places")
def three_spellings_on_one_point(world: World) -> str:
    return _on_one_point(world, 3)


def _answered_at(world: World, kilometres: float) -> str:
    one = world.row()
    point = AccountPlace(lat=(one.place.lat or 0) + kilometres * _KILOMETRE, lon=one.place.lon, precision="within_100m")
    statement = world.statement("No strikes were flown there.", place=point)
    world.incident(one, statement)
    return statement.id


@fault("grid_far_from_incident")
def a_grid_in_another_valley(world: World) -> str:
    return _answered_at(world, 60)


@near("grid_far_from_incident")
def a_grid_at_the_edge_of_the_town(world: World) -> str:
    return _answered_at(world, 20)


def _printing_a_code(world: World, name: str, where: AccountPlace) -> str:
    one = world.row()
    world.alone(place=where)
    when = date.fromisoformat(one.date.start or "").strftime("%B %d, %Y")
    place = one.place.name if name == "" else name
    statement = world.statement(f"{when}, in {place}, Syria, via a report. No strikes. 4711/{one.codes[0]}")
    world.incident(one)
    return statement.id


@fault("code_contradicted")
def a_code_of_another_towns_incident(world: World) -> str:
    n = world.next()
    name = f"Dayr{''.join(chr(97 + int(each)) for each in str(n))}on"
    far = AccountPlace(name, lat=36.2, lon=37.15 + n / 100_000, precision="village", admin1="Aleppo", country="SYR")
    return _printing_a_code(world, name, far)


@near("code_contradicted")
def a_code_of_its_own_towns_incident(world: World) -> str:
    return _printing_a_code(world, "", world.place(world.next()))


def _contradicted(world: World, kind: str, message: str, *, is_inside: bool = True) -> str:
    one = world.row()
    other = world.row(source="birch", date=one.date, place=one.place)
    outside = world.alone()
    accounts = (one.id, other.id if is_inside else outside.accounts[0])
    contradiction = Contradiction(kind, accounts, message)  # type: ignore[arg-type]
    return world.incident(one, other, contradictions=(contradiction,)).code


@fault("places_apart")
def accounts_in_two_towns(world: World) -> str:
    return _contradicted(world, "distance", "41 km apart beyond what both places leave open")


@near("places_apart")
def accounts_in_two_towns_that_only_share_a_code(world: World) -> str:
    return _contradicted(world, "distance", "a code in common, not joined: 90 km apart", is_inside=False)


@fault("days_apart")
def accounts_of_two_days(world: World) -> str:
    return _contradicted(world, "date", "2016-03-01 and 2016-03-09: 8 days apart")


@near("days_apart")
def accounts_of_two_days_that_only_share_a_code(world: World) -> str:
    return _contradicted(world, "date", "a code in common, not joined: 8 days apart", is_inside=False)


@fault("counts_apart")
def accounts_with_other_numbers(world: World) -> str:
    return _contradicted(world, "counts", "19 people between what the two say were killed")


@near("counts_apart")
def accounts_with_the_same_numbers(world: World) -> str:
    return world.incident(world.row(Cell(4)), world.row(Cell(4), source="birch")).code


@fault("actors_apart")
def accounts_that_blame_others(world: World) -> str:
    return _contradicted(world, "actors", "one names one, the other another")


@near("actors_apart")
def accounts_that_blame_the_same(world: World) -> str:
    return world.incident(world.row(), world.row(source="birch")).code


def _sharing_a_code(world: World, kilometres: float) -> str:
    one = world.alone()
    account = world.accounts[-1]
    place = replace(account.place, lat=(account.place.lat or 0) + kilometres * _KILOMETRE)
    code = account.codes[0]
    other = world.row(code=code, identity=f"{account.id}#2", date=account.date, place=replace(place, admin1=None))
    world.incident(*[each for each in world.accounts if each.id in one.accounts and kilometres < 0], other)
    return other.id


@fault("code_far_apart")
def one_code_in_two_towns(world: World) -> str:
    return _sharing_a_code(world, 50)


@near("code_far_apart")
def one_code_on_two_rows_of_one_incident(world: World) -> str:
    one = world.row()
    other = world.row(code=one.codes[0], identity=f"{one.id}#2", date=one.date, place=one.place)
    world.incident(one, other)
    return other.id


# Twice


@fault("counted_twice")
def one_account_in_two_incidents(world: World) -> str:
    one = world.row()
    world.incident(one)
    world.incident(one)
    return one.id


@near("counted_twice")
def two_accounts_in_one_incident(world: World) -> str:
    return world.incident(world.row(), world.row(source="birch")).code


@fault("row_twice")
def one_code_on_two_rows_of_one_day(world: World) -> str:
    return _sharing_a_code(world, 0)


def _alike(world: World, people: int, more: int = 0) -> str:
    one = world.alone(Cell(people), Cell(1, 2, "injured"))
    account = world.accounts[-1]
    world.alone(Cell(people + more), Cell(1, 2, "injured"), date=account.date, place=account.place)
    return one.accounts[0]


@near("row_twice")
def two_strikes_on_one_town_and_day(world: World) -> str:
    return _alike(world, 6, more=1)


@near("row_twice")
def two_strikes_that_killed_one_each(world: World) -> str:
    return _alike(world, 1)


def _copied(world: World, second: int, *, together: bool, words: str = "") -> str:
    n = world.next()
    when, place = world.day(n), world.place(n)
    told = []
    for number, paper in ((17, "a"), (second, "b")):
        sentence = (
            words or f"Neighbors of the bakery in Wadi{n} said that shells fell before dawn and {{}} people died there"
        )
        draft = Draft(sentence.format(number) + ".", report=f"{paper}{n:015x}")
        claim = draft.claim(f"{number} people", number, medium=Party(None, f"Paper {paper}"))
        world.text(draft)
        told.append(world.told(draft, [claim], date=when, place=place))
    if together:
        world.incident(*told)
    else:
        for each in told:
            world.incident(each)
    return told[0].id


@fault("sentence_twice")
def one_sentence_counted_in_two_incidents(world: World) -> str:
    return _copied(world, 17, together=False)


@near("sentence_twice")
def one_sentence_counted_in_one_incident(world: World) -> str:
    return _copied(world, 17, together=True)


@near("sentence_twice")
def a_short_sentence_that_anybody_writes(world: World) -> str:
    return _copied(world, 17, together=False, words="An airstrike on the town killed {} people")


@fault("copy_changed")
def a_copy_with_another_number(world: World) -> str:
    return _copied(world, 71, together=True)


@near("copy_changed")
def a_short_sentence_with_another_number(world: World) -> str:
    return _copied(world, 71, together=True, words="An airstrike on the town killed {} people")


# Running totals


def _series(world: World, *rows: dict[str, object]) -> str:
    n = world.next()
    mapping = MAPPING.replace(b"vale-daily", b"vale%d" % n).replace(b"Wadi Safir", b"Wadi %d" % n)
    mapping = mapping.replace(b"Vale Health Office", b"Health Office of Wadi %d" % n).replace(
        b"Vale Watch", b"Watch %d" % n
    )
    content = str([{**row, "n": n} for row in rows]).replace("'", '"').replace("None", "null").encode()
    listed = read_list("days.json", content)
    found = accounts_from_list(listed, layout_of(mapping_from("m.toml", mapping)))
    world.reports.append(listed.report)
    world.claims += found.claims
    return f"{listed.report.id}:"


@fault("total_falls")
def a_total_that_falls(world: World) -> str:
    return _series(world, day(14, 112), day(15, 100))


@fault("total_differs")
def a_total_that_its_daily_counts_do_not_make(world: World) -> str:
    return _series(world, day(14, 100), day(15, 112, 7))


@fault("total_jumps")
def a_total_that_jumps_over_a_day(world: World) -> str:
    return _series(world, day(14, 100), day(16, 150, 7))


@fault("total_restarts")
def a_total_of_something_else(world: World) -> str:
    return _series(world, day(14, 100, counting="all"), day(15, 40, counting="identified"))


@fault("total_changes_source")
def a_total_of_somebody_else(world: World) -> str:
    return _series(world, day(14, 100), day(15, 112, 12, by="press"))


@fault("total_moves_unreported")
def a_total_that_moves_without_a_report(world: World) -> str:
    return _series(world, day(14, 100), day(15, 103, by="none"))


@fault("part_outgrows_whole")
def children_who_grow_by_more_than_everybody(world: World) -> str:
    return _series(world, day(14, 100, children_cum=20), day(15, 105, 5, children_cum=30))


def _steady(world: World) -> str:
    return _series(world, day(14, 100, children_cum=20), day(15, 107, 7, children_cum=22), day(16, 110, 3))


for _rule in (
    "total_falls",
    "total_differs",
    "total_jumps",
    "total_restarts",
    "total_changes_source",
    "total_moves_unreported",
    "part_outgrows_whole",
):
    near(_rule)(_steady)


def _two_totals(world: World, second: int) -> str:
    until = Period("2016-03-01", "2016-03-14", precision="span", basis="stated")
    ids: list[str] = []
    n = world.next()
    for paper, number in (("a", 100), ("b", second)):
        draft = Draft(f"The office had {number} dead by 14 March in Wadi{n}.", report=f"{paper}{n:015x}")
        common = {"claimant": Party(None, f"Office {n}"), "places": (Place(f"Wadi{n}", "SYR"),)}
        ids.append(draft.claim(f"{number} dead", number, scope="cumulative", period=until, **common).id)
        world.text(draft)
    return ids[0]


@fault("two_totals")
def two_totals_of_one_day(world: World) -> str:
    return _two_totals(world, 120)


@near("two_totals")
def one_total_told_twice(world: World) -> str:
    return _two_totals(world, 100)


def _told_otherwise(world: World, headline: int) -> str:
    n = world.next()
    year = Period("2015", "2015", precision="year", basis="stated", words="in 2015")
    draft = Draft(f"{headline} dead in Wadi{n} in 2015. The office counts 467 dead in 2015.", report=f"{n:016x}")
    common = {"places": (Place(f"Wadi{n}", "SYR"),), "scope": "period", "period": year}
    draft.claim(f"{headline} dead", headline, **common)
    claim = draft.claim("467 dead", 467, claimant=Party(None, f"Office {n}"), **common)
    world.text(draft)
    return claim.id


@fault("total_told_otherwise")
def a_headline_with_another_total(world: World) -> str:
    return _told_otherwise(world, 470)


@near("total_told_otherwise")
def a_headline_with_the_same_total(world: World) -> str:
    return _told_otherwise(world, 467)


# The belligerent's answers


def _ledger(world: World, at_end: int) -> str:
    n = world.next()
    draft = Draft(f"Report {n}: 43 open, 27 new, 28 completed, {at_end} open at the end.", report=f"{n:016x}")
    report = world.text(draft)
    ledger = PrintedLedger(f"{1900 + n % 99}-03", 43, 27, 0, 28, 9, 17, 2, at_end)
    world.official.append(OfficialReport(report.id, COALITION, ledger.month, None, None, ledger, ()))
    return report.id


@fault("ledger_unbalanced")
def a_ledger_that_does_not_balance(world: World) -> str:
    return _ledger(world, 45)


@near("ledger_unbalanced")
def a_ledger_that_balances(world: World) -> str:
    return _ledger(world, 42)


def _allegation(world: World, received: int, answered: int) -> str:
    incident = world.alone()
    when = incident.date.start
    step = Determination(f"hand:{world.next()}", "non_credible", _later(when, answered), by="a reviewer", why="read")
    made = Allegation(
        f"a:{world.made}", incident.code, None, COALITION, _later(when, received), "non_credible", (step,)
    )
    world.allegations.append(made)
    return made.id


@fault("answer_before_allegation")
def an_answer_before_its_question(world: World) -> str:
    return _allegation(world, 20, 10)


@near("answer_before_allegation")
def an_answer_on_the_day_of_its_question(world: World) -> str:
    return _allegation(world, 20, 20)


@fault("allegation_before_harm")
def an_allegation_before_its_harm(world: World) -> str:
    return _allegation(world, -5, 30)


@near("allegation_before_harm")
def an_allegation_on_the_day_of_its_harm(world: World) -> str:
    return _allegation(world, 0, 30)


@fault("grade_without_concession")
def confirmed_and_denied(world: World) -> str:
    return _code(world, stated=Stated(grade="confirmed", position="non_credible"))


@near("grade_without_concession")
def confirmed_and_conceded(world: World) -> str:
    return _code(world, stated=Stated(grade="confirmed", position="credible"))


@near("grade_without_concession")
def graded_and_not_answered(world: World) -> str:
    return _code(world, stated=Stated(grade="fair"))


# The record itself


@fault("misquoted")
def words_that_are_not_there(world: World) -> str:
    draft, _ = _text(world, "Two papers counted 5 dead.")
    claim = draft.claim("5 dead", 5)
    wrong = replace(claim, evidence={"count": Passage(claim.report, 3, 9, "5 dead")})
    world.claims.append(wrong)
    return wrong.id


@near("misquoted")
def words_that_are_there(world: World) -> str:
    draft, _ = _text(world, "Two papers counted 5 dead.")
    draft.claim("5 dead", 5)
    return _keep(world, draft)


@fault("rests_on_nothing")
def an_incident_of_an_account_that_is_gone(world: World) -> str:
    incident = world.alone()
    world.accounts = [each for each in world.accounts if each.id not in incident.accounts]
    return incident.code


@near("rests_on_nothing")
def an_incident_of_an_account_without_claims(world: World) -> str:
    return world.incident(world.statement("No strikes were flown there.")).code


def _rejected(world: World, *, is_decisive: bool) -> str:
    incident = world.alone(Cell(3), Cell(1, demographic="children", is_part=True))
    own = world.accounts[-1].claims[0]
    world.claims = [replace(each, state="rejected") if each.id == own else each for each in world.claims]
    if not is_decisive:
        kept: Sequence[CasualtyRange] = [each for each in incident.ranges if own not in each.claims]
        world.incidents[-1] = replace(incident, ranges=tuple(kept))
    return incident.code


@fault("rests_on_rejected")
def a_range_of_a_rejected_claim(world: World) -> str:
    return _rejected(world, is_decisive=True)


@near("rests_on_rejected")
def a_rejected_claim_that_sets_no_range(world: World) -> str:
    return _rejected(world, is_decisive=False)


def _so_far(world: World, *told: tuple[str, Count, str, str]) -> str:
    """Add a text for each running total: its words, its number, since when and until when it counts."""
    n = world.next()
    for paper, (words, count, since, until) in enumerate(told):
        draft = Draft(f"By then {words} people had died in Wadi{n}.", report=f"{paper}{n:015x}")
        common = {"claimant": Party(None, f"Office {n}"), "places": (Place(f"Wadi{n}", "SYR"),)}
        draft.claim(words, count, scope="cumulative", period=Period(since, until, basis="carried"), **common)
        world.text(draft)
    return f"{0}{n:015x}"


@near("total_falls")
def a_total_that_is_only_worded_otherwise(world: World) -> str:
    more = ("more than 191,000", Count.more_than(191_000), "2011-03", "2014-10-01")
    return _so_far(world, more, ("191,000", Count.exactly(191_000), "2011-03", "2014-10-05"))


@near("total_restarts")
def a_start_that_is_told_to_the_month_and_to_the_year(world: World) -> str:
    some = ("280,000", Count.exactly(280_000), "2011", "2016-06-21")
    return _so_far(world, some, ("290,000", Count.exactly(290_000), "2011-03", "2016-07-02"))


@near("total_moves_unreported")
def a_text_that_carries_its_date_over(world: World) -> str:
    some = ("280,000", Count.exactly(280_000), "2011-03", "2016-06-21")
    return _so_far(world, some, ("290,000", Count.exactly(290_000), "2011-03", "2016-07-02"))
