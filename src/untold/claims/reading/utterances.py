"""An act of saying as the grammar sees it: who speaks, by which word, and on which side of it stands what is said.

Speakers are token bounds, as worded; who they are is settled over the whole
report.
"""

from typing import Literal

import msgspec

from untold.codebook.actors import Actor

Act = Literal["say", "deny", "concede", "retract"]


class Speaker(msgspec.Struct, frozen=True, gc=False):
    """Who speaks, as worded: `name` are the token bounds of the words to show, null for a pronoun."""

    actor: Actor | None
    name: tuple[int, int] | None
    start: int
    end: int
    pronoun: bool = False
    anaphor: bool = False  # "the organization", "the monitor"
    generic: bool = False  # a kind of source: "a monitor", "activists"
    person: tuple[int, int] | None = None  # a person's name that stands beside the actor


class Utterance(msgspec.Struct, frozen=True, gc=False):
    """One act of saying: `at` is the verb's token; what is said stands after it, before it, or on both sides."""

    speaker: Speaker
    act: Act
    at: int
    start: int  # the first token of speaker and verb
    end: int  # after the last
    forward: bool
    backward: bool
    quoted: bool = False  # "citing", "quoting": the speaker behind the speaker
    aside: bool = False  # "according to" in the middle: it speaks for what stands before, if anything does
