"""One story in six versions, and each version in every format: made by hand or by the format's own tool."""

import csv
import datetime as dt
import html
import io
import json
import textwrap
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from tests.loaders.pdf_making import LEADING, Put, lines, make_pdf


@dataclass(frozen=True)
class Version:
    """A version as its desk knows it."""

    name: str
    source: str
    title: str
    author: str
    published: dt.datetime
    paragraphs: tuple[str, ...]


def _at(hour: int, minute: int = 0, day: int = 4) -> dt.datetime:
    return dt.datetime(2031, 3, day, hour, minute, tzinfo=dt.UTC)


VERSIONS = (
    Version(
        "first",
        "Northgate Wire",
        "Fire destroys grain store in Velden",
        "Ann Lee",
        _at(6, 10),
        (
            "A fire destroyed a grain store in the port of Velden on Monday, and 14 people were hurt, the police said.",
            "About 2,300 tonnes of wheat were lost, said Marten Dykstra, the harbour master.",
            "The store was built in 1962 and belonged to the Velden Growers, a cooperative of 310 farms.",
            '"We heard a bang and then the roof was gone," said Katherine Lindqvist, who works at the harbour.',
            "The fire brigade sent 60 firefighters and needed six hours to put the fire out.",
        ),
    ),
    Version(
        "second",
        "Northgate Wire",
        "UPDATE 1-Fire destroys grain store in Velden, 17 hurt",
        "Ann Lee",
        _at(11, 30),
        (
            "A fire destroyed a grain store in the port of Velden on Monday, and 17 people were hurt, the police said.",
            "About 2,300 tonnes of wheat were lost, said Marten Dykstra, the harbour master.",
            "The store was built in 1962 and belonged to the Velden Growers, a cooperative of 310 farms.",
            '"We heard a bang and then the roof was gone," said Katherine Lindqvist, who works at the harbour.',
            "The damage comes to about $4.2 million, the cooperative said.",
        ),
    ),
    Version(
        "courier",
        "The Velden Courier",
        "Grain store burns down in harbour",
        "Ruth Abara",
        _at(12),
        (
            "A grain store burned down in the port of Velden on Monday, and 17 people were hurt, according to police.",
            "Some 3,200 tonnes of wheat were lost, said the harbour master, Marten Dykstra.",
            "The store was built in 1926 and belonged to the Velden Growers, a cooperative of 310 farms.",
            '"We heard a bang and then the wall was gone," said Catherine Lindqvist, who works at the harbour.',
            "The fire brigade sent 60 firefighters and needed six hours to put the fire out.",
        ),
    ),
    Version(
        "post",
        "Coast Post",
        "Seventeen hurt as Velden grain store burns",
        "Ivo Banner",
        _at(14, 45),
        (
            "Seventeen people were hurt when a grain store burned down in the port of Velden on Monday, police said.",
            "Marten Dykstra, the harbour master, said that about 2,300 tonnes of wheat were lost.",
            "The fire brigade sent 90 firefighters and needed six hours to put the fire out.",
            "The damage comes to about $2.4 million, the cooperative said.",
            "The Velden Growers, a cooperative of 310 farms, said that all its members were insured.",
        ),
    ),
    Version(
        "gazette",
        "Inland Gazette",
        "Velden harbour fire leaves 17 hurt",
        "Sofia Renner",
        _at(16, 20),
        (
            "A fire in the port of Velden left 17 people hurt on Monday, the police said.",
            "The store, which was built in 1962, belonged to the Velden Growers, a cooperative of 130 farms.",
            "About 2,300 tonnes of wheat were lost, according to Marten Dykstra, the harbour master.",
            "The mayor, Katherine Lindqvist, thanked the fire brigade.",
            "The last fire in the port was on June 12, 2019.",
        ),
    ),
    Version(
        "draft",
        "Harbour Echo",
        "Velden grain store fire: what we know",
        "Pat Rowe",
        _at(18),
        (
            "A fire destroyed a grain store in the port of Velden on Sunday, and 17 people were hurt, the police said.",
            "The fire brigade sent 60 firefighters and needed six hours to put the fire out.",
            "The store was built in 1962 and belonged to the Velden Growers, a cooperative of 310 farms.",
            "The damage comes to about $4.2 million, the cooperative said.",
            "The last fire in the port was on June 21, 2019.",
        ),
    ),
)


def as_text(version: Version) -> bytes:
    head = f"Title: {version.title}\nSource: {version.source}\nAuthor: {version.author}\nPublished: {_iso(version)}"
    return "\n\n".join((head, *version.paragraphs)).encode()


def _iso(version: Version) -> str:
    return version.published.isoformat()


def _marked(version: Version) -> str:
    return "".join(f"<p>{html.escape(text, quote=False)}</p>\n" for text in version.paragraphs)


def as_web_page(version: Version) -> bytes:
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": version.title,
        "datePublished": _iso(version),
        "author": {"@type": "Person", "name": version.author},
        "publisher": {"@type": "Organization", "name": version.source},
    }
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{version.title} | {version.source}</title>"
        f'<script type="application/ld+json">{json.dumps(told)}</script></head><body>'
        "<nav><ul><li><a href=/>Home</a></li><li><a href=/sport>Sport</a></li></ul></nav>"
        f"<main><article><h1>{version.title}</h1>\n{_marked(version)}</article></main>"
        "<footer><p>All rights reserved. <a href=/terms>Terms of use</a></p></footer></body></html>"
    ).encode()


def as_ninjs(version: Version) -> bytes:
    item = {
        "uri": f"urn:story:{version.name}",
        "type": "text",
        "version": "1",
        "versioncreated": _iso(version),
        "firstcreated": _iso(version),
        "headline": version.title,
        "byline": version.author,
        "language": "en",
        "copyrightholder": version.source,
        "body_xhtml": f"<div>{_marked(version)}</div>",
    }
    return json.dumps(item, indent=1).encode()


def as_nitf(version: Version) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<nitf><head><title>' + version.title + "</title><docdata>"
        f'<date.issue norm="{_iso(version)}"/><doc.copyright holder="{version.source}"/></docdata></head><body>'
        f"<body.head><hedline><hl1>{version.title}</hl1></hedline><byline>By {version.author}</byline>"
        f"<distributor>{version.source}</distributor></body.head>"
        f"<body.content>{_marked(version)}</body.content></body></nitf>"
    ).encode()


def as_newsml_g2(version: Version) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" '
        f'guid="urn:story:{version.name}" version="1" standard="NewsML-G2" standardversion="2.33" xml:lang="en">'
        f"<rightsInfo><copyrightHolder><name>{version.source}</name></copyrightHolder></rightsInfo>"
        f'<itemMeta><itemClass qcode="ninat:text"/><provider><name>{version.source}</name></provider>'
        f"<versionCreated>{_iso(version)}</versionCreated><firstCreated>{_iso(version)}</firstCreated></itemMeta>"
        f"<contentMeta><by>{version.author}</by><headline>{version.title}</headline></contentMeta>"
        '<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>'
        f"{_marked(version)}</body></html></inlineXML></contentSet></newsItem>"
    ).encode()


def as_feed(version: Version) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>{version.source}</title><id>urn:feed</id><updated>{_iso(version)}</updated><entry>"
        f"<id>urn:story:{version.name}</id><title>{version.title}</title><author><name>{version.author}</name></author>"
        f"<published>{_iso(version)}</published><updated>{_iso(version)}</updated>"
        f'<content type="html">{html.escape(_marked(version))}</content></entry></feed>'
    ).encode()


def as_markdown(version: Version) -> bytes:
    head = f"title: {version.title}\nsource: {version.source}\nauthor: {version.author}\ndate: {_iso(version)}"
    return f"---\n{head}\n---\n\n# {version.title}\n\n".encode() + "\n\n".join(version.paragraphs).encode()


def as_docx(version: Version) -> bytes:
    import docx

    document = docx.Document()
    document.add_paragraph(version.title, style="Title")
    for line in (f"By {version.author} | {version.source}", f"Published: {_iso(version)}", *version.paragraphs):
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def as_odt(version: Version) -> bytes:
    lines = (f"By {version.author} | {version.source}", f"Published: {_iso(version)}", *version.paragraphs)
    body = "".join(f"<text:p>{html.escape(line, quote=False)}</text:p>" for line in lines)
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content office:version="1.3" '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        f'<text:p text:style-name="Title">{version.title}</text:p>{body}'
        "</office:text></office:body></office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
    return made.getvalue()


def as_rtf(version: Version) -> bytes:
    lines = (
        version.title,
        f"By {version.author} | {version.source}",
        f"Published: {_iso(version)}",
        *version.paragraphs,
    )
    told = "".join(f"{line}\\par\\par\n" for line in lines)
    return f"{{\\rtf1\\ansi\\deff0{{\\fonttbl{{\\f0 Times;}}}}\n{told}}}".encode("ascii")


def as_pdf(version: Version) -> bytes:
    drawn = [Put(72, 760, version.title, 20)]
    below = 720.0
    for text in (f"By {version.author} | {version.source}", f"Published: {_iso(version)}", *version.paragraphs):
        drawn += lines(72, below, *textwrap.wrap(text, 80))
        below -= LEADING * (len(textwrap.wrap(text, 80)) + 1)
    return make_pdf(drawn)


def as_newsml_1(version: Version) -> bytes:
    day = version.published.strftime("%Y%m%dT%H%M%SZ")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<NewsML><NewsItem><Identification><NewsIdentifier>'
        f"<NewsItemId>{version.name}</NewsItemId><RevisionId>1</RevisionId></NewsIdentifier></Identification>"
        f"<NewsManagement><FirstCreated>{day}</FirstCreated><ThisRevisionCreated>{day}</ThisRevisionCreated>"
        f"</NewsManagement><NewsComponent><NewsLines><HeadLine>{version.title}</HeadLine>"
        f"<ByLine>{version.author}</ByLine></NewsLines><AdministrativeMetadata>"
        f'<Provider><Party FormalName="{version.source}"/></Provider></AdministrativeMetadata>'
        f"<ContentItem><DataContent>{_marked(version)}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    ).encode()


def as_table(version: Version) -> bytes:
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(("title", "source", "author", "published", "text"))
    text = "\n\n".join(version.paragraphs)
    writer.writerow((version.title, version.source, version.author, _iso(version), text))
    return made.getvalue().encode()


def as_archive(version: Version) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{version.name}.txt", as_text(version))
    return made.getvalue()


FORMATS: dict[str, tuple[str, Callable[[Version], bytes]]] = {
    "web page": (".html", as_web_page),
    "ninjs": (".json", as_ninjs),
    "NITF": (".xml", as_nitf),
    "NewsML-G2": (".xml", as_newsml_g2),
    "NewsML 1": (".xml", as_newsml_1),
    "feed": (".xml", as_feed),
    "Markdown": (".md", as_markdown),
    "Word": (".docx", as_docx),
    "ODT": (".odt", as_odt),
    "RTF": (".rtf", as_rtf),
    "PDF": (".pdf", as_pdf),
    "table": (".csv", as_table),
    "archive": (".zip", as_archive),
}
"""A suffix for the file, and what makes its bytes, by the name of the format."""
