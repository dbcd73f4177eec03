"""Tests of the reading: what a sentence's words become, field by field."""
