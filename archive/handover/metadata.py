"""metadata.xml of a household's file: the same facts under the element names of DA/T 46-2009.

The names are the standard's; it fixes no XML, so the nesting is its outline and nothing more.
Elements of which nothing is known are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from archive.handover.listing import Entry, Listing, Part
from extractors.form import DocType
from extractors.forms import ALL as FORMS

NAME = "metadata.xml"
STANDARD = "DA/T 46-2009"
_LANGUAGES = {"zh": "中文", "es": "西班牙文", "en": "英文"}
_ROLES = {"borrower": "借款人", "spouse": "配偶", "co_borrower": "共同借款人"}

Tree = Mapping[str, Any]


def metadata(listing: Listing, part: Part, program: str) -> bytes:
    """Return metadata.xml of one household's file.

    program  name and version of what wrote it
    """
    root = etree.Element("电子文件元数据", 元素名依据=STANDARD)
    _fill(root, _of_file(listing, part, program))
    for entry in part.entries:
        _fill(etree.SubElement(root, "文件实体"), _of_paper(listing, part, entry, program))
    for person in part.people:
        _fill(etree.SubElement(root, "机构人员实体"), _of_person(person))
    _fill(etree.SubElement(root, "业务实体"), _of_business(listing))
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written


def _of_file(listing: Listing, part: Part, program: str) -> Tree:
    return {
        "聚合层次": "案卷",
        "来源": _origin(listing, part),
        "电子文件号": str(part.household["object_id"]) if "object_id" in part.household else "",
        "档号": {"室编案卷号": part.number},
        "内容描述": {"题名": f"{part.borrower['name']}信贷档案"},
        "形式特征": {"件数": str(len(part.entries)), "页数": str(part.pages)},
        "电子属性": {"信息系统描述": program},
    }


def _origin(listing: Listing, part: Part) -> Tree:
    return {
        "全宗名称": listing.sender.get("institution", ""),
        "立档单位名称": part.household["unit"] or listing.sender.get("institution", ""),
    }


def _of_paper(listing: Listing, part: Part, entry: Entry, program: str) -> Tree:
    row = entry.row
    year = (row["dated_on"] or row["filed_at"])[:4]
    form: DocType | None = FORMS.get(row["doc_type"] or "")
    return {
        "聚合层次": "文件",
        "来源": _origin(listing, part),
        "电子文件号": entry.id,
        "档号": {
            "档号": entry.archive_number,
            "全宗号": listing.sender.get("institution_code", ""),
            "年度": year,
            "类别号": str(row["category"]),
            "室编案卷号": part.number,
            "室编件号": str(row["item_no"]),
            "页号": row["part_pages"] or "",
        },
        "内容描述": {
            "题名": row["title"],
            "文件编号": "；".join(number for _kind, number in row["numbers"]),
            "日期": row["dated_on"] or "",
            "文种": form.title("zh") if form else "",
        },
        "形式特征": {
            "文件组合类型": "组合文件" if row["part_of"] else "单件",
            "页数": str(row["page_count"]),
            "语种": _LANGUAGES.get(row["language"] or "", ""),
        },
        "电子属性": {
            "格式信息": row["media_type"],
            "计算机文件名": entry.paper,
            "计算机文件大小": str(row["size_bytes"]),
            "文档创建程序": "",
            "信息系统描述": program,
        },
        "数字化属性": {"数字化对象形态": "纸质" if row["ocr"] else ""},
        "存储位置": {"当前位置": entry.paper},
        "附注": f"原文件名：{row['original_name']}；SHA-256：{row['sha256']}",
    }


def _of_person(person: Mapping[str, Any]) -> Tree:
    return {
        "机构人员类型": "单位" if person["uscc"] else "个人",
        "机构人员名称": person["name"],
        "组织机构代码": person["uscc"] or "",
        "附注": _ROLES.get(person["role"], person["role"]),
    }


def _of_business(listing: Listing) -> Tree:
    return {
        "业务状态": "移交",
        "业务行为": f"移交 {listing.number}",
        "行为时间": listing.at,
        "行为依据": listing.why,
        "行为描述": f"{len(listing.parts)}户，{len(listing.entries)}件，{listing.pages}页",
    }


def _fill(parent: Any, tree: Tree) -> None:
    for name, value in tree.items():
        if isinstance(value, Mapping):
            if any(value.values()):
                _fill(etree.SubElement(parent, name), value)
        elif value:
            etree.SubElement(parent, name).text = _xml_text(value)


def _xml_text(text: str) -> str:
    """XML cannot hold control characters; a file's old name may."""
    return (
        "".join(ch if ch in "\t\n" or ord(ch) >= 0x20 else "�" for ch in text)
        .encode("utf-8", "replace")
        .decode("utf-8")
    )
