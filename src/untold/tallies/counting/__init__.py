"""Counting: how many, by whom, where and when, with everything that stands behind each number."""

from untold.tallies.counting.counting import Counting

__all__ = ["Counting"]
