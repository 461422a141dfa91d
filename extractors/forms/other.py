"""What belongs into a file without a form of its own: papers of no type known here, filed by a
person's decision, and scans that hold several papers, each of which has a type."""

from extractors.form import DocType, Marks

# Without marks they claim no paper by themselves.
TYPES = (
    DocType(
        name="other",
        titles=("其他材料", "Otro documento", "Other paper"),
        category=5,
        marks=Marks(titles=()),
    ),
    DocType(
        name="scan_of_papers",
        titles=("合并扫描件", "Escaneo de varios documentos", "Scan of several papers"),
        category=5,
        marks=Marks(titles=()),
    ),
)
