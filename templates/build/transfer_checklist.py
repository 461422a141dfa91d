"""Lays out the transfer checklist (移交清册) in Chinese and Spanish, on landscape paper."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, paragraph, table, when
from templates.build.forms import signatures
from templates.build.package import Page, document
from templates.build.words import rows, texts
from templates.formats import BLANKS

_WIDTHS = (12, 36, 44, 44, 30, 12, 12, 22, 31)
_GAP_WIDTHS = (13, 30, 60, 20, 80, 40)

_WORDS: dict[str, dict[str, str | tuple[str, ...]]] = {
    "zh": {
        "title": "信贷档案移交清册",
        "header": "信贷档案移交清册  户号{{ household_number }}",
        "draft": "【草稿，待审定】按{{ known_on|年月日 }}归档情况编制；原件或复印件、存在问题及原因由移交"
        "双方当面核对填写。",
        "items": "一、移交材料明细",
        "item_heads": ("序号", "户名", "合同（借据、权证）编号", "材料名称", "材料日期", "份数", "页数",
                       "原件或\n复印件", "存在问题"),
        "total": "合    计",
        "original": "□原件\n□复印件",
        "gaps": "二、缺失和待定材料",
        "gap_heads": ("序号", "户名", "材料名称", "状态", "原因（必填）", "补齐期限和责任人"),
        "gap_note": "缺失{{ missing_count|cell }}件，待定{{ undecided_count|cell }}件。"
        "移交前应补齐手续；无法补齐的须写明原因，作为问题记入本清册备查。",
        "complete": "按规定应有的材料齐全，没有缺失或待定材料。",
        "confirmed": "三、交接确认",
        "confirm": "本清册一式两份，移交人、接收人各执一份。上述材料经当面清点，"
        "共计{{ item_count|cell }}件、{{ page_count|cell }}页，与实物核对相符。",
        "roles": ("移交人（签字）：", "接收人（签字）：", "监交人（签字）："),
        "labels": ("户名", "户号", "证件号码", "所在村组", "经办机构", "管户经理", "贷款余额", "余额日期",
                   "移交事由"),
        "balance": "{% if balance is none %}{{ balance }}{% else %}{{ balance|元 }}元{% endif %}",
        "day": "{{ as_of|年月日 }}",
    },
    "es": {
        "title": "Lista de entrega del expediente de crédito",
        "header": "Lista de entrega  expediente {{ household_number }}",
        "draft": "[Borrador] Según lo archivado al {{ known_on|day }}; original o copia, problemas y "
        "motivos se anotan ante ambas partes.",
        "items": "1. Documentos que se entregan",
        "item_heads": ("N.º", "Prestatario", "N.º de contrato, pagaré o título", "Documento", "Fecha",
                       "Cant.", "Hojas", "Original\no copia", "Problema"),
        "total": "Total",
        "original": "□ original\n□ copia",
        "gaps": "2. Documentos faltantes y por definir",
        "gap_heads": ("N.º", "Prestatario", "Documento", "Estado", "Motivo (obligatorio)",
                      "Plazo y responsable"),
        "gap_note": "Faltan {{ missing_count|cell }}; por definir: {{ undecided_count|cell }}. Deben "
        "completarse antes de la entrega; si no es posible, se anota el motivo y queda constancia.",
        "complete": "El expediente tiene todos los documentos exigidos; ninguno falta ni está por "
        "definir.",
        "confirmed": "3. Conformidad",
        "confirm": "Se firma en dos ejemplares. Contados en presencia de las partes: "
        "{{ item_count|cell }} documentos, {{ page_count|cell }} hojas, conformes con lo recibido.",
        "roles": ("Entrega (firma):", "Recibe (firma):", "Supervisa (firma):"),
        "labels": ("Prestatario", "Expediente", "Documento", "Localidad", "Oficina", "Oficial",
                   "Saldo", "Saldo al", "Motivo de la entrega"),
        "balance": "{% if balance is none %}{{ balance }}{% else %}{{ balance|yuan }}{% endif %}",
        "day": "{{ as_of|day }}",
    },
}  # fmt: skip


def transfer_checklist(language: str) -> bytes:
    """Return the template in "zh" or "es"."""
    said, lists = texts(_WORDS[language]), rows(_WORDS[language])
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph(said["title"], "Title"),
        paragraph(said["draft"], "Draft"),
        _household(lists["labels"], said, BLANKS[language]),
        paragraph(said["items"], "FormHeading"),
        table(
            _WIDTHS,
            [lists["item_heads"]],
            [
                *_items(said["original"]),
                [
                    Cell(said["total"], "TableLabel", span=5),
                    Cell("{{ item_count|cell }}", "TableCentre"),
                    Cell("{{ page_count|cell }}", "TableCentre"),
                    Cell("", "TableCentre"),
                    Cell("", "TableText"),
                ],
            ],
        ),
        paragraph("", "Note"),
        paragraph(said["gaps"], "FormHeading"),
        *when(
            "gaps",
            [
                table(_GAP_WIDTHS, [lists["gap_heads"]], _gaps()),
                paragraph(said["gap_note"], "Note"),
            ],
        ),
        *when("not gaps", [paragraph(said["complete"], "Note")]),
        paragraph(said["confirmed"], "FormHeading", keep=True),
        paragraph(said["confirm"], "SignLine", keep=True),
        signatures(lists["roles"], language, width_mm=sum(_WIDTHS)),
        *appendix(language, wide=True),
    ]
    page = Page(
        language=language,
        title=said["title"],
        header=("{{ institution }}", said["header"]),
        landscape=True,
    )
    return document(page, body)


def _household(labels: tuple[str, ...], said: dict[str, str], blank: str) -> str:
    values = (
        "{{ borrower }}", "{{ household_number }}", "{{ id_number }}", "{{ village }}",
        "{{ unit }}", "{{ manager }}", said["balance"], said["day"], blank,
    )  # fmt: skip
    cells: list[Cell | str] = []
    for label, value in zip(labels, values, strict=True):
        cells += [Cell(label, "TableLabel"), Cell(value, "TableText")]
    return table((24, 57, 24, 57, 24, 57), [], [cells[0:6], cells[6:12], cells[12:18]])


def _items(original: str) -> list[list[Cell | str]]:
    def tag(text: str) -> list[Cell | str]:
        return [Cell(text, span=9)]

    return [
        tag("{%tr for group in groups %}"),
        [Cell("{{ group.title }}", "TableGroup", span=9)],
        tag("{%tr for one in group.items %}"),
        [
            Cell("{{ one.number }}", "TableCentre"),
            Cell("{{ one.borrower }}", "TableCentre"),
            Cell("{{ one.contract_no }}", "TableText"),
            Cell("{{ one.title }}", "TableText"),
            Cell("{{ one.dated_on }}", "TableCentre"),
            Cell("{{ one.copies }}", "TableCentre"),
            Cell("{{ one.pages }}", "TableCentre"),
            Cell(original, "TableCentre"),
            Cell("{{ one.problem }}", "TableText"),
        ],
        tag("{%tr endfor %}"),
        tag("{%tr endfor %}"),
    ]


def _gaps() -> list[list[Cell | str]]:
    return [
        [Cell("{%tr for one in gaps %}", span=6)],
        [
            Cell("{{ one.number }}", "TableCentre"),
            Cell("{{ one.borrower }}", "TableCentre"),
            "{{ one.title }}",
            Cell("{{ one.state }}", "TableCentre"),
            Cell("", "TableText"),
            Cell("", "TableText"),
        ],
        [Cell("{%tr endfor %}", span=6)],
    ]
