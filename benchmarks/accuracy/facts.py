"""Invented people, offices and loans: what a paper of the evaluation is about.

Everything follows from one random source, so the same seed gives the same loan. The people here
have nothing to do with those of `samples`: neither names nor places are shared.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

SURNAMES = (
    "丁方石任邹熊白秦史侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕"
    "聂丛焦向柳邢骆岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童甄项曲成游裴席卫屈鲍覃霍翁隋植甘景薄单柏"
)
GIVEN = (
    "长林", "玉凤", "德昌", "桂香", "春生", "小燕", "志刚", "秋菊", "永福", "红霞", "建设", "银花", "树根", "彩云", "家旺",
    "晓玲", "世杰", "美华", "光荣", "雪梅", "有才", "金凤", "铁柱", "丽萍", "福来", "爱莲", "明远", "翠兰", "正华", "素珍",
    "文斌", "凤英", "开元", "冬梅", "学礼", "月娥", "国栋", "巧云", "新民", "淑贤", "宝山", "慧芳", "双喜", "香玉", "天佑",
    "强", "芳", "勇", "敏", "磊", "娟", "波", "静", "涛", "艳", "军", "莉", "斌", "霞", "飞", "珍",
)  # fmt: skip
TWO_PART = ("欧阳", "司徒", "上官", "诸葛", "慕容", "尉迟")
COUNTIES = (
    ("滇", "云岭县", "530325"), ("川", "江坪县", "511923"), ("陇", "北塬县", "622425"), ("皖", "淮溪县", "341126"),
    ("豫", "嵩阳县", "410328"), ("鲁", "沂南新区", "371327"), ("晋", "汾峪县", "140726"), ("桂", "右水县", "451029"),
    ("吉", "松甸县", "220524"), ("赣", "袁溪县", "360924"), ("黔", "乌蒙县", "520222"), ("湘", "沅川县", "431228"),
)  # fmt: skip
# What land registries print; 陇 and 滇 have official short forms of their own.
PLATES = {"陇": "甘", "滇": "云"}
TOWNS = ("双河镇", "石塘乡", "白沙镇", "牛角湾乡", "大坪镇", "黄泥铺镇", "清水沟乡", "东岭街道")
VILLAGES = ("上坝村", "枣树坪村", "杨家咀村", "龙泉村", "新民村", "南庄村", "三岔口村", "桃源社区")
CROPS = (
    "购买化肥、农药和种子", "购买玉米收割机", "肉牛养殖", "新建蔬菜大棚两座", "收购茶叶", "种植中药材", "扩建鱼塘",
    "购进建材", "购买运输车辆", "流动资金周转", "购买仔猪及饲料", "果园改造和购买滴灌设备", "经营超市进货", "修建养鸡场",
    "承包荒山造林", "购置粮食烘干设备", "支付土地流转费", "日常生产经营周转", "采购原材料", "烤烟种植",
)  # fmt: skip
FIRMS = (
    "{t}丰茂农业发展有限公司", "{c}金穗粮油购销有限责任公司", "{c}{t}众兴蔬菜种植专业合作社", "{c}鸿达养殖场", "{c}汇源建材经营部",
    "{c}永盛生猪养殖专业合作社", "{c}绿野果品有限公司", "{t}顺发家庭农场",
)  # fmt: skip
LENDERS = (
    "{c}农村信用合作联社{t}信用社", "{c}农村信用合作联社", "{n}农村商业银行股份有限公司{t}支行", "{n}农村商业银行股份有限公司",
    "{c}{t}农村信用合作社", "{n}惠民村镇银行有限责任公司", "{n}农村合作银行{t}支行", "中国农业银行股份有限公司{c}支行",
    "{c}农村信用联社{t}分社", "中国邮政储蓄银行股份有限公司{c}支行",
)  # fmt: skip
LOAN_TYPES = ("农户小额信用贷款", "个人经营性贷款", "农户联保贷款", "短期农业贷款", "流动资金贷款", "个人消费贷款", "惠农贷", "农户保证贷款")  # fmt: skip
PROBLEMS = (
    "未提供资金使用凭证", "借款人外出务工，联系较困难", "今年雨水偏多，部分作物减产", "应收账款回笼较慢", "猪价下跌，经营出现亏损",
    "保证人在他行有较大额负债", "抵押房屋外墙有渗水，尚未修缮", "存货积压较多",
)  # fmt: skip
MEASURES = (
    "加强跟踪检查，每月走访一次", "要求借款人一周内补交发票", "督促借款人尽快销售存货归还利息", "要求追加担保", "列入重点关注名单，按季检查",
    "上门催收并签订还款计划",
)  # fmt: skip
CONCLUSIONS = (
    "贷款用途真实，经营正常，还款来源有保障", "借款人经营状况良好，能按期付息，同意维持原授信", "该笔贷款风险可控，继续正常管理",
    "借款人还款能力有所下降，应密切关注", "资金使用符合合同约定，未发现风险隐患", "家庭收入稳定，按期还款可能性大",
)  # fmt: skip
SIGNALS = (
    "连续两期欠息",
    "法定代表人涉诉",
    "主要合作客户停产",
    "抵押物被查封",
    "经营场所停业",
    "他行贷款逾期",
)
THINGS = (
    "住宅房屋",
    "临街商铺",
    "厂房及办公用房",
    "奶牛60头",
    "联合收割机一台",
    "国有土地使用权",
    "仓库及附属设施",
    "挖掘机一台",
)
CLASSES = ("正常", "关注", "次级", "可疑", "损失")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def id_number(chance: Random, area: str, born: date, *, woman: bool) -> str:
    """Return an identity number with a true check digit (GB 11643) of nobody."""
    order = chance.randrange(1, 499) * 2 + (0 if woman else 1)
    body = f"{area}{born:%Y%m%d}{order:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


def credit_code(chance: Random, area: str) -> str:
    """Return a unified social credit code with a true check character (GB 32100)."""
    body = chance.choice(("91", "93", "92")) + area
    body += "".join(chance.choice(_USCC_ALPHABET) for _ in range(9))
    total = sum(_USCC_ALPHABET.index(char) * pow(3, place, 31) for place, char in enumerate(body))
    return body + _USCC_ALPHABET[(31 - total % 31) % 31]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does not exist."""

    name: str
    id_number: str
    address: str
    phone: str
    born: date
    woman: bool


@dataclass(frozen=True, slots=True)
class Firm:
    """A business that does not exist."""

    name: str
    uscc: str
    legal_rep: str
    address: str
    phone: str


class Loan:
    """One loan and everyone around it, drawn from one random source."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.used: set[str] = set()
        self.plate, self.county, self.area = chance.choice(COUNTIES)
        self.plate = PLATES.get(self.plate, self.plate)
        self.town = chance.choice(TOWNS)
        place = {"c": self.county, "n": self.county[:2], "t": self.town[:2]}
        self.lender = chance.choice(LENDERS).format(**place)
        self.lender_phone = f"0{chance.randrange(310, 999)}-{chance.randrange(2200000, 8999999)}"
        self.borrower = self.person()
        self.spouse = self.person()
        self.guarantor = self.person()
        self.second_guarantor = self.person()
        self.mortgagor = self.borrower
        self.firm = Firm(
            chance.choice(FIRMS).format(**place),
            credit_code(chance, self.area),
            self.name(),
            f"{self.county}{self.town}{chance.choice(('工业园区', '集镇', '建设路'))}{chance.randrange(1, 99)}号",
            f"0{chance.randrange(310, 999)}-{chance.randrange(2200000, 8999999)}",
        )
        self.officer, self.second_officer, self.reviewer = self.name(), self.name(), self.name()
        self.fen = self._amount()
        self.start = date(2016, 1, 4) + timedelta(days=chance.randrange(0, 3500))
        self.term = chance.choice((6, 9, 10, 12, 12, 12, 18, 24, 24, 36, 36, 60))
        self.end = later(self.start, self.term)
        if chance.random() < 0.35:
            self.end -= timedelta(days=1)
        self.signed = self.start - timedelta(days=chance.choice((0, 0, 0, 1, 2, 5)))
        self.rate, self.rate_unit = self._rate()
        self.purpose = chance.choice(CROPS)
        self.loan_type = chance.choice(LOAN_TYPES)
        self.year = self.start.year
        self.serial = chance.randrange(1, 999)
        self.inspected = self.start + timedelta(days=chance.randrange(20, 300))
        self.reported = self.inspected + timedelta(days=chance.choice((0, 0, 1, 2, 3)))
        self.last_inspected = self.inspected - timedelta(days=chance.randrange(60, 190))
        self.balance = self.fen - chance.choice((0, 0, self.fen // 4, self.fen // 10 * 3))
        self.arrears = chance.randrange(1200, 900_000)
        self.days_late = chance.randrange(3, 700)
        self.graded = chance.choice(CLASSES)
        self.secured = self.fen
        self.value = self.fen * chance.choice((150, 180, 200, 240)) // 100
        self.area_m2 = Decimal(chance.randrange(6000, 180000)) / 100
        self.things = chance.sample(THINGS, 2)

    def name(self) -> str:
        """Return a name that this loan has not used yet."""
        while True:
            first = self.chance.choice(TWO_PART if self.chance.random() < 0.04 else SURNAMES)
            name = first + self.chance.choice(GIVEN)
            if name not in self.used:
                self.used.add(name)
                return name

    def person(self) -> Person:
        chance = self.chance
        born = date(1955, 1, 1) + timedelta(days=chance.randrange(0, 16000))
        woman = chance.random() < 0.4
        address = f"{self.county}{chance.choice(TOWNS)}{chance.choice(VILLAGES)}"
        address += chance.choice(("{}组", "{}组{}号", "第{}村民小组", "{}号")).format(
            chance.randrange(1, 9), chance.randrange(1, 99)
        )
        phone = f"1{chance.choice('35789')}{chance.randrange(0, 9)}{chance.randrange(10**7, 10**8)}"
        number = id_number(chance, self.area, born, woman=woman)
        return Person(self.name(), number, address, phone, born, woman)

    def _amount(self) -> int:
        chance = self.chance
        kind = chance.random()
        if kind < 0.6:
            return chance.randrange(1, 60) * 1_000_000
        if kind < 0.85:
            return chance.randrange(10, 990) * 100_000
        if kind < 0.95:
            return chance.randrange(100, 5000) * 10_000_000 // 100
        return chance.randrange(1_000_000, 50_000_000)

    def _rate(self) -> tuple[Decimal, str]:
        chance = self.chance
        kind = chance.random()
        if kind < 0.5:
            return Decimal(chance.randrange(4000, 11500)).quantize(1) / 1000, "permille_month"
        if kind < 0.86:
            return Decimal(chance.randrange(335, 1250)) / 100, "percent_year"
        if kind < 0.95:
            return Decimal(chance.choice((60, 65, 70, 75, 80, 90, 95, 105))) / 100, "percent_month"
        return Decimal(chance.choice((35, 65, 90, 115, 150, 185, 230))), "bp_over_LPR_1Y"


def later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(day.day, last))
        except ValueError:
            continue
    raise ValueError(day)
