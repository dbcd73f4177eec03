"""An e-mail as a report: its subject, its words and the day it was sent.

Monitors and ministries send statements by mail, and the header's date is the
best date that any report has. Attachments are files of their own.
"""

import email
import email.policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from untold.codebook.errors import UnreadableReport
from untold.reports.content import Content
from untold.reports.decoding import decode
from untold.reports.report import DateCandidate
from untold.reports.web_page import read_markup
from untold.reports.zoning import below_title, zones_of

_REMEDY = "open it in a mail program and save its text"


def read_letter(origin: str, content: bytes, charset: str | None) -> tuple[Content, ...]:  # noqa: ARG001 - as every reader
    """Return the content of an e-mail: the subject as its title, then the text, plain if it has one.

    Raises `UnreadableReport` for a letter that is broken or has no text of its own.
    """
    try:
        letter = email.message_from_bytes(content, policy=email.policy.default)
        subject = " ".join(str(letter.get("Subject") or "").split())
        body = _body(origin, letter)
        dates = _sent(letter)
    except (RecursionError, MessageError, LookupError, ValueError, AttributeError, TypeError, IndexError):
        raise UnreadableReport(origin, "is a broken e-mail", _REMEDY) from None
    lead = f"{subject}\n\n" if subject else ""
    zones = body.zones if body.zones is not None else zones_of(body.text)
    return (
        Content(
            lead + body.text, "message/rfc822", title=subject or None, dates=dates, zones=below_title(len(lead), zones)
        ),
    )


def _body(origin: str, letter: EmailMessage) -> Content:
    part = letter.get_body(preferencelist=("plain", "html"))
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes) or not payload.strip():
        raise UnreadableReport(origin, "is an e-mail without text", "save its attachments and give these")
    text = decode(origin, payload, part.get_content_charset())
    return read_markup(origin, text) if part.get_content_subtype() == "html" else Content(text, "text/plain")


def _sent(letter: EmailMessage) -> tuple[DateCandidate, ...]:
    written = str(letter.get("Date") or "")
    try:
        day = parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ()
    return (DateCandidate("published", day, None, "the letter's Date header says so"),)
