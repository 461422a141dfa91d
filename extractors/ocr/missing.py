"""The one thing about engines that is known without loading any of their libraries."""


class EngineMissing(Exception):
    """The engine that the settings choose is not there; the message says what to do."""
