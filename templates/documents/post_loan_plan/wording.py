"""The sentences of the post's plan: what is said is decided by the figures."""

from __future__ import annotations

from ledger.figure import Figure
from templates.documents.post_loan_plan.words_zh import WORDS
from templates.planning.outlook import Outlook
from templates.planning.story import Said, Story
from templates.sentence import Sentence


class PostStory(Story):
    """A year of the post-loan post."""

    def __init__(self, outlook: Outlook) -> None:
        super().__init__(outlook, "zh", WORDS)

    def post(self) -> Said:
        """Where things stand and what is left over."""
        stands, moved, left, _guided = self.situation()
        return (stands, moved, left, self.of("l_aim"))

    def reminders(self) -> Said:
        """What falls due, by month; who is reminded."""
        return (self.due()[0], self.of("l_reminders"))

    def classes(self, running: Figure) -> Said:
        """Rounds of classing, what is watched."""
        rounds = self.of("l_rounds", loans=running)
        unclassed = self._if("m_unclassed", self.o.gaps["classed"])
        mention = self.o.classes[1]
        watch = self.of("l_no_mention", count=mention.count)
        if mention.count.value:
            watch = self.of("l_mention", count=mention.count, sum=mention.balance)
        return (self.run(rounds, unclassed), self.run(watch, self._moves()))

    def _moves(self) -> Sentence:
        now = self.o.now
        if now["new_npl_count"].value:
            return self.of("l_fell", count=now["new_npl_count"], sum=now["new_npl_sum"])
        return self.of("l_none_fell", count=now["new_npl_count"])

    def warnings(self) -> Said:
        """Warnings and what is looked at off site."""
        opened = self.o.work["warnings_open"]
        key = "l_warnings_open" if opened.value else "l_no_warnings"
        return (self.run(self.of("l_warnings"), self.of(key, count=opened)), self._large())

    def _large(self) -> Sentence:
        large = next((one for one in self.o.tiers if one.code == "large"), None)
        if large is None or not large.households.value:
            return self.of("l_no_large")
        return self.of("l_large", count=large.households, sum=large.balance)

    def checks(self) -> Said:
        """Sheets of points, notices."""
        return (
            self.run(self.of("l_checks"), self.scores()),
            self.notices() or self.of("l_no_notices"),
        )

    def files(self, households: Figure) -> Said:
        """Files, reconciliation."""
        lacking = self.o.gaps["file"]
        key = "l_files_lack" if lacking.value else "l_files_kept"
        return (
            self.run(self.of("l_files"), self.of(key, count=lacking)),
            self.of("l_reconciled", households=households),
        )

    def quarter(self, number: int) -> str:
        """Return what a quarter is for."""
        return self._words[f"l_q{number}"]
