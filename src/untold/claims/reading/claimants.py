"""Who says it, at the distance of the whole report.

"The organization", "he" and "a monitor" stand for somebody named elsewhere; a
quotation runs over several sentences; an outlet quotes an agency that quotes a
hospital, and the hospital is the claimant. Where nobody is named, nobody is.
"""

from untold.claims.claim import Party
from untold.claims.reading import kinds as K
from untold.claims.reading.acts import take_act
from untold.claims.reading.civil_defence import with_country
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.countries import Countries
from untold.claims.reading.covering import Said, nearest
from untold.claims.reading.draft import Draft, Span
from untold.claims.reading.speech import find_utterances, names_at_end
from untold.claims.reading.tokens import Form, Sentence, Token
from untold.claims.reading.utterances import Speaker
from untold.codebook.actors import Actor, states
from untold.codebook.places import find_place
from untold.codebook.wordlists import word_list

_SAYING = K.SAY | K.ACCORDING | K.RECORD | K.TOTAL | K.SOURCE_NOUN
_PREFIX = 60  # characters in which a headline's "Ministry:" ends
_AHEAD = 3  # sentences heard beyond a claim's own: dating a lede may mark the times of so many
_MONITOR_WORDS = tuple(word_list("speech")["anaphora"]["monitor"])
_KINDS_BY_NOUN = {
    "ministry": ("ministry",),
    "monitor": ("monitor",),
    "watchdog": ("monitor",),
    "observatory": ("monitor",),
    "group": ("monitor", "rescue", "medical", "armed_group"),
    "organization": ("monitor", "medical", "rescue", "international"),
    "organisation": ("monitor", "medical", "rescue", "international"),
    "ngo": ("monitor", "medical", "rescue"),
    "network": ("monitor", "medical"),
    "agency": ("agency", "outlet"),
    "newspaper": ("outlet",),
    "outlet": ("outlet", "agency"),
    "site": ("outlet", "agency"),
    "website": ("outlet", "agency"),
    "broadcaster": ("outlet", "agency"),
    "channel": ("outlet", "agency"),
    "correspondent": ("agency", "outlet"),
    "coalition": ("coalition",),
    "command": ("armed_forces",),
    "department": ("ministry", "armed_forces", "government"),
}
_MONITORING = closed_set("claimants", "monitoring")
_FIGHTING = closed_set("claimants", "fighting")
_CLAIMING_LIVES = frozenset({"object_of_losing", "claimed_people"})
_FURTHER = closed_set("claimants", "further")
_ORGANIZATIONS = ("monitor", "medical", "rescue", "international", "ministry", "agency", "outlet", "armed_group")


class Claimants:
    """Settles speakers in reading order, as far as somebody asks, and remembers who has spoken."""

    def __init__(self, sentences: list[Sentence], text: str, countries: Countries) -> None:
        self._sentences = self.sentences = sentences
        self._text = text
        self._countries = countries
        self._people: dict[str, tuple[Party, tuple[Span, ...]]] = {}
        self._last: tuple[Party, tuple[Span, ...]] | None = None
        self._spoken: list[tuple[str, Party, tuple[Span, ...]]] = []  # kind of body, party, its words
        self._source: tuple[Party, tuple[Span, ...]] | None = None  # who spoke last as "a military source"
        self._said: list[list[Said]] = []
        self._quoted: list[bool] = []  # whether the sentence begins inside a quotation
        self._open = False  # whether a quotation goes on after the last sentence heard
        self._told: tuple[Sentence | None, Said | None] = (None, None)  # the claim last given its claimant
        self._monitors: list[tuple[Actor, Span]] | None = None  # found where "a monitor" asks for them

    def said_in(self, sentence: Sentence) -> list[Said]:
        """Return the settled acts of saying of a sentence."""
        self._hear_to(sentence.index)
        return self._said[sentence.index]

    def _hear_to(self, index: int) -> None:
        """Hear every sentence up to one: whoever is named after it is not yet known there."""
        for sentence in self._sentences[len(self._said) : index + 1]:
            self._hear(sentence)

    def _begins_quoted(self, sentence: Sentence) -> bool:
        """Tell whether a sentence begins inside a quotation."""
        self._hear_to(sentence.index)
        return self._quoted[sentence.index]

    def spoken_spans(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Return the token bounds of who speaks in a sentence, each up to the verb of saying."""
        spans = []
        for said in self.said_in(sentence):
            named = said.utterance.speaker.name
            first = said.utterance.start if named is None else named[0]
            spans.append((min(first, said.utterance.at), max(said.utterance.at, said.utterance.end)))
        return spans

    def _hear(self, sentence: Sentence) -> None:
        quotes = (
            self._text.count('"', sentence.start, sentence.end)
            + self._text.count("\u201c", sentence.start, sentence.end)
            + self._text.count("\u201d", sentence.start, sentence.end)
        )
        opened = self._opened(sentence)
        self._quoted.append(opened)
        self._open = opened != bool(quotes % 2)
        found: list[Said] = []
        if (
            sentence.mask & _SAYING
            or ":" in self._text[sentence.start : sentence.start + _PREFIX]
            or (sentence.mask & K.ACTOR and names_at_end(sentence.tokens))
        ):
            tokens = sentence.tokens
            for utterance in find_utterances(tokens):
                settled = self._settle(tokens, utterance.speaker)
                if settled is not None:
                    if settled[0].id is None:
                        settled = with_country(settled[0], self._countries), settled[1]
                    found.append(Said(utterance, *settled))
                    self._last = settled
                    if not utterance.speaker.anaphor and _is_source(tokens, utterance.speaker):
                        self._source = settled
        self._said.append(found)

    def _opened(self, sentence: Sentence) -> bool:
        if sentence.index == 0 or self._sentences[sentence.index - 1].paragraph != sentence.paragraph:
            return False
        return self._open

    def _settle(self, tokens: list[Token], speaker: Speaker) -> tuple[Party, tuple[Span, ...]] | None:
        if speaker.pronoun:
            return self._last
        if speaker.name is None:
            return None
        span = (tokens[speaker.name[0]].start, tokens[speaker.name[1] - 1].end)
        words = self._text[span[0] : span[1]]
        if speaker.actor is not None:
            return self._known(tokens, speaker, speaker.actor, words, span)
        if speaker.anaphor:
            return self._anaphor(words, span)
        if speaker.generic:
            if (
                any(noun in words.lower() for noun in _MONITOR_WORDS)
                and (named := self._monitor_near(span[0])) is not None
            ):
                actor, where = named
                return Party(actor.id, words), (span, where)
            if (named_before := self._group_before(words)) is not None:
                return named_before[0], (span, *named_before[1])
            if _is_body(tokens, speaker):
                self._spoken.append(("monitor", Party(None, words), (span,)))
            return self._remember_person(tokens, speaker, (Party(None, words), (span,)))
        return self._person(words, span)

    def _known(
        self, tokens: list[Token], speaker: Speaker, actor: Actor, words: str, span: Span
    ) -> tuple[Party, tuple[Span, ...]]:
        party = Party(spoken_for(actor), words.removesuffix("'s"))
        self._spoken.append((actor.kind, party, (span,)))
        return self._remember_person(tokens, speaker, (party, (span,)))

    def _remember_person(
        self, tokens: list[Token], speaker: Speaker, settled: tuple[Party, tuple[Span, ...]]
    ) -> tuple[Party, tuple[Span, ...]]:
        if speaker.person is not None:
            first, last = speaker.person
            for token in tokens[first:last]:
                if len(token.word) > 2:  # noqa: PLR2004 (names, not particles)
                    self._people.setdefault(token.word, settled)
        return settled

    def _person(self, words: str, span: Span) -> tuple[Party, tuple[Span, ...]]:
        place = find_place(words)
        if place is not None:
            state = states().get(place.country or "") if place.kind == "country" else None
            return Party(state.id if state is not None else None, words), (span,)
        for piece in reversed(words.lower().split()):
            if piece in self._people:
                party, spans = self._people[piece]
                return party, (span, *spans)
        party = Party(None, words)
        for piece in words.lower().split():
            if len(piece) > 2:  # noqa: PLR2004 (names, not particles)
                self._people.setdefault(piece, (party, (span,)))
        return party, (span,)

    def _anaphor(self, words: str, span: Span) -> tuple[Party, tuple[Span, ...]]:
        noun = words.lower().rsplit(" ", 1)[-1]
        if noun.startswith("source") and self._source is not None:
            return self._source[0], (span, *self._source[1])
        for _, party, spans in reversed(self._spoken):
            if noun in party.name.lower().split():
                return Party(party.id, party.name), (span, *spans)
        kinds = _KINDS_BY_NOUN.get(noun, _ORGANIZATIONS)
        for kind, party, spans in reversed(self._spoken):
            if kind in kinds:
                return Party(party.id, party.name), (span, *spans)
        if noun in _MONITORING and (named := self._monitor_near(span[0])) is not None:
            actor, where = named
            return Party(actor.id, words), (span, where)
        if self._last is not None and (
            noun in self._last[0].name.lower() or noun in ("statement", "report", "communique")
        ):
            return self._last[0], (span, *self._last[1])
        return Party(None, words), (span,)

    def _group_before(self, words: str) -> tuple[Party, tuple[Span, ...]] | None:
        """Return whom "the UK-based group" or "the hard-line militant group" takes up."""
        pieces = words.lower().split()
        if len(pieces) < 2 or pieces[0] != "the" or pieces[-1] not in _MONITORING:  # noqa: PLR2004 (article and noun)
            return None
        kinds = ("armed_group",) if _FIGHTING & set(pieces) else ("monitor", "medical", "rescue")
        return next(((party, spans) for kind, party, spans in reversed(self._spoken) if kind in kinds), None)

    def _named_monitors(self) -> list[tuple[Actor, Span]]:
        """Return every mention of a monitor by its name, in order."""
        return [
            (actor, (token.start, token.end))
            for sentence in self._sentences
            if sentence.mask & K.ACTOR and _names_monitor(sentence)
            for token in sentence.tokens
            if (actor := _monitor(token)) is not None
        ]

    def _monitor_near(self, offset: int) -> tuple[Actor, Span] | None:
        """Return the monitor that "a monitor" stands for: the next one named, else the last: a lede names it later."""
        if self._monitors is None:
            self._monitors = self._named_monitors()
        after = [named for named in self._monitors if named[1][0] > offset]
        return after[0] if after else self._monitors[-1] if self._monitors else None

    def claim(self, draft: Draft) -> None:
        """Give a draft its claimant, and the act by which it is said."""
        sentence = draft.phrase.sentence
        self._hear_to(sentence.index + _AHEAD)
        told = self.said_in(sentence)
        said = nearest(_without_deed(told, draft) if draft.rule in _CLAIMING_LIVES else told, draft)
        if said is None:
            said = self._speaker_of_quotation(sentence, draft) or self._going_on(sentence, draft)
        self._told = (sentence, said)
        if said is not None:
            draft.claimant = said.party
            draft.show("claimant", *said.spans)
            take_act(draft, said.utterance)

    def _going_on(self, sentence: Sentence, draft: Draft) -> Said | None:
        """Return who said the claim before, where "another five" or "six others" goes on with it."""
        before, said = self._told
        if said is None or before is None or sentence.index - before.index > 1:
            return None
        return said if _is_further(draft) else None

    def _steps_to_speaker(self, sentence: Sentence, draft: Draft) -> tuple[int, ...]:
        """Return how many sentences away the speaker of a quotation may stand, likeliest first."""
        if self._begins_quoted(sentence):
            return (-1, 1, -2, 2) if self._goes_on(sentence) else (-1, -2)
        if self._text.count('"', sentence.tokens[0].end, draft.start) % 2:
            return (-1, -2, 1)  # it opens inside the sentence: "In the north "eight civilians were killed""
        if not sentence.tokens or sentence.tokens[0].word != '"':
            return ()
        return (1, 2, -1) if self._goes_on(sentence) else (-1,)

    def _goes_on(self, sentence: Sentence) -> bool:
        """Tell whether a quotation goes on after a sentence."""
        following = sentence.index + 1
        return following < len(self._sentences) and self._begins_quoted(self._sentences[following])

    def _speaker_of_quotation(self, sentence: Sentence, draft: Draft) -> Said | None:
        for step in self._steps_to_speaker(sentence, draft):
            index = sentence.index + step
            if not 0 <= index < len(self._sentences) or self._sentences[index].paragraph != sentence.paragraph:
                continue
            said = self.said_in(self._sentences[index])
            if said:
                return said[-1 if step < 0 else 0]
        return None


def _without_deed(said: list[Said], draft: Draft) -> list[Said]:
    """Leave out the word that claims lives and says nothing: "rocket shells claim nine civilians"."""
    return [one for one in said if one.utterance.at != draft.at]


def _is_further(draft: Draft) -> bool:
    """Tell whether a number counts on after another: "another five", "six others", "12 more"."""
    tokens = draft.phrase.tokens
    after = tokens[draft.group.end] if draft.group.end < len(tokens) else None
    return (
        draft.group.others or tokens[draft.group.start].word in _FURTHER or (after is not None and after.word == "more")
    )


def _is_source(tokens: list[Token], speaker: Speaker) -> bool:
    """Tell whether a speaker is called a source: "a military source", "a source at Aleppo police command"."""
    first = speaker.start if speaker.name is None else min(speaker.start, speaker.name[0])
    return any(token.word in ("source", "sources") for token in tokens[first : speaker.end])


def _is_body(tokens: list[Token], speaker: Speaker) -> bool:
    """Tell whether a speaker is a named body that no list knows ("The Jazira Monitor", "the Relief Forum")."""
    if speaker.name is None:
        return False
    named = [token for token in tokens[slice(*speaker.name)] if token.cased and token.word not in ("the", "a", "an")]
    return len(named) > 1


def spoken_for(actor: Actor) -> str:
    """Return the slug of whom an actor speaks for: an official for the body that he or she heads."""
    return actor.member_of[0] if actor.kind == "official" and actor.member_of else actor.id


def _names_monitor(sentence: Sentence) -> bool:
    return any(_monitor(form) is not None for form in sentence.forms if form.mask & K.ACTOR)


def _monitor(word: Form | Token) -> Actor | None:
    """Return the monitor that a word or phrase names."""
    actor = word.value(K.ACTOR) if word.mask & K.ACTOR else None
    return actor if isinstance(actor, Actor) and actor.kind == "monitor" else None
