"""The invented people of an invented county.

ID numbers carry a true check digit and a real birth date, but the order codes 996-999, which are
kept for persons over a hundred years old: no living person born when they were can hold them.
Phone numbers begin with 142, which no operator has been given.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

COUNTY = "青禾县"
UNION = "青禾县农村信用合作联社"
AREA_CODE = "410381"

VILLAGES = {
    "柳河信用社": ("柳河村", "白杨村", "李家庄村"),
    "石桥信用社": ("石桥村", "马家沟村", "杏花岭村"),
    "城关信用社": ("东湾村", "南关村", "杨树坪村"),
}
TOWNSHIP = {"柳河信用社": "柳河镇", "石桥信用社": "石桥乡", "城关信用社": "城关镇"}
OFFICERS = {
    "柳河信用社": ("刘建平", "何晓燕"),
    "石桥信用社": ("郑海涛", "罗敏"),
    "城关信用社": ("许文斌", "冯丽"),
}
BRANCH_CODES = {"柳河信用社": "81", "石桥信用社": "82", "城关信用社": "83"}

SURNAMES = "王李赵刘陈杨黄吴徐朱胡郭林何高罗郑梁谢宋唐许韩邓曹彭曾田董潘袁蔡蒋余杜叶程魏苏吕丁"
GIVEN_MALE = [
    "建军",
    "国强",
    "永福",
    "长林",
    "志刚",
    "保平",
    "振华",
    "德才",
    "福生",
    "金山",
    "新民",
    "广田",
    "天佑",
    "宏伟",
    "庆丰",
    "立军",
    "世昌",
    "大勇",
    "春来",
    "有才",
    "树根",
    "明亮",
    "兴旺",
    "海龙",
    "玉柱",
    "学文",
    "成林",
    "万里",
    "铁柱",
    "家旺",
]
GIVEN_FEMALE = [
    "桂兰",
    "秀珍",
    "玉梅",
    "春花",
    "凤英",
    "小红",
    "丽娟",
    "素芳",
    "巧云",
    "翠萍",
    "爱玲",
    "雪琴",
    "秋菊",
    "彩霞",
    "金凤",
    "美华",
    "月娥",
    "淑珍",
    "改花",
    "银环",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A borrower, a guarantor or a mortgagor.

    number  ID number of a person, unified social credit code of an organisation
    branch  the branch that keeps the household's file
    """

    name: str
    number: str
    branch: str
    village: str
    group: int
    phone: str
    female: bool = False
    spouse: str = ""
    legal_rep: str = ""

    @property
    def address(self) -> str:
        return (
            f"{COUNTY}{TOWNSHIP[self.branch]}{self.village}{'一二三四五六七八'[self.group - 1]}组"
        )

    @property
    def born(self) -> date:
        digits = self.number[6:14]
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def id_number(born: date, *, female: bool, second: bool = False) -> str:
    """Return an 18-digit ID number (GB 11643) that no real person can hold."""
    order = {(False, False): 997, (False, True): 999, (True, False): 998, (True, True): 996}
    body = f"{AREA_CODE}{born:%Y%m%d}{order[female, second]}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True))
    return body + "10X98765432"[total % 11]


def uscc(body: str) -> str:
    """Return the 17 characters with their check character (GB 32100)."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(alphabet.index(char) * pow(3, place, 31) for place, char in enumerate(body))
    return body + alphabet[-total % 31]


def organisation_code(body: str) -> str:
    """Return the nine characters of an organisation code (GB 11714) for eight given ones."""
    alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(alphabet.index(char) * weight for char, weight in zip(body, weights, strict=True))
    return body + "0X987654321"[total % 11]


def company_code(kind: str, body: str) -> str:
    """Return a whole USCC: two kind letters, the area, an organisation code, the check."""
    return uscc(kind + AREA_CODE + organisation_code(body))


def phone(order: int) -> str:
    return f"1420379{order:04d}"


UNION_CODE = company_code("91", "MA9QH00X")


def cast() -> dict[str, Party]:
    """Return the people of the papers by a short key; two of them are called 张伟."""
    rows = (
        ("zhangsan", "张三", False, date(1978, 4, 16), "柳河信用社", "柳河村", 3, "李梅"),
        ("lixiuying", "李秀英", True, date(1982, 9, 3), "石桥信用社", "石桥村", 2, "郭明"),
        ("wangjianguo", "王建国", False, date(1975, 11, 22), "石桥信用社", "石桥村", 1, ""),
        ("chendashan", "陈大山", False, date(1971, 2, 8), "石桥信用社", "马家沟村", 4, "周小兰"),
        ("liuyulan", "刘玉兰", True, date(1974, 6, 30), "石桥信用社", "马家沟村", 4, ""),
        ("zhaoguoqing", "赵国庆", False, date(1969, 10, 1), "石桥信用社", "马家沟村", 2, "孟秀莲"),
        ("sunguihua", "孙桂花", True, date(1965, 12, 12), "柳河信用社", "白杨村", 5, ""),
        ("zhangwei1", "张伟", False, date(1985, 3, 18), "柳河信用社", "柳河村", 1, ""),
        ("zhangwei2", "张伟", False, date(1990, 7, 25), "城关信用社", "东湾村", 6, ""),
        ("madefu", "马德福", False, date(1973, 1, 5), "石桥信用社", "石桥村", 7, "海秀兰"),
        ("zhouzhiqiang", "周志强", False, date(1988, 8, 19), "城关信用社", "南关村", 2, ""),
        ("wuchangshun", "吴长顺", False, date(1968, 5, 27), "城关信用社", "东湾村", 1, "丁桂香"),
    )
    people = {
        key: Party(
            name=name,
            number=id_number(born, female=female),
            branch=branch,
            village=village,
            group=group,
            phone=phone(1000 + order * 37),
            female=female,
            spouse=spouse,
        )
        for order, (key, name, female, born, branch, village, group, spouse) in enumerate(rows)
    }
    people["lvyuan"] = Party(
        name="青禾县绿源粮食种植专业合作社",
        number=company_code("93", "MA45QH2K"),
        branch="城关信用社",
        village="杨树坪村",
        group=1,
        phone="0300-6655012",
        legal_rep="何立新",
    )
    return people


def neighbours(count: int, taken: frozenset[str]) -> Iterator[Party]:
    """Yield further invented borrowers, none of whom shares a name with another or with `taken`."""
    chance = random.Random(20250)
    names = set(taken)
    order = 0
    while order < count:
        female = chance.random() < 0.35
        name = chance.choice(SURNAMES) + chance.choice(GIVEN_FEMALE if female else GIVEN_MALE)
        branch = chance.choice(tuple(VILLAGES))
        born = date(1962, 1, 1) + timedelta(days=chance.randrange(12_400))
        if name in names:
            continue
        names.add(name)
        order += 1
        yield Party(
            name=name,
            number=id_number(born, female=female, second=True),
            branch=branch,
            village=chance.choice(VILLAGES[branch]),
            group=chance.randint(1, 8),
            phone=phone(3000 + order * 53),
            female=female,
        )
