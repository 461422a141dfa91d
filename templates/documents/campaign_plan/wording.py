"""The sentences of a campaign's plan: what is said is decided by the facts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.figure import Figure
from templates.documents.campaign_plan.words_zh import WORDS
from templates.planning.story import Said
from templates.saying import Say, Value
from templates.sentence import Sentence

if TYPE_CHECKING:
    from templates.documents.campaign_plan.values import Sums


class CampaignStory:
    """One campaign.

    limit  the highest default rate allowed; spent: what meetings say was spent
    begun  whether it has begun on the day the figures are of
    """

    def __init__(
        self,
        sums: Sums,
        *,
        goal: Figure,
        limit: Figure,
        spent: Figure,
        meetings: Figure,
        begun: bool,
    ) -> None:
        self._sums, self._goal, self._limit = sums, goal, limit
        self._spent, self._meetings, self._begun = spent, meetings, begun
        self._say = Say("zh")

    def of(self, key: str, **values: Value) -> Sentence:
        """Say the words of a key."""
        return self._say(WORDS[key], **values)

    def aims(self, stated: str | None) -> Said:
        """What is to be reached: in words as recorded, in money, as a rate of default."""
        found = [self.of("k_goal", goal=stated)] if stated else []
        if self._goal.value is not None:
            found.append(self.of("k_goal_fen", sum=self._goal))
            listed = self._sums.target
            if listed.value is not None and listed.value != self._goal.value:
                key = "k_listed_more" if listed.value > self._goal.value else "k_listed_less"
                found.append(self.of(key, sum=listed))
        else:
            found.append(self.of("k_no_goal"))
        found.append(self._default())
        return tuple(found)

    def _default(self) -> Sentence:
        now = self._sums.default_percent
        if self._limit.value is None:
            return (
                self.of("k_no_limit", now=now)
                if now.value is not None
                else self.of("k_blank_limit")
            )
        if now.value is None:
            return self.of("k_limit", limit=self._limit)
        key = "k_limit_above" if now.value > self._limit.value else "k_limit_kept"
        return self.of(key, limit=self._limit, now=now)

    def scope(self, day: date) -> Said:
        """Who stands on the list, what came in since."""
        sums = self._sums
        if not sums.count.value:
            return (self.of("k_no_list", count=sums.count),)
        found = [
            self.of("k_list", day=day, count=sums.count, sum=sums.balance, overdue=sums.overdue)
        ]
        if sums.received.value:
            found.append(self.of("k_received", sum=sums.received, contacts=sums.contacts))
        elif self._begun:
            found.append(self.of("k_none_received", sum=sums.received, contacts=sums.contacts))
        if sums.without_officer.value:
            found.append(self.of("k_nobody", count=sums.without_officer))
        return tuple(found)

    def meetings_held(self) -> Said:
        """The weekly meeting, and costs."""
        held = self.of("k_meetings")
        if self._meetings.value:
            held = self.of("k_meetings_held", count=self._meetings)
        if self._spent.value is None:
            return (held, self.of("k_cost"))
        return (held, self.of("k_spent", sum=self._spent))

    def rules(self, known: bool) -> Sentence:
        """What collectors earn."""
        return self.of("k_rules" if known else "k_no_rules")
