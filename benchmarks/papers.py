"""A batch of born-digital loan papers of invented borrowers, as a branch sends them in a morning.

Three papers of five are loan contracts, each of another borrower; two are inspection reports on
borrowers of the same batch, which may arrive before the contract. Word, PDF with text and plain
text take turns.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from PIL.Image import Image
from reportlab.platypus import Flowable

from samples.make import pages
from samples.make.figures import capitals, figures, year_month_day
from samples.make.people import OFFICERS, UNION, Party, neighbours
from samples.make.scan import draw
from samples.make.word import WordPaper

SUFFIXES = (".docx", ".pdf", ".txt")
PURPOSES = ("购买化肥和种子", "购买仔猪和饲料", "修建蔬菜大棚", "购买农用三轮车", "承包果园")
CLAUSES = (
    "甲方应按照约定的用途使用借款，未经乙方书面同意，不得改变借款用途，不得转借他人。",
    "乙方有权对借款的使用情况进行监督和检查，甲方应予以配合，如实提供有关情况和单据。",
    "甲方未按期归还借款本金的，自逾期之日起在约定利率基础上加收百分之五十计收罚息。",
    "甲方住所和联系电话变更的，应在十日内书面通知乙方，未通知的，文书寄至原住所即为送达。",
    "因履行本合同发生的争议，由双方协商解决；协商不成的，由乙方所在地人民法院管辖。",
    "本合同一式两份，甲乙双方各执一份，自双方签字或者盖章之日起生效，至本息清偿之日终止。",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loan:
    borrower: Party
    contract_no: str
    amount_fen: int
    purpose: str
    start: date
    end: date

    @property
    def lender(self) -> str:
        return f"{UNION}{self.borrower.branch}"

    @property
    def officers(self) -> tuple[str, str]:
        first, second = OFFICERS[self.borrower.branch]
        return first, second


def batch(
    folder: Path, count: int, suffixes: Sequence[str] = SUFFIXES, seed: int = 7
) -> list[Path]:
    """Write `count` papers into `folder`, of the formats `suffixes` by turns, and return them."""
    chance = random.Random(seed)
    loans = list(_loans(max(1, count * 3 // 5), chance))
    papers = [
        (f"借款合同{number:04d}", _contract(loan), number) for number, loan in enumerate(loans)
    ]
    papers += [
        (f"贷后检查{number:04d}", _report(loan, chance), number)
        for number, loan in enumerate(islice(loans, count - len(loans)))
    ]
    chance.shuffle(papers)
    written = []
    for name, (title, lines), number in papers:
        suffix = suffixes[number % len(suffixes)]
        path = folder / f"{name}{suffix}"
        path.write_bytes(_FORMATS[suffix](title, lines))
        written.append(path)
    return written


def page_drawings(count: int, seed: int = 11) -> Iterator[Image]:
    """Yield the first pages of `count` papers as pictures at 200 dpi, for scanners to spoil."""
    chance = random.Random(seed)
    for number, loan in enumerate(_loans(count, chance)):
        yield draw(_pdf(*(_report(loan, chance) if number % 3 == 2 else _contract(loan))))[0]


def _loans(count: int, chance: random.Random) -> Iterator[_Loan]:
    for number, borrower in enumerate(neighbours(count, frozenset()), start=1):
        start = date(2023, 1, 4) + timedelta(days=chance.randrange(700))
        yield _Loan(
            borrower=borrower,
            contract_no=f"（{start.year}）青信信借字第{number:05d}号",
            amount_fen=chance.choice((1, 2, 3, 5, 8, 10, 15)) * 1_000_000,
            purpose=chance.choice(PURPOSES),
            start=start,
            end=start.replace(day=min(start.day, 28), year=start.year + 1),
        )


def _contract(loan: _Loan) -> tuple[str, list[str]]:
    who = loan.borrower
    clauses = [f"第{place}条 {text}" for place, text in zip("五六七八九十", CLAUSES, strict=True)]
    return "农户小额信用借款合同", [
        f"合同编号：{loan.contract_no}",
        f"借款人（甲方）：{who.name}",
        f"公民身份号码：{who.number}",
        f"住所：{who.address}",
        f"联系电话：{who.phone}",
        f"贷款人（乙方）：{loan.lender}",
        f"第一条 乙方同意向甲方发放借款人民币（大写）{capitals(loan.amount_fen)}"
        f"（小写：￥{figures(loan.amount_fen)}元）。",
        f"第二条 借款用途：{loan.purpose}。",
        f"第三条 借款期限为12个月，自{year_month_day(loan.start)}起"
        f"至{year_month_day(loan.end)}止。",
        "第四条 借款执行固定利率，月利率为6.525‰，按季结息，结息日为每季末月的20日。",
        *clauses,
        f"甲方（签字）：{who.name}",
        f"乙方（盖章）：{loan.lender}",
        f"客户经理：{loan.officers[0]}",
        f"签订日期：{year_month_day(loan.start)}",
    ]


def _report(loan: _Loan, chance: random.Random) -> tuple[str, list[str]]:
    who = loan.borrower
    seen = loan.start + timedelta(days=chance.randint(25, 200))
    return "贷后检查报告", [
        f"借款人：{who.name}",
        f"身份证号码：{who.number}",
        f"合同编号：{loan.contract_no}",
        f"贷款金额：{figures(loan.amount_fen)}元",
        f"贷款余额：{figures(loan.amount_fen)}元",
        f"检查日期：{year_month_day(seen)}",
        "检查方式：现场检查",
        f"经实地查看，该户贷款实际用于{loan.purpose}，用途与合同相符，生产经营正常，按季付息未发生拖欠。",
        "家庭主要收入来源稳定，当年种植面积和长势与上年相同，一年来未发现不良信用记录，未发现预警信号。",
        "检查结论：该户还款来源可靠，建议风险分类为正常，继续按半年一次的频率检查。",
        f"检查人：{'、'.join(loan.officers)}",
        f"报告日期：{year_month_day(seen)}",
    ]


def _word(title: str, lines: list[str]) -> bytes:
    word = WordPaper(author="", size=12)
    word.page_numbers()
    word.title(title)
    for line in lines:
        word.clause(line)
    return word.data()


def _pdf(title: str, lines: list[str]) -> bytes:
    story: list[Flowable] = [pages.title(title), *(pages.line(line) for line in lines)]
    return pages.pdf(story)


def _text(title: str, lines: list[str]) -> bytes:
    return "\r\n".join([f"            {title}", "", *lines, ""]).encode("utf-8-sig")


_FORMATS = {".docx": _word, ".pdf": _pdf, ".txt": _text}
