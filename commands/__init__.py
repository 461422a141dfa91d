"""Commands for people, one group a module: each parses arguments, calls a part, words the outcome.

A module lists in `COMMANDS` what it adds to `hudang`. Help texts are worded when a command is made,
so the language is chosen here, before any module of this package is imported.
"""

from commands.language import speak, spoken_language

speak(spoken_language())
