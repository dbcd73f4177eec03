"""`untold dossier`: one incident as a page of its own, made of what may leave and of nothing else."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from untold.cli.destinations import writable
from untold.cli.languages import page_language

if TYPE_CHECKING:
    from untold.releases.dossiers import Dossier

PolicyOption = Annotated[
    Path | None,
    typer.Option("--policy", exists=True, dir_okay=False, help="A policy of redaction of your own, as TOML."),
]
LanguageOption = Annotated[
    str, typer.Option("--language", callback=page_language, help="The language around the record: en or ar.")
]


def dossier(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help="The incident's code, or an earlier one.")],
    *,
    casebook: Annotated[
        Path | None, typer.Option("--casebook", exists=True, file_okay=False, help="The casebook it is in.")
    ] = None,
    release: Annotated[
        Path | None, typer.Option("--release", exists=True, file_okay=False, help="Or the release it is in.")
    ] = None,
    policy: PolicyOption = None,
    language: LanguageOption = "en",
    out: Annotated[
        Path | None, typer.Option("--out", callback=writable, dir_okay=False, help="Write to this file, whole or not.")
    ] = None,
) -> None:
    """Print the dossier of one incident as a page: what is decided, who says it and where, and what was answered.

    It is one HTML file without scripts, to be mailed, printed or opened
    without a network. Nothing is in it but what the policy of redaction lets
    leave; of a release, what that release holds.

    Example: untold dossier I-7KQ2 --casebook cases --out I-7KQ2.html

    Example: untold dossier I-7KQ2 --release releases/2 --language ar --out I-7KQ2.ar.html
    """
    from untold.cli.output import put
    from untold.releases.dossiers import dossier_page

    if (casebook is None) == (release is None):
        message = "give --casebook DIR or --release DIR, one of the two"
        raise typer.BadParameter(message)
    if casebook is not None:
        found, made_from = from_casebook(casebook, incident, policy, language)
    else:
        found, made_from = _from_release(release or Path(), incident, language)
    put(dossier_page(found, made_from, language=language), out)


def from_casebook(casebook: Path, incident: str, policy: Path | None, language: str) -> "tuple[Dossier, str]":
    """Return the dossier of an incident of a casebook, and the line that says what it was made of."""
    import secrets

    from untold.allegations.record import renew_docket
    from untold.releases.dossiers import gathered_from_casebook
    from untold.releases.dossiers.phrases import dossier_phrases
    from untold.releases.redaction.policy_file import read_policy, standard_policy
    from untold.releases.redaction.pseudonyms import KEY_BYTES, release_key
    from untold.reports.casebook import check_format, open_casebook

    check_format(casebook)
    rules = standard_policy() if policy is None else read_policy(policy)
    with open_casebook(casebook) as opened:
        renew_docket(opened)
        key = release_key(opened, secrets.token_bytes(KEY_BYTES))
        found = gathered_from_casebook(casebook, incident, rules, key)
    phrases = dossier_phrases(language)
    return found, phrases.say("dossier", "foot_casebook", date=today(), policy=rules.name)


def _from_release(folder: Path, incident: str, language: str) -> "tuple[Dossier, str]":
    from untold.releases.dossiers import gather
    from untold.releases.dossiers.phrases import dossier_phrases
    from untold.releases.manifest import manifest_hash
    from untold.releases.reading import check_whole, records_of
    from untold.releases.release import release_at

    check_whole(folder)
    made = release_at(folder)
    found = gather(records_of(folder), incident, str(folder))
    said = {"number": made.number, "date": made.date, "policy": made.policy, "manifest": manifest_hash(folder)}
    return found, dossier_phrases(language).say("dossier", "foot_release", **said)


def today() -> str:
    """Return today's date, in UTC, as ISO."""
    return datetime.now(UTC).date().isoformat()
