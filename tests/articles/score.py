"""How much of the articles is read right, field by field: `python -m tests.articles.score [FIELD…]`.

One number for each field shows whether a change to the reader was general or
only moved the errors; with fields named, their wrong verdicts are listed.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence

from tests.articles.comparing import Verdict, verdicts
from tests.articles.labels import Article, articles
from untold.claims.claim import Claim
from untold.claims.reading import read_claims
from untold.reports.intake import take_in
from untold.reports.report import Report


def read(article: Article) -> tuple[Report, Sequence[Claim]]:
    """Return the article as a report, and its claims as our reader reads them."""
    (report,) = take_in(f"{article.name}.txt", article.text.encode(), published=article.published)
    return report, tuple(read_claims(report))


def all_verdicts() -> list[Verdict]:
    """Return the verdicts on every article."""
    found: list[Verdict] = []
    for article in articles():
        report, claims = read(article)
        found.extend(verdicts(article, report.text, claims))
    return found


def table(found: Iterable[Verdict]) -> str:
    """Return one line for each field: how many right, of how many, and the share."""
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for verdict in found:
        asked[verdict.field] += 1
        right[verdict.field] += verdict.is_right
    lines = [f"{field:<14}{right[field]:>5} of {n:>4}  {right[field] / n:6.1%}" for field, n in asked.most_common()]
    total, correct = sum(asked.values()), sum(right.values())
    return "\n".join([*lines, f"{'all':<14}{correct:>5} of {total:>4}  {correct / max(total, 1):6.1%}"])


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table, and the wrong verdicts of each field named ("all" for every field)."""
    fields = set(sys.argv[1:] if arguments is None else arguments)
    found = all_verdicts()
    wrong = [verdict for verdict in found if not verdict.is_right]
    listed = [f"{verdict.article}  {verdict}" for verdict in wrong if fields & {verdict.field, "all"}]
    clean = len(articles()) - len({verdict.article for verdict in wrong})
    lines = [*listed, table(found), f"articles without a failure: {clean} of {len(articles())}"]
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main()
