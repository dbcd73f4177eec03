"""The command line: one command per room, and one edge where errors become one line.

Nobody who reads the news should ever see a traceback. Whatever goes wrong is
said in one line on standard error, with what to do, and in the exit code.
"""

from untold.cli.edge import main

__all__ = ["main"]
