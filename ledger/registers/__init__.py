"""Registers (台账) that go out: one module each, a declaration of rows and columns."""

from ledger.registers.declaration import RegisterTable
from ledger.registers.registry import REGISTERS, UnknownRegister, register
from ledger.registers.xlsx import write_xlsx

__all__ = ["REGISTERS", "RegisterTable", "UnknownRegister", "register", "write_xlsx"]
