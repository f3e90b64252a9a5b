"""Reference values for colour spaces and for colour deconvolution, from scikit-image and OpenCV.

Run: python3 color.py    (numpy, scikit-image, opencv-python; writes color.json)

Pixels are the corners of the colour cube, greys, and colours by chance; the ways back begin at colours by
chance, some of which no screen can show.
"""
import json
import os

import cv2
import numpy as np
import skimage
from skimage import color

generator = np.random.default_rng(8)
corners = [[r, g, b] for r in (0, 255) for g in (0, 255) for b in (0, 255)]
greys = [[v, v, v] for v in (1, 9, 10, 11, 12, 40, 128, 254)]
pixels = np.concatenate([corners, greys, generator.integers(0, 256, (104, 3))])
image = pixels.astype(np.uint8).reshape(8, 15, 3)


def numbers(values, digits=8):
    return [float(f"{v:.{digits}g}") for v in np.asarray(values, dtype=np.float64).reshape(-1)]


def luma(rgb):
    """Y, Cb, Cr in bytes, as JPEG files have them, from scikit-image's Y, Pb, Pr."""
    return color.rgb2ypbpr(rgb) * 255 + np.array([0, 128, 128])


hsv = color.rgb2hsv(image) * [360, 1, 1]
opencv = cv2.cvtColor(image.astype(np.float32) / 255, cv2.COLOR_RGB2HSV)
assert np.abs(hsv - opencv).max() < 1e-3, "the two programs agree about hue, saturation and value"
linear = np.where(image / 255 > 0.04045, ((image / 255 + 0.055) / 1.055) ** 2.4, image / 255 / 12.92)

labs = np.column_stack([generator.uniform(0, 100, 60), generator.uniform(-80, 80, (60, 2))]).reshape(4, 15, 3)
xyzs = generator.uniform(0, 1, (4, 15, 3))
hsvs = np.column_stack([generator.uniform(0, 360, 60), generator.uniform(0, 1, (60, 2))]).reshape(4, 15, 3)
lumas = luma(generator.uniform(0, 1, (4, 15, 3)))

with open(os.path.splitext(os.path.abspath(__file__))[0] + ".json", "w") as file:
    json.dump({
        "made_with": f"scikit-image {skimage.__version__}, OpenCV {cv2.__version__}",
        "width": 15, "bytes": image.reshape(-1).tolist(),
        "spaces": {
            "linearRGB": numbers(linear), "xyz": numbers(color.rgb2xyz(image)),
            "lab": numbers(color.rgb2lab(image)), "hsv": numbers(hsv),
            "yCbCr": numbers(luma(image / 255))},
        "back": [
            {"space": "lab", "colors": numbers(labs), "rgb": numbers(color.lab2rgb(labs))},
            {"space": "xyz", "colors": numbers(xyzs), "rgb": numbers(color.xyz2rgb(xyzs))},
            {"space": "hsv", "colors": numbers(hsvs), "rgb": numbers(color.hsv2rgb(hsvs / [360, 1, 1]))},
            {"space": "yCbCr", "colors": numbers(lumas),
             "rgb": numbers(color.ypbpr2rgb((lumas - [0, 128, 128]) / 255))}],
        "hed": numbers(color.rgb2hed(image)),
        "hdx": numbers(np.maximum(color.separate_stains(image, color.hdx_from_rgb), 0)),
        "rgbOfHED": numbers(color.hed2rgb(color.rgb2hed(image))),
    }, file, separators=(",", ":"))
    file.write("\n")
