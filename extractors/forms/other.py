"""Papers that belong into a file but are of no type known here: filed by a person's decision."""

from extractors.form import DocType, Marks

# Without marks it claims no paper by itself.
TYPES = (
    DocType(
        name="other",
        titles=("其他材料", "Otro documento", "Other paper"),
        category=5,
        marks=Marks(titles=()),
    ),
)
