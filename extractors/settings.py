"""How documents are read: the limits and choices that a reading depends on besides the bytes."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.learned_rule import LearnedRule


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSettings:
    """Limits on one document and on the child process that reads it; `[reading]` in hudang.toml."""

    # Language of problem messages: "zh", "es" or "en". Filled from [office] language.
    language: str = "zh"
    # Child processes reading at once; 0 means one per processor.
    processes: int = 0
    # Wall seconds one document may take before its child is stopped.
    time_limit_s: int = 180
    # Resident megabytes a child may use before it is stopped.
    memory_mb: int = 2048
    # Pages of one document that are read; a longer one is held for a person.
    max_pages: int = 500
    # Bytes of one document, in megabytes.
    max_file_mb: int = 200
    # Pixels of one page image, in millions.
    max_megapixels: int = 200
    # Dots per inch at which PDF pages without sound text are drawn for OCR.
    ocr_dpi: int = 200
    # What corrections taught about printed forms; kept in the archive, not in hudang.toml.
    rules: tuple[LearnedRule, ...] = ()
    # What reads scans: "rapid", which comes with the program, or "tesseract" where it is installed.
    ocr_engine: str = "rapid"
    # Folder with other models for "rapid": det.onnx, rec.onnx and, unless they are in it, keys.txt.
    ocr_models: str = ""
