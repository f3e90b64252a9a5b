"""Small PNG files of all kinds with the pixels that they show: python png.py writes png.json beside
this file. What Pillow reads in the same way is compared with it. Needs numpy and Pillow."""
import base64
import io
import json
import os
import struct
import zlib

import numpy
from PIL import Image

cases = []
random = numpy.random.default_rng(7)
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(
        ">I", zlib.crc32(kind + data))


def rows(samples, depth):
    """The samples of a picture or of one pass, filter byte 0 before each row."""
    data = b""
    for row in samples:
        row = row.reshape(-1)
        if depth == 16:
            data += b"\0" + row.astype(">u2").tobytes()
        else:
            bits = ((row[:, None] >> numpy.arange(depth)[::-1]) & 1).astype(numpy.uint8)
            data += b"\0" + numpy.packbits(bits).tobytes()
    return data


def png(samples, color, depth, interlaced=False, extra=b""):
    height, width = samples.shape[:2]
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, int(interlaced))
    if interlaced:
        passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4),
                  (1, 0, 2, 2), (0, 1, 1, 2)]
        parts = [samples[y::dy, x::dx] for x, y, dx, dy in passes]
        data = b"".join(rows(part, depth) for part in parts if part.size)
    else:
        data = rows(samples, depth)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra
            + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b""))


def luma(rgb):
    weights = numpy.array([19595, 38470, 7471])
    return (rgb.astype(int) @ weights + 32768) >> 16


def case(name, file, rgba, pillow=True):
    """`rgba` is what the file shows, 8 bits; transparent pixels are blended with white."""
    rgba = rgba.astype(int)
    alpha = rgba[..., 3:]
    rgb = (alpha * rgba[..., :3] + (255 - alpha) * 255 + 127) // 255
    if pillow:
        read = numpy.array(Image.open(io.BytesIO(file)).convert("RGBA")).astype(int)
        visible = rgba[..., 3] > 0
        assert (read[visible] == rgba[visible]).all(), name
    cases.append(dict(
        name=name, bytes=base64.b64encode(file).decode(), width=rgb.shape[1],
        height=rgb.shape[0], rgb=rgb.flatten().tolist(), gray=luma(rgb).flatten().tolist()))


def shown(samples, color, depth):
    """The samples as RGBA of 8 bits."""
    wide = samples.astype(int)
    if depth == 16:
        wide = (2 * wide + 257) // 514
    elif depth < 8:
        wide = wide * 255 // (2 ** depth - 1)
    opaque = numpy.full(wide.shape[:2] + (1,), 255)
    gray = numpy.repeat(wide[..., :1], 3, axis=2)
    return numpy.concatenate({
        0: [gray, opaque], 2: [wide, opaque], 4: [gray, wide[..., 1:]], 6: [wide]}[color], axis=2)


for color, name in [(0, "grey"), (2, "RGB"), (4, "grey and alpha"), (6, "RGBA")]:
    for depth in [1, 2, 4, 8, 16] if color == 0 else [8, 16]:
        for interlaced in [False, True]:
            shape = (5, 7, CHANNELS[color])
            samples = random.integers(0, 2 ** depth, shape)
            case(f"{name}, {depth} bits{', interlaced' if interlaced else ''}",
                 png(samples, color, depth, interlaced), shown(samples, color, depth),
                 pillow=depth < 16)
ramp = numpy.arange(0, 65536, 1024).reshape(8, 8, 1)
case("16 bits, 32768 is 128", png(ramp, 0, 16), shown(ramp, 0, 16), pillow=False)
for depth in [1, 2, 4, 8]:
    palette = random.integers(0, 256, (2 ** min(depth, 4), 3))
    alpha = random.integers(0, 256, len(palette) - 1)
    index = random.integers(0, len(palette), (5, 7, 1))
    colors = chunk(b"PLTE", palette.astype(numpy.uint8).tobytes())
    solid = numpy.concatenate([palette, numpy.full((len(palette), 1), 255)], axis=1)
    case(f"palette, {depth} bits", png(index, 3, depth, extra=colors), solid[index[..., 0]])
    clear = solid.copy()
    clear[:len(alpha), 3] = alpha
    both = colors + chunk(b"tRNS", alpha.astype(numpy.uint8).tobytes())
    case(f"palette with alpha, {depth} bits", png(index, 3, depth, depth == 4, both),
         clear[index[..., 0]])
samples = random.integers(0, 256, (3, 4, 1))
expected = shown(samples, 0, 8)
expected[samples[..., 0] == samples[0, 0, 0], 3] = 0
case("grey with a transparent value",
     png(samples, 0, 8, extra=chunk(b"tRNS", struct.pack(">H", samples[0, 0, 0]))), expected)
samples = random.integers(0, 256, (4, 4, 3))
for name, extra in [
    ("linear gamma", chunk(b"gAMA", struct.pack(">I", 100000))),
    ("usual gamma", chunk(b"gAMA", struct.pack(">I", 45455))), ("sRGB", chunk(b"sRGB", b"\0")),
    ("animated", chunk(b"acTL", struct.pack(">II", 1, 0))
        + chunk(b"fcTL", struct.pack(">IIIIIHHBB", 0, 4, 4, 0, 0, 1, 10, 0, 0))),
]:
    case(name, png(samples, 2, 8, extra=extra), shown(samples, 2, 8))
gray = random.integers(0, 65536, (3, 3, 1))
case("16 bits with linear gamma", png(
    gray, 0, 16, extra=chunk(b"gAMA", struct.pack(">I", 100000))), shown(gray, 0, 16), False)
with open(os.path.splitext(os.path.abspath(__file__))[0] + ".json", "w") as file:
    json.dump(dict(cases=cases), file, separators=(",", ":"))
    file.write("\n")
