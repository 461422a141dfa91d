"""In which language the commands speak.

Nothing here may be worded while it is imported: the language is not chosen yet.
"""

from __future__ import annotations

import locale
import os

from extractors.wording import LANGUAGES, let_click_speak, use_language


def spoken_language() -> str:
    """Return the language of the help texts: HUDANG_LANGUAGE, else that of the system."""
    chosen = os.environ.get("HUDANG_LANGUAGE", "")
    if chosen in LANGUAGES:
        return chosen
    system = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    language = (system or locale.getlocale()[0] or "en")[:2].lower()
    return language if language in LANGUAGES else "en"


def speak(language: str) -> None:
    """Word everything that follows in `language`."""
    use_language(language)
    let_click_speak(language)
