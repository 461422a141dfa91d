"""Another program can read an encrypted backup: this one knows docs/formats.md alone."""

from __future__ import annotations

import hashlib
import hmac
import json
import zlib
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from tests.backup_double import PASSPHRASE, back_up, filed_digests, with_papers


def derived(master: bytes, salt: bytes, info: str) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt or bytes(32), info.encode()).derive(master)


def master_key(unlock: dict[str, Any]) -> bytes:
    kdf = unlock["kdf"]
    stretched = Argon2id(
        salt=bytes.fromhex(kdf["salt"]), length=32, iterations=kdf["iterations"],
        lanes=kdf["lanes"], memory_cost=kdf["memory_kib"],
    ).derive(PASSPHRASE.encode())  # fmt: skip
    canonical = json.dumps(kdf, sort_keys=True, separators=(",", ":")).encode()
    nonce, wrapped = bytes.fromhex(unlock["nonce"]), bytes.fromhex(unlock["wrapped_key"])
    return AESGCM(stretched).decrypt(nonce, wrapped, canonical)


def opened(master: bytes, name: str, sealed: bytes) -> bytes:
    assert sealed[:16] == b"hudang-sealed-1\n"
    cipher = AESGCM(derived(master, sealed[16:48], "hudang backup 1 file " + name))
    step, body = 65536 + 16, sealed[48:]
    pieces = [body[i : i + step] for i in range(0, len(body), step)]
    return b"".join(
        cipher.decrypt(n.to_bytes(11, "big") + bytes([n == len(pieces) - 1]), piece, None)
        for n, piece in enumerate(pieces)
    )


def test_the_documented_format_is_all_one_needs_to_read_an_encrypted_backup(tmp_path: Path) -> None:
    workspace = with_papers(tmp_path / "w")
    made = back_up(workspace, tmp_path / "b", encrypt=True)
    assert made.manifest

    unlock = json.loads((tmp_path / "b" / "hudang-backup.json").read_bytes())["unlock"]
    master = master_key(unlock)
    assert derived(master, b"", "hudang backup 1 check").hex()[:16] == unlock["key_check"]
    [name] = (p.name for p in (tmp_path / "b" / "snapshots").iterdir() if ".list." in p.name)
    sealed = (tmp_path / "b" / "snapshots" / name).read_bytes()
    lines = zlib.decompress(opened(master, f"snapshots/{name}", sealed)).splitlines()
    key = derived(master, b"", "hudang backup 1 names")
    papers = set()
    for path, sha256, size in map(json.loads, lines):
        kept = hmac.new(key, bytes.fromhex(sha256), "sha256").hexdigest()
        data = opened(master, kept, (tmp_path / "b" / "objects" / kept[:2] / kept).read_bytes())
        assert (hashlib.sha256(data).hexdigest(), len(data)) == (sha256, size)
        assert data == (workspace.root / path).read_bytes()
        if "/papers/" in path:
            papers.add(sha256)

    assert papers == filed_digests(workspace)
