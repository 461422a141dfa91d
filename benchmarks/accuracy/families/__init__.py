"""Families of papers, one module each; a new module here is a new family.

A module has a function `write(pen)` and says DOC_TYPE (None for papers of no known type) and, for
papers that are not Chinese, LANGUAGE. Its name is the family's name.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping

from benchmarks.accuracy.pen import Family


def _found() -> dict[str, Family]:
    families = {}
    for name in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        module = importlib.import_module(f"{__name__}.{name}")
        language = getattr(module, "LANGUAGE", "zh")
        families[name] = Family(name, module.DOC_TYPE, language, module.write)
    return families


ALL: Mapping[str, Family] = _found()
