"""Counting: how many, by whom, where and when, with everything that stands behind each number."""

from untold.tallies.counting.counting import Counting
from untold.tallies.counting.periods import periods_of
from untold.tallies.counting.sensitivity import Without

__all__ = ["Counting", "Without", "periods_of"]
