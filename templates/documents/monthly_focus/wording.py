"""The sentences of the focus of a month: what is said is decided by the figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ledger.figure import Figure
from templates.documents.monthly_focus import words_es, words_zh
from templates.documents.monthly_focus.lines import TaskLine
from templates.planning.outlook import Outlook
from templates.planning.story import Said, Story, numbered
from templates.sentence import Sentence

_WORDS = {"zh": words_zh.WORDS, "es": words_es.WORDS}
# Months in which the classes of the quarter before are decided.
_AFTER_QUARTER = (1, 4, 7, 10)


class FocusStory(Story):
    """What one month asks for."""

    def __init__(
        self,
        outlook: Outlook,
        language: str,
        office: Mapping[str, Figure],
        following: tuple[Figure, Figure],
        officers: Sequence[TaskLine],
    ) -> None:
        super().__init__(outlook, language, _WORDS[language])
        self.office, self.following, self.officers = office, following, officers

    def stands(self) -> Said:
        """Where the office stands on the eve of the month."""
        return self.situation()[:1]

    def tasks(self) -> Said:
        """The month's work, first things first; where there is none of a kind, that is said."""
        found = [
            self._due(),
            self._next(),
            self._overdue(),
            self._bad(),
            self._inspections(),
            self._if_any("rectifications") or self.of("f_no_rectifications"),
            self._if_any("warnings") or self.of("f_no_warnings"),
        ]
        if late := self._if_any("late"):
            found.append(self.run(late, self._most_late()))
        if self.o.span.first.month in _AFTER_QUARTER:
            found.append(self.of("f_quarter"))
        found.append(self.of("f_other"))
        return numbered(found, self.language)

    def _if_any(self, name: str) -> Sentence | None:
        figure = self.office[name]
        return self.of(f"f_{name}", count=figure) if figure.value else None

    def _due(self) -> Sentence:
        count, total = self.office["due"], self.office["due_sum"]
        if not count.value:
            return self.of("f_no_due", count=count)
        said = self.of("f_due", count=count, sum=total)
        most = max(self.officers, key=lambda one: int(one.due_sum.value or 0), default=None)
        if most is None or len(self.officers) < 2 or not most.due_sum.value:
            return self.run(said, self.of("f_due_ways"))
        person = self.of("f_due_most", officer=most.name, sum=most.due_sum)
        return self.run(said, person, self.of("f_due_ways"))

    def _next(self) -> Sentence:
        count, total = self.following
        return self.of("f_next" if count.value else "f_no_next", count=count, sum=total)

    def _overdue(self) -> Sentence:
        office = self.office
        if not office["overdue"].value and not office["arrears"].value:
            return self.of("f_no_overdue", count=office["overdue"])
        said = self.of(
            "f_overdue",
            count=office["overdue"],
            sum=office["overdue_sum"],
            arrears=office["arrears"],
            owed=office["arrears_sum"],
        )
        most = max(self.officers, key=lambda one: int(one.overdue_sum.value or 0), default=None)
        if most is None or len(self.officers) < 2 or not most.overdue_sum.value:
            return self.run(said, self.of("f_overdue_how"))
        person = self.of("f_overdue_most", officer=most.name, sum=most.overdue_sum)
        return self.run(said, person, self.of("f_overdue_how"))

    def _bad(self) -> Sentence:
        count, total = self.office["bad"], self.office["bad_sum"]
        return self.of("f_bad" if count.value else "f_no_bad", count=count, sum=total)

    def _inspections(self) -> Sentence:
        count = self.office["inspections"]
        return self.of("f_inspections" if count.value else "f_no_inspections", count=count)

    def _most_late(self) -> Sentence | None:
        most = max(self.officers, key=lambda one: int(one.late.value or 0), default=None)
        if most is None or not most.late.value:
            return None
        return self.of("f_late_most", officer=most.name, count=most.late)

    def due_note(self, listed: int) -> Sentence:
        """What stands above the list of loans that fall due."""
        if listed < int(self.office["due"].value or 0):
            return self.of("f_list_part", count=self.office["due"])
        return self.of("f_list" if listed else "f_list_none", count=self.office["due"])

    def asked(self) -> Said:
        """What is asked of everybody."""
        return (self.of("f_reply"),)
