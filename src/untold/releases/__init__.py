"""What we publish: dated and hashed tables, what changed since, and nothing that could hurt anybody.

A number on a page is believed or not. A release can be checked: each file's
hash is printed, each figure leads to its claims, each claim to its sentence,
and what was changed or taken back since the last one is listed.
"""
