"""What happened, all sources together: places, matching, grades, victims.

Two sources that tell of one strike must not make two strikes, and two strikes
in one town on one day must not become one. Every step from accounts to
incidents is written down, and a person can see and overrule it.
"""
