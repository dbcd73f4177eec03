"""A casebook's match weighed: its accounts' texts, and where the weighing is done."""

from pathlib import Path
from typing import TYPE_CHECKING

from untold.claims.accounts import accounts_kept
from untold.incidents.matching import Match
from untold.incidents.probabilities.weighing import Weighed, weigh

if TYPE_CHECKING:
    from untold.incidents.spark import Cluster


def weigh_casebook(folder: Path, match: Match, cluster: "Cluster | None" = None) -> Weighed:
    """Return the casebook's match with its candidate pairs weighed, on a cluster if one is given.

    Raises `EngineUnusable` where Splink, or what the cluster needs, is missing.
    """
    texts = {account.id: account.text for account in accounts_kept(folder) if account.text}
    if cluster is None:
        return weigh(match, texts)
    from untold.incidents.probabilities.on_spark import on_spark
    from untold.incidents.spark import spark_session

    with spark_session(cluster) as session, on_spark(session) as engine:
        return weigh(match, texts, predict_on=engine)
