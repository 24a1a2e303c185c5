"""Short ways to read a page in a test."""

from discrepancy.loaders.layout.page import read_page
from discrepancy.model import BlockRole

TITLE = "Ferry runs aground off Norvik, 60 passengers taken off"
LEAD = "A ferry with 60 passengers ran aground off Norvik on Monday, the coast guard said."
SECOND = 'Nobody was hurt. "We were very lucky," said Petra Lund, who was on board.'
THIRD = "The coast guard said the ferry would be towed to Norvik at high water."
LAST = "The ferry Solveig was built in 1987."


def page(*lines: str) -> str:
    """Paragraphs with an empty line between them."""
    return "\n\n".join(lines)


def article(*middle: str) -> str:
    """A headline and two paragraphs, the lines to be tried, and two more paragraphs."""
    return page(TITLE, LEAD, SECOND, *middle, THIRD, LAST)


def blocks(text: str) -> list[tuple[str, str]]:
    """The role and the text of every block."""
    return [(block.role.value, text[block.start : block.end]) for block in read_page(text).blocks]


def role_of(text: str, words: str) -> str:
    """The role of the block that holds some words."""
    return next(role for role, block in blocks(text) if words in block)


def texts(text: str, role: BlockRole) -> list[str]:
    """The blocks with a role."""
    return [block for found, block in blocks(text) if found == role.value]
