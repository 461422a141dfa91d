"""A large archive that never was: loan papers of about 1.5 KB, the same for the same seed.

What makes it like a real one for a search engine:
- people: surnames by their share in China (公安部《二〇二〇年全国姓名报告》, rounded; the 20 most
  frequent cover half of the people, 60 others share the rest evenly); given names of one (15 %) or
  two characters (85 %) from 80 common ones, drawn by Zipf's law, so that some thousand names occur
  many times and most occur once;
- households: eight papers each, in villages of about 60 households, managers of about 150;
- text: the sentences of six kinds of papers with their fixed phrases (which occur in every paper of
  the kind), filled with names, numbers, amounts and days, and lengthened with clauses from a
  vocabulary of 40 to about 1.5 KB of UTF-8; one paper in eight is Spanish.
ID numbers are of the region 999999, which does not exist, with right check digits.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.values.identity import resident_check_digit
from indexer.document import IndexedDocument

TARGET_BYTES = 1_500

# Surname and its share in per mille.
_FREQUENT = (
    ("王", 71), ("李", 70), ("张", 66), ("刘", 53), ("陈", 46), ("杨", 31), ("黄", 23), ("赵", 21),
    ("吴", 21), ("周", 20), ("徐", 15), ("孙", 14), ("马", 13), ("朱", 13), ("胡", 13), ("郭", 12),
    ("何", 12), ("高", 11), ("林", 11), ("罗", 10),
)  # fmt: skip
_OTHERS = (
    "郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方"
    "白邹孟熊秦邱江尹薛闫段单仇"
)
_GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂香玉兰凤华建国志文红梅春花海波晓燕国庆永福长贵"
    "德成家兴宝山根生爱莲淑珍金水土旺树林云龙小虎大中正新民安宁康乐天富有余庆"
)
_VILLAGE_FIRST = "东西南北上下前后大小新老"
_VILLAGE_SECOND = ("王家", "李家", "张庄", "河沿", "石桥", "柳林", "桃园", "沙岭", "营子", "槐树")
_CROPS = ("苹果", "玉米", "冬小麦", "大棚蔬菜", "生猪养殖", "奶牛养殖", "花生", "土豆", "中药材")
_CLAUSES = (
    "借款人应按照本合同约定的用途使用借款，不得挪作他用。",
    "贷款人有权对借款的使用情况进行监督和检查，借款人应予以配合。",
    "借款人未按期归还借款本金的，贷款人有权自逾期之日起加收罚息。",
    "保证人对借款人在本合同项下的全部债务承担连带责任保证。",
    "抵押物在抵押期间由抵押人妥善保管，不得擅自处分。",
    "本合同自双方签字或者盖章之日起生效，至全部债务清偿之日终止。",
    "因履行本合同发生的争议，由双方协商解决；协商不成的，向贷款人所在地人民法院起诉。",
    "经实地查看，该户生产经营正常，资金周转情况良好。",
    "家庭主要收入来源稳定，近一年未发现不良信用记录。",
    "抵押物保管完好，未发现毁损、转移或者被查封的情形。",
    "今年受旱情影响，预计产量较去年有所下降，还款来源仍有保障。",
    "建议继续加强贷后管理，密切关注其经营和还款情况。",
    "利息按季结计，结息日为每季末月的二十日。",
    "借款人提前归还借款的，应当提前通知贷款人。",
)
_CLAUSES_ES = (
    "El prestatario destinará el importe del préstamo exclusivamente a la finalidad pactada. ",
    "El impago de cualquiera de las cuotas facultará a la entidad para reclamar la deuda. ",
    "La garantía hipotecaria se extiende a los intereses y a las costas. ",
    "El fiador responde solidariamente de todas las obligaciones del prestatario. ",
    "Las partes se someten a los juzgados del lugar en que radica la finca. ",
)
_NAMES_ES = ("María", "Carmen", "José", "Antonio", "Lucía", "Manuel", "Pilar", "Francisco", "Ana")
_SURNAMES_ES = ("García", "López", "Martínez", "Sánchez", "Pérez", "Gómez", "Ruiz", "Muñoz", "Díaz")
_CLASSES = ("正常", "关注", "次级", "可疑", "损失")
_CLASS_SHARES = (86, 8, 3, 2, 1)
_KINDS = (
    ("loan_contract", "借款合同"), ("iou", "借款借据"), ("guarantee_contract", "保证合同"),
    ("mortgage_contract", "抵押合同"), ("inspection_report", "贷后检查报告"),
    ("collection_notice", "逾期贷款催收通知书"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _House:
    number: int
    name: str
    id_number: str
    village: str
    manager: str
    spanish: bool


def documents(count: int, seed: int = 1) -> Iterator[IndexedDocument]:
    """Yield `count` papers, household by household as an archive grows."""
    chance = random.Random(seed)
    houses = max(count // 8, 1)
    villages = [
        f"{chance.choice(_VILLAGE_FIRST)}{chance.choice(_VILLAGE_SECOND)}村"
        for _n in range(max(houses // 60, 3))
    ]
    managers = [person(chance) for _n in range(max(houses // 150, 3))]
    made = [_house(chance, number, villages, managers) for number in range(1, houses + 1)]
    for number in range(count):
        yield _paper(chance, number, made[number % houses])


def person(chance: random.Random) -> str:
    """Return a Chinese name."""
    rest = (1000 - sum(share for _name, share in _FREQUENT)) / len(_OTHERS)
    surname = chance.choices(
        [name for name, _share in _FREQUENT] + list(_OTHERS),
        [share for _name, share in _FREQUENT] + [rest] * len(_OTHERS),
    )[0]
    places = 1 if chance.random() < 0.15 else 2
    zipf = [1 / (rank + 1) for rank in range(len(_GIVEN))]
    return surname + "".join(chance.choices(_GIVEN, zipf, k=places))


def _house(chance: random.Random, number: int, villages: list[str], managers: list[str]) -> _House:
    spanish = number % 8 == 0
    name = person(chance)
    if spanish:
        name = " ".join((chance.choice(_NAMES_ES), *chance.sample(_SURNAMES_ES, 2)))
    born = date(1950, 1, 1) + timedelta(days=chance.randrange(18_000))
    first17 = f"999999{born:%Y%m%d}{chance.randrange(1000):03d}"
    place = chance.randrange(len(villages))
    return _House(
        number,
        name,
        first17 + resident_check_digit(first17),
        villages[place],
        managers[place * len(managers) // len(villages)],
        spanish,
    )


def _paper(chance: random.Random, number: int, house: _House) -> IndexedDocument:
    kind, title = _KINDS[chance.randrange(len(_KINDS))]
    signed = date(2019, 1, 1) + timedelta(days=chance.randrange(2_700))
    due = signed + timedelta(days=365 * chance.randint(1, 3))
    yuan = chance.choice((10, 20, 30, 50, 80, 100, 150, 200, 300)) * 1_000
    contract = f"（{signed.year}）农信借字第{number:06d}号"
    guarantor = person(chance)
    five_class = None
    if kind == "inspection_report":
        five_class = chance.choices(_CLASSES, _CLASS_SHARES)[0]
    head = _head_es if house.spanish else _head
    text = head(house, title, contract, guarantor, signed, due, yuan)
    if five_class:
        text += f"五级分类：{five_class}。\n"
    clauses = _CLAUSES_ES if house.spanish else _CLAUSES
    while len(text.encode()) < TARGET_BYTES:
        text += chance.choice(clauses)
        if not house.spanish and chance.random() < 0.3:
            text += f"该户从事{chance.choice(_CROPS)}，面积{chance.randint(2, 90)}亩。\n"
    return IndexedDocument(
        document_id=f"{number:026d}",
        household_id=house.number,
        item_no=number % 8 + 1,
        doc_type=kind,
        title="Contrato de préstamo" if house.spanish else title,
        original_name=f"scan_{number:06d}.pdf",
        dated_on=signed,
        due_on=due,
        filed_at=f"{signed.isoformat()}T08:00:00.000000Z",
        village=house.village,
        unit="城关支行",
        manager=house.manager,
        borrowers=(house.name,),
        parties=(guarantor,) if kind == "guarantee_contract" else (),
        staff=(house.manager,),
        identities=(house.id_number,),
        numbers=(contract,),
        amount_fen=(yuan * 100,),
        classification=five_class,
        pages=(text,),
    )


def _head(
    house: _House, title: str, contract: str, guarantor: str, signed: date, due: date, yuan: int
) -> str:
    return (
        f"{title}\n合同编号：{contract}\n借款人：{house.name}  身份证号码：{house.id_number}\n"
        f"住址：{house.village}\n贷款人：城关农村信用合作社\n保证人：{guarantor}\n"
        f"借款金额：人民币{yuan:,}.00元\n借款期限：{signed:%Y年%m月%d日}至{due:%Y年%m月%d日}\n"
        f"客户经理：{house.manager}\n"
    )


def _head_es(
    house: _House, title: str, contract: str, guarantor: str, signed: date, due: date, yuan: int
) -> str:
    return (
        f"CONTRATO DE PRÉSTAMO n.º {contract}\nPrestatario: D./Dña. {house.name}, con documento "
        f"{house.id_number}\nFiador: {guarantor}\nImporte: {yuan:,}.00 euros\n"
        f"Fecha: {signed:%d/%m/%Y}\nVencimiento: {due:%d/%m/%Y}\n{title}\n"
    )
