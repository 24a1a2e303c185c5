"""The desk's page: the report's own templates, with what a reviewer needs to decide."""

from discrepancy.review.page.drawn import desk_block, policy, render_desk
from discrepancy.review.page.info import DeskInfo

__all__ = ["DeskInfo", "desk_block", "policy", "render_desk"]
