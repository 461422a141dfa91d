"""One process that asks a large ledger, and says as JSON what that took; see ledger_scale."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.stopwatch import lap

YEAR_END = date(2025, 12, 31)
DAYS = ((YEAR_END, None), (date(2023, 6, 30), None), (date(2025, 6, 30), date(2026, 3, 1)))
REGISTERS = ("loans", "five-level-class", "maturity", "inspections")

# What all three answer: the balance of each class at the year's end, and what the year brought.
Answer = dict[str, int]


def ours(root: Path) -> dict[str, Any]:
    """Ask for registers and figures."""
    from archive.workspace import open_workspace
    from ledger.book import Book
    from ledger.registers import register
    from ledger.spans import year_of
    from templates.summaries.figures import flow, standing

    book = Book.of(open_workspace(root))
    with lap() as opening:
        view = book.at(YEAR_END)
        list(register(view, REGISTERS[1]).rows[:50])
    slowest = slowest_cpu = 0.0
    for day, known_on in DAYS:
        asked = book.at(day, known_on)
        for name in REGISTERS:
            with lap() as took:
                table = register(asked, name)
                list(table.rows[:50])
            slowest, slowest_cpu = max(slowest, took.wall_s), max(slowest_cpu, took.cpu_s)
    with lap() as same:
        answer = _ours(book.at(YEAR_END))
    with lap() as year:
        view = book.at(YEAR_END)
        figures = [*standing(view, YEAR_END).every(), *flow(view, year_of(YEAR_END)).every()]
    return {
        "opening_s": opening.wall_s,
        "opening_cpu_s": opening.cpu_s,
        "registers": len(REGISTERS),
        "slowest_register_s": slowest,
        "slowest_register_cpu_s": slowest_cpu,
        "year_s": year.wall_s,
        "year_cpu_s": year.cpu_s,
        "figures": len(figures),
        "same_s": same.wall_s,
        "same_cpu_s": same.cpu_s,
        "answer": answer,
        "memory_mb": _memory_mb(),
    }


def texts(root: Path) -> dict[str, Any]:
    """Word every row of the largest register."""
    from archive.workspace import open_workspace
    from ledger.book import Book
    from ledger.registers import register

    table = register(Book.of(open_workspace(root)).at(YEAR_END), "loans")
    with lap() as took:
        rows = len(table.text_rows("zh"))
    return {"rows": rows, "cpu_s": took.cpu_s, "memory_mb": _memory_mb()}


def _ours(view: Any) -> Answer:
    from ledger import indicators
    from ledger.classes import CLASSES

    answer = {code: indicators.class_balance(view, YEAR_END, code).value for code in CLASSES}
    answer["granted"] = indicators.granted_sum(view, 2025).value
    answer["recovered"] = indicators.recovered_sum(view, 2025).value
    answer["interest"] = indicators.interest_due(view, 2025).value
    return {name: int(value or 0) for name, value in answer.items()}


_SQL = """
WITH repaid AS (
    SELECT account_id, sum(principal_fen) AS fen FROM repayment
    WHERE effective_on <= '2025-12-31' AND void = 0 GROUP BY account_id
), graded AS (
    SELECT account_id, class, row_number() OVER (
        PARTITION BY account_id ORDER BY effective_on DESC, id DESC) AS n
    FROM classification WHERE effective_on <= '2025-12-31' AND void = 0
)
SELECT graded.class, sum(loan.amount_fen - coalesce(repaid.fen, 0)) FROM loan
LEFT JOIN repaid ON repaid.account_id = loan.account_id
JOIN graded ON graded.account_id = loan.account_id AND graded.n = 1
WHERE loan.granted_on <= '2025-12-31' AND loan.amount_fen > coalesce(repaid.fen, 0)
GROUP BY graded.class
"""
_SUMS = {
    "granted": "SELECT sum(amount_fen) FROM loan WHERE granted_on",
    "recovered": "SELECT sum(principal_fen) FROM repayment WHERE effective_on",
    "interest": "SELECT sum(due_fen) FROM interest_due WHERE effective_on",
}


def sql(root: Path) -> dict[str, Any]:
    """Answer in the database; corrections and what was known when are left out of account."""
    with lap() as took:
        connection = sqlite3.connect(root / "hudang.db")
        answer: Answer = _none() | dict(connection.execute(_SQL))
        for name, query in _SUMS.items():
            query += " BETWEEN '2025-01-01' AND '2025-12-31'"
            answer[name] = connection.execute(query).fetchone()[0]
    return {
        "answering_s": took.wall_s,
        "cpu_s": took.cpu_s,
        "answer": answer,
        "memory_mb": _memory_mb(),
    }


def pandas(root: Path) -> dict[str, Any]:
    """Answer in data frames; corrections and what was known when are left out of account."""
    import pandas as pd

    connection = sqlite3.connect(root / "hudang.db")
    columns = {
        "loan": "account_id, amount_fen, granted_on",
        "repayment": "account_id, effective_on, principal_fen",
        "classification": "id, account_id, effective_on, class",
        "interest_due": "account_id, effective_on, due_fen",
    }
    with lap() as reading:
        frames = {
            name: pd.read_sql_query(f"SELECT {asked} FROM {name} WHERE void = 0", connection)  # noqa: S608
            for name, asked in columns.items()
        }
    with lap() as answering:
        answer = _framed(frames)
    return {
        "reading_s": reading.wall_s,
        "answering_s": answering.wall_s,
        "cpu_s": reading.cpu_s + answering.cpu_s,
        "answer": answer,
        "memory_mb": _memory_mb(),
    }


def _framed(frames: dict[str, Any]) -> Answer:
    end = YEAR_END.isoformat()
    loans, repayments = frames["loan"], frames["repayment"]
    paid = repayments[repayments.effective_on <= end].groupby("account_id").principal_fen.sum()
    classes = frames["classification"]
    classes = classes[classes.effective_on <= end].sort_values(["effective_on", "id"])
    grade = classes.groupby("account_id")["class"].last()
    loans = loans[loans.granted_on <= end].set_index("account_id")
    loans = loans.assign(owed=loans.amount_fen - paid.reindex(loans.index).fillna(0).astype(int))
    owed = loans[loans.owed > 0].join(grade)
    answer = _none() | {
        str(code): int(fen) for code, fen in owed.groupby("class").owed.sum().items()
    }
    for name, table, column, day in (
        ("granted", "loan", "amount_fen", "granted_on"),
        ("recovered", "repayment", "principal_fen", "effective_on"),
        ("interest", "interest_due", "due_fen", "effective_on"),
    ):
        frame = frames[table]
        answer[name] = int(frame[frame[day].between("2025-01-01", end)][column].sum())
    return answer


def _none() -> Answer:
    from ledger.classes import CLASSES

    return dict.fromkeys(CLASSES, 0)


def _memory_mb() -> float:
    """The most this process held; getrusage would count what its parent held when it began."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise OSError("this system does not say how much memory a process held")


ASKED: dict[str, Callable[[Path], dict[str, Any]]] = {
    "first": ours,
    "then": ours,
    "texts": texts,
    "pandas": pandas,
    "sql": sql,
}

if __name__ == "__main__":
    print(json.dumps(ASKED[sys.argv[1]](Path(sys.argv[2]))))
