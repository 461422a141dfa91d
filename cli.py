"""The command `hudang`: gathers the commands, words a refusal in one sentence, sets the exit code.

What the commands do stands in `commands/`, one group a module.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import click

from commands import (
    audit,
    backup,
    borrow,
    disposal,
    draft,
    drafts,
    duplicates,
    extract,
    handover,
    household,
    intake,
    labels,
    ledger,
    paper,
    retention,
    review,
    score,
    seal,
    search,
    shelf,
    tasks,
    templates,
    verify,
    workspace,
)
from commands.desk import BAD_INPUT, ENVIRONMENT, FINDINGS, INTERRUPTED, OK, USAGE, tell
from extractors.wording import _

# Each adds its `COMMANDS`.
GROUPS = (
    audit,
    borrow,
    disposal,
    backup,
    draft,
    drafts,
    duplicates,
    extract,
    handover,
    household,
    intake,
    labels,
    ledger,
    retention,
    paper,
    review,
    score,
    seal,
    search,
    shelf,
    tasks,
    templates,
    verify,
    workspace,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-w",
    "--workspace",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    show_default=_("the current folder"),
    help=_("The workspace to work in."),
)
@click.version_option(package_name="hudang", message="hudang %(version)s")
@click.pass_context
def hudang(context: click.Context, workspace: Path) -> None:
    context.obj = workspace


hudang.help = _(
    "户档: the household's file. Reads the papers of a loan department, files them by household, "
    "keeps the ledger beside them, finds anything, and drafts Word documents."
)

for group in GROUPS:
    for command in group.COMMANDS:
        hudang.add_command(command)


# -- the edge: what went wrong, in one sentence and one exit code -----------------------------


def exit_codes() -> dict[type[BaseException], int]:
    """Return what each refusal means to the shell; imported late to keep `--help` quick."""

    from archive import (
        audit_files,
        corrections,
        database,
        documents,
        file_facts,
        households,
        items,
        learning,
        lending,
        pending,
        readiness,
        rebuild,
        recovery,
        rescans,
        separation,
        settings,
        shelf_list,
        shelves,
        store,
        workspace,
    )
    from archive.backup import make as backup_make
    from archive.backup import place as backup_place
    from archive.backup import reader as backup_reader
    from archive.backup import sealing as backup_sealing
    from archive.disposal import erasing, judging, lists
    from archive.handover import alone, arriving, formalities, officer, reasons_file, receiving
    from archive.handover.preparing import NothingToHandOver
    from archive.handover.refusal import PackageRefused
    from archive.retention import chosen, facts, holds
    from archive.seals import kept, key, making
    from extractors.correct import CorrectionRefused
    from indexer.engine import IndexDamaged, IndexNotWritten
    from ledger.bad.messages import TextNotUnderstood
    from ledger.book import AmbiguousLoan, UnknownLoan
    from ledger.indicators import UnknownIndicator
    from ledger.kinds.registry import UnknownFactKind
    from ledger.mapping.decisions import MappingRefused
    from ledger.papers.proposals import NotDecidable, UnknownProposal
    from ledger.rebuild import JournalDamaged, LedgerNotEmpty
    from ledger.recording import FactRefused
    from ledger.registers import UnknownRegister
    from ledger.registers.bad_summary import GroupNotKnown
    from ledger.registers.maturity import MonthNotUnderstood
    from ledger.registers.performance_register import PeriodNotUnderstood
    from ledger.registers.period import DayNotUnderstood
    from ledger.registers.xlsx import TooManyRows
    from ledger.rules.doing import NothingToRecord
    from ledger.rules.month import MonthUnknown
    from ledger.rules.registry import UnknownRule
    from ledger.rules.running import UnknownTask
    from ledger.scores import SheetInvalid
    from ledger.scores import UnknownSheet as UnknownScoreSheet
    from ledger.sheets import WorkbookUnreadable
    from ledger.tracing import UnknownFact as UnknownLedgerFact
    from samples.demo import DemoFailed
    from templates.batch.joined import NotJoinable
    from templates.batch.run import BatchChanged, BatchRunning, FileChanged, NoNotices
    from templates.checking.finding import TemplateInvalid
    from templates.kinds import UnknownKind
    from templates.labels import NothingToPrint, UnknownSheet
    from templates.pdf import NoConverter, NotConverted
    from templates.request import AskedWrongly, NothingToReport
    from templates.word_template import RenderingFailed

    return {
        settings.SettingsInvalid: BAD_INPUT,
        workspace.NotAWorkspace: USAGE,
        workspace.WorkspaceExists: USAGE,
        households.UnknownHousehold: USAGE,
        documents.UnknownDocument: USAGE,
        file_facts.UnknownFact: USAGE,
        items.UnknownItem: USAGE,
        learning.UnknownRule: USAGE,
        pending.DecisionRefused: BAD_INPUT,
        shelves.PlaceRefused: BAD_INPUT,
        shelf_list.ListRefused: BAD_INPUT,
        lending.LendingRefused: BAD_INPUT,
        lending.UnknownSlip: USAGE,
        separation.DutiesNotSeparated: BAD_INPUT,
        chosen.RetentionRuleUnknown: BAD_INPUT,
        facts.FactRefused: BAD_INPUT,
        holds.UnknownHold: USAGE,
        holds.ReasonMissing: USAGE,
        lists.UnknownList: USAGE,
        lists.ListNotReady: BAD_INPUT,
        judging.DisposalBlocked: BAD_INPUT,
        erasing.FilingUnderWay: ENVIRONMENT,
        rescans.NotAPair: USAGE,
        corrections.NotPossible: BAD_INPUT,
        rebuild.DatabaseNotEmpty: USAGE,
        PackageRefused: BAD_INPUT,
        receiving.PackageDiffers: FINDINGS,
        formalities.FormalitiesOpen: FINDINGS,
        reasons_file.ReasonsInvalid: BAD_INPUT,
        arriving.MergeRefused: USAGE,
        officer.TransferRefused: USAGE,
        NothingToHandOver: USAGE,
        alone.HandoverRunning: ENVIRONMENT,
        LedgerNotEmpty: USAGE,
        UnknownFactKind: USAGE,
        UnknownIndicator: USAGE,
        UnknownRule: USAGE,
        UnknownTask: USAGE,
        NothingToRecord: USAGE,
        MonthUnknown: USAGE,
        FactRefused: BAD_INPUT,
        NotDecidable: BAD_INPUT,
        UnknownProposal: USAGE,
        JournalDamaged: ENVIRONMENT,
        MonthNotUnderstood: USAGE,
        TooManyRows: USAGE,
        DayNotUnderstood: USAGE,
        GroupNotKnown: USAGE,
        TextNotUnderstood: USAGE,
        IndexDamaged: ENVIRONMENT,
        IndexNotWritten: ENVIRONMENT,
        CorrectionRefused: BAD_INPUT,
        WorkbookUnreadable: BAD_INPUT,
        NothingToReport: BAD_INPUT,
        TemplateInvalid: BAD_INPUT,
        RenderingFailed: BAD_INPUT,
        NotJoinable: BAD_INPUT,
        NoNotices: BAD_INPUT,
        BatchChanged: BAD_INPUT,
        FileChanged: BAD_INPUT,
        BatchRunning: ENVIRONMENT,
        NoConverter: ENVIRONMENT,
        NotConverted: ENVIRONMENT,
        UnknownRegister: USAGE,
        PeriodNotUnderstood: USAGE,
        SheetInvalid: BAD_INPUT,
        UnknownScoreSheet: USAGE,
        MappingRefused: USAGE,
        UnknownLedgerFact: USAGE,
        UnknownKind: USAGE,
        UnknownSheet: USAGE,
        NothingToPrint: USAGE,
        AskedWrongly: USAGE,
        UnknownLoan: USAGE,
        AmbiguousLoan: USAGE,
        DemoFailed: ENVIRONMENT,
        recovery.AlreadyWatched: ENVIRONMENT,
        readiness.PlacesOverlap: ENVIRONMENT,
        database.DatabaseUnusable: ENVIRONMENT,
        database.DatabaseDamaged: ENVIRONMENT,
        backup_place.BackupRefused: USAGE,
        backup_place.NotABackup: USAGE,
        backup_place.BackupRunning: ENVIRONMENT,
        backup_make.NotEnoughRoom: ENVIRONMENT,
        backup_reader.SnapshotDamaged: BAD_INPUT,
        backup_sealing.WrongPassphrase: USAGE,
        backup_sealing.PassphraseTooShort: USAGE,
        store.ArchiveDamaged: ENVIRONMENT,
        audit_files.AuditForked: ENVIRONMENT,
        key.KeyLost: ENVIRONMENT,
        making.SealRefused: ENVIRONMENT,
        kept.UnknownSeal: USAGE,
        # An argument that is not text in any encoding known here.
        UnicodeEncodeError: USAGE,
        OSError: ENVIRONMENT,
    }


def main() -> None:
    """Run the command line and end the process with the documented exit code."""
    # Modules, rows and figures are made by the hundred thousand and stay: to go through them
    # after each 700 took a tenth of the time of drafting from a large ledger.
    gc.set_threshold(50_000, 20, 20)
    try:
        code = hudang.main(standalone_mode=False)
    except click.exceptions.Abort:
        code = INTERRUPTED
    except click.ClickException as refusal:
        refusal.show()
        code = USAGE
    except BrokenPipeError:
        # The reader of our output had enough.
        sys.stderr.close()
        code = OK
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as refusal:
        code = _code_of(refusal)
        if code is None:
            raise
        tell(str(refusal))
    sys.exit(code or OK)


def _code_of(refusal: Exception) -> int | None:
    codes = exit_codes()
    return next((codes[kind] for kind in type(refusal).__mro__ if kind in codes), None)


if __name__ == "__main__":
    main()
