"""Small files of each format, made byte by byte in our own words, so that no binary stands in the repository."""

import io
import zipfile

SENTENCE = "At least 12 civilians were killed when a shell hit the bakery in Sarqana, the hospital said."


def pdf(*pages: str, encrypt: bool = False, facts: str = "") -> bytes:
    """Return a PDF with one line of text on each page."""
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(pages)))
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        4: f"<< {facts} >>",
    }
    for n, words in enumerate(pages):
        lines = " T* ".join(f"({line}) Tj" for line in words.split("\n"))
        stream = f"BT /F1 11 Tf 14 TL 40 700 Td {lines} ET" if words else ""
        page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 800] /Resources << /Font << /F1 3 0 R >> >>"
        objects[10 + 2 * n] = f"{page} /Contents {11 + 2 * n} 0 R >>"
        objects[11 + 2 * n] = f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream"
    body = b"%PDF-1.4\n"
    places: dict[int, int] = {}
    for number, content in sorted(objects.items()):
        places[number] = len(body)
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(body)
    table = "xref\n0 1\n0000000000 65535 f \n" + "".join(f"{n} 1\n{p:010} 00000 n \n" for n, p in places.items())
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<00><00>]"
    trailer = f"trailer << /Size 99 /Root 1 0 R /Info 4 0 R {lock if encrypt else ''} >>\nstartxref\n{start}\n%%EOF\n"
    return body + table.encode() + trailer.encode()


def docx(*paragraphs: tuple[str, str], table: list[list[str]] | None = None, facts: str = "") -> bytes:
    """Return a DOCX file of paragraphs, each with the name of its style."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'
        for words, style in paragraphs
    )
    for row in table or []:
        cells = "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row)
        body += f"<w:tr>{cells}</w:tr>"
    markup = f'<w:document xmlns:w="http://schemas.openxmlformats.org/w"><w:body>{body}</w:body></w:document>'
    core = f"<cp:p xmlns:cp='c' xmlns:dc='d' xmlns:dcterms='t'>{facts}</cp:p>"
    return zipped({"word/document.xml": markup, "docProps/core.xml": core})


def zipped(files: dict[str, str | bytes]) -> bytes:
    """Return a zip archive of files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def letter(body: str, subject: str = "Statement on the bakery", kind: str = "plain") -> bytes:
    """Return an e-mail."""
    head = f"From: Press office <press@example.org>\r\nTo: desk@example.net\r\nSubject: {subject}\r\n"
    dated = "Date: Tue, 5 Jul 2016 10:00:00 +0300\r\nMIME-Version: 1.0\r\n"
    return f"{head}{dated}Content-Type: text/{kind}; charset=utf-8\r\n\r\n{body}\r\n".encode()


RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Example Post</title>
<link>https://example.org</link><language>en-gb</language>
<item><title>Shell hits bakery</title><link>https://example.org/a</link>
<pubDate>Tue, 05 Jul 2016 10:00:00 GMT</pubDate>
<description>&lt;p&gt;{SENTENCE}&lt;/p&gt;&lt;p&gt;Nine others were wounded.&lt;/p&gt;</description></item>
<item><title>Mine kills two shepherds</title><link>https://example.org/b</link>
<description>Two shepherds were killed by a mine.</description></item>
</channel></rss>"""

PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Shell hits bakery - The Example Post</title>
<meta property="og:site_name" content="The Example Post">
<link rel="canonical" href="https://example.org/2016/07/05/bakery">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Shell hits bakery",
"datePublished": "2016-07-05T09:00:00Z", "dateModified": "2016-07-06"}}]}}</script></head>
<body><header><nav><a>Home</a><a>World</a></nav><div>16:42 GMT 19 October 2020</div></header>
<article><h1>Shell hits bakery</h1><p class="by">By Ann Writer</p>
<figure><img src="x"><figcaption>The bakery in March, when 3 people died there.</figcaption></figure>
<p>{SENTENCE}</p>
<p>The shell fell in the morning, when some two hundred people were standing in line for bread, and the roof of the
building came down on them, according to a baker who was pulled out of the rubble.</p>
<ul><li>9 men were killed at the counter</li><li>3 women died in the hospital</li></ul>
<p>The army did not comment. It has denied before that its guns fire at the town, and it has said that it looks into
each allegation that it receives from the people who live there.</p></article>
<aside><h3>Related</h3><a>Car bomb kills 30 in the capital</a></aside>
<section class="comments"><h3>Comments</h3>
<p>They killed 500 people last week, and you do not report that!</p></section>
<footer>© 2020 The Example Post. All rights reserved.</footer></body></html>"""
