"""The tests of Untold, in the order of its rooms."""
