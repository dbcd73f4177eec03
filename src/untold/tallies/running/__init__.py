"""Running totals: series of snapshots, whose steps are checked against the source's own daily counts; never summed.

A monitor that prints "so far" every day prints the same people every day. The
sum of such numbers is the most common wrong number of all, and a step between
two of them the most telling one.
"""
