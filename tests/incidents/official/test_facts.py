"""What an incident brings to meet an official line comes from its own accounts alone."""

from datetime import date

from untold.claims.account import Account, AccountDate, AccountPlace, Stated
from untold.claims.claim import Party
from untold.incidents.incident import CasualtyRange, Incident
from untold.incidents.official import facts_of
from untold.incidents.official.facts import days_of, name_parts

ACCOUNT = Account(
    "list:7",
    "r",
    Party(None, "A monitor"),
    (),
    AccountDate("2016-03-10", "2016-03-11", "days"),
    AccountPlace("Bustan farms near Karm", None, 35.0, 38.0, "village", admin1="Sahl"),
    codes=("A7", "B9"),
    stated=Stated(previous_codes=("OLD7",)),
)


def test_codes_names_point_and_counts_come_from_the_incident_and_its_accounts() -> None:
    killed = CasualtyRange("killed", "civilian", None, 3, None, 5, "r", ())
    children = CasualtyRange("killed", "civilian", "children", 1, None, 1, "r", ())
    incident = Incident("U1", ("U0",), ("list:7",), ACCOUNT.date, AccountPlace("Karm"), (children, killed))

    facts = facts_of(incident, {"list:7": ACCOUNT})

    assert facts.codes == ("U1", "U0", "A7", "B9", "OLD7")
    assert facts.names == ("Karm", "Bustan farms near Karm", "Bustan farms")
    assert (facts.first, facts.last) == (date(2016, 3, 10), date(2016, 3, 11))
    assert (facts.point, facts.radius_km, facts.admin1) == ((35.0, 38.0), 3.0, "Sahl")
    assert (facts.killed, facts.injured) == ((3, 5), (None, None))


def test_a_date_wider_than_a_week_dates_no_incident() -> None:
    assert days_of(AccountDate("2016-03-01", "2016-03-31", "month")) == (None, None)
    assert days_of(AccountDate("2016-03", None, "month")) == (None, None)
    assert days_of(AccountDate()) == (None, None)


def test_the_parts_of_a_name_leave_out_what_kind_of_place_it_is() -> None:
    assert name_parts("Sahl city, Karm") == ("Sahl city, Karm", "Sahl", "Karm", "Sahl, Karm")
