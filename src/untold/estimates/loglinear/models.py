"""Hierarchical models: which lists may depend on which, written as everybody in the field writes them.

A log-linear model of lists is a set of effects: each list has one, a pair has
one where being on one list changes the chance of being on the other, and so
on. An effect of three lists brings its pairs with it, so a model is named by
its largest effects alone: `[123,14]` has 1, 2, 3, 4, 12, 13, 14, 23 and 123.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

MOST_LISTS = 6  # 32,768 models of pairs; seven lists have two million
MOST_LISTS_OF_ALL = 5  # 6,893 models; six lists have sixteen million


@dataclass(frozen=True, slots=True)
class Models:
    """Models of `width` lists, one a row.

    `effects` holds the effects of each model as patterns of lists (bit i is
    list i), padded with -1 at the right; the last effect of a model is 0, the
    intercept, whose exponential is the expected number of units on no list.
    `sizes` is how many effects each has.
    """

    width: int
    effects: NDArray[np.int64]
    sizes: NDArray[np.int64]

    def __post_init__(self) -> None:
        self.effects.setflags(write=False)
        self.sizes.setflags(write=False)

    def __len__(self) -> int:
        return len(self.sizes)

    def effects_of(self, row: int) -> tuple[int, ...]:
        """Return the effects of one model, its intercept last."""
        return tuple(int(each) for each in self.effects[row, : self.sizes[row]])

    def name(self, row: int) -> str:
        """Return the name of one model."""
        return model_name(self.effects_of(row))


def model_name(effects: tuple[int, ...]) -> str:
    """Return a model's name: its largest effects, more lists first, as Rcapture writes it.

    >>> model_name((1, 2, 4, 8, 3, 5, 6, 7, 9, 0))
    '[123,14]'
    """
    largest = [
        each for each in effects if each and not any(each != other and each & other == each for other in effects)
    ]
    return "[" + ",".join(sorted(map(_numbered, largest), key=lambda each: (-len(each), each))) + "]"


def model_of(name: str, width: int) -> Models:
    """Return the one model of a name; raises `ValueError` where a name is none or names no list of the table.

    >>> model_of("[12,3]", 3).effects_of(0)
    (1, 2, 4, 3, 0)
    """
    numbers = [str(number + 1) for number in range(width)]
    parts = name.removeprefix("[").removesuffix("]").split(",")
    if any(not part or any(letter not in numbers for letter in part) for part in parts):
        msg = f"{name!r} is no model of {width} lists; expected their numbers, such as [12,3]"
        raise ValueError(msg)
    largest = [sum({1 << numbers.index(letter) for letter in part}) for part in parts]
    singles = {1 << number for number in range(width)}
    below = {each for each in range(1, 1 << width) if any(each & one == each for one in largest)}
    return _stacked(width, [tuple(sorted(singles | below, key=_size_first))])


@lru_cache(maxsize=16)
def hierarchical_models(width: int, order: int | None = None) -> Models:
    """Return every hierarchical model with all main effects, without the one that fits anything.

    `order` is the most lists that an effect may join; without it, all do. There
    are 8 models of three lists, 113 of four and 6,893 of five, and 1,024 of
    five with pairs alone.

    Raises `ValueError` for more lists than can be gone through.

    >>> [len(hierarchical_models(width)) for width in (2, 3, 4)], len(hierarchical_models(5, 2))
    ([1, 8, 113], 1024)
    """
    order = min(width - 1 if order is None else order, width - 1)
    if width > (MOST_LISTS if order <= 2 else MOST_LISTS_OF_ALL):  # noqa: PLR2004 (pairs)
        msg = f"{width} lists with effects of {order} have too many models to go through"
        raise ValueError(msg)
    singles = tuple(1 << number for number in range(width))
    return _stacked(width, list(_grown(width, singles, 2, order)))


def all_pairs_model(width: int) -> Models:
    """Return the model with an effect for each pair of lists, and for no more."""
    pairs = tuple((1 << one) | (1 << other) for one, other in combinations(range(width), 2))
    return _stacked(width, [tuple(sorted((*(1 << number for number in range(width)), *pairs), key=_size_first))])


def _grown(width: int, effects: tuple[int, ...], size: int, order: int) -> Iterator[tuple[int, ...]]:
    """Yield the effects of each model that grows from these by effects of `size` lists and more."""
    if size > order:
        yield effects
        return
    has = frozenset(effects)
    may = [sum(1 << number for number in chosen) for chosen in combinations(range(width), size)]
    may = [each for each in may if all(each & ~(1 << number) in has for number in range(width) if each >> number & 1)]
    for count in range(len(may) + 1):
        for chosen in combinations(may, count):
            if chosen:
                yield from _grown(width, (*effects, *chosen), size + 1, order)
            else:
                yield effects


def _stacked(width: int, listed: list[tuple[int, ...]]) -> Models:
    sizes = np.array([len(each) + 1 for each in listed], dtype=np.int64)
    effects = np.full((len(listed), int(sizes.max())), -1, dtype=np.int64)
    for row, each in enumerate(listed):
        effects[row, : len(each)] = each
        effects[row, len(each)] = 0
    return Models(width, effects, sizes)


def _size_first(effect: int) -> tuple[int, int]:
    return effect.bit_count(), effect


def _numbered(effect: int) -> str:
    return "".join(str(number + 1) for number in range(effect.bit_length()) if effect >> number & 1)
