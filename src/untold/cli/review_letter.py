"""`untold review letter`: an allegation put to a belligerent on paper, with the evidence attached."""

from typing import Annotated

import typer

from untold.cli.dossier import LanguageOption, PolicyOption, from_casebook, today
from untold.cli.review_options import CasebookOption, OutOption, iso_day


def letter(
    allegation: Annotated[
        str, typer.Argument(metavar="ALLEGATION", help="Its id, or its incident's code where it has one.")
    ],
    *,
    casebook: CasebookOption,
    sender: Annotated[str | None, typer.Option("--from", help="Who writes it; left blank for a letterhead.")] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DAY", callback=iso_day, help="Its day; today if left out.")
    ] = None,
    question: Annotated[
        list[str] | None, typer.Option("--question", help="A further question, as a sentence; may be repeated.")
    ] = None,
    policy: PolicyOption = None,
    language: LanguageOption = "en",
    out: OutOption = None,
) -> None:
    """Print the letter that puts an allegation to its belligerent: incident, grid, sentences and their hashes.

    It is one HTML file, made to be printed. Names of victims and of protected
    sources are in no letter: its reader is the party that is said to have
    done it. What was asked before, and is not answered yet, is asked again.

    Example: untold review letter us-led-coalition:2793 --casebook cases --from "Alder Monitor" --out letter.html
    """
    from untold.allegations.record import docket_of
    from untold.cli.output import put
    from untold.cli.review_showing import one_allegation
    from untold.codebook.errors import CasebookError
    from untold.releases.dossiers import Letter, letter_page

    docket = docket_of(casebook)
    found = one_allegation(casebook, docket, allegation)
    if found.incident is None:
        why = f"allegation {found.id} stands on no incident, so there is no evidence to attach"
        raise CasebookError(str(casebook), why, "match its account first, with untold match or untold judge")
    gathered, made_from = from_casebook(casebook, found.incident, policy, language)
    published = next((each for each in gathered.allegations if each.id == found.id), None)
    if published is None:
        why = f"allegation {found.id} may not leave by this policy"
        raise CasebookError(str(casebook), why, "see the policy's states and what it protects")
    waiting = [each.question for each in docket.requests if each.allegation == found.id and not each.answered]
    said = Letter(date or today(), sender, (*waiting, *(question or ())))
    put(letter_page(gathered, published, said, made_from, language=language), out)
