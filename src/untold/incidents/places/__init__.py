"""Where it happened: names in two scripts, coordinates in all their writings, and how exactly each is known.

Two sources name one village in four spellings, or give it as a grid
reference; a third writes only "near Aleppo". What each of them guarantees is
a point with a radius, or several candidates, and never a guess.
"""
