"""The sentences of an officer's plan: what is said is decided by the figures."""

from __future__ import annotations

from templates.documents.officer_plan.words_zh import WORDS
from templates.planning.outlook import Outlook
from templates.planning.story import Said, Story, numbered
from templates.sentence import Sentence


class OfficerStory(Story):
    """One officer's year."""

    def __init__(self, outlook: Outlook) -> None:
        super().__init__(outlook, "zh", WORDS)

    def mine(self) -> Said:
        """What he manages, what changed, what he owes from last year."""
        stands, *_rest = self.situation()
        tiers = {one.code: one.households for one in self.o.tiers}
        sizes = self.of("o_tiers", **tiers)
        return (self.run(stands, sizes), self.moved(), self.left_over())

    def due_of_mine(self, listed: int) -> Said:
        """What falls due with him, and how each is dealt with."""
        found = [one for one in self.due() if one.text]
        note = "o_due_listed" if listed >= int(self.o.due_count.value or 0) else "o_due_part"
        return (*found[:-1], found[-1], self.of(note if listed else "o_due_none"))

    def late(self) -> Said:
        """Overdue and bad loans."""
        now = self.o.now
        if not now["overdue_balance"].value and not now["npl_balance"].value:
            return (self.of("o_no_late", overdue=now["overdue_balance"], bad=now["npl_balance"]),)
        said = self.of("o_late", overdue=now["overdue_balance"], bad=now["npl_balance"])
        how = self.of("o_late_bad" if now["npl_balance"].value else "o_late_only")
        plans = self.o.gaps["late_plan"]
        lacking = None
        if now["npl_balance"].value and plans.value:
            lacking = self.of("o_late_plans", count=plans)
        return (self.run(said, how, lacking),)

    def visits_of_mine(self) -> Said:
        """How many visits in the year, and how they are spread."""
        most = max((one.visits.value or 0 for one in self.o.months), default=0)
        busy = next((one for one in self.o.months if most and one.visits.value == most), None)
        said = self.of("visits", visits=self.o.visits)
        if busy:
            month = self.of("visits_most", month=self.month(busy.first), visits=busy.visits)
            said = self.run(said, month)
        if self.o.missed.value:
            rate = self.o.now["inspection_rate"]
            left = self.of("o_missed", missed=self.o.missed, rate=rate)
            return (said, left, self.of("o_visits_how"))
        return (said, self.of("o_visits_how"))

    def daily(self) -> Said:
        """Files, classes, warnings, marketing, learning."""
        files: Sentence | None = None
        if self.o.gaps["file"].value:
            files = self.of("o_files_lack", count=self.o.gaps["file"])
        warnings: Sentence | None = None
        if self.o.work["warnings_open"].value:
            warnings = self.of("o_warnings_open", count=self.o.work["warnings_open"])
        mention = self.o.classes[1]
        watch = self.of("o_no_mention", count=mention.count)
        if mention.count.value:
            watch = self.of("o_mention", count=mention.count, sum=mention.balance)
        return numbered(
            (
                self.run(self.of("o_classes"), watch),
                self.run(self.of("o_warnings"), warnings),
                self.run(self.of("o_files"), files),
                self.of("o_market"),
                self.of("o_learn"),
            ),
            "zh",
        )
