"""A DOCX file as a report: its paragraphs and tables, in order.

The file is a zip of XML, and both are old ways to fill a machine's memory: the
sizes are checked before anything is unpacked, and the XML is read as a stream
that keeps no tree and allows no entities.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml import sax
from defusedxml.common import DefusedXmlException

from untold.codebook.errors import UnreadableReport
from untold.reports.content import Content
from untold.reports.furniture import Mark, frame_of
from untold.reports.page_dates import iso_date
from untold.reports.paragraphs import Paragraph
from untold.reports.report import DateCandidate, DateKind, Zone, ZoneKind
from untold.reports.zoning import covering, kinds_of

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BODY = "word/document.xml"
_FACTS = "docProps/core.xml"
_MOST_UNPACKED = 60_000_000
_MOST_FILES = 5000
_REMEDY = "open it in a word processor and save it again"


class _Body(ContentHandler):
    """Collects the paragraphs of word/document.xml, each with the name of its style."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[tuple[str, str]] = []
        self._pieces: list[str] = []
        self._style = ""
        self._in_text = False
        self._cells: list[str] | None = None

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802 - the parser's own name
        if name == "w:t":
            self._in_text = True
        elif name in ("w:tab", "w:br", "w:cr"):
            self._pieces.append(" ")
        elif name == "w:pStyle":
            self._style = str(attrs.get("w:val", ""))
        elif name == "w:tr":
            self._cells = []

    def characters(self, content: str) -> None:
        if self._in_text:
            self._pieces.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802 - the parser's own name
        if name == "w:t":
            self._in_text = False
        elif name == "w:p":
            self._end_paragraph()
        elif name == "w:tr" and self._cells is not None:
            self.paragraphs.append(("\t".join(self._cells), "table"))
            self._cells = None

    def _end_paragraph(self) -> None:
        words = " ".join("".join(self._pieces).split(" ")).strip()
        if self._cells is not None:
            self._cells.append(words)
        elif words:
            self.paragraphs.append((words, self._style))
        self._pieces.clear()
        self._style = ""


class _Facts(ContentHandler):
    """Collects what docProps/core.xml says of the file."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self._name = ""

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802, ARG002 - the parser's own names
        self._name = name

    def characters(self, content: str) -> None:
        if self._name:
            self.said[self._name] = self.said.get(self._name, "") + content

    def endElement(self, name: str) -> None:  # noqa: N802, ARG002 - the parser's own names
        self._name = ""


def read_word(origin: str, content: bytes, charset: str | None) -> tuple[Content, ...]:  # noqa: ARG001 - as every reader
    """Return the content of a DOCX file: a line for each paragraph and each row of a table.

    Raises `UnreadableReport` for a file that is broken, locked, empty, or unpacks to more than 60 MB.
    """
    body, facts = _Body(), _Facts()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_sizes(origin, archive)
            _parse(archive.read(_BODY), body)
            if _FACTS in archive.namelist():
                _parse(archive.read(_FACTS), facts)
    except KeyError:
        raise UnreadableReport(origin, f"holds no {_BODY}", _REMEDY) from None
    except DefusedXmlException:
        raise UnreadableReport(origin, "declares entities of its own", _REMEDY) from None
    except (
        zipfile.BadZipFile,
        SAXException,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
    ):
        raise UnreadableReport(origin, "is a broken or locked DOCX file", _REMEDY) from None
    kept = [(words, style) for words, style in body.paragraphs if words.strip()]
    if not kept:
        raise UnreadableReport(origin, "holds no text", "run its pictures through text recognition (OCR) first")
    return (_content(kept, facts.said),)


def _check_sizes(origin: str, archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos if info.filename in (_BODY, _FACTS))
    if len(infos) > _MOST_FILES or unpacked > _MOST_UNPACKED:
        why = f"unpacks to {unpacked / 1_000_000:,.0f} MB in {len(infos):,} files"
        raise UnreadableReport(origin, why, "open it in a word processor and save its text")


def _parse(markup: bytes, handler: ContentHandler) -> None:
    sax.parseString(markup, handler, forbid_dtd=True)


def _content(kept: list[tuple[str, str]], said: dict[str, str]) -> Content:
    text = "\n\n".join(words for words, _ in kept)
    return Content(
        text,
        _MEDIA_TYPE,
        title=" ".join(said.get("dc:title", "").split()) or None,
        language=said.get("dc:language", "")[:2].lower() or None,
        dates=tuple(_dates(said)),
        zones=_zones(text, kept),
    )


def _zones(text: str, kept: list[tuple[str, str]]) -> tuple[Zone, ...]:
    """Return the zones, with the title and the captions where the styles say so."""
    spans: list[Paragraph] = []
    start = 0
    for words, _ in kept:
        spans.append(Paragraph(start, start + len(words)))
        start += len(words) + 2
    kinds = (
        _body_kinds([words for words, _ in kept])
        if any(_is_title(style) for _, style in kept)
        else kinds_of(text, spans)
    )
    for n, (_, style) in enumerate(kept):
        kinds[n] = _by_style(style) or kinds[n]
    if "lede" not in kinds and "title" in kinds and "body" in kinds:
        kinds[kinds.index("body")] = "lede"
    return covering(text, spans, kinds)


def _body_kinds(words: list[str]) -> list[ZoneKind]:
    frame = frame_of(words)
    sure = (Mark.MENU, Mark.DATE, Mark.TAGS, Mark.COMMENTS, Mark.BOILERPLATE)
    return ["furniture" if frame.mark(paragraph) in sure else "body" for paragraph in words]


def _is_title(style: str) -> bool:
    return style.lower() == "title"


def _by_style(style: str) -> ZoneKind | None:
    if _is_title(style):
        return "title"
    if style.lower() == "caption":
        return "caption"
    return "body" if style == "table" else None


def _dates(said: dict[str, str]) -> Iterator[DateCandidate]:
    kind: DateKind = "modified"
    for name, what in (("dcterms:created", "made"), ("dcterms:modified", "last changed")):
        value = iso_date(said.get(name, ""))
        if value:
            yield DateCandidate(kind, value, None, f"the file was {what} then, which may be long after publication")
