"""What every test starts from: the program speaks English, whatever the one before let it do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from commands.language import speak


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """A command speaks the language of its workspace; the next test begins in English."""
    yield
    speak("en")
