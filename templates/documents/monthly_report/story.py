"""The sentences of a monthly report: chosen by the facts, each number a figure of the ledger."""

from __future__ import annotations

from ledger.figure import Figure
from templates.derived import Derived, difference, less
from templates.documents.monthly_report.facts import MonthFacts, Part
from templates.saying import Say
from templates.sentence import Sentence

# How many officers a sentence names.
NAMED = 3

Said = tuple[Sentence, ...]


class Story:
    """Words one month."""

    def __init__(self, facts: MonthFacts) -> None:
        self.facts = facts
        self.say = Say("zh")

    def overview(self) -> Said:
        """How the loans stand at the month's end, beside the end of the month before."""
        say, now, before = self.say, self.facts.now, self.facts.before
        said = [
            say(
                "{day}，贷款余额{balance}、{count:笔}，{change}。",
                day=self.facts.as_of,
                balance=now["outstanding_balance"],
                count=now["outstanding_count"],
                change=self._change(now["outstanding_balance"], before["outstanding_balance"]),
            ),
            say(
                "逾期贷款{overdue}，逾期率{ratio}，{change}；不良贷款{bad}，不良贷款率{bad_ratio}，"
                "{bad_change}。",
                overdue=now["overdue_balance"],
                ratio=now["overdue_ratio"],
                change=self._change(now["overdue_balance"], before["overdue_balance"]),
                bad=now["npl_balance"],
                bad_ratio=now["npl_ratio"],
                bad_change=self._change(now["npl_balance"], before["npl_balance"]),
            ),
        ]
        arrears, then = now["arrears_interest"], before["arrears_interest"]
        if arrears.value is not None:
            said.append(
                say(
                    "欠息{arrears}，{change}。", arrears=arrears, change=self._change(arrears, then)
                )
            )
        return tuple(said)

    def _change(self, now: Figure, before: Figure) -> Sentence:
        moved = difference(now, before)
        if moved.value is None:
            return self.say("上月末数据缺失，不作比较")
        if not moved.value:
            return self.say("与上月末持平")
        words = "较上月末增加{moved:~}" if moved.value > 0 else "较上月末减少{moved:~}"
        return self.say(words, moved=moved)

    def inspections(self) -> Said:
        """What was to be inspected, what was done, who missed most."""
        say, facts = self.say, self.facts
        if not facts.due.value:
            return (say("本月没有到期应做的贷后检查。"),)
        said = [
            say(
                "本月应做贷后检查{due:次}，按期完成{done:次}，完成率{rate}。",
                due=facts.due,
                done=facts.done,
                rate=facts.rate,
            )
        ]
        missed = less(facts.due, facts.done)
        if missed.value:
            said.append(self._missed(missed))
        else:
            said.append(say("本月到期的检查都已按期完成。"))
        if facts.late_count.value:
            said.append(
                say(
                    "另外，截至{day}，按检查周期还有{late:笔}贷款超过应检查日，台账中没有检查记录。",
                    day=facts.as_of,
                    late=facts.late_count,
                )
            )
        return tuple(said)

    def _missed(self, missed: Figure) -> Sentence:
        """How many were missed, and by whom most."""
        say = self.say
        names = [one for one in self.facts.officers if _missed(one).value][:NAMED]
        text = say("未按期完成{missed:次}", missed=missed)
        if names:
            listed = say.listed(
                say("{who}{count:次}", who=one.name, count=_missed(one)) for one in names
            )
            text = say("{text}，其中{listed}", text=text, listed=listed)
        return say("{text}。未按期的原因：{blank}。", text=text)

    def overdue(self) -> Said:
        """What became overdue, what is not any more, how often somebody asked for payment."""
        say, facts = self.say, self.facts
        said = []
        if facts.new_overdue_count.value:
            said.append(
                say(
                    "本月新增逾期贷款{count:笔}、{sum}。",
                    count=facts.new_overdue_count,
                    sum=facts.new_overdue_sum,
                )
            )
        else:
            said.append(say("本月没有新增逾期贷款。"))
        if facts.cured_count.value:
            said.append(
                say(
                    "上月末逾期的贷款中，{count:笔}、{sum}已不再逾期。",
                    count=facts.cured_count,
                    sum=facts.cured_sum,
                )
            )
        if facts.contacts.value:
            said.append(say("本月登记催收{count:次}。", count=facts.contacts))
        elif facts.now["overdue_balance"].value:
            said.append(say("本月台账没有催收登记。"))
        return tuple(said)

    def classes(self) -> Said:
        """Which way the classes moved."""
        say, facts = self.say, self.facts
        down, up = facts.downgraded, facts.upgraded
        if not down.value and not up.value:
            return (say("本月没有贷款分类调整。"),)
        parts = []
        if down.value:
            parts.append(say("分类下调{down}", down=down))
        if up.value:
            parts.append(say("分类上调{up}", up=up))
        return (say("本月{parts}。", parts=say.joined(parts, "，")),)

    def warned(self) -> Said:
        """Warnings and notices."""
        say, facts = self.say, self.facts
        said = [
            say(
                "本月发起风险预警{raised:件}，解除{released:件}，月末未解除{open:件}。",
                raised=facts.raised,
                released=facts.released,
                open=facts.open_warnings,
            )
        ]
        if facts.notices_open.value:
            said.append(
                say(
                    "限期整改未销号{open:件}，其中逾期未改{late:件}。",
                    open=facts.notices_open,
                    late=facts.notices_overdue,
                )
            )
        return tuple(said)

    def maturities(self) -> Said:
        """What fell due in the month, and what became of it."""
        say, facts = self.say, self.facts
        if not facts.maturing.value:
            return (say("本月没有到期贷款。"),)
        said = [
            say(
                "本月到期贷款本金{due}，收回{recovered}，到期收回率{rate}。",
                due=facts.maturing,
                recovered=facts.recovered,
                rate=facts.recovery_rate,
            )
        ]
        parts = []
        if facts.extended.value:
            parts.append(say("展期{extended}", extended=facts.extended))
        if facts.refinanced.value:
            parts.append(say("借新还旧{refinanced}", refinanced=facts.refinanced))
        if parts:
            said.append(say("{parts}。", parts=say.joined(parts, "，")))
        return tuple(said)

    def work(self) -> Said:
        """What the next month asks for; a measure stands there only for what the facts show."""
        say, facts = self.say, self.facts
        said = []
        if facts.next_due_count.value:
            said.append(
                say(
                    "到期贷款{count:笔}、{sum}：逐笔送达提示函，明确收回、展期或清收意见，责任到人。",
                    count=facts.next_due_count,
                    sum=facts.next_due_sum,
                )
            )
        if facts.next_visits.value:
            said.append(
                say("应做贷后检查{count:次}：按期到户，当月检查当月报告。", count=facts.next_visits)
            )
        if facts.late_count.value:
            said.append(
                say(
                    "对{count:笔}超过应检查日的贷款，由管户经理于{blank}前补做检查。",
                    count=facts.late_count,
                )
            )
        if facts.new_overdue_count.value:
            said.append(
                say(
                    "对新增逾期{count:笔}逐笔分析原因，落实责任人和清收措施。",
                    count=facts.new_overdue_count,
                )
            )
        if facts.open_warnings.value:
            said.append(
                say("对未解除的{count:件}预警按环节办理，落实处置措施。", count=facts.open_warnings)
            )
        if facts.notices_open.value:
            said.append(say("对未销号的{count:件}整改事项督促到期完成。", count=facts.notices_open))
        said.append(say("其他工作：{blank}。"))
        return tuple(said)


def _missed(one: Part) -> Derived:
    return less(one.due, one.done)
