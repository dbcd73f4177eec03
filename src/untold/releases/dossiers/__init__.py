"""One incident on paper: its dossier for whoever asks, and the letter that puts an allegation to a belligerent.

A reviewer, a court or a family gets one file: what is decided, who says it in
which words, and the hash that proves each word. It is made of what may leave
and of nothing else, because paper is copied and mailed on.
"""

from untold.releases.dossiers.gathering import Dossier, gather, gathered_from_casebook
from untold.releases.dossiers.letter import Letter, letter_page
from untold.releases.dossiers.page import dossier_page

__all__ = ["Dossier", "Letter", "dossier_page", "gather", "gathered_from_casebook", "letter_page"]
