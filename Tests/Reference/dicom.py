"""Writes a small DICOM slide of one level into a folder, for OtherOpenSlideTests.testASlideOfDICOM.

    python dicom.py FOLDER

300 x 200 pixels of 0.5 micrometres, in JPEG tiles of 128. Prints the mean of each channel.
"""

import io
import json
import struct
import sys

import numpy
from PIL import Image

folder = sys.argv[1]
SOP = "1.2.840.10008.5.1.4.1.1.77.1.6"  # VL Whole Slide Microscopy Image Storage
ROOT = "1.2.826.0.1.3680043.10.999."


def element(group, number, kind, value):
    """A data element in explicit VR, little endian."""
    if isinstance(value, str):
        value = value.encode()
        if len(value) % 2:
            value += b"\0" if kind == "UI" else b" "
    elif isinstance(value, int):
        value = struct.pack({"US": "<H", "UL": "<I", "UV": "<Q"}[kind], value)
    elif isinstance(value, float):
        value = struct.pack("<f", value)
    head = struct.pack("<HH", group, number) + kind.encode()
    if kind in ("OB", "OW", "SQ", "UN", "UT"):
        return head + b"\0\0" + struct.pack("<I", len(value)) + value
    return head + struct.pack("<H", len(value)) + value


def sequence(group, number, *items):
    body = b"".join(struct.pack("<HHI", 0xFFFE, 0xE000, len(item)) + item for item in items)
    return element(group, number, "SQ", body)


width, height, side = 300, 200, 128
y, x = numpy.mgrid[0:height, 0:width]
picture = numpy.stack([x * 255 // width, y * 255 // height, (x + y) // 2], 2).astype(numpy.uint8)
rows, columns = -(-height // side), -(-width // side)
frames = []
for row in range(rows):
    for column in range(columns):
        tile = numpy.full((side, side, 3), 255, numpy.uint8)
        part = picture[row * side : (row + 1) * side, column * side : (column + 1) * side]
        tile[: part.shape[0], : part.shape[1]] = part
        data = io.BytesIO()
        Image.fromarray(tile).save(data, "JPEG", quality=95, subsampling="4:2:2")
        frames.append(data.getvalue() + b"\0" * (len(data.getvalue()) % 2))

spacing = sequence(0x0028, 0x9110, element(0x0028, 0x0030, "DS", "0.0005\\0.0005"))
dataset = [
    element(0x0008, 0x0008, "CS", "ORIGINAL\\PRIMARY\\VOLUME\\NONE"),
    element(0x0008, 0x0016, "UI", SOP),
    element(0x0008, 0x0018, "UI", ROOT + "3"),
    element(0x0008, 0x0060, "CS", "SM"),
    element(0x0020, 0x000D, "UI", ROOT + "1"),
    element(0x0020, 0x000E, "UI", ROOT + "2"),
    element(0x0020, 0x0013, "IS", "1"),
    element(0x0020, 0x9311, "CS", "TILED_FULL"),
    element(0x0028, 0x0002, "US", 3),
    element(0x0028, 0x0004, "CS", "YBR_FULL_422"),
    element(0x0028, 0x0006, "US", 0),
    element(0x0028, 0x0008, "IS", str(len(frames))),
    element(0x0028, 0x0010, "US", side),
    element(0x0028, 0x0011, "US", side),
    element(0x0028, 0x0100, "US", 8),
    element(0x0028, 0x0101, "US", 8),
    element(0x0028, 0x0102, "US", 7),
    element(0x0028, 0x0103, "US", 0),
    element(0x0028, 0x2110, "CS", "01"),
    element(0x0048, 0x0006, "UL", width),
    element(0x0048, 0x0007, "UL", height),
    element(0x0048, 0x0302, "UL", 1),
    element(0x0048, 0x0303, "UL", 1),
    sequence(0x5200, 0x9229, spacing),
]
offsets, place = [], 0
for frame in frames:
    offsets.append(place)
    place += 8 + len(frame)
table = struct.pack(f"<{len(offsets)}I", *offsets)
pixels = struct.pack("<HH2sHI", 0x7FE0, 0x0010, b"OB", 0, 0xFFFFFFFF)
for item in [table] + frames:
    pixels += struct.pack("<HHI", 0xFFFE, 0xE000, len(item)) + item
pixels += struct.pack("<HHI", 0xFFFE, 0xE0DD, 0)

meta = b"".join(
    [
        element(0x0002, 0x0001, "OB", b"\0\1"),
        element(0x0002, 0x0002, "UI", SOP),
        element(0x0002, 0x0003, "UI", ROOT + "3"),
        element(0x0002, 0x0010, "UI", "1.2.840.10008.1.2.4.50"),
        element(0x0002, 0x0012, "UI", ROOT + "4"),
    ]
)
with open(f"{folder}/slide.dcm", "wb") as file:
    file.write(b"\0" * 128 + b"DICM" + element(0x0002, 0x0000, "UL", len(meta)) + meta)
    file.write(b"".join(dataset) + pixels)
print(json.dumps(picture.reshape(-1, 3).mean(0).tolist()))
