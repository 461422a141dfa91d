"""The key that signs seals: made here, readable only by its owner, never part of the archive."""

from __future__ import annotations

from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from archive import fsio
from archive.workspace import Workspace
from extractors.wording import _

FILE_NAME = "seal.key"
OWNER_ONLY = 0o600


class KeyLost(Exception):
    """The key that signed the seals so far is not there, or cannot be read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            _(
                "The key that signs seals is not in {path}, or is not whole. Put it back from the "
                "copy you keep; if it is lost for good, begin a new one: hudang seal key --new"
            ).format(path=path)
        )


def key_file(workspace: Workspace) -> Path:
    """Return where the key lies."""
    return workspace.root / FILE_NAME


def make_key(workspace: Workspace) -> Ed25519PrivateKey:
    """Make and keep a key. Raises FileExistsError when there is one."""
    key = Ed25519PrivateKey.generate()
    fsio.write_durably(
        key_file(workspace),
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
        mode=OWNER_ONLY,
    )
    fsio.sync_folder(workspace.root)
    return key


def signing_key(workspace: Workspace) -> Ed25519PrivateKey:
    """Return the key. Raises KeyLost."""
    path = key_file(workspace)
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except (FileNotFoundError, ValueError, TypeError) as cause:
        raise KeyLost(path) from cause
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyLost(path)
    return key


def set_aside(workspace: Workspace, name: str) -> None:
    """Give a key that is no longer used another name beside it; without a key nothing happens."""
    path = key_file(workspace)
    if path.exists():
        fsio.place(path, path.with_name(name))


def public_of(key: Ed25519PrivateKey) -> str:
    """Return the public half, as it is printed and stands in seals: 64 hex digits."""
    return key.public_key().public_bytes_raw().hex()


def is_signed(public_key: str, signature: str, signed: bytes) -> bool:
    """Whether `signature` (hex) is by the holder of `public_key` (hex) over `signed`."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(signature), signed)
    except (InvalidSignature, ValueError):
        return False
    return True
