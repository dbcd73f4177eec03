"""`untold review`: the belligerent's review of allegations, as a group of commands."""

import typer

from untold.cli.casting import Command, Group
from untold.cli.edge import EPILOG
from untold.cli.review_entering import add, determine, request
from untold.cli.review_importing import import_reports
from untold.cli.review_showing import ledger, list_allegations, overdue, show

review = typer.Typer(
    name="review",
    cls=Group,
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
review.command("ledger", cls=Command, epilog=EPILOG)(ledger)
review.command("overdue", cls=Command, epilog=EPILOG)(overdue)
