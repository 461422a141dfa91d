"""Becomes LibreOffice, having left the network: a document may name pictures of other machines.

python -m templates.pdf_child SOFFICE ARGUMENT...
"""

from __future__ import annotations

import os
import sys

from extractors import host


def main(command: list[str]) -> None:
    """Become the program that `command` names."""
    host.cut_off_network()
    os.execv(command[0], command)  # noqa: S606 - the converter found on this machine


if __name__ == "__main__":
    main(sys.argv[1:])
