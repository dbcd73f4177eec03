"""Tests of stories: texts that tell of one incident in their own words."""
