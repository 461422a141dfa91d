"""Receipts of collection notices: who signed for a demand, and on which day."""

from __future__ import annotations

from datetime import date
from typing import Protocol


class Contact(Protocol):
    """A fact `contact`, however it was read."""

    def text(self, field: str) -> str | None:
        """Return a field as text; None where it was not stated."""

    def day(self, field: str) -> date | None:
        """Return a field that is a day; None where it was not stated."""


def received_on(contact: Contact, on: date, borrower: str | None) -> date | None:
    """Return the day on which the debtor's side signed for a demand; None where it did not.

    on  day of the contact, which stands for the receipt's where only the signature was stated

    A receipt says it by a day and a receiver: the borrower, who the demand was addressed to, or
    the family. What the guarantor signed says nothing about the debtor (民法典 article 195).
    """
    signed, received = contact.text("signed"), contact.day("received_on")
    if contact.text("target") == "guarantor" or signed == "False":
        return None
    if signed == "True":
        return received or on
    by = contact.text("received_by")
    if received is None or not by:
        return None
    to_family = contact.text("target") == "family"
    named = by == contact.text("target_name") or (borrower is not None and borrower in by)
    return received if to_family or named else None
