"""How many nobody wrote down: lists of the same people, their overlaps, and what follows, with its assumptions.

When several lists name the same dead, the names that only one of them has say
how many are on none. Whether they say it at all can be told from the data, and
a number that the data do not carry is refused here, however many programs would
print it.
"""
