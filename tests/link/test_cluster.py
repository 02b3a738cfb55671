from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.cluster import cluster


def test_pairs_over_the_threshold_are_joined() -> None:
    assert cluster(3, {(0, 1): 5.0, (1, 2): 1.0}, threshold=3.0) == [[0, 1], [2]]


def test_a_pair_that_cannot_be_one_keeps_a_chain_apart() -> None:
    scores = {(0, 1): 5.0, (1, 2): 4.0, (0, 2): None}
    assert cluster(3, scores, threshold=3.0) == [[0, 1], [2]]


def test_a_cluster_joins_as_a_whole_or_not() -> None:
    scores = {(0, 1): 9.0, (1, 2): 5.0, (0, 2): 0.0}
    assert cluster(3, scores, threshold=3.0) == [[0, 1], [2]]


def test_a_weak_pair_is_joined_through_strong_ones() -> None:
    scores = {(0, 1): 9.0, (1, 2): 6.0, (0, 2): 2.0}
    assert cluster(3, scores, threshold=3.0) == [[0, 1, 2]]


def test_nothing_to_join() -> None:
    assert cluster(2, {}, threshold=3.0) == [[0], [1]]


PAIRS = [(i, j) for i in range(6) for j in range(i + 1, 6)]
SCORES = st.dictionaries(st.sampled_from(PAIRS), st.none() | st.floats(-5, 9))


@given(SCORES)
def test_every_index_stands_in_one_cluster(scores: dict[tuple[int, int], float | None]) -> None:
    made = cluster(6, scores, threshold=3.0)
    assert sorted(i for group in made for i in group) == list(range(6))


@given(SCORES)
def test_no_cluster_holds_a_forbidden_pair(scores: dict[tuple[int, int], float | None]) -> None:
    made = cluster(6, scores, threshold=3.0)
    homes = {i: n for n, group in enumerate(made) for i in group}
    assert not [
        pair for pair, v in scores.items() if v is None and homes[pair[0]] == homes[pair[1]]
    ]
