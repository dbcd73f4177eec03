"""Tests of releases, and the small records that they are made of."""
