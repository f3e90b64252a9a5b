"""Reference values for SlideFileTests, from openslide-python with OpenSlide 4.0.1, which reads
levels smaller than their tile rightly. Run it in the folder that holds the slides.

Lossless files: the 64-bit FNV-1a hash of all red, green, blue bytes. JPEG: means of each channel.
"""

import numpy
import openslide


def pixels(slide, origin, level, size):
    image = numpy.asarray(slide.read_region(origin, level, size)).astype(int)
    alpha = image[..., 3:]
    return (image[..., :3] + (255 - alpha)).astype(numpy.uint8)


def fnv1a(array):
    value = 0xCBF29CE484222325
    for byte in array.tobytes():
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return f"{value:#018x}"


print("OpenSlide", openslide.__library_version__)
for name in ["boxes.tiff", "trap_deflate_tile512.tif"]:
    slide = openslide.OpenSlide(name)
    print(name, slide.properties.get("openslide.mpp-x"))
    for level, size in enumerate(slide.level_dimensions):
        print(" ", level, size, fnv1a(pixels(slide, (0, 0), level, size)))
for name, origin, size in [
    ("CMU-1-Small-Region.svs", (1000, 1500), (256, 256)),
    ("small.svs", (0, 0), (16, 16)),
]:
    slide = openslide.OpenSlide(name)
    patch = pixels(slide, origin, 0, size)
    print(name, slide.dimensions, slide.properties["openslide.mpp-x"], patch.mean((0, 1)))
