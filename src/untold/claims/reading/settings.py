"""Where a claim's people were harmed: its own sentence first, then the sentences that tell the same event.

Only one event told over several sentences lends its place to the next; a
running total never takes the place of the strike told beside it.
"""

import msgspec

from untold.claims.claim import Place
from untold.claims.reading import kinds as K
from untold.claims.reading.clause_places import of_clause
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.countries import Countries
from untold.claims.reading.draft import Draft
from untold.claims.reading.tokens import Sentence, Token
from untold.claims.reading.whereabouts import WIDTHS, Where, find_places, lost_apostrophe
from untold.codebook.actors import Actor
from untold.codebook.places import KnownPlace, country_name
from untold.codebook.wordlists import word_list

_PLACE_BACK = 3  # sentences back over which one event's place holds
_AHEAD = 3  # sentences ahead that a headline or lede announces
_HOME = 3  # times that a report names the country that it is about
_SPECIFIC = 3  # a city or narrower
_ELSEWHERE = frozenset(word_list("when")["another_event"]["words"])
_THROUGHOUT = frozenset(word_list("where")["throughout"]["words"])
_BROADENING = _ELSEWHERE | _THROUGHOUT
_SPEAKING = closed_set("settings", "speaking")
_TOLD = closed_set("settings", "told")
_NOT_OF_HARM = frozenset(word_list("where")["not_of_harm"]["words"])
_AT_OTHERS = closed_set("settings", "at_others")
_OTHERS_WITHIN = 4  # words: "talks in the Swiss city of"
_COMMA = frozenset({","})
_BEFORE_STATEMENT = closed_set("settings", "before_statement")
_VERBS = K.PARTICIPLE | K.GERUND | K.DIES | K.STATE
_COUNTRYWIDE = closed_set("settings", "countrywide")
_TAKEN_UP_WITHIN = 6  # sentences back
_HOME_WITHIN = 60  # sentences back over which the country at war may stand
_LOCALS = closed_set("settings", "locals")
_OF_A_COUNTRY = K.DEMONYM | K.ACTOR
_KINDS = {
    "city": (3,),
    "town": (3, 4, 5),
    "towns": (3, 4, 5),
    "village": (4, 5),
    "villages": (4, 5),
    "neighborhood": (5,),
    "neighbourhood": (5,),
    "neighborhoods": (5,),
    "neighbourhoods": (5,),
    "district": (5,),
    "districts": (5,),
    "square": (5,),
    "suburb": (2, 4),
    "suburbs": (2, 4),
    "camp": (4, 5),
    "enclave": (2, 4, 5),
    "region": (2, 4, 5),
    "province": (2,),
}
_MANY = closed_set("settings", "many")
_TAKING_UP = closed_set("settings", "taking_up")
_NO_ADJECTIVE = K.PLACE | K.PERSON | K.NUMBER | K.AND | K.PREPOSITION | K.PUNCTUATION
_TAKES_UP = _COUNTRYWIDE | {"then"}


class Settings:
    """The places of each sentence, found once and only where they are asked for."""

    def __init__(self, sentences: list[Sentence], text: str, countries: Countries) -> None:
        self._sentences = sentences
        self._text = text
        self._countries = countries
        self._places: dict[int, list[Where]] = {}
        self._lent: dict[tuple[int, tuple[int, ...]], list[tuple[Sentence, Where]]] = {}
        self._speaking: dict[int, list[tuple[int, int]]] = {}

    def places(self, sentence: Sentence) -> list[Where]:
        """Return the places of a sentence."""
        found = self._places.get(sentence.index)
        if found is None:
            places = find_places(sentence.tokens, self._text)
            elsewhere = _places_of_others(sentence) if places else []
            told = [where for where in places if not any(first <= where.start < last for first, last in elsewhere)]
            found = [self._at_home(where) for where in told]
            self._places[sentence.index] = found
        return found

    def _at_home(self, where: Where) -> Where:
        """Drop the country of a homonym: a village that only its namesake abroad is known by."""
        country = where.place.country
        if where.width == 1 or country is None:
            return where
        home = self._countries.most_spoken_of(_HOME)
        if home is None or country == home or self._countries.counted[country] > 1:
            return where
        return msgspec.structs.replace(where, place=Place(where.place.name, None))

    def take_places(self, draft: Draft, speakers: list[tuple[int, int]]) -> None:
        """Set a draft's places, narrowest first: its clause's, and for one event those of the sentences that tell it.

        `speakers` are the token bounds of who speaks in the sentence; the home of
        a monitor is nobody's place of death.
        """
        sentence = draft.phrase.sentence
        here = self._told_in(sentence, speakers)
        own = of_clause(here, draft)
        if (
            not own
            and (draft.scope != "incident" or "country" in sentence.words)
            and not _TAKES_UP.isdisjoint(sentence.words)
        ):
            sentence, own = self._country_before(draft)
        own = own or self._of_local_speakers(draft, speakers)
        told = [(sentence, where) for where in own]
        if not own and (taken := self._taken_up(draft)):
            told = taken
        elif draft.scope == "incident":
            told = [*self._narrower(draft, own), *told]
        if told:
            told.sort(key=lambda pair: -pair[1].width)
            draft.places = _with_country([where for _, where in told], here or self.places(sentence))
            draft.show("places", *((s.tokens[w.start].start, s.tokens[w.end - 1].end) for s, w in told))

    def _of_local_speakers(self, draft: Draft, speakers: list[tuple[int, int]]) -> list[Where]:
        """Return where those speak who tell of their own town: "local sources in Homs said that 12 were killed"."""
        sentence = draft.phrase.sentence
        if draft.scope != "incident" or sentence.words.isdisjoint(_LOCALS):
            return []
        tokens = sentence.tokens
        local = [span for span in speakers if any(token.word in _LOCALS for token in tokens[span[0] : span[1]])]
        return [where for where in self.places(sentence) if any(start <= where.start < end for start, end in local)]

    def _told_in(self, sentence: Sentence, speakers: list[tuple[int, int]]) -> list[Where]:
        """Return the places of a sentence less those of who speaks in it and of where they spoke."""
        places = self.places(sentence)
        if not places:
            return []
        speaking = self._speaking.get(sentence.index)
        if speaking is None:
            speaking = self._speaking[sentence.index] = _places_of_speaking(sentence.tokens)
        spoken = [*speakers, *speaking]
        if not spoken:
            return places
        return [where for where in places if not any(start <= where.start < end for start, end in spoken)]

    def _narrower(self, draft: Draft, own: list[Where]) -> list[tuple[Sentence, Where]]:
        """Return the narrower places that the sentences around tell of the same event."""
        key = (draft.phrase.sentence.index, tuple([where.start for where in own]))
        found = self._lent.get(key)
        if found is None:
            found = self._lent[key] = self._look_around(draft, own)
        return found

    def _look_around(self, draft: Draft, own: list[Where]) -> list[tuple[Sentence, Where]]:
        width = max((where.width for where in own), default=0)
        if width == max(WIDTHS.values()) or not _BROADENING.isdisjoint(draft.phrase.sentence.words):
            return []
        sentences = self._before(draft, _PLACE_BACK) if width < _SPECIFIC else []
        wide: list[tuple[Sentence, Where]] = []
        for other in [*sentences, *self._ahead(draft)]:
            places = self.places(other)
            found = _narrowest([where for where in places if where.led and where.width > width]) if places else []
            if found and _within(found, own):
                if found[0].width >= _SPECIFIC:
                    return [(other, where) for where in found]
                wide = wide or [(other, where) for where in found]
        return wide

    def _taken_up(self, draft: Draft) -> list[tuple[Sentence, Where]]:
        """Return the place that "the city" or "the village" takes up: the nearest one before of that kind."""
        tokens = draft.phrase.tokens
        words = draft.phrase.sentence.words
        if "there" in words and any(
            t.word == "there" and tokens[n - 1].mask & _VERBS for n, t in enumerate(tokens) if n
        ):
            return self._there(draft)
        if words.isdisjoint(_KINDS):
            return []
        for index, token in enumerate(tokens[1:], 1):
            widths = _KINDS.get(token.word)
            if widths is None or not _is_taking_up(tokens, index):
                continue
            for sentence in self._before(draft, _TAKEN_UP_WITHIN):
                found = [where for where in self.places(sentence) if where.width in widths]
                if found:
                    return [(sentence, where) for where in (found if token.word in _MANY else found[-1:])]
        return []

    def _there(self, draft: Draft) -> list[tuple[Sentence, Where]]:
        """Return the place that "were killed there" takes up: the last one told before."""
        for sentence in self._before(draft, 2):
            if found := self.places(sentence):
                return [(sentence, found[-1])]
        return []

    def _country_before(self, draft: Draft) -> tuple[Sentence, list[Where]]:
        """Return the country that "the country" or "the war" takes up."""
        for sentence in [draft.phrase.sentence, *self._before(draft, 2)]:
            for index, token in enumerate(sentence.tokens):
                known = token.value(K.PLACE)
                if isinstance(known, KnownPlace) and known.kind == "country" and not token.mask & K.ACTOR:
                    name = self._text[token.start : token.end - lost_apostrophe(token, known)]
                    return sentence, [Where(Place(name, known.country), index, index + 1, 1, led=True)]
                iso3 = self._country_meant(sentence.tokens, index) if token.mask & _OF_A_COUNTRY else None
                if iso3 is not None:
                    return sentence, [Where(Place(country_name(iso3), iso3), index, index + 1, 1, led=True)]
            found = [where for where in self.places(sentence) if where.width == 1]
            if found:
                return sentence, found[-1:]
        return self._country_at_war(draft)

    def _country_at_war(self, draft: Draft) -> tuple[Sentence, list[Where]]:
        """Return the report's own country, where it was named last: "the civil war has killed 280,000"."""
        if draft.phrase.sentence.words.isdisjoint(_COUNTRYWIDE):
            return draft.phrase.sentence, []
        for sentence in self._before(draft, _HOME_WITHIN):
            for where in reversed(self.places(sentence) if sentence.mask & K.PLACE else []):
                if where.width == 1 and where.place.country == self._countries.most_spoken_of(_HOME):
                    return sentence, [where]
        return draft.phrase.sentence, []

    def _country_meant(self, tokens: list[Token], index: int) -> str | None:
        """Return the country that a nationality, or a state's force, says is meant by "the country" after it."""
        token = tokens[index]
        if token.mask & K.DEMONYM:
            return str(token.value(K.DEMONYM)) if self._is_meant(tokens, index) else None
        actor = token.value(K.ACTOR)
        home = isinstance(actor, Actor) and actor.country == self._countries.most_spoken_of()
        told = home and any(after.word == "country" for after in tokens[index + 1 :])
        return actor.country if told and isinstance(actor, Actor) else None

    def _is_meant(self, tokens: list[Token], index: int) -> bool:
        """Tell whether a nationality says which country is meant: by its war, or as the report's own."""
        if any(token.word in _COUNTRYWIDE - {"country", "nation"} for token in tokens[index + 1 : index + 3]):
            return True
        return tokens[index].value(K.DEMONYM) == self._countries.most_spoken_of() and any(
            token.word == "country" for token in tokens[index + 1 :]
        )

    def _before(self, draft: Draft, reach: int) -> list[Sentence]:
        index = draft.phrase.sentence.index
        return [self._sentences[back] for back in range(index - 1, max(index - 1 - reach, -1), -1)]

    def _ahead(self, draft: Draft) -> list[Sentence]:
        """Return the sentences after a headline or lede, which tell what it announces."""
        index = draft.phrase.sentence.index
        head = draft.phrase.sentence.zone in ("title", "lede") or index <= 2  # noqa: PLR2004 (headline, dateline, lede)
        ahead = self._sentences[index + 1 : index + 1 + _AHEAD] if head else []
        return [sentence for sentence in ahead if "also" not in sentence.words]


def _is_taking_up(tokens: list[Token], index: int) -> bool:
    """Tell whether a noun takes a place up: "in the city", "in the besieged suburb"; "the city of" names one."""
    if index + 1 < len(tokens) and tokens[index + 1].word in ("of", "'s"):
        return False
    before = tokens[index - 1]
    if before.word in _TAKING_UP:
        return True
    return index > 1 and not before.cased and tokens[index - 2].word == "the" and not before.mask & _NO_ADJECTIVE


def _places_of_speaking(tokens: list[Token]) -> list[tuple[int, int]]:
    """Return the bounds of words that say where somebody spoke ("Speaking in Geneva, …", "told reporters in …")."""
    opens = tokens[0].word in _SPEAKING
    found = [
        (index, _next_of(tokens, index + 2, _BEFORE_STATEMENT))
        for index, token in enumerate(tokens[:-1])
        if token.mask & K.SAY and tokens[index + 1].word in _TOLD and (index or not opens)
    ]
    return [(0, _next_of(tokens, 1, _COMMA)), *found] if opens else found


def _places_of_others(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the bounds of places where nobody was harmed: of a meeting, or where a group is banned or at home."""
    if sentence.words.isdisjoint(_NOT_OF_HARM):
        return []
    tokens = sentence.tokens
    return [
        (index, index + _OTHERS_WITHIN)
        for index, token in enumerate(tokens[:-1])
        if token.word in _NOT_OF_HARM and tokens[index + 1].word in _AT_OTHERS
    ]


def _next_of(tokens: list[Token], start: int, words: frozenset[str]) -> int:
    """Return the next of some words, at most eight tokens on; else the start itself."""
    return next((index for index in range(start, min(start + 8, len(tokens))) if tokens[index].word in words), start)


def _narrowest(found: list[Where]) -> list[Where]:
    """Return the narrowest places: a town and not the province that it lies in."""
    widest = max((where.width for where in found), default=0)
    return [
        where for where in found if where.width == widest or (where.width >= _SPECIFIC and widest - where.width < 1)
    ]


def _within(found: list[Where], own: list[Where]) -> bool:
    """Tell whether a narrower place may lie in the draft's own: no two different countries."""
    countries = {where.place.country for where in own} - {None}
    return not countries or all(where.place.country in countries or where.place.country is None for where in found)


def _with_country(found: list[Where], beside: list[Where]) -> tuple[Place, ...]:
    """Return the places without repetition, an unknown one with the country that stands beside it."""
    countries = {where.place.country for where in beside if where.place.country}
    only = next(iter(countries)) if len(countries) == 1 else None
    seen: dict[str, Place] = {}
    for where in found:
        place = where.place
        seen.setdefault(place.name.lower(), place if place.country else Place(place.name, only))
    return tuple(seen.values())
