"""Tests of the second matcher."""
