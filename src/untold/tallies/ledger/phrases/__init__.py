"""What the ledger says around the numbers, one file of phrases per language.

The files hold the same keys (a test compares them), so that a translator
changes words and never code.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from untold.claims.claim import Claim
from untold.codebook.counts import Count
from untold.tallies.comparison import SharedScope

LANGUAGES = ("en", "ar")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one language, by table and key."""

    language: str
    tables: dict[str, dict[str, str]]

    def say(self, table: str, key: str, **values: object) -> str:
        """Return one phrase with its values in place; raises `KeyError` for a phrase nobody wrote."""
        return self.tables[table][key].format(**values)

    def count(self, count: Count) -> str:
        """Return a count as worded: its bounds in words, "none" for nobody, "not stated" for no number."""
        key = count.qualifier if count.qualifier != "vague" or count.low is None else "vague_floor"
        return self.say("count", key, stated=_digits(count.stated), low=_digits(count.low), high=_digits(count.high))

    def subject(self, scope: SharedScope) -> str:
        """Return what a comparison is about: the harm, and whose where all its numbers are of one demographic."""
        demographic = (self.say("demographic", scope.demographic),) if scope.demographic else ()
        return " \u00b7 ".join((self.say("harm", scope.harm), *demographic))

    def lineage(self, claim: Claim, above: Claim) -> str:
        """Return how a claim belongs to the number that it is shown under: "part of 380", "says 380 again"."""
        return self.say("relation", "part_of" if claim.part_of else "restates", count=self.count(above.count))

    def facts(self, claim: Claim) -> tuple[str, ...]:
        """Return of whom, where, by whom, when and how sure, each as a short phrase, what is not stated left out."""
        found = (*self._people(claim), *self._circumstances(claim), *self._standing(claim))
        return tuple(fact for fact in found if fact)

    def facts_beside(self, claim: Claim, above: Claim | None) -> tuple[str, ...]:
        """Return only the facts in which a part differs from the claim it is shown under; none for a repetition."""
        if above is not None and claim.part_of is None:
            return ()
        known = frozenset() if above is None else frozenset(self.facts(above))
        return tuple(fact for fact in self.facts(claim) if fact not in known)

    def _people(self, claim: Claim) -> tuple[str, ...]:
        harm = self.say("harm", claim.harm) if claim.kind != "attribution" else self.say("kind", "attribution")
        status = self.say("status", claim.status) if claim.status else ""
        demographic = self.say("demographic", claim.demographic) if claim.demographic else ""
        return harm, status, demographic, claim.affiliation.name if claim.affiliation else ""

    def _circumstances(self, claim: Claim) -> tuple[str, ...]:
        by_whom = tuple(self.say("role", each.role, name=each.name) for each in claim.attributed_to)
        means = (claim.means or "").replace("_", " ")
        return ", ".join(place.name for place in claim.places), *by_whom, means, time_of(claim)

    def _standing(self, claim: Claim) -> tuple[str, ...]:
        modality = self.say("modality", claim.modality) if claim.modality != "asserted" else ""
        kind = self.say("kind", claim.kind) if claim.kind == "denial" and claim.modality != "denied" else ""
        state = self.say("state", claim.state) if claim.state != "read" else ""
        return self.say("scope", claim.scope), modality, kind, state


def time_of(claim: Claim) -> str:
    """Return the claim's time: its words, and the dates they resolve to."""
    period = claim.period
    words = " ".join(period.words.split()) if period.words else ""
    is_open = claim.scope == "cumulative" and period.start and not period.end
    dates = " \u2192 ".join(dict.fromkeys(date for date in (period.start, period.end) if date))
    dates = f"{dates} \u2192" if is_open else dates
    return f"{words} ({dates})" if words and dates and dates != words else words or dates or period.duration or ""


def phrases_for(language: str | None) -> Phrases:
    """Return the phrases of a language by its tag ("ar-SY" is Arabic), English where there are none."""
    tag = (language or "en").split("-")[0].lower()
    return _load(tag if tag in LANGUAGES else "en")


def with_own(shared: Phrases, package: str) -> Phrases:
    """Return phrases with those of a page's own beside them, which lie as `en.toml` and `ar.toml` in its package."""
    return Phrases(shared.language, {**shared.tables, **own_tables(package, shared.language)})


@cache
def own_tables(package: str, language: str) -> dict[str, dict[str, str]]:
    """Return the tables of phrases that lie in a package, of one of the `LANGUAGES`."""
    return tomllib.loads(resources.files(package).joinpath(f"{language}.toml").read_text(encoding="utf-8"))


def _load(language: str) -> Phrases:
    return Phrases(language, own_tables(__name__, language))


def _digits(number: int | None) -> str:
    return "" if number is None else f"{number:,}"
