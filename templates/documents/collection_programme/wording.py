"""The sentences of the collection programme: what is said is decided by the figures."""

from __future__ import annotations

from templates.derived import share
from templates.documents.collection_programme.lines import Pressing
from templates.documents.collection_programme.words_zh import WORDS
from templates.planning.outlook import Outlook
from templates.planning.story import Said, Story, numbered
from templates.sentence import Sentence


class ProgrammeStory(Story):
    """What a year's collection is about."""

    def __init__(self, outlook: Outlook, pressing: Pressing) -> None:
        super().__init__(outlook, "zh", WORDS)
        self._pressing = pressing

    def scope(self) -> Said:
        """Which loans are collected."""
        now = self.o.now
        if not now["npl_balance"].value:
            return (self.of("c_none", bad=now["npl_balance"], overdue=now["overdue_balance"]),)
        first = self.of(
            "c_scope", count=now["npl_count"], bad=now["npl_balance"], ratio=now["npl_ratio"]
        )
        where = self._where_bad()
        came = self.of(
            "c_came" if now["new_npl_count"].value else "c_none_came",
            count=now["new_npl_count"],
            sum=now["new_npl_sum"],
        )
        also = None
        if now["overdue_balance"].value:
            also = self.of("c_overdue", sum=now["overdue_balance"])
        return (self.run(first, where), self.run(came, also))

    def aims_of_year(self) -> Said:
        """What is set, against what came in last year; how likely each part comes in."""
        done, goal = self.o.now["npl_recovered_sum"], self.o.goals.bad_collected
        whole = self.o.now["npl_balance"]
        of_office = "_office" if "npl_recovered_sum" in self.o.goals.office else ""
        if goal.value is None:
            aim = self.of("c_aim_blank", done=done)
        elif whole.value:
            aim = self.of(f"c_aim{of_office}", goal=goal, part=share(goal, whole), done=done)
        else:
            aim = self.of(f"c_aim_plain{of_office}", goal=goal, done=done)
        return (aim, *self._grades())

    def _grades(self) -> Said:
        known = {one.code: one for one in self.o.grades if one.count.value}
        said = [
            self.of(f"c_grade_{code}", count=one.count, sum=one.balance)
            for code, one in known.items()
            if code != "unstated"
        ]
        rest = known.get("unstated")
        if rest:
            key = "c_grades_rest" if said else "c_grades_none"
            said.append(self.of(key, count=rest.count, sum=rest.balance))
        return tuple(said)

    def squads(self, many: int) -> Sentence:
        """Who collects."""
        return self.of("c_squads" if many else "c_no_squads")

    def pressing(self) -> Said:
        """What cannot wait."""
        found = []
        if self._pressing.lapsing_count.value:
            found.append(
                self.of(
                    "c_lapsing",
                    count=self._pressing.lapsing_count,
                    sum=self._pressing.lapsing_sum,
                )
            )
        if self._pressing.unasked_count.value:
            found.append(
                self.of(
                    "c_unasked",
                    count=self._pressing.unasked_count,
                    sum=self._pressing.unasked_sum,
                )
            )
        court = self.o.work["lawsuits_open"]
        if court.value:
            found.append(self.of("c_court", count=court))
        return tuple(found) or (self.of("c_nothing_pressing"),)

    def ways(self) -> Said:
        """The six ways: those that loans are in, with what is done; the others in a word."""
        found = []
        for one in self.o.categories:
            if one.code == "unstated":
                found.append(self.of("c_unstated", count=one.count, sum=one.balance))
            elif one.count.value:
                found.append(self.of(f"c_{one.code}", count=one.count, sum=one.balance))
        if not any(one.count.value for one in self.o.categories):
            found.append(self.of("c_no_ways"))
        found.append(self.of("c_guard"))
        return numbered(found, "zh")

    def rules(self, known: bool) -> Sentence:
        """What collectors earn."""
        return self.of("c_rules" if known else "c_no_rules")

    def listed(self, many: int) -> Sentence:
        """What stands above the list."""
        count = self.o.now["npl_count"]
        if many < int(count.value or 0):
            return self.of("c_list_part", count=count)
        return self.of("c_list" if many else "c_list_none", count=count)
