"""Models loaded for one thread, without memory held between pages."""

from __future__ import annotations

from pathlib import Path

import onnxruntime


def session(model: Path) -> onnxruntime.InferenceSession:
    """Return `model` ready to run. Raises what onnxruntime raises for a file that is no model."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # The arena keeps the largest page it ever saw; a reading child must stay small.
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(
        str(model), sess_options=options, providers=["CPUExecutionProvider"]
    )
