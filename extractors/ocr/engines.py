"""Which OCR engine the settings choose, made ready or refused with a reason."""

from __future__ import annotations

from pathlib import Path

from extractors.ocr.engine import OcrEngine
from extractors.ocr.missing import EngineMissing
from extractors.settings import ReadingSettings
from extractors.wording import _

ENGINES = ("rapid", "tesseract")
# What a folder of other models holds; the keys may stand inside the recogniser instead.
DETECTOR, RECOGNISER, KEYS = "det.onnx", "rec.onnx", "keys.txt"


def engine_of(settings: ReadingSettings) -> OcrEngine:
    """Return the engine that `settings` choose. Raises EngineMissing."""
    if settings.ocr_engine == "tesseract":
        from extractors.ocr.tesseract import TesseractEngine

        return TesseractEngine()
    if settings.ocr_engine != "rapid":
        raise EngineMissing(
            _("ocr_engine is {given}; there are: {known}.").format(
                given=settings.ocr_engine, known=", ".join(ENGINES)
            )
        )
    from extractors.ocr.rapid import Models, RapidEngine

    if not settings.ocr_models:
        return RapidEngine()
    folder = Path(settings.ocr_models)
    missing = [name for name in (DETECTOR, RECOGNISER) if not (folder / name).is_file()]
    if missing:
        raise EngineMissing(
            _("The folder ocr_models names in hudang.toml has no {files}.").format(
                files=", ".join(missing)
            )
        )
    keys = folder / KEYS
    return RapidEngine(
        Models(folder / DETECTOR, folder / RECOGNISER, keys if keys.is_file() else None)
    )
