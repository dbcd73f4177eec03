"""Licences of data: what each allows in a line, and where its text is.

The licence covers what the publisher of the release made: the selection, the
readings, the matching. The words of a passage are its publisher's, quoted.
"""

from dataclasses import dataclass

_CC = "https://creativecommons.org/licenses"


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its SPDX identifier, its title, where its text is, and what it asks in a sentence."""

    id: str
    title: str
    url: str
    asks: str


_ATTRIBUTION = "You may share and adapt the tables if you name the publisher and say what you changed."
LICENCES = {
    each.id: each
    for each in (
        Licence("CC0-1.0", "Creative Commons Zero 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/",
                "You may use the tables for anything; the publisher gives up its rights in them."),
        Licence("CC-BY-4.0", "Creative Commons Attribution 4.0 International", f"{_CC}/by/4.0/", _ATTRIBUTION),
        Licence("CC-BY-SA-4.0", "Creative Commons Attribution-ShareAlike 4.0 International", f"{_CC}/by-sa/4.0/",
                f"{_ATTRIBUTION} What you make of them carries the same licence."),
        Licence("CC-BY-NC-4.0", "Creative Commons Attribution-NonCommercial 4.0 International", f"{_CC}/by-nc/4.0/",
                f"{_ATTRIBUTION} Not for commercial use."),
        Licence("CC-BY-NC-SA-4.0", "Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International",
                f"{_CC}/by-nc-sa/4.0/",
                f"{_ATTRIBUTION} Not for commercial use; what you make of them carries the same licence."),
        Licence("CC-BY-ND-4.0", "Creative Commons Attribution-NoDerivatives 4.0 International", f"{_CC}/by-nd/4.0/",
                "You may share the tables unchanged if you name the publisher."),
        Licence("ODbL-1.0", "Open Data Commons Open Database License 1.0",
                "https://opendatacommons.org/licenses/odbl/1-0/",
                "You may share and adapt the tables if you name the publisher and share what you make of them alike."),
        Licence("ODC-By-1.0", "Open Data Commons Attribution License 1.0",
                "https://opendatacommons.org/licenses/by/1-0/", _ATTRIBUTION),
        Licence("PDDL-1.0", "Open Data Commons Public Domain Dedication and License 1.0",
                "https://opendatacommons.org/licenses/pddl/1-0/",
                "You may use the tables for anything; the publisher gives up its rights in them."),
    )
}  # fmt: skip

_QUOTED = """\
The passages are quotations from reports. The words are those of the reports'
publishers, and no licence of this release covers them; the table of reports
names each report's own licence where it states one.
"""


def licence_text(licence: str | None) -> str:
    """Return what stands in `LICENSE.txt`; raises `KeyError` for a licence that is not in `LICENCES`."""
    if licence is None:
        return f"No licence is granted for this release: ask its publisher.\n\n{_QUOTED}"
    known = LICENCES[licence]
    return f"The tables of this release are under {known.title}\n({known.id}): {known.url}\n\n{known.asks}\n\n{_QUOTED}"
