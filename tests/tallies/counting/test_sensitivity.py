"""A tally without each of its sources: who moves it, and what nobody else tells of."""

from tests.tallies.counting.recorded import GAZETTE, SNHR, SOHR, Recorded, civilians
from untold.tallies.tally import TallyScope


def test_who_moves_the_floor_most_comes_first() -> None:
    made = Recorded()
    made.incident(made.account(SOHR, civilians(3)), made.account(SNHR, civilians(4)))
    made.told(50, source=GAZETTE)
    with made.counting() as counting:
        found = counting.sensitivity(TallyScope())

    assert [(each.name, each.touched, each.gone, each.tally.low) for each in found] == [
        ("The Village Gazette", 1, 1, 3),
        ("Syrian Observatory for Human Rights", 1, 0, 54),
        ("Syrian Network for Human Rights", 1, 0, 53),
    ]


def test_a_flood_by_one_publisher_is_seen_whole() -> None:
    made = Recorded()
    made.told(4, source=SOHR)
    for _ in range(30):
        made.told(9, source=GAZETTE)
    with made.counting() as counting:
        first = counting.sensitivity(TallyScope())[0]

    assert (first.source, first.touched, first.gone) == ("the village gazette", 30, 30)
    assert (first.tally.low, first.tally.incidents) == (4, 1)


def test_an_account_that_counts_nobody_keeps_its_incident() -> None:
    made = Recorded()
    made.incident(made.account(SOHR, civilians(3)), made.account(SNHR))
    with made.counting() as counting:
        found = {each.source: each for each in counting.sensitivity(TallyScope())}

    assert (found["sohr"].gone, found["sohr"].tally.silent, found["sohr"].tally.low) == (0, 1, None)
    assert (found["snhr"].gone, found["snhr"].tally.low) == (0, 3)
