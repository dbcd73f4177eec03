"""The comparison of labels with readings: it passes the right reading and names the wrong field."""

from dataclasses import replace

from tests.articles.comparing import verdicts
from tests.articles.labels import Article, LabelledClaim, Phrase
from untold.claims.claim import Attribution, Claim, Party, Period, Place
from untold.codebook.counts import Count
from untold.reports.report import Passage

TEXT = "Shells killed 12 people in Rastan, including a child, medics said. The Homs road is 40 km long."
CHILD = TEXT.index("a child")


def labelled(quote: str, count: Count, **fields: object) -> LabelledClaim:
    """Return a label of people killed."""
    return LabelledClaim(Phrase(quote), "killed", count, fields, is_optional=False)


def claim(quote: str, count: Count, part_of: str | None = None) -> Claim:
    """Return a claim that reads `quote` of the text rightly."""
    start = TEXT.index(quote)
    return Claim(
        id=f"r:{start}:0",
        report="r",
        kind="casualty",
        harm="killed",
        count=count,
        status=None,
        demographic="children" if quote == "a child" else None,
        affiliation=None,
        part_of=part_of,
        restates=None,
        claimant=Party(None, "medics"),
        medium=None,
        attributed_to=(),
        means="artillery",
        places=(Place("Rastan", None),),
        period=Period(),
        scope="incident",
        modality="asserted",
        evidence={"count": Passage("r", start, start + len(quote), quote)},
        quote=Passage("r", 0, len(TEXT), TEXT),
        reader="test",
        rule="test",
        confidence=1.0,
    )


ARTICLE = Article(
    name="00-test",
    text=TEXT,
    about="",
    figures_from=(),
    is_invented=True,
    published=None,
    claims=(
        labelled("12", Count.exactly(12), claimant="medics", places=["Rastan"], means="artillery", attributed_to=[]),
        labelled("a child", Count.exactly(1), demographic="children", part_of=0),
    ),
    not_claims=(Phrase("40 km"),),
)
WHOLE = claim("12", Count.exactly(12))
PART = claim("a child", Count.exactly(1), part_of=WHOLE.id)


def wrong(*claims: Claim) -> list[str]:
    """Return the fields in which these claims are not what the labels say."""
    return [verdict.field for verdict in verdicts(ARTICLE, TEXT, claims) if not verdict.is_right]


def test_the_right_reading_is_right_in_every_field() -> None:
    assert wrong(WHOLE, PART) == []


def test_a_label_without_a_claim_is_not_found() -> None:
    assert wrong(WHOLE) == ["found"]


def test_each_wrong_field_is_named() -> None:
    other = replace(
        WHOLE, harm="injured", count=Count.at_least(12), claimant=None, places=(), means=None, attributed_to=()
    )

    assert wrong(other, PART) == ["harm", "count", "claimant", "places", "means"]


def test_an_actor_whom_the_label_does_not_name_is_wrong() -> None:
    assert wrong(replace(WHOLE, attributed_to=(Attribution(None, "rebels", "known"),)), PART) == ["attributed_to"]


def test_a_place_beside_the_most_specific_one_is_wrong() -> None:
    assert wrong(replace(WHOLE, places=(Place("Rastan", None), Place("Homs", None))), PART) == ["places"]


def test_a_part_must_point_to_its_own_whole() -> None:
    assert wrong(WHOLE, replace(PART, part_of=None)) == ["part_of"]


def test_a_distance_read_as_people_is_wrong() -> None:
    assert wrong(WHOLE, PART, claim("40", Count.exactly(40))) == ["not_claim"]


def test_a_second_claim_on_a_number_is_wrong() -> None:
    assert wrong(WHOLE, PART, replace(WHOLE, id="r:14:1", harm="injured")) == ["unlabelled"]


def test_a_claim_without_a_number_that_nobody_labelled_is_let_be() -> None:
    assert wrong(WHOLE, PART, claim("people", Count.vague())) == []
