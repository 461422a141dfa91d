"""Encryption of backups: a passphrase opens a random master key, the master key opens the rest.

The construction is that of age (age-encryption.org/v1) with other primitives: pieces of 64 KiB,
each sealed by AES-256-GCM under a key of this file alone, the nonce counting the pieces and marking
the last (STREAM, Hoang, Reyhanitabar, Rogaway, Vizár 2015). So a piece that is changed, missing,
doubled, out of order or from another file is refused. The layout is in docs/formats.md.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from extractors.wording import _

MAGIC = b"hudang-sealed-1\n"
PIECE = 64 * 1024
TAG, SALT, KEY, NONCE = 16, 32, 32, 12
# RFC 9106, section 4: the choice for where 2 GiB of memory cannot be had.
ARGON2 = {"iterations": 3, "lanes": 4, "memory_kib": 64 * 1024}
# What a header may ask for at most: it is read before anything vouches for it.
ARGON2_LIMITS = {"iterations": 20, "lanes": 64, "memory_kib": 1024 * 1024}
SHORTEST_PASSPHRASE = 12
CODE_GROUP = 4


class SealBroken(Exception):
    """A sealed file is not what was sealed: changed, cut short, or another put in its place."""


class WrongPassphrase(Exception):
    """The passphrase does not open this backup."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This passphrase or recovery code does not open the backup. Look at the recovery "
                "sheet: capital letters, blanks and the language of the keyboard count."
            )
        )


class PassphraseTooShort(Exception):
    """A new backup needs a longer passphrase."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Choose a passphrase of at least {n} characters, five random words for example."
            ).format(n=SHORTEST_PASSPHRASE)
        )


@dataclass(frozen=True, slots=True)
class Keys:
    """What opens one encrypted backup; never written anywhere but wrapped, or on paper."""

    master: bytes

    def name_of(self, sha256: str) -> str:
        """Return the name under which contents of this digest are kept: says nothing without us."""
        key = _derived(self.master, b"", b"hudang backup 1 names")
        return hmac.new(key, bytes.fromhex(sha256), hashlib.sha256).hexdigest()

    def file_key(self, salt: bytes, name: str) -> AESGCM:
        """Return the cipher of one sealed file, bound to its name."""
        return AESGCM(_derived(self.master, salt, b"hudang backup 1 file " + name.encode()))

    @property
    def code(self) -> str:
        """The master key for paper: groups of four letters and digits, the last for checking."""
        text = base64.b32encode(self.master + hashlib.sha256(self.master).digest()[:3]).decode()
        return "-".join(text[i : i + CODE_GROUP] for i in range(0, len(text), CODE_GROUP))


def new_keys() -> Keys:
    """Return keys that nobody had before."""
    return Keys(os.urandom(KEY))


def check_passphrase(passphrase: str) -> None:
    """Raise PassphraseTooShort for one that could be guessed."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise PassphraseTooShort


def lock(keys: Keys, passphrase: str) -> dict[str, Any]:
    """Return the part of a backup's header that a passphrase opens."""
    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    kdf = {"name": "argon2id", "salt": salt.hex(), **ARGON2}
    wrapped = AESGCM(_stretched(passphrase, kdf)).encrypt(nonce, keys.master, _canonical(kdf))
    return {"kdf": kdf, "nonce": nonce.hex(), "wrapped_key": wrapped.hex()}


def unlock(header: dict[str, Any], secret: str) -> Keys:
    """Return the keys of a backup, by its passphrase or its recovery code.

    Raises WrongPassphrase, and SealBroken for a header that no program of ours wrote.
    """
    try:
        kdf, nonce = header["kdf"], bytes.fromhex(header["nonce"])
        wrapped, check = bytes.fromhex(header["wrapped_key"]), str(header["key_check"])
        asked_too_much = any(not 0 < int(kdf[name]) <= most for name, most in ARGON2_LIMITS.items())
        if kdf["name"] != "argon2id" or asked_too_much:
            raise ValueError(kdf["name"])
        by_code = _from_code(secret)
        if by_code and hmac.compare_digest(key_check(by_code), check):
            return by_code
        opened = AESGCM(_stretched(secret, kdf)).decrypt(nonce, wrapped, _canonical(kdf))
    except InvalidTag:
        raise WrongPassphrase from None
    except (KeyError, TypeError, ValueError, AttributeError) as cause:
        raise SealBroken(_("the header of the backup is damaged")) from cause
    return Keys(opened)


def key_check(keys: Keys) -> str:
    """Return a short mark of the keys that gives nothing of them away; also tells backups apart."""
    return _derived(keys.master, b"", b"hudang backup 1 check").hex()[:16]


def _from_code(secret: str) -> Keys | None:
    letters = "".join(ch for ch in secret.upper() if ch.isalnum())
    try:
        data = base64.b32decode(letters)
    except ValueError:
        return None
    master, check = data[:KEY], data[KEY:]
    whole = len(master) == KEY and check == hashlib.sha256(master).digest()[:3]
    return Keys(master) if whole else None


def _stretched(passphrase: str, kdf: dict[str, Any]) -> bytes:
    # The same characters may be typed composed or not, depending on the keyboard.
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogateescape")
    return Argon2id(
        salt=bytes.fromhex(kdf["salt"]),
        length=KEY,
        iterations=int(kdf["iterations"]),
        lanes=int(kdf["lanes"]),
        memory_cost=int(kdf["memory_kib"]),
    ).derive(secret)


def _derived(master: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=KEY, salt=salt, info=info).derive(master)


def _canonical(data: dict[str, Any]) -> bytes:
    return json.dumps(data, sort_keys=True, separators=(",", ":")).encode()


# -- files ------------------------------------------------------------------------------------


def sealed_size(size: int) -> int:
    """Return how long a file of `size` bytes is when sealed."""
    pieces = max(1, -(-size // PIECE))
    return len(MAGIC) + SALT + size + pieces * TAG


def sealed(keys: Keys, name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the sealed form of a file that will be called `name`."""
    salt = os.urandom(SALT)
    cipher = keys.file_key(salt, name)
    yield MAGIC + salt
    number = 0
    waiting = None
    for piece in _of_size(pieces, PIECE):
        if waiting is not None:
            yield cipher.encrypt(_nonce(number, last=False), waiting, None)
            number += 1
        waiting = piece
    yield cipher.encrypt(_nonce(number, last=True), waiting or b"", None)


def opened(keys: Keys, name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what was sealed as `name`. Raises SealBroken at the first piece that is not genuine.

    Pieces that came before are genuine, but the file is whole only when this ends by itself.
    """
    source = _of_size(pieces, PIECE + TAG, first=len(MAGIC) + SALT)
    head = next(source, b"")
    if len(head) != len(MAGIC) + SALT or not head.startswith(MAGIC):
        raise SealBroken(_("it does not begin as a sealed file"))
    cipher = keys.file_key(head[len(MAGIC) :], name)
    number = 0
    waiting = next(source, None)
    while waiting is not None:
        following = next(source, None)
        try:
            yield cipher.decrypt(_nonce(number, last=following is None), waiting, None)
        except InvalidTag as cause:
            raise SealBroken(_("it was changed, cut short or put in another's place")) from cause
        number, waiting = number + 1, following
    if number == 0:
        raise SealBroken(_("it was cut short"))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(NONCE - 1, "big") + (b"\x01" if last else b"\x00")


def _of_size(pieces: Iterable[bytes], size: int, *, first: int = 0) -> Iterator[bytes]:
    """Cut a stream into pieces of `size` bytes, the last shorter; the first of `first` if given."""
    wanted = first or size
    held = bytearray()
    for piece in pieces:
        held += piece
        start = 0
        while len(held) - start >= wanted:
            yield bytes(held[start : start + wanted])
            start += wanted
            wanted = size
        del held[:start]
    if held:
        yield bytes(held)
