"""The Jinja2 environment of a Word template: a closed sandbox.

A template may print fields, loop over them, ask if they are there and format them with the
filters below. It can call nothing, compute nothing, load nothing and reach no attribute that is
not a field of the document's dataclass. A field that does not exist is an error, never an empty
place; a field without a value prints as a blank to fill in.
"""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, Undefined, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ledger.figure import Figure
from templates import formats
from templates.charts.chart import Chart
from templates.charts.placing import FILTERS, OutOfText

# Key of the list in a context that collects every printed value, for the check afterwards.
PRINTED = "_printed"

# What a template may ask a loop for, and of a value.
LOOP_FIELDS = frozenset({"index", "index0", "first", "last", "length"})
TEST_NAMES = ("none",)


class ClosedEnvironment(ImmutableSandboxedEnvironment):
    """An allow-list instead of Jinja2's deny-list."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    intercepted_unops = frozenset({"-", "+"})

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Fields of dataclasses and a loop's counters; no methods, nothing of Python's own."""
        del value
        if isinstance(obj, LoopContext):
            return attr in LOOP_FIELDS
        # A figure prints as one value; the rows behind it are for the side file.
        if isinstance(obj, (type, Figure)) or not dataclasses.is_dataclass(obj):
            return False
        kind: Any = type(obj)
        return attr in field_names(kind)

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing is called from a template."""
        del obj
        return False

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Figures are computed by the ledger, with their provenance, never by a template."""
        del context, left, right
        raise SecurityError(f"a template cannot compute ({operator})")

    def call_unop(self, context: Context, operator: str, arg: Any) -> Any:
        """As for `call_binop`."""
        del context, arg
        raise SecurityError(f"a template cannot compute ({operator})")


@cache
def field_names(kind: type) -> frozenset[str]:
    """Return the fields of a dataclass: asked for again with every value that is printed."""
    return frozenset(field.name for field in dataclasses.fields(kind))


def environment(language: str) -> ClosedEnvironment:
    """Return the environment that writes values in `language` ("zh", "es", "en")."""
    env = ClosedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_final(language))
    env.globals.clear()
    env.tests.clear()
    env.tests["none"] = _is_blank
    env.filters.clear()
    for names, write in _writers(language).items():
        for name in names:
            env.filters[name] = write
    env.filters.update(FILTERS)
    return env


def filter_names() -> list[str]:
    """Return the names a template may write behind `|`."""
    return sorted(name for names in _writers("zh") for name in names)


def suits() -> dict[str, tuple[type, ...]]:
    """Return for each filter the types of values it suits; empty: any."""
    money, numbers = (int, Figure), (int, Decimal, Figure)
    by_name = {
        ("yuan", "wan", "thousand", "words"): money,
        ("percent", "number"): numbers,
        ("day", "short", "month"): (date,),
        ("cell", "change"): (Figure,),
        ("blank",): (),
    }
    wanted = {name: types for names, types in by_name.items() for name in names}
    return {name: wanted[names[0]] for names in _writers("zh") for name in names}


def _writers(language: str) -> dict[tuple[str, ...], Callable[[Any], str | None]]:
    """Return the filters, each under an English and a Chinese name."""
    return {
        ("yuan", "元"): _money(lambda fen: formats.yuan(fen, language)),
        ("wan", "万元"): _money(lambda fen: formats.wan(fen, language)),
        ("thousand", "千元"): _money(lambda fen: formats.thousand(fen, language)),
        ("words", "大写"): _money(formats.in_words),
        ("percent", "百分比"): _number(lambda value: formats.percent(value, language)),
        ("number", "数字"): _number(lambda value: formats.number(value, language)),
        ("day", "年月日"): _date(lambda value: formats.day(value, language)),
        ("short", "短日期"): _date(formats.short_day),
        ("month", "月"): _date(lambda value: formats.month(value, language)),
        ("cell", "数值"): lambda value: _figure(value, language, signed=False),
        ("change", "增减"): lambda value: _figure(value, language, signed=True),
        ("blank", "空"): lambda value: None if _plain(value) == "" else _plain(value),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Undefined):
        # Touching it raises, naming the field.
        str(value)
    return value.value if isinstance(value, Figure) else value


def _figure(value: Any, language: str, *, signed: bool) -> str | None:
    if value is None:
        return formats.SHORT_BLANKS[language]
    if not isinstance(value, Figure):
        _plain(value)
        raise TypeError("this filter is for figures of the ledger")
    return formats.cell(value, language, signed=signed)


def _is_blank(value: Any) -> bool:
    return _plain(value) is None


def _money(write: Callable[[int], str]) -> Callable[[Any], str | None]:
    def written(value: Any) -> str | None:
        if isinstance(value, Figure) and value.unit != "fen":
            raise TypeError(f"{value.name} is not an amount of money")
        plain = _plain(value)
        return None if plain is None else write(_of_kind(plain, int))

    return written


def _number(write: Callable[[Decimal], str]) -> Callable[[Any], str | None]:
    def written(value: Any) -> str | None:
        plain = _plain(value)
        return None if plain is None else write(Decimal(_of_kind(plain, (int, Decimal))))

    return written


def _date(write: Callable[[date], str]) -> Callable[[Any], str | None]:
    def written(value: Any) -> str | None:
        plain = _plain(value)
        return None if plain is None else write(_of_kind(plain, date))

    return written


def _of_kind(value: Any, kind: type | tuple[type, ...]) -> Any:
    if isinstance(value, bool) or not isinstance(value, kind):
        raise TypeError(f"this filter does not suit a value of type {type(value).__name__}")
    return value


def _final(language: str) -> Callable[[Context, Any], Any]:
    """Return what turns each printed value into text, and notes it for the check afterwards."""

    @pass_context
    def final(context: Context, value: Any) -> str:
        if type(value) is OutOfText:
            return without_controls(value)
        # Most values are text already, by a filter or from the document's fields.
        text = value if type(value) is str else _text(value, language)
        text = without_controls(text)
        printed = context.get(PRINTED)
        if isinstance(printed, list):
            printed.append(text)
        return text

    return final


def _text(value: Any, language: str) -> str:
    match value:
        case None:
            return formats.BLANKS[language]
        case Figure():
            return formats.figure(value, language)
        case bool():
            raise TypeError("a yes/no value cannot be printed; ask for it with {% if %}")
        case int() | Decimal():
            return str(value)
        case date():
            return formats.day(value, language)
        case Chart():
            return value.title
        case str():
            return str(value)
        case Undefined():
            return str(value)
        case _:
            raise TypeError(f"a {type(value).__name__} cannot be printed in one place")


def without_controls(text: str) -> str:
    """Return `text` as one line that Word can hold.

    Line ends and tabs become blanks; control characters, lone surrogates and marks that turn the
    direction of writing around go.
    """
    if text.isprintable():
        return text
    spaced = " ".join(text.split()) if any(c in text for c in "\n\r\t\v\f") else text
    return "".join(c for c in spaced if not _is_control(c))


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") or character in (
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff"
    )
