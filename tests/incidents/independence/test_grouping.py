"""Two accounts are two sources only where neither rests on what the other rests on."""

from dataclasses import replace
from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from tests.incidents.grading.writing import AL_JAZEERA, REUTERS, SNHR, SOHR, Case, killed
from tests.incidents.independence.test_copies import OTHER, WIRE
from untold.claims.claim import Party
from untold.incidents.independence import SourceGroup, independent_sources
from untold.incidents.independence.grouping import tie
from untold.incidents.independence.voices import voice_of


def groups(case: Case) -> tuple[SourceGroup, ...]:
    return independent_sources(case.accounts, case.claims)


def test_two_monitors_with_words_of_their_own_are_two_sources() -> None:
    case = Case()
    case.account("a", SOHR, text=WIRE)
    case.account("b", SNHR, text=OTHER)

    assert groups(case) == (SourceGroup(("a",), ()), SourceGroup(("b",), ()))


def test_two_outlets_that_quote_one_monitor_are_one_source() -> None:
    case = Case()
    case.account("a", REUTERS, killed(4, claimant=SOHR))
    case.account("b", AL_JAZEERA, killed(4, claimant=SOHR))

    assert groups(case) == (SourceGroup(("b", "a"), ("a and b both quote SOHR",)),)


def test_an_outlet_that_quotes_a_monitor_and_the_monitor_are_one_source() -> None:
    case = Case()
    case.account("a", REUTERS, killed(4, claimant=SOHR))
    case.account("b", SOHR)

    assert groups(case) == (SourceGroup(("b", "a"), ("a quotes SOHR, which publishes b",)),)


def test_a_paper_that_prints_an_agency_is_the_agency() -> None:
    case = Case()
    case.account("a", Party(None, "The Valley Post"), killed(4, medium=REUTERS))
    case.account("b", REUTERS)

    (one,) = groups(case)

    assert one.reasons == ("a quotes Reuters, which publishes b",)


def test_a_body_and_a_part_of_it_are_one_voice() -> None:
    case = Case()
    case.account("a", REUTERS, killed(4, claimant=Party("sana", "SANA")))
    case.account("b", AL_JAZEERA, killed(4, claimant=Party("syrian-government", "the government")))

    assert len(groups(case)) == 1


def test_copies_of_one_text_are_one_source_whoever_publishes_them() -> None:
    case = Case()
    case.account("a", Party(None, "Page one"), text=WIRE)
    case.account("b", Party(None, "Page two"), text=WIRE.upper())

    assert groups(case)[0].reasons == ("b and a are copies of one text",)


def test_two_accounts_in_one_report_are_one_source() -> None:
    case = Case()
    case.account("a", SOHR, report="r")
    case.account("b", SOHR, report="r")

    assert groups(case)[0].reasons == ("b and a stand in one report",)


def test_two_accounts_of_one_unknown_page_are_one_source_in_any_script() -> None:
    case = Case()
    case.account("a", Party(None, "صفحة القرية"))
    case.account("b", Party(None, "صفحه القريه"))

    assert len(groups(case)) == 1


def test_texts_whose_publisher_nobody_knows_have_not_one_publisher() -> None:
    case = Case()
    case.account("a", Party(None, ""), killed(4, claimant=SOHR))
    case.account("b", Party(None, ""), killed(5, claimant=SNHR))

    assert len(groups(case)) == 2


def test_words_that_fit_anybody_make_nobody_one() -> None:
    case = Case()
    case.account("a", REUTERS, killed(4, claimant=Party(None, "activists")))
    case.account("b", AL_JAZEERA, killed(4, claimant=Party(None, "activists")))

    assert len(groups(case)) == 2


def test_a_doctor_quoted_by_name_in_two_papers_is_one_voice() -> None:
    case = Case()
    case.account("a", REUTERS, killed(4, claimant=Party(None, "Dr. Sami Invented")))
    case.account("b", AL_JAZEERA, killed(4, claimant=Party(None, "Dr Sami Invented")))

    assert len(groups(case)) == 1


def test_who_is_quoted_on_fighters_alone_ties_no_two_accounts() -> None:
    said = killed(20, status="combatant", claimant=Party("us-led-coalition", "the coalition"))
    case = Case()
    case.account("a", REUTERS, killed(4, claimant=SOHR), said)
    case.account("b", AL_JAZEERA, killed(5, claimant=SNHR), said)

    assert len(groups(case)) == 2


def test_a_round_up_that_quotes_two_monitors_does_not_make_them_one() -> None:
    case = Case()
    case.account("a", SOHR)
    case.account("b", SNHR)
    case.account("c", REUTERS, killed(4, claimant=SOHR), killed(5, claimant=SNHR))

    assert [group.accounts for group in groups(case)] == [("a",), ("b", "c")]


def test_the_order_of_the_accounts_does_not_matter() -> None:
    case = Case()
    case.account("a", REUTERS, killed(4, claimant=SOHR))
    case.account("b", AL_JAZEERA, killed(4, claimant=SOHR), killed(5, claimant=SNHR))
    case.account("c", SNHR)
    found = {independent_sources(order, case.claims) for order in permutations(case.accounts)}

    assert len(found) == 1


PARTIES = [SOHR, SNHR, REUTERS, AL_JAZEERA, Party(None, "A page"), Party("syrian-government", "the government")]
TOLD = st.tuples(st.sampled_from(PARTIES), st.lists(st.sampled_from(PARTIES), max_size=3))


def told(accounts: list[tuple[Party, list[Party]]]) -> Case:
    case = Case()
    for n, (publisher, quoted) in enumerate(accounts):
        case.account(f"a{n}", publisher, *(killed(4, claimant=party) for party in quoted))
    return case


@given(st.lists(TOLD, max_size=8))
def test_no_two_accounts_that_speak_for_a_group_share_anything(accounts: list[tuple[Party, list[Party]]]) -> None:
    case = told(accounts)
    found = groups(case)
    speakers = [
        voice_of(each, case.claims) for each in case.accounts if each.id in {group.accounts[0] for group in found}
    ]

    assert all(tie(one, other, {}) is None for one, other in combinations(speakers, 2))
    assert sorted(each for group in found for each in group.accounts) == [each.id for each in case.accounts]
    assert all(len(group.reasons) == len(group.accounts) - 1 for group in found)


@given(st.lists(TOLD, min_size=1, max_size=6), st.data())
def test_another_account_that_says_the_same_never_raises_the_number_of_sources(
    accounts: list[tuple[Party, list[Party]]], data: st.DataObject
) -> None:
    case = told(accounts)
    before = len(groups(case))
    again = data.draw(st.sampled_from(case.accounts))
    case.accounts.append(replace(again, id=data.draw(st.sampled_from(["A", "z"])), report="another"))

    assert len(groups(case)) == before
