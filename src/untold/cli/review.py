"""`untold review`: the belligerent's review of allegations, as a group of commands."""

from typing import Any

import typer

from untold.cli.casting import Command, Group
from untold.cli.edge import EPILOG
from untold.cli.review_entering import add, determine, request
from untold.cli.review_importing import import_reports
from untold.cli.review_letter import letter
from untold.cli.review_showing import ledger, list_allegations, overdue, show


class Steps(Group):
    """The group of the review's commands, each listed in the whole first sentence of its help."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands: typer cuts the sentences of a group's after a few words."""
        del ctx
        with formatter.section("Commands"):
            rows = [
                (name, str(own.help).partition("\n\n")[0].replace("\n", " ")) for name, own in self.commands.items()
            ]
            formatter.write_dl(rows)


review = typer.Typer(
    name="review",
    cls=Steps,
    help="Follow what a belligerent answers: allegations put, what was found, its ledger, and what waits too long.\n\n"
    "Statements that came in with untold import --from statements are in the docket at once; what people enter is\n"
    "kept under hand/, where lines are only ever added, and follows the incidents through every match.\n\n"
    "Example: untold review ledger --casebook cases",
    epilog=EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)
review.command("import", cls=Command, epilog=EPILOG)(import_reports)
review.command("add", cls=Command, epilog=EPILOG)(add)
review.command("determine", cls=Command, epilog=EPILOG)(determine)
review.command("request", cls=Command, epilog=EPILOG)(request)
review.command("list", cls=Command, epilog=EPILOG)(list_allegations)
review.command("show", cls=Command, epilog=EPILOG)(show)
review.command("letter", cls=Command, epilog=EPILOG)(letter)
review.command("ledger", cls=Command, epilog=EPILOG)(ledger)
review.command("overdue", cls=Command, epilog=EPILOG)(overdue)
