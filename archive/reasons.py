"""Why a file waits or is held: one code each, with what happened and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extractors.sources.refusal import MESSAGES
from extractors.wording import N_, _

# Problems of a reading that a person has to settle before the paper can be filed for sure.
HOLDING_PROBLEMS = frozenset(
    {
        "amount_words_mismatch",
        "type_ambiguous",
        "required_missing",
        "id_check_digit",
        "uscc_check",
        "several_papers_on_page",
        "learned_unconfirmed",
        "code_type",
    }
)

SENTENCES: Mapping[str, str] = {
    # waiting in the inbox
    "incomplete": N_(
        "The file is not whole yet; perhaps the scanner or the copy is still running."
    ),
    "being_written": N_(
        "Another program still has it open for writing; it is taken when that program closes it."
    ),
    "no_permission": N_(
        "The file may not be read. Let the account that watches the inbox read it."
    ),
    "empty": N_("The file is empty. Scan or copy it again."),
    "disk_full": N_(
        "The archive's disk is nearly full. Make room; the file is taken in by itself."
    ),
    "no_memory": N_("There was not enough memory. Close other programs."),
    # held in pending/
    "type_unknown": N_("No form known here. Choose its type and household, or dismiss it."),
    "household_unknown": N_(
        "No household file matches. File its loan contract first, or choose the household."
    ),
    "household_ambiguous": N_("More than one household could be meant. Choose the right one."),
    "household_conflict": N_(
        "Its ID number and its contract number point to different households. Choose the right one."
    ),
    "code_invalid": N_(
        "It bears a code that is torn, mistyped or not one of ours. Choose the household."
    ),
    "code_foreign": N_("It bears another office's code. Choose the household."),
    "code_unknown": N_("Its code names a household file that is not here. Choose the household."),
    "code_conflict": N_(
        "Its code names one household and what stands on it another. Choose the right one."
    ),
    "draft_unknown": N_(
        "It bears the number of a draft that is not here. See hudang drafts, or choose the "
        "household."
    ),
    "draft_conflict": N_(
        "It is the signed copy of one household's draft, and what stands on it names another. "
        "Choose the right one."
    ),
    "separator_alone": N_("It holds separator sheets and nothing else. Dismiss it."),
    "name_only": N_("Only the name agrees, and a name alone is not enough. Confirm the household."),
    "split_unsure": N_(
        "It may hold several papers. Look at the proposal and say where each begins: "
        "hudang review split"
    ),
    "several_households": N_(
        "It holds papers of more than one household, or one that may be another's. Decide whose "
        "each is: hudang review split"
    ),
    "settled": N_("Nothing is left to settle. File it: hudang review file"),
    "needs_review": N_("Something on the paper must be settled first: {problems}"),
    "not_regular": N_("It is a link, a folder or a device, not a file. Copy the file itself."),
    "archive_damaged": N_(
        "The household's file in the archive is damaged. Restore it from a backup, then file this."
    ),
    "same_as_held": N_("Byte for byte the same as a paper that is already held."),
}

# What "needs_review" puts into its sentence, by problem code.
PROBLEMS: Mapping[str, str] = {
    "amount_words_mismatch": N_("amount in words and in figures differ"),
    "type_ambiguous": N_("two forms claim the paper"),
    "learned_unconfirmed": N_("a value was read by a rule that is new"),
    "code_type": N_("the separator sheet states another type than was read"),
    "several_papers_on_page": N_("one page holds more than one paper"),
    "required_missing": N_("a field without which it cannot be filed was not read"),
    "id_check_digit": N_("the ID number fails its check digit"),
    "uscc_check": N_("the company's credit code fails its check digit"),
}


def sentence(code: str, detail: Mapping[str, Any] | None = None) -> str:
    """Return what happened and what to do, in the person's language.

    code  of this module, or of extractors.sources.refusal for what could not be read
    """
    template = SENTENCES.get(code) or MESSAGES.get(code)
    if template is None:
        return code
    problems = [_(PROBLEMS[p]) if p in PROBLEMS else p for p in (detail or {}).get("problems", ())]
    return _(template).replace("{problems}", ", ".join(problems))
