"""Writes OME-TIFFs into a folder with tifffile, for OMETIFFTests.testFilesOfTifffile.

    python ome.py FOLDER

Prints for each file that is a slide the 64-bit FNV-1a hash of the red, green, blue bytes of each
level, in hexadecimal digits. The other files are none: several planes, or other pixels.
"""

import json
import sys

import numpy
import tifffile

folder = sys.argv[1]
random = numpy.random.default_rng(1)


def fnv1a(array):
    value = 0xCBF29CE484222325
    for byte in array.tobytes():
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return f"{value:x}"


def pyramid(name, levels, axes="YXS", **options):
    pixel = {
        "axes": axes,
        "PhysicalSizeX": 250.0,
        "PhysicalSizeXUnit": "nm",
        "PhysicalSizeY": 0.5,
        "PhysicalSizeYUnit": "µm",
    }
    byteorder = options.pop("byteorder", "<")
    with tifffile.TiffWriter(
        f"{folder}/{name}", ome=True, bigtiff=options.pop("bigtiff", False), byteorder=byteorder
    ) as file:
        options = dict(tile=(64, 64), compression="zlib", **options)
        file.write(levels[0], subifds=len(levels) - 1, metadata=pixel, **options)
        for level in levels[1:]:
            file.write(level, subfiletype=1, **options)


def picture(shape, kind=numpy.uint8):
    return random.integers(0, 256, shape).astype(kind)


slides = {}
levels = [picture((301, 403, 3)), picture((150, 201, 3)), picture((75, 100, 3))]
pyramid("little.ome.tif", levels, photometric="rgb")
pyramid("big.ome.tif", levels, photometric="rgb", byteorder=">", bigtiff=True)
planes = [numpy.ascontiguousarray(numpy.moveaxis(level, 2, 0)) for level in levels]
pyramid("separate.ome.tif", planes, "SYX", photometric="rgb", planarconfig="separate")
for name in ["little.ome.tif", "big.ome.tif", "separate.ome.tif"]:
    slides[name] = [fnv1a(level) for level in levels]

pyramid("focus.ome.tif", [picture((4, 301, 403, 3))], "ZYXS", photometric="rgb")
pyramid("fluorescence.ome.tif", [picture((3, 301, 403))], "CYX", photometric="minisblack")
pyramid("deep.ome.tif", [picture((301, 403, 3), numpy.uint16)], photometric="rgb")
pyramid("gray.ome.tif", [picture((301, 403))], "YX", photometric="minisblack")
print(json.dumps(slides))
