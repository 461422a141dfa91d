"""四性检测: what is checked of an electronic archive, as data.

The numbers and most names were seen in an implementation of DA/T 70-2018; some names fill gaps
between those (`inferred`). The standard's full text was not at hand, so no report of ours may pass
for one by the standard's own text: `FOOTNOTE` says so on every page that shows a code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.wording import N_

# When a check is due: filing, handing over and taking in, keeping for long.
POINTS: Mapping[str, tuple[str, str]] = {
    "archive": ("GD", N_("filing")),
    "handover": ("YJ", N_("handover")),
    "keeping": ("CQ", N_("long keeping")),
}
ALL_POINTS = tuple(POINTS)

GROUPS: Mapping[str, tuple[str, str, str]] = {
    "1": ("真实性", "Autenticidad", "Authenticity"),
    "2": ("完整性", "Integridad", "Completeness"),
    "3": ("可用性", "Disponibilidad", "Usability"),
    "4": ("安全性", "Seguridad", "Safety"),
}
_LANGUAGES = ("zh", "es", "en")

FOOTNOTE = {
    "zh": "检测项目编号和名称取自 DA/T 70-2018 的一种实现，标“△”的为补全编号空缺的推定项；"
    "未取得标准全文，正式引用前须与标准原文核对。未检测的项目一律写“未检测”，不视为通过。",
    "es": "Los códigos y nombres provienen de una implementación de DA/T 70-2018; los marcados «△» "
    "se dedujeron para completar la numeración. No se dispuso del texto completo de la norma: "
    "cotéjese antes de citarla. Lo no comprobado figura como «no comprobado», nunca como aprobado.",
    "en": "Codes and names come from an implementation of DA/T 70-2018; those marked “△” were "
    "inferred to fill its numbering. The full text of the standard was not at hand: compare before "
    "quoting it. What was not tested says so and never counts as passed.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItem:
    """One thing to check.

    code      "1-1": group and number
    test      name of what tests it in archive.handover.four_tests
    points    when it is due
    inferred  its name was not seen, only the gap it fills
    """

    code: str
    zh: str
    es: str
    en: str
    test: str
    points: tuple[str, ...] = ALL_POINTS
    inferred: bool = False

    @property
    def group(self) -> str:
        """The property it belongs to."""
        return self.code[0]

    def name(self, language: str) -> str:
        """Return its name for people."""
        found: str = getattr(self, language if language in _LANGUAGES else "en")
        return found

    def at_point(self, point: str) -> str:
        """Return its code at one of the points ("YJ1-1")."""
        return f"{POINTS[point][0]}{self.code}"


def group_name(group: str, language: str) -> str:
    """Return the name of one of the four properties."""
    return GROUPS[group][_LANGUAGES.index(language if language in _LANGUAGES else "en")]


_PACKAGES = ("handover", "keeping")


def _item(
    code: str, zh: str, es: str, en: str, test: str, points: tuple[str, ...] = ALL_POINTS
) -> CheckItem:
    return CheckItem(
        code=code, zh=zh.lstrip("△"), es=es, en=en, test=test, points=points,
        inferred=zh.startswith("△"),
    )  # fmt: skip


ITEMS = (
    _item("1-1", "固化信息有效性", "Validez de los resúmenes digitales", "Digests are valid",
          "digests"),
    _item("1-2", "元数据项数据长度", "Longitud de los metadatos", "Length of metadata", "lengths"),
    _item("1-3", "元数据项数据类型、格式", "Tipo y formato de los metadatos",
          "Type and form of metadata", "types"),
    _item("1-4", "设定值域的元数据项值域符合度", "Valores dentro de su lista",
          "Values within their lists", "domains"),
    _item("1-5", "元数据项数据值合理性", "Valores verosímiles", "Values are plausible",
          "plausible"),
    _item("1-6", "元数据项数据包含特殊字符", "Caracteres especiales en los metadatos",
          "Special characters in metadata", "characters"),
    _item("1-7", "档号规范性", "Números de archivo regulares", "Archive numbers are regular",
          "archive_numbers"),
    _item("1-8", "元数据项数据重复性", "Metadatos sin repeticiones", "No repeated metadata",
          "repeated"),
    _item("1-9", "△内容数据的文件名、格式与元数据一致性",
          "Nombre y formato concuerdan con los metadatos",
          "File name and format agree with metadata", "formats_agree"),
    _item("1-10", "内容数据的电子属性一致性", "Tamaño y resumen concuerdan con los metadatos",
          "Size and digest agree with metadata", "attributes_agree"),
    _item("1-11", "元数据与内容关联一致性", "Metadatos y contenido enlazados",
          "Metadata and contents are linked", "linked"),
    _item("1-12", "说明文件和目录文件规范性", "Notas y catálogo regulares",
          "Notes and catalogue are regular", "notes", _PACKAGES),
    _item("1-13", "信息包目录结构规范性", "Estructura del paquete", "Structure of the package",
          "structure", _PACKAGES),
    _item("1-14", "信息包一致性", "El paquete concuerda consigo mismo",
          "The package agrees with itself", "consistent", _PACKAGES),
    _item("2-1", "总件数相符性", "Número total de documentos", "Total number of papers",
          "item_total"),
    _item("2-2", "总字节数相符性", "Número total de bytes", "Total number of bytes", "byte_total"),
    _item("2-3", "元数据项完整性", "Metadatos completos", "Metadata items are all there",
          "columns"),
    _item("2-4", "元数据必填著录项目完整性", "Metadatos obligatorios",
          "Obligatory metadata are filled in", "obligatory"),
    _item("2-5", "过程信息完整性", "Información del proceso", "Process information is complete",
          "process"),
    _item("2-6", "连续性元数据项", "Numeración sin huecos", "Running numbers without gaps",
          "continuity"),
    _item("2-7", "内容数据完整性", "Contenido completo", "Contents are complete", "contents"),
    _item("2-8", "△附件数据完整性", "Anexos completos", "Attachments are complete",
          "attachments"),
    _item("2-9", "归档范围", "Alcance del archivo", "Scope of filing", "scope"),
    _item("2-10", "信息包元数据完整性", "Metadatos del paquete completos",
          "Metadata of the package are complete", "package_metadata", _PACKAGES),
    _item("2-11", "信息包内容数据完整性", "Contenido del paquete completo",
          "Contents of the package are complete", "package_contents", _PACKAGES),
    _item("3-1", "信息包元数据可读性", "Metadatos legibles", "Metadata can be read", "readable"),
    _item("3-2", "目标数据库元数据可访问性", "Metadatos accesibles en la base de datos",
          "Metadata can be reached in the database", "database"),
    _item("3-3", "内容数据格式符合要求", "Formatos admitidos", "Formats are accepted ones",
          "formats"),
    _item("3-4", "△内容数据可打开", "Los archivos se abren", "Files can be opened", "opens"),
    _item("3-5", "△长期可用格式", "Formatos de larga vida", "Formats for long keeping",
          "long_formats"),
    _item("3-6", "△软硬件环境信息合规性", "Información del entorno técnico",
          "Information on the technical environment", "environment"),
    _item("3-7", "△信息包可用性", "Paquete sin cifrar ni compresión propia",
          "Package is neither encrypted nor packed in a private way", "package_open", _PACKAGES),
    _item("3-8", "信息包中数据格式合规性", "Formatos dentro del paquete",
          "Formats inside the package", "package_formats", _PACKAGES),
    _item("4-1", "杀毒软件环境", "Programa antivirus presente", "Virus scanner is present",
          "scanner"),
    _item("4-2", "病毒检测", "Búsqueda de virus", "Scan for viruses", "viruses"),
    _item("4-3", "载体中多余文件", "Archivos sobrantes en el soporte",
          "Superfluous files on the medium", "superfluous", _PACKAGES),
    _item("4-4", "△载体读取速度", "Velocidad de lectura del soporte", "Reading speed of the medium",
          "by_hand", _PACKAGES),
    _item("4-5", "△载体外观", "Aspecto del soporte", "Appearance of the medium", "by_hand",
          _PACKAGES),
    _item("4-6", "△光盘合格", "Calidad del disco óptico", "Quality of the optical disc", "by_hand",
          _PACKAGES),
    _item("4-7", "归档过程安全性", "Seguridad del proceso de archivo", "Filing process is safe",
          "process_safe"),
)  # fmt: skip
