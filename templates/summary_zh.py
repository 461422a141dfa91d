"""The annual summary's sentences in Chinese: which wording stands is decided by the figures."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.figure import Figure
from templates import formats
from templates.sentence import Sentence
from templates.year_facts import Change, YearFacts, share, with_value

_BLANK = formats.BLANK


def _wan(figure: Figure) -> str:
    return f"{formats.cell(figure)}万元"


def _count(figure: Figure, unit: str = "笔") -> str:
    return f"{formats.cell(figure)}{unit}"


def _rate(figure: Figure) -> str:
    return f"{formats.cell(figure)}%"


def _points(changed: Change) -> str:
    """上升0.35个百分点 / 下降… / 持平."""
    if changed.direction == "steady":
        return "持平"
    verb = "上升" if changed.direction == "up" else "下降"
    return f"{verb}{formats.cell(changed.size)}个百分点"


def _moved(changed: Change) -> str:
    """增加12.00万元，增长3.20% / 减少…，下降… / 基本持平."""
    if changed.difference.value == 0:
        return "持平"
    more = (changed.difference.value or 0) > 0
    text = ("增加" if more else "减少") + _wan(changed.size)
    if changed.percent is not None:
        text += f"，{'增长' if more else '下降'}{formats.number(abs(changed.percent), places=2)}%"
    return text


def overview(facts: YearFacts) -> tuple[Sentence, ...]:
    """Scale, quality and one judgement of the two together."""
    now = facts.now
    text = (
        f"截至{formats.day(now.as_of)}，各项贷款结余{_count(now.outstanding_count)}、"
        f"{_wan(now.outstanding_balance)}，涉及农户（客户）{_count(now.household_count, '户')}"
    )
    names = [now.outstanding_count.name, now.outstanding_balance.name, now.household_count.name]
    balance = facts.change("outstanding_balance")
    if balance is not None:
        text += f"；余额比上年末{_moved(balance)}"
        names.append(balance.before.name)
    text += (
        f"。不良贷款{_count(now.npl_count)}、{_wan(now.npl_balance)}，不良率{_rate(now.npl_ratio)}"
    )
    names += [now.npl_count.name, now.npl_balance.name, now.npl_ratio.name]
    ratio = facts.change("npl_ratio")
    if ratio is not None:
        text += f"，比上年末{_points(ratio)}"
        names.append(ratio.before.name)
    found = [Sentence(f"{text}。", tuple(names))]
    if facts.verdict and balance is not None and ratio is not None:
        found.append(Sentence(_verdict(facts, balance), balance.names + ratio.names))
    return tuple(found)


def _verdict(facts: YearFacts, balance: Change) -> str:
    scale = {
        "fast": "贷款规模较快增长",
        "up": "贷款规模稳中有增",
        "steady": "贷款规模基本稳定",
        "down": "贷款规模有所收缩",
    }[balance.direction]
    quality = {
        "both_good": "资产质量总体平稳，可在守住质量的前提下继续拓展有效信贷需求",
        "growth_strained": "但不良率同步上升，资产质量承压，新增贷款的准入和贷后管理须进一步从严",
        "smaller_sounder": "不良率没有上升，下一步重点是在控制风险的前提下恢复有效投放",
        "both_bad": "不良率同时上升，风险防控和清收压力较大，须把清收处置放在首位",
    }[facts.verdict or "both_good"]
    return f"总体看，{scale}，{quality}。"


def business(facts: YearFacts) -> tuple[Sentence, ...]:
    """Granted, collected, plan, products."""
    now = facts.now
    span = "全年" if facts.whole_year else "本年截至目前"
    text = f"{span}累计发放贷款{_count(now.granted_count)}、{_wan(now.granted_sum)}"
    names = [now.granted_count.name, now.granted_sum.name]
    granted = facts.change("granted_sum")
    if granted is not None:
        text += f"，比上年{'' if facts.whole_year else '同期'}{_moved(granted)}"
        names.append(granted.before.name)
    text += f"；累计收回贷款本金{_count(now.recovered_count)}、{_wan(now.recovered_sum)}。"
    names += [now.recovered_count.name, now.recovered_sum.name]
    found = [Sentence(text, tuple(names)), _plan(now.plan_percent)]
    leading = facts.leading_products
    if leading:
        first, first_share = leading[0]
        text = (
            f"分产品看，{first.product}发放最多，为{_wan(first.granted_sum)}，"
            f"占全部发放的{_rate(first_share)}"
        )
        names = [first.granted_sum.name, now.granted_sum.name]
        if len(leading) > 1:
            second, second_share = leading[1]
            text += f"；{second.product}次之，为{_wan(second.granted_sum)}，占{_rate(second_share)}"
            names.append(second.granted_sum.name)
        found.append(Sentence(f"{text}。", tuple(names)))
    moved = facts.moved_products
    if moved:
        parts = [
            f"{product}{'多' if (one.difference.value or 0) > 0 else '少'}发放{_wan(one.size)}"
            for product, one in moved
        ]
        names = [name for _product, one in moved for name in one.names]
        found.append(Sentence(f"与上年相比，{'，'.join(parts)}。", tuple(names)))
    return tuple(found)


def _plan(percent: Figure) -> Sentence:
    if percent.value is None:
        return Sentence(
            f"全年投放计划{_BLANK}万元，完成计划的{_BLANK}%（台账中没有登记投放计划）。"
        )
    if percent.value >= 100:
        return Sentence(f"全年投放计划完成{_rate(percent)}，完成了年度计划。", (percent.name,))
    gap = with_value(percent, 100 - percent.value)
    return Sentence(
        f"全年投放计划完成{_rate(percent)}，距年度计划还差{formats.cell(gap)}个百分点。",
        (percent.name,),
    )


def comparison_note(facts: YearFacts) -> str:
    """The line under the table of comparison: what is compared with what."""
    if facts.before is None:
        return f"注：台账没有{facts.now.year - 1}年的完整记录，未与上年比较。"
    flows = "上年" if facts.whole_year else "上年同期"
    return (
        "注：结余、不良、逾期、欠息等时点数与上年末比较，"
        f"发放、收回、利息等累计数与{flows}比较；增减＝本年－{flows}（末）。"
    )


def quality(facts: YearFacts) -> tuple[Sentence, ...]:
    """New and collected bad loans, overdue loans, due loans."""
    now = facts.now
    if now.new_npl_count.value:
        text = f"本年新增不良贷款{_count(now.new_npl_count)}、{_wan(now.new_npl_sum)}"
    else:
        text = "本年没有新增不良贷款"
    names = [now.new_npl_count.name, now.new_npl_sum.name]
    if now.npl_recovered_sum.value:
        text += f"；从不良贷款中收回本金{_wan(now.npl_recovered_sum)}"
        names.append(now.npl_recovered_sum.name)
    elif now.npl_balance.value:
        text += "；台账中没有从不良贷款收回本金的记录"
        names += [now.npl_recovered_sum.name, now.npl_balance.name]
    balance = facts.change("npl_balance")
    if balance is not None:
        text += f"。不良贷款余额比上年末{_moved(balance)}"
        names += balance.names
    found = [Sentence(f"{text}。", tuple(names))]
    if now.overdue_balance.value:
        found.append(
            Sentence(
                f"期末逾期贷款余额{_wan(now.overdue_balance)}，逾期率{_rate(now.overdue_ratio)}。",
                (now.overdue_balance.name, now.overdue_ratio.name),
            )
        )
    if now.due_principal.value:
        found.append(
            Sentence(
                f"本年到期贷款本金{_wan(now.due_principal)}，已收回{_wan(now.due_recovered)}，"
                f"到期贷款收回率{_rate(now.due_recovery_rate)}。",
                (now.due_principal.name, now.due_recovered.name, now.due_recovery_rate.name),
            )
        )
    found.append(
        Sentence(
            f"不良贷款诉讼、执行和处置进展：{_BLANK}{_BLANK}。"
            if now.npl_balance.value
            else "期末没有不良贷款。",
            (now.npl_balance.name,),
        )
    )
    return tuple(found)


def income(facts: YearFacts) -> tuple[Sentence, ...]:
    """Interest by the ledger; income, expense and profit are blanks."""
    now = facts.now
    found = []
    if now.interest_due.value is None or now.interest_received.value is None:
        found.append(
            Sentence(f"全年应收贷款利息{_BLANK}万元，实收利息{_BLANK}万元，利息回收率{_BLANK}%。")
        )
    else:
        span = "全年" if facts.whole_year else "本年截至目前"
        text = f"{span}应收贷款利息{_wan(now.interest_due)}，实收利息{_wan(now.interest_received)}"
        names = [now.interest_due.name, now.interest_received.name]
        if now.interest_collection_rate.value is not None:
            text += f"，利息回收率{_rate(now.interest_collection_rate)}"
            names.append(now.interest_collection_rate.name)
            moved = facts.change("interest_collection_rate")
            if moved is not None:
                text += f"，比上年{_points(moved)}"
                names.append(moved.before.name)
        found.append(Sentence(f"{text}。", tuple(names)))
    if now.arrears_interest.value:
        found.append(
            Sentence(f"期末欠息余额{_wan(now.arrears_interest)}。", (now.arrears_interest.name,))
        )
    found.append(
        Sentence(
            f"全年各项收入{_BLANK}万元，各项支出{_BLANK}万元，账面利润{_BLANK}万元，"
            f"存款余额{_BLANK}万元（由财会部门提供）。"
        )
    )
    return tuple(found)


def measures(facts: YearFacts) -> tuple[Sentence, ...]:
    """What was done, as far as the ledger shows it; the rest are blanks."""
    now = facts.now
    return tuple(
        _numbered(
            (
                _inspections(facts),
                _collections(facts),
                Sentence(
                    f"落实“三查”和管户责任。期末贷款户{_count(now.household_count, '户')}，"
                    f"按户建档和落实管户人的情况：{_BLANK}{_BLANK}。",
                    (now.household_count.name,),
                ),
                Sentence(
                    f"队伍建设和业务培训。组织培训{_BLANK}次，参加{_BLANK}人次，主要内容：{_BLANK}。"
                ),
                Sentence(f"信用村（户）建设和客户营销。{_BLANK}{_BLANK}。"),
            )
        )
    )


def _inspections(facts: YearFacts) -> Sentence:
    now = facts.now
    names = (now.inspections_due.name, now.inspections_done.name, now.inspection_rate.name)
    if not now.inspections_due.value:
        return Sentence(f"贷后检查。全年检查安排和完成情况：{_BLANK}。")
    text = (
        f"贷后检查。按规定全年应做检查{_count(now.inspections_due, '次')}，"
        f"已完成{_count(now.inspections_done, '次')}，完成率{_rate(now.inspection_rate)}"
    )
    if facts.inspections_missing.value:
        return Sentence(f"{text}，尚有{_count(facts.inspections_missing, '次')}没有做到。", names)
    return Sentence(f"{text}，做到了应查尽查。", names)


def _collections(facts: YearFacts) -> Sentence:
    now = facts.now
    text = "到期管理和清收。"
    names: list[str] = []
    if now.npl_recovered_sum.value:
        text += f"收回不良贷款本金{_wan(now.npl_recovered_sum)}；"
        names.append(now.npl_recovered_sum.name)
    return Sentence(f"{text}采取的主要方式：{_BLANK}{_BLANK}。", tuple(names))


_NUMERALS = "一二三四五六七八九十"


def _numbered(sentences: Iterable[Sentence]) -> Iterable[Sentence]:
    for numeral, one in zip(_NUMERALS, sentences, strict=False):
        yield Sentence(f"（{numeral}）{one.text}", one.figures)


def shortfalls(facts: YearFacts) -> tuple[Sentence, ...]:
    """What the figures show to be missing, each with its figure."""
    found = [_shortfall(facts, code) for code in facts.shortfalls]
    if not found:
        found = [Sentence("从台账数据看，投放、到期收回、收息和贷后检查没有反映出缺口。")]
    found.append(Sentence(f"其他不足：{_BLANK}{_BLANK}。"))
    return tuple(_numbered(found))


def _shortfall(facts: YearFacts, code: str) -> Sentence:
    now = facts.now
    match code:
        case "plan":
            return Sentence(
                f"投放计划没有完成。全年完成{_rate(now.plan_percent)}。", (now.plan_percent.name,)
            )
        case "npl_ratio":
            changed = facts.change("npl_ratio")
            assert changed is not None  # noqa: S101 - the code says so
            return Sentence(
                f"资产质量下滑。不良率由上年末的{_rate(changed.before)}升至{_rate(changed.now)}，"
                f"本年新增不良{_count(now.new_npl_count)}、{_wan(now.new_npl_sum)}。",
                (*changed.names, now.new_npl_count.name, now.new_npl_sum.name),
            )
        case "new_npl":
            return Sentence(
                f"新增不良仍有发生。本年新增{_count(now.new_npl_count)}、{_wan(now.new_npl_sum)}。",
                (now.new_npl_count.name, now.new_npl_sum.name),
            )
        case "due":
            return Sentence(
                f"到期贷款没有全部收回。到期未收回本金{_wan(facts.due_missing)}，"
                f"到期收回率{_rate(now.due_recovery_rate)}。",
                (now.due_principal.name, now.due_recovered.name, now.due_recovery_rate.name),
            )
        case "interest":
            return Sentence(
                f"应收利息没有收齐。未收利息{_wan(facts.interest_missing)}，"
                f"利息回收率{_rate(now.interest_collection_rate)}。",
                (now.interest_due.name, now.interest_received.name),
            )
        case _:
            return Sentence(
                f"贷后检查没有做足。应做未做{_count(facts.inspections_missing, '次')}，"
                f"完成率{_rate(now.inspection_rate)}。",
                (now.inspections_due.name, now.inspections_done.name),
            )


_CAUSE_OF = {
    "plan": "投放计划没有完成的原因",
    "npl_ratio": "不良率上升的原因（贷前、贷中、贷后环节和客观因素分别说明）",
    "new_npl": "形成新增不良的原因（逐笔说明环节和责任）",
    "due": "到期贷款没有收回的原因",
    "interest": "利息没有收齐的原因",
    "inspections": "贷后检查没有按期完成的原因",
}


def causes(facts: YearFacts) -> tuple[Sentence, ...]:
    """Causes and lessons are for a person: a blank for each shortfall."""
    asked = [Sentence(f"{_CAUSE_OF[code]}：{_BLANK}{_BLANK}。") for code in facts.shortfalls]
    asked.append(Sentence(f"经验和教训：{_BLANK}{_BLANK}。"))
    return tuple(_numbered(asked))


def next_steps(facts: YearFacts) -> tuple[Sentence, ...]:
    """Next year's work from what falls due, what is bad and what was missed; targets are blanks."""
    now, year = facts.now, facts.now.year + 1
    found = [
        Sentence(
            f"信贷投放。计划发放贷款{_BLANK}万元，年末余额达到{_BLANK}万元，优先保证农户和小额生产经营需求。"
        )
    ]
    total = facts.due_next_total
    if total.value:
        months = "、".join(f"{month}月" for month in facts.heavy_months)
        found.append(
            Sentence(
                f"到期管理。{year}年到期贷款{_count(facts.due_next_number)}、{_wan(total)}，"
                f"以{months}较为集中；提前一个月逐笔落实还款、展期或清收安排。",
                tuple(one.name for one in facts.due_next),
            )
        )
    if now.npl_balance.value:
        part = share(now.npl_balance, now.outstanding_balance)
        found.append(
            Sentence(
                f"不良清收。现有不良贷款{_count(now.npl_count)}、{_wan(now.npl_balance)}"
                f"（占贷款的{_rate(part)}），一户一策制定清收方案，全年清收{_BLANK}万元，"
                f"年末不良率控制在{_BLANK}%以内。",
                (now.npl_count.name, now.npl_balance.name, now.outstanding_balance.name),
            )
        )
    else:
        found.append(
            Sentence(
                f"风险防控。保持无不良，关注类贷款逐笔盯防，年末不良率控制在{_BLANK}%以内。",
                (now.npl_balance.name,),
            )
        )
    if facts.inspections_missing.value:
        found.append(
            Sentence(
                f"贷后检查。先补做上年欠下的{_count(facts.inspections_missing, '次')}，"
                "再按计划做到期期不漏、户户有记录。",
                (now.inspections_due.name, now.inspections_done.name),
            )
        )
    else:
        found.append(Sentence("贷后检查。继续按期做好首次检查和例行检查，发现问题限期整改。"))
    found.append(Sentence(f"队伍建设、考核和其他安排：{_BLANK}{_BLANK}。"))
    return tuple(_numbered(found))
