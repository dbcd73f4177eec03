"""The closed sets of words by which single constructions are told, as the word list has them."""

from untold.codebook.wordlists import word_list


def closed_set(module: str, name: str) -> frozenset[str]:
    """Return a set of words that a module of the grammar asks for; raises `KeyError` for none."""
    return frozenset(closed_list(module, name))


def closed_list(module: str, name: str) -> tuple[str, ...]:
    """Return the same in the order of the list, for what is tried in its order."""
    return tuple(word_list("constructions")[module][name])
