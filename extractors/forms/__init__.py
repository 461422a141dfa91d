"""Every type of paper, one module each; a new module here is a new type."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from types import MappingProxyType

from extractors.form import DocType


def _declared() -> Mapping[str, DocType]:
    types: dict[str, DocType] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        declared = importlib.import_module(f"{__name__}.{module}").TYPES
        for one in declared:
            if one.name in types:
                raise ValueError(f"document type {one.name} is declared twice")
            types[one.name] = one
    return MappingProxyType(types)


ALL: Mapping[str, DocType] = _declared()


def doc_type(name: str) -> DocType:
    """Return the type called `name`. Raises KeyError for a name no module declares."""
    return ALL[name]
