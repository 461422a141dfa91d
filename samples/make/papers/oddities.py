"""What also lies in an inbox: copies, a file cut off, a broken one, a paper of another trade."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace

from samples.make.paper import Paper
from samples.make.word import WordPaper
from samples.make.world import World


def papers(world: World, whole: Mapping[str, Paper]) -> Iterator[Paper]:
    del world
    yield _copy(whole["张三借款合同.docx"], "张三借款合同 - 副本.docx")
    yield _copy(whole["SCN_0003.jpg"], "SCN_0003(1).jpg")
    yield _cut_off(whole["扫描0005.pdf"])
    yield _damaged(whole["张三催收通知书.pdf"])
    yield _village_notice()


def _copy(original: Paper, name: str) -> Paper:
    return replace(original, name=name, outcome=f"duplicate_of:{original.name}")


def _cut_off(original: Paper) -> Paper:
    """A scan whose copying stopped in the middle: no %%EOF yet."""
    return Paper(
        name="扫描0009.pdf",
        data=original.data[: len(original.data) * 6 // 10],
        doc_type=None,
        language=None,
        fields={},
        outcome="waiting:incomplete",
    )


def _damaged(original: Paper) -> Paper:
    """A PDF with head and end, and rubbish where its objects should be."""
    chance = random.Random(404)
    size = len(original.data)
    rubbish = bytes(chance.randrange(256) for _ in range(size - 200)).replace(b"obj", b"xxx")
    return Paper(
        name="扫描0010.pdf",
        data=original.data[:16] + rubbish + b"\nstartxref\n999999\n%%EOF\n",
        doc_type=None,
        language=None,
        fields={},
        outcome="held:reading_failed",
    )


def _village_notice() -> Paper:
    word = WordPaper(author="柳河村委会", size=16, font="仿宋")
    word.title("通    知", 22)
    word.say("各村民小组：")
    word.clause(
        "经村民委员会研究，定于2025年3月8日（星期六）上午九时在村文化广场召开全体村民代表会议，讨论今年春灌用水安排、"
        "村内道路硬化和环境卫生整治等事项。请各组通知到户，准时参加。因故不能参加的，请提前向组长请假。"
    )
    word.clause("另：县农技站将于会后举办小麦春季管理技术讲座，欢迎参加。")
    word.say("")
    word.say("柳河村村民委员会", align="right")
    word.say("2025年3月4日", align="right")
    return Paper(
        name="柳河村会议通知.docx",
        data=word.data(),
        doc_type=None,
        language="zh",
        fields={},
        outcome="held:type_unknown",
    )
