"""Which of overlapping mentions stands: the order written in `match/resolve.py`."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.match.resolve import Candidate, resolve

GUARD = -1


def test_resolve_prefers_the_longest_mention():
    longer, inner = Candidate(0, 6, 0), Candidate(0, 4, 1)
    assert resolve([inner, longer]) == [longer]


def test_resolve_prefers_the_longest_even_when_it_starts_later():
    early, long = Candidate(0, 4, 0), Candidate(2, 7, 1)
    assert resolve([early, long]) == [long]


def test_resolve_lets_a_guard_consume_a_term_of_equal_length():
    assert resolve([Candidate(0, 4, 0), Candidate(0, 4, GUARD)]) == []


def test_resolve_lets_a_longer_term_win_over_a_guard():
    term = Candidate(0, 6, 0)
    assert resolve([Candidate(0, 4, GUARD), term]) == [term]


def test_resolve_uses_priority_then_position_among_equals():
    left, right, preferred = Candidate(0, 4, 0), Candidate(2, 6, 1), Candidate(2, 6, 2, priority=1)
    assert resolve([left, right]) == [left]
    assert resolve([left, right, preferred]) == [preferred]


candidates = st.lists(
    st.builds(
        lambda start, length, entry, priority: Candidate(start, start + length, entry, priority),
        st.integers(0, 60),
        st.integers(1, 9),
        st.integers(-1, 5),
        st.integers(0, 2),
    )
)


@given(candidates)
def test_resolve_keeps_sorted_disjoint_mentions_of_the_input(given_candidates):
    kept = resolve(given_candidates)
    assert all(a.end <= b.start for a, b in itertools.pairwise(kept))
    assert set(kept) <= {c for c in given_candidates if c.entry != GUARD}


@given(candidates, st.randoms())
def test_resolve_does_not_depend_on_the_order_of_candidates(given_candidates, random):
    shuffled = list(given_candidates)
    random.shuffle(shuffled)
    assert resolve(shuffled) == resolve(given_candidates)
