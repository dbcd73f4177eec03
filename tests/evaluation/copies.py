"""How many copies the signatures find of those that comparing all with all finds, in real texts and in made ones."""

import json
import random
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations

from tests.evaluation.corpora import data_folder, present
from tests.evaluation.measurement import Measurement, Outcome, share_right
from untold.incidents.independence.copies import ALIKE, copy_groups
from untold.incidents.independence.shingles import resemblance, shingled

SOURCE_TEXTS = "airwars_source_texts_dev.jsonl"
STATEMENTS = "coalition_statements_2014_2016.jsonl"
_STORIES = 60
_WORDS = 3000


def measure() -> list[Measurement]:
    """Return the share of the copied pairs that are found, and on made texts how many of the found are copies."""
    real, made = {**_texts(SOURCE_TEXTS, "source_id"), **_texts(STATEMENTS, "statement_id")}, made_texts()
    return [
        share_right("copies.pairs_found", f"{SOURCE_TEXTS}, {STATEMENTS}", pairs_found(real)),
        share_right("copies.made_found", "made texts", made_found(made)),
        share_right("copies.made_right", "made texts", made_right(made)),
    ]


def pairs_found(texts: Mapping[str, str]) -> Iterator[Outcome]:
    """Yield each pair of texts that shares half of its runs of words, and whether it is in one group."""
    runs, groups = shingled(texts), copy_groups(texts)
    for one, other in combinations(sorted(texts), 2):
        if resemblance(runs[one], runs[other]) >= ALIKE:
            yield Outcome(f"{one} {other}", groups[one] == groups[other], "copies", "two texts")


def made_found(texts: Mapping[str, str]) -> Iterator[Outcome]:
    """Yield each pair of copies of one story, and whether it is in one group."""
    groups = copy_groups(texts)
    for one, other in combinations(sorted(texts), 2):
        if _story(one) == _story(other):
            yield Outcome(f"{one} {other}", groups[one] == groups[other], "copies", "two texts")


def made_right(texts: Mapping[str, str]) -> Iterator[Outcome]:
    """Yield each pair in one group, and whether both are of one story."""
    groups = copy_groups(texts)
    for one, other in combinations(sorted(texts), 2):
        if groups[one] == groups[other]:
            yield Outcome(f"{one} {other}", _story(one) == _story(other), "copies", "copies")


@cache
def made_texts() -> Mapping[str, str]:
    """Return stories of made words in up to four copies: a word in fifty changed, a fifth of words put after it.

    Half of the stories are in Arabic letters; all share a frame of twenty words.
    """
    draw = random.Random(2026)  # noqa: S311 - made texts, no secret
    frame = " ".join(f"menu{n}" for n in range(20))
    return {
        f"{story}-{copy}": f"{frame} {' '.join(text)}"
        for story in range(_STORIES)
        for copy, text in enumerate(_copies(draw, is_arabic=story % 2 == 1))
    }


def _copies(draw: random.Random, *, is_arabic: bool) -> Iterator[list[str]]:
    words = [_word(n, is_arabic=is_arabic) for n in range(_WORDS)]
    story = draw.choices(words, k=draw.randint(60, 300))
    for copy in range(draw.randint(1, 4)):
        changed = [draw.choice(words) if draw.random() < 0.02 else word for word in story]
        yield changed + draw.choices(words, k=len(story) // 5 if copy else 0)


def _word(n: int, *, is_arabic: bool) -> str:
    letters = "ابتجحدرزسشصطعفقكلمنهوي" if is_arabic else "abcdefghijklmnopqrstuv"
    digits = []
    while True:
        n, rest = divmod(n, len(letters))
        digits.append(letters[rest])
        if not n:
            return "".join(digits) + letters[0]


def _story(name: str) -> str:
    return name.partition("-")[0]


def _texts(file: str, key: str) -> dict[str, str]:
    lines = present(data_folder() / file).read_text("utf-8").splitlines()
    return {str(row[key]): row["text"] for row in map(json.loads, lines)}
