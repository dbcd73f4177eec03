"""What the belligerent answered: allegations, determinations, what it concedes, and the ledger of its review.

A ministry says that it reviews every allegation. Whether it does can be told
only where each allegation is a record of its own, with the day it was put,
each answer in the words in which it was given, and a ledger that balances.
"""
