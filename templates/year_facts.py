"""Where NothingToReport was once found."""

from templates.request import NothingToReport

__all__ = ["NothingToReport"]
