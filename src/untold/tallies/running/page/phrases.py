"""What the page of running totals says, beside the words that all pages share; one file of phrases per language."""

from dataclasses import dataclass
from typing import Any

from untold.claims.claim import Party, Place
from untold.codebook.actors import all_actors
from untold.codebook.places import find_place
from untold.tallies.ledger.phrases import Phrases, own_tables, phrases_for


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of one language: `shared` are those of every page."""

    shared: Phrases
    own: dict[str, Any]

    @property
    def language(self) -> str:
        """Return the language's tag."""
        return self.shared.language

    def say(self, key: str, **values: object) -> str:
        """Return one phrase with its values in place; raises `KeyError` for a phrase nobody wrote."""
        phrase: str = self.own[key]
        return phrase.format(**values)

    def of(self, table: str, key: str) -> str:
        """Return the word for a slug of one table: of this page's, else of all pages'."""
        own: dict[str, str] = self.own.get(table, {})
        return own[key] if key in own else self.shared.say(table, key)

    def party(self, one: Party | None) -> str:
        """Return a party's name in this language where the codebook knows it, else as worded; nothing for nobody."""
        if one is None:
            return ""
        known = all_actors().get(one.id or "") if self.language == "ar" else None
        return (known.name_ar if known is not None else None) or one.name

    def place(self, one: Place) -> str:
        """Return a place's name in this language where the codebook knows it, else as worded."""
        known = find_place(one.name) if self.language == "ar" else None
        return (known.name_ar if known is not None else None) or one.name


def words_for(language: str | None) -> Words:
    """Return the phrases of a language by its tag, English where there are none."""
    shared = phrases_for(language)
    return Words(shared, own_tables("untold.tallies.running.page", shared.language))
