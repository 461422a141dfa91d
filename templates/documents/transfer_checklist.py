"""移交清册: all that a household's file holds and lacks."""

from __future__ import annotations

from templates import examples, transfer_checklist
from templates.build.transfer_checklist import transfer_checklist as layout
from templates.kind import Kind
from templates.request import Computed, Request, household_of
from templates.transfer_checklist import TransferChecklist


def computed(request: Request) -> Computed:
    """Return the checklist of the household asked for. Raises NothingToReport."""
    number = household_of(request)
    values = transfer_checklist.from_archive(
        request.connection,
        request.workspace,
        number,
        view=request.view,
        as_of=request.as_of,
        known_on=request.known_on,
        language=request.language,
    )
    return Computed(values=values, about=f"户{number:06d}", household_id=number)


KIND = Kind(
    name="transfer-checklist",
    fields=TransferChecklist,
    titles={"zh": "移交清册", "es": "Lista-de-entrega"},
    doc_type="transfer_list",
    subject="household",
    compute=computed,
    layout=layout,
    example=lambda language, rows: examples.checklist(rows, language),
)
