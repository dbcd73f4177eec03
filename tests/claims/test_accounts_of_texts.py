"""A text becomes one account for each incident that it tells of, and one where nothing of it can be read."""

from dataclasses import replace
from pathlib import Path

import pytest

from untold.claims.account import Account, AccountDate
from untold.claims.accounts import accounts_kept, keep_accounts
from untold.claims.accounts_of_texts import accounts_of_report, keep_accounts_of_reports
from untold.claims.accounts_of_texts.accounts import publisher_named
from untold.claims.accounts_of_texts.days_told import date_told
from untold.claims.accounts_of_texts.named_places import places_named
from untold.claims.readings import read_report
from untold.reports.casebook import open_casebook
from untold.reports.plain_text import report_from_text
from untold.reports.report import Report, Source

ROUND_UP = """On 3 March 2016, an airstrike on the village of Karm killed four civilians, residents said.

Among the dead in Karm were two children.

On 5 March 2016, shelling in the town of Umm Rihan killed nine people and wounded six.

More than 700 people have been killed since the war began, a monitor said.

In February, 40 people were killed across the province."""

ARABIC = """قصف على قرية كرم الزيتون

استهدف الطيران الحربي قرية كرم الزيتون في ريف إدلب وقتل ١٢ مدنياً بينهم طفلين، يوم 3 مارس 2016."""


def article(text: str, **facts: str) -> Report:
    return report_from_text(text, published=facts.get("published"), url=facts.get("url"))


def accounts(text: str, **facts: str) -> tuple[Account, ...]:
    report = article(text, **facts)
    return accounts_of_report(report, read_report(report))


def test_a_round_up_is_split_into_its_incidents_by_day_and_place() -> None:
    first, second = accounts(ROUND_UP)

    assert (first.date.start, first.place.name) == ("2016-03-03", "Karm")
    assert (second.date.start, second.place.name) == ("2016-03-05", "Umm Rihan")
    assert (first.means, second.means) == ("airstrike", "artillery")


def test_a_part_goes_with_its_whole() -> None:
    report = article(ROUND_UP)
    claims = {claim.id: claim for claim in read_report(report)}
    first, _ = accounts_of_report(report, claims.values())

    assert {claims[each].demographic for each in first.claims} == {None, "children"}


def test_running_totals_and_counts_of_a_month_are_of_no_incident() -> None:
    report = article(ROUND_UP)
    claims = read_report(report)
    in_accounts = {each for account in accounts_of_report(report, claims) for each in account.claims}

    assert {claim.scope for claim in claims if claim.id in in_accounts} == {"incident"}
    assert any(claim.scope != "incident" for claim in claims)


def test_each_account_of_a_round_up_has_its_own_stretch_of_the_text() -> None:
    first, second = accounts(ROUND_UP)

    assert first.text is not None
    assert second.text is not None
    assert "Umm Rihan" not in first.text
    assert second.text.startswith("On 5 March")


def test_ids_are_the_report_and_the_offset_of_the_first_claim_and_come_again() -> None:
    report = article(ROUND_UP)
    found = accounts_of_report(report, read_report(report))

    offsets = [ROUND_UP.index(words) for words in ("four civilians", "nine people")]
    assert [each.id for each in found] == [f"{report.id}:{offset}" for offset in offsets]
    assert found == accounts_of_report(report, read_report(report))


def test_one_strike_told_over_several_sentences_is_one_account() -> None:
    (account,) = accounts(
        "A drone strike killed three people in the town of Karm on 3 March 2016. Five others were wounded. "
        "The three dead in Karm were farmers."
    )

    assert account.place.name == "Karm"


def test_a_rejected_claim_is_no_accounts() -> None:
    report = article("A strike in Karm killed three people on 3 March 2016.")
    rejected = [replace(claim, state="rejected") for claim in read_report(report)]
    (account,) = accounts_of_report(report, rejected)

    assert account.claims == ()


def test_an_undated_claim_takes_the_day_of_publication_or_the_one_before() -> None:
    (account,) = accounts("A strike in the town of Karm killed three people.", published="2016-03-04")

    assert account.date == AccountDate("2016-03-03", "2016-03-04", "days")


def test_an_arabic_text_is_one_account_with_its_day_and_its_place_and_counts_nobody() -> None:
    report = report_from_text(ARABIC, language="ar")
    (account,) = accounts_of_report(report, read_report(report))

    assert account.claims == ()
    assert account.place.name_local == "كرم"
    assert account.place.admin1 == "إدلب"
    assert (account.date.start, account.date.end) == ("2016-03-02", "2016-03-03")
    assert account.text is not None


def test_numbers_in_arabic_digits_and_duals_are_read_as_no_claim() -> None:
    assert read_report(report_from_text(ARABIC, language="ar")) == ()


def test_a_text_without_a_word_has_no_account() -> None:
    assert accounts_of_report(article(" \n "), ()) == ()


def test_the_source_is_the_reports_own_or_the_one_that_its_address_names() -> None:
    text = "A strike in the town of Karm killed three people."
    (ours,) = accounts(text, url="https://www.example.org/news/1")
    (named,) = accounts_of_report(report_from_text(text, source=Source("sohr", "SOHR")), ())

    assert (ours.source.name, named.source.id) == ("example.org", "sohr")


@pytest.mark.parametrize(
    ("address", "publisher"),
    [
        ("https://twitter.com/someone/status/1", "twitter.com/someone"),
        ("https://m.facebook.com/permalink.php?story=1", ""),
        ("https://www.example.org/a/b", "example.org"),
        ("", ""),
    ],
)
def test_a_platform_is_no_publisher(address: str, publisher: str) -> None:
    assert publisher_named(address) == publisher


@pytest.mark.parametrize(
    ("facts", "text", "days"),
    [
        ({"url": "https://x.com/a/status/1428658062750646272"}, "A strike.", ("2021-08-19", "2021-08-20")),
        ({"url": "https://example.org/en/2021/24-november-a-strike"}, "A strike.", ("2021-11-23", "2021-11-24")),
        ({"url": "https://example.org/2021/11/24/a-strike/"}, "A strike.", ("2021-11-23", "2021-11-24")),
        ({"published": "2016-03-04"}, "The strike of 3 March 2016 hit a house.", ("2016-03-03", "2016-03-03")),
        ({}, "The strike of 3 March 2016 hit a house.", ("2016-03-02", "2016-03-03")),
        ({}, "It began on 3 March 2016. It went on until 9 May 2016.", (None, None)),
        ({}, "A strike hit a house on Friday.", (None, None)),
    ],
)
def test_a_text_is_dated_by_what_is_sure_or_not_at_all(
    facts: dict[str, str], text: str, days: tuple[str | None, str | None]
) -> None:
    told = date_told(article(text, **facts))

    assert (told.start, told.end) == days


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("غارة على قرية تل الورد", ["تل الورد"]),
        ("قصف بلدة كفر سوسنة بالمدفعية", ["كفر سوسنة"]),
        ("قصف قرية في ريف حلب", ["حلب"]),
        ("اجتماع في المدينة", []),
    ],
)
def test_a_word_for_a_kind_of_place_leads_to_its_arabic_name(text: str, names: list[str]) -> None:
    assert [named.name for named in places_named(report_from_text(text, language="ar"))] == names


def test_what_a_text_names_first_and_most_is_most_prominent() -> None:
    report = article("A strike hit a market in Karm. Karm is near Umm Rihan, in Syria. In Karm shops closed.")

    assert places_named(report)[0].name == "Karm"


def test_accounts_are_kept_beside_others_and_replaced_when_a_report_is_read_again(tmp_path: Path) -> None:
    report = article(ROUND_UP)
    claims = read_report(report)
    of_a_list = replace(accounts_of_report(report, claims)[0], id="list:1", report="list")
    with open_casebook(tmp_path / "cases") as casebook:
        keep_accounts(casebook, [of_a_list])
        keep_accounts_of_reports(casebook, [(report, claims)])
        keep_accounts_of_reports(casebook, [(report, claims)])
        kept = accounts_kept(casebook.folder)

    assert kept == (of_a_list, *accounts_of_report(report, claims))
