"""Check the seals of an archive without the program that made them.

python3 verify_seal.py ARCHIVE PUBLIC_KEY [ROOT]

ARCHIVE     the folder archive/ of a workspace, or a copy of it
PUBLIC_KEY  as printed by `hudang seal key`: 64 hex digits
ROOT        of a seal, as it stands in the register: that seal must be among them
Needs Python 3.9 and the package cryptography. Prints what disagrees; exit code 1 if anything does.
"""

import json
import sys
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

INVENTORY = "inventory.json"
TABLE = "table {name} {first}-{last} {rows} {digest}"


def digest_of(data):
    return sha256(data).hexdigest()


def merkle(entries):  # RFC 6962, section 2.1
    if len(entries) < 2:
        return sha256(b"\0" + entries[0] if entries else b"").digest()
    half = 1 << (len(entries) - 1).bit_length() - 1
    return sha256(b"\1" + merkle(entries[:half]) + merkle(entries[half:])).digest()


def is_signed(seal, signature, public_key):
    said = json.dumps(seal, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, said)
    except InvalidSignature:
        return False
    return True


def complaints(archive, public_key, wanted):
    inventories = {}
    for path in archive.glob(f"*/*/*/*/{INVENTORY}"):
        inventories[json.loads(path.read_bytes())["id"]] = path
    previous, row_digest, row_number, roots, openly = "0" * 64, "0" * 64, 0, [], set()
    for path in archive.glob("*/*/*/urn%3axdh%3aseals%3a*/v*/content/audit/*.jsonl"):
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            # Papers were destroyed: the row names the inventories that gave way.
            openly |= set(row["detail"]["before"] if row["action"] == "object.rewrite" else ())
    for month in sorted(name for name in inventories if name.startswith("urn:xdh:seals:")):
        leaves, inventory = {}, json.loads(inventories[month].read_bytes())
        state = inventory["versions"][inventory["head"]]["state"]
        paths = {name: inventory["manifest"][d][0] for d, names in state.items() for name in names}
        folder = inventories[month].parent
        for name in sorted(name for name in paths if name.startswith("seals/")):
            files = name, f"leaves/{name[6:-5]}.txt", f"audit/{name[6:-5]}.jsonl"
            data, listed, trail = ((folder / paths[each]).read_bytes() for each in files)
            seal = json.loads(data)
            if not is_signed(seal, bytes.fromhex(seal.pop("signature")), public_key):
                yield f"{name}: not signed with this key"
            if seal["previous"] != previous:
                yield f"{name}: does not follow the seal before it"
            if (digest_of(listed), digest_of(trail)) != (seal["leaves"], seal["segment"]):
                yield f"{name}: its list of objects or its audit trail was changed"
            for line in trail.decode().splitlines():
                sealed, row = line[: -len(f',"digest":"{"0" * 64}"}}')] + "}", json.loads(line)
                follows = (row["seq"], row["previous"]) == (row_number + 1, row_digest)
                row_number, row_digest = row["seq"], digest_of(sealed.encode())
                if not follows or row["digest"] != row_digest:
                    yield f"{name}: the audit trail breaks at row {row_number}"
            for line in listed.decode().splitlines():
                object_id, *leaf = line.split(" ")
                leaves[object_id] = leaf
                path = inventories.get(object_id, archive / "no").parent / leaf[0] / INVENTORY
                there = path.exists() and digest_of(path.read_bytes())
                if leaf[0] != "gone" and there != leaf[1] and leaf[1] not in openly:
                    yield f"{name}: {object_id} {leaf[0]} is not what was sealed"
            lines = [f"object {n} {' '.join(leaves[n])}" for n in sorted(leaves) if leaves[n][1:]]
            lines.append(f"audit {seal['audit_last']} {seal['audit_digest']}")
            lines += [TABLE.format(**each) for each in seal["tables"]]
            if merkle([line.encode() for line in lines]).hex() != seal["root"]:
                yield f"{name}: its root does not come out of what it lists"
            previous, roots = digest_of(data), [*roots, seal["root"]]
    if wanted not in ["", *roots] or not roots:
        yield "no such seal is in this archive"
    for path in inventories.values():
        for digest, contents in json.loads(path.read_bytes())["manifest"].items():
            if not all(digest_of((path.parent / each).read_bytes()) == digest for each in contents):
                yield f"{path.parent / contents[0]} is not what its inventory says"


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    root = "".join(sys.argv[3:]).replace(" ", "").lower()
    found = list(complaints(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), root))
    print("\n".join(found) or "All seals hold.")
    sys.exit(bool(found))
