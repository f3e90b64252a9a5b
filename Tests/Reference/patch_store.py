"""A store of patches, and checksums, made by struct and zlib from the description in PatchStore.swift:
python patch_store.py writes patch_store.json beside this file."""
import base64
import struct
import zlib

from reference import write

SIDE = 2
NO_PLACE = -2**63


def text(value):
    return struct.pack("<H", len(value.encode())) + value.encode()


def piece(kind, content):
    start = kind + struct.pack("<I", len(content)) + content
    return start + struct.pack("<I", zlib.crc32(start))


def entry(number, slide, label, place, region, share):
    return struct.pack("<QIIqq4dd", number, slide, label, *place, *region, share)


content = struct.pack("<Id", SIDE, 1.94) + struct.pack("<I", 3)
content += b"".join(text(name) for name in ["tumor", "normal", "unknown"])
start = b"\x89DTPS\r\n\x1a" + struct.pack("<II", 1, len(content)) + content
file = start + struct.pack("<I", zlib.crc32(start))

slides = [("node 1", "anna"), ("Knoten 2 ä", "bert")]
patches = [
    (0, 0, (3, 4), (96.5, 128.25, 32.0, 32.0), 0.75),
    (1, 1, (NO_PLACE, NO_PLACE), (0.0, -1.5, 31.75, 31.75), -1.0),
    (0, 2, (0, 0), (1e6, 2e6, 32.0, 32.0), 0.0),
]
entries, runs, seen, place_after = b"", [], set(), None
for number, patch in enumerate(patches):
    if patch[0] not in seen:
        seen.add(patch[0])
        file += piece(b"SLID", b"".join(map(text, slides[patch[0]])))
    if len(file) != place_after:
        runs.append((number, len(file)))
    known = entry(number, *patch)
    entries += known
    file += piece(b"PTCH", known + bytes((50 * number + i) % 256 for i in range(3 * SIDE * SIDE)))
    place_after = len(file)
table = len(file)
file += piece(b"TABL", entries)
index = len(file)
content = struct.pack("<QI", len(patches), len(slides))
content += b"".join(text(name) + text(patient) for name, patient in slides)
content += struct.pack("<QI", table, len(runs)) + b"".join(struct.pack("<QQ", *run) for run in runs)
file += piece(b"INDX", content)
end = struct.pack("<Q", index) + b"DTPS END"
file += end + struct.pack("<I", zlib.crc32(end))

sums = [zlib.crc32(bytes((7 * i + i * i) % 256 for i in range(count))) for count in range(70)]
write(__file__, dict(store=base64.b64encode(file).decode(), checksums=sums))
