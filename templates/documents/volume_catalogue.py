"""卷内目录: the papers of one volume, in their order."""

from __future__ import annotations

from templates import examples, volume
from templates.build.volume import volume_catalogue as layout
from templates.kind import Kind
from templates.request import Computed, Request, household_of
from templates.volume import VolumeCatalogue


def computed(request: Request) -> Computed:
    """Return that of the household asked for. Raises NothingToReport."""
    number = household_of(request)
    values = volume.catalogue_from_archive(
        request.connection,
        request.workspace,
        number,
        as_of=request.as_of,
        known_on=request.known_on,
        language=request.language,
    )
    return Computed(values=values, about=f"户{number:06d}", household_id=number)


def example(language: str, rows: int) -> VolumeCatalogue:
    """Return an invented one."""
    return volume.catalogue_of(
        examples.catalogue_of(rows, language),
        institution=examples.INSTITUTION,
        as_of=examples.KNOWN_ON,
        known_on=examples.KNOWN_ON,
        language=language,
    )


KIND = Kind(
    name="volume-catalogue",
    fields=VolumeCatalogue,
    titles={"zh": "卷内目录", "es": "Indice-del-expediente"},
    doc_type="volume_catalogue",
    subject="household",
    compute=computed,
    layout=layout,
    example=example,
)
