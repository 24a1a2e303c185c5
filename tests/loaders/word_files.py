"""Word files made for tests: by python-docx, or from the XML of their parts where it can not write what is shown."""

import zipfile

from tests.loaders import archived

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_NAMES = (
    f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def zipped(members: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file of these members, in this order."""
    return archived.zipped(members.items(), method)


def word_parts(body: str, **parts: str) -> dict[str, bytes | str]:
    """The members of a Word file: the XML in its body, and in other parts by their names (``footnotes``)."""
    beside = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}{name}" Target="{name}.xml"/>'
        for number, name in enumerate(parts, start=1)
    )
    rels = f'<Relationships xmlns="{_PACKAGE}relationships">{{}}</Relationships>'
    main = f'<Relationship Id="rId1" Type="{_OFFICE}officeDocument" Target="word/document.xml"/>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}content-types"/>',
        "_rels/.rels": rels.format(main),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": rels.format(beside),
        **{f"word/{name}.xml": f"<w:{name} {_NAMES}>{inner}</w:{name}>" for name, inner in parts.items()},
    }


def word_file(body: str, **parts: str) -> bytes:
    """A Word file; see :func:`word_parts`."""
    return zipped(word_parts(body, **parts))


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", mark: str = "") -> str:
    """A paragraph of runs; what is no markup yet becomes one."""
    inner = "".join(each if each.startswith("<") else run(each) for each in runs)
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}<w:rPr>{mark}</w:rPr></w:pPr>{inner}</w:p>"


def change(kind: str, text: str, day: str = "2026-03-04") -> str:
    """A tracked change around a run: ``ins``, ``del``, ``moveFrom``, ``moveTo``."""
    inner = run(text).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ") if kind == "del" else run(text)
    return f'<w:{kind} w:id="1" w:author="Sub" w:date="{day}T09:00:00Z">{inner}</w:{kind}>'
