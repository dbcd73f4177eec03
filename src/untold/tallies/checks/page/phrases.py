"""What the page of findings says, beside the words that all pages share; one file of phrases per language."""

from untold.tallies.checks.catalogue import CheckRule
from untold.tallies.ledger.phrases import Phrases, phrases_for, with_own


def check_phrases(language: str | None) -> Phrases:
    """Return the phrases of a language by its tag, English where there are none."""
    return with_own(phrases_for(language), "untold.tallies.checks.page")


def title_of(rule: CheckRule, phrases: Phrases) -> str:
    """Return a rule's title in the page's language; English is the list's own."""
    return phrases.tables.get("title", {}).get(rule.id, rule.title)


def meaning_of(rule: CheckRule, phrases: Phrases) -> str:
    """Return what a rule says in the page's language; English is the list's own."""
    return phrases.tables.get("meaning", {}).get(rule.id, rule.meaning)
