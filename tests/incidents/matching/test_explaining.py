import pytest

from tests.incidents.matching.tellings import blamed, citing, matched, north, telling
from untold.codebook.counts import Count
from untold.codebook.errors import UnknownAccount
from untold.incidents.matching import Explanation, explain_pair


def _levels(explanation: Explanation) -> dict[str, str]:
    return {each.comparison: each.level for each in explanation.compared}


def test_every_step_of_a_linked_pair_is_laid_open() -> None:
    match = matched([telling("a:1", killed=Count.exactly(5)), telling("b:1", killed=Count.exactly(5))])

    found = explain_pair(match, "b:1", "a:1")

    assert (found.a, found.b, found.verdict, found.joined, found.judged) == ("a:1", "b:1", "link", True, None)
    assert found.blocked_by == ("place", "name")
    assert (_levels(found)["date"], _levels(found)["place"], _levels(found)["killed"]) == ("same_day", "near", "same")
    assert found.score == sum(each.points for each in found.compared)


def test_a_pair_that_is_apart_says_what_would_have_to_differ() -> None:
    match = matched([telling("a:1"), telling("b:1", "2016-03-20", north(40), attributed_to=blamed("russia"))])

    found = explain_pair(match, "a:1", "b:1")

    assert (found.verdict, found.joined, found.blocked_by) == ("apart", False, ())
    assert "no block brings them together, so no match compares them" in found.reasons
    assert [each.split(":")[0] for each in found.otherwise[:2]] == ["date", "place"]


def test_a_link_that_gave_way_says_to_what() -> None:
    tellings = [telling("a:1"), telling("a:2"), telling("b:1")]

    found = explain_pair(matched(tellings), "a:1", "b:1")

    assert (found.verdict, found.joined) == ("link", False)
    said = "one of the two fits another account as well, which cannot be of one incident with the other"
    assert found.reasons == (said,)


def test_a_persons_judgement_is_shown_beside_the_rule() -> None:
    match = matched([telling("a:1"), telling("a:2", "2018-01-01")], {("a:1", "a:2"): "same"})

    found = explain_pair(match, "a:1", "a:2")

    assert (found.verdict, found.judged, found.joined) == ("apart", "same", True)


def test_a_contradicted_code_is_shown_as_such() -> None:
    match = matched([telling("a:1", codes=("K1",)), telling("b:1", "2015-03-14", stated=citing("K1"))])

    found = explain_pair(match, "a:1", "b:1")

    assert (found.verdict, found.blocked_by) == ("contradicted", ("code",))


def test_an_account_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownAccount, match="z:9"):
        explain_pair(matched([telling("a:1")]), "a:1", "z:9")
