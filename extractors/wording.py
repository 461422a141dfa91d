"""What the program says to people, in their language: gettext with the trade's own words.

Messages are written in English in the code, marked with `_`, and translated when they are shown.
"""

from __future__ import annotations

import gettext as _gettext
import os
from contextvars import ContextVar
from pathlib import Path

CATALOGUES = Path(__file__).resolve().parent.parent / "translations"

# The language a person chose, and the catalogue directory that carries it.
LANGUAGES = {"en": "en", "zh": "zh_CN", "es": "es"}

_spoken: ContextVar[_gettext.NullTranslations | None] = ContextVar("spoken", default=None)

_chosen: ContextVar[str] = ContextVar("chosen", default="en")


def use_language(language: str) -> None:
    """Speak `language` ("zh", "es" or "en") in this thread and what it starts with its context."""
    catalogue = LANGUAGES.get(language, language)
    _spoken.set(_gettext.translation("hudang", CATALOGUES, [catalogue], fallback=True))
    _chosen.set(language)


def let_click_speak(language: str) -> None:
    """Let the command line library's own words ("Usage", "No such option") be in `language` too.

    It asks the standard gettext, which goes by the environment: for the whole process, so this is
    for the command line only.
    """
    os.environ["LANGUAGE"] = LANGUAGES.get(language, language)
    _gettext.bindtextdomain("messages", CATALOGUES)


def language_in_use() -> str:
    """Return what `use_language` was last given here; "en" where nothing was chosen."""
    return _chosen.get()


def _(message: str) -> str:
    """Return `message` in the language in use; English where none was chosen."""
    spoken = _spoken.get()
    return spoken.gettext(message) if spoken else message


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form that suits `count`, in the language in use."""
    spoken = _spoken.get()
    if spoken:
        return spoken.ngettext(singular, plural, count)
    return singular if count == 1 else plural


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark `message` for the catalogues without translating it yet."""
    return message
