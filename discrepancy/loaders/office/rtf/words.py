"""Control words of Rich Text that stand for characters, and those whose groups are no text of the article."""

from __future__ import annotations

__all__ = ["CHARACTERS", "NO_TEXT", "PARAGRAPH_ENDS", "SYMBOLS"]

# Source: Rich Text Format Specification 1.9.1 (Microsoft), "Special Characters" and "Destinations".
PARAGRAPH_ENDS = frozenset("par sect page column".split())
CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "softline": "\n",
    "lbr": "\n",
    "emdash": "\u2014",
    "endash": "\u2013",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "\u2022",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "zwj": "\u200d",
    "zwnj": "\u200c",
}
SYMBOLS = {"~": "\u00a0", "_": "\u2011", "-": "", "{": "{", "}": "}", "\\": "\\"}
NO_TEXT = frozenset(
    "aftnsep aftnsepc aftncn ftnsep ftnsepc ftncn colortbl filetbl revtbl listtable listoverridetable rsidtbl "
    "generator header headerl headerr headerf footer footerl footerr footerf pict object objdata objclass objname "
    "fldinst datafield formfield ffname ffdeftext ffhelptext ffstattext bkmkstart bkmkend xe rxe txe tc tcn "
    "nonshppict shprslt sp listtext pntext pn pnseclvl pntxta pntxtb nonesttables private template themedata "
    "colorschememapping latentstyles datastore fontemb fontfile panose falt fname comment atnid atndate atnref "
    "atrfstart atrfend atnicn atntime atnparent background docvar userprops xmlnstbl mmathPr wgrffmtfilter "
    "passwordhash company manager category operator doccomm hlinkbase subject creatim revtim printim buptim "
    "htmltag mhtmltag".split()
)
"""Groups whose text is not shown in the article: tables of the header, pictures, codes of fields, running heads."""
