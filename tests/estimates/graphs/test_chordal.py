from itertools import combinations, permutations

import pytest

from untold.estimates.graphs.chordal import decomposable_graphs, named_graph


@pytest.mark.parametrize(("width", "count"), [(3, 8), (4, 61), (5, 822), (6, 18_154)])
def test_every_decomposable_graph_is_there_once(width: int, count: int) -> None:
    graphs = decomposable_graphs(width)

    assert len(graphs) == count
    assert len({graphs.cliques(each) for each in range(count)}) == count


def test_of_four_lists_only_the_three_cycles_are_left_out() -> None:
    graphs = decomposable_graphs(4)

    kept = {frozenset(_edges(graphs.cliques(each))) for each in range(len(graphs))}

    everything = {frozenset(some) for size in range(7) for some in combinations(combinations(range(4), 2), size)}
    assert everything - kept == {frozenset(_ring(order)) for order in permutations(range(4))}


def test_the_complete_graph_is_the_last_and_has_one_clique() -> None:
    for width in (3, 4, 5, 6):
        graphs = decomposable_graphs(width)

        assert graphs.cliques(len(graphs) - 1) == ((1 << width) - 1,)


def test_each_list_counts_once_in_every_graph() -> None:
    graphs = decomposable_graphs(5)

    for graph in range(len(graphs)):
        own = slice(graphs.starts[graph], graphs.starts[graph + 1])
        for bit in range(5):
            held = graphs.subsets[own] >> bit & 1
            assert (held * graphs.times[own]).sum() == 1


def test_some_of_the_graphs_keep_their_cliques() -> None:
    graphs = decomposable_graphs(4)
    last_and_third = graphs.only([2, 60])  # type: ignore[arg-type]

    assert [last_and_third.cliques(each) for each in (0, 1)] == [graphs.cliques(2), graphs.cliques(60)]


def test_a_graph_is_named_by_lists_that_may_depend_on_each_other() -> None:
    graphs = decomposable_graphs(3)

    assert {named_graph(graphs, each, ("A", "B", "C")) for each in range(8)} == {
        "[A] [B] [C]",
        "[A B] [C]",
        "[B] [A C]",
        "[A] [B C]",
        "[A B] [A C]",
        "[A B] [B C]",
        "[A C] [B C]",
        "[A B C]",
    }


@pytest.mark.parametrize("width", [2, 7])
def test_too_few_and_too_many_lists_have_no_graphs(width: int) -> None:
    with pytest.raises(ValueError, match="3 to 6 lists"):
        decomposable_graphs(width)


def _edges(cliques: tuple[int, ...]) -> set[tuple[int, int]]:
    pairs = combinations(range(4), 2)
    return {(a, b) for a, b in pairs if any(mask >> a & 1 and mask >> b & 1 for mask in cliques)}


def _ring(order: tuple[int, ...]) -> set[tuple[int, int]]:
    return {(min(a, b), max(a, b)) for a, b in zip(order, (*order[1:], order[0]), strict=True)}
