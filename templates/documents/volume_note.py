"""卷内备考表: the closing note of one volume."""

from __future__ import annotations

from templates import examples, volume
from templates.build.volume import volume_note as layout
from templates.kind import Kind
from templates.request import Computed, Request, household_of
from templates.volume import VolumeNote


def computed(request: Request) -> Computed:
    """Return that of the household asked for. Raises NothingToReport."""
    number = household_of(request)
    values = volume.note_from_archive(
        request.connection,
        request.workspace,
        number,
        as_of=request.as_of,
        known_on=request.known_on,
        language=request.language,
    )
    return Computed(values=values, about=f"户{number:06d}", household_id=number)


def example(language: str, rows: int) -> VolumeNote:
    """Return an invented one."""
    return volume.note_of(
        examples.catalogue_of(rows, language),
        examples.PLACES[:rows],
        institution=examples.INSTITUTION,
        as_of=examples.KNOWN_ON,
        known_on=examples.KNOWN_ON,
        language=language,
    )


KIND = Kind(
    name="volume-note",
    fields=VolumeNote,
    titles={"zh": "卷内备考表", "es": "Nota-de-cierre"},
    doc_type="volume_note",
    subject="household",
    compute=computed,
    layout=layout,
    example=example,
)
