"""Reference values for blurs, resampling and warps, from SciPy, scikit-image and OpenCV.

Run: python3 filters.py    (numpy, scipy, scikit-image, opencv-python; writes filters.json)

Maps and fields are given in pixels whose middles lie at 0.5, as the library has them.
"""
import json
import os

import cv2
import numpy as np
import scipy
import skimage
from scipy import ndimage
from skimage import filters, transform

generator = np.random.default_rng(7)
CONSTANT = 0.375


def numbers(array):
    return [float(f"{v:.9g}") for v in np.asarray(array, np.float64).reshape(-1)]


def plane(height, width):
    """Multiples of 1/1024: the same in single and in double precision."""
    return np.round(generator.random((height, width)) * 1024) / 1024


def picture(values):
    return {"width": values.shape[1], "height": values.shape[0], "values": numbers(values)}


small = plane(7, 11)
MODES = ["reflect", "mirror", "nearest", "constant", "wrap"]

blurs = []
for mode in MODES:
    for sigma in (0.6, 2.0, 5.5):
        blurs.append({
            "border": mode, "sigma": sigma, "by": "scipy",
            "values": numbers(ndimage.gaussian_filter(small, sigma, mode=mode, cval=CONSTANT))})
blurs.append({"border": "nearest", "sigma": 1.5, "by": "scikit-image",
              "values": numbers(filters.gaussian(small, 1.5))})
for border, flag in (("reflect", cv2.BORDER_REFLECT), ("mirror", cv2.BORDER_REFLECT_101),
                     ("nearest", cv2.BORDER_REPLICATE)):
    # Eight pixels to each side of four standard deviations of two.
    wide = cv2.copyMakeBorder(small, 40, 40, 40, 40, flag)
    blurred = cv2.GaussianBlur(wide, (17, 17), 2)[40:-40, 40:-40]
    blurs.append({"border": border, "sigma": 2.0, "by": "opencv", "values": numbers(blurred)})

resizes = []
for size, antialiased in (((3, 4), True), ((7, 5), True), ((14, 22), True), ((2, 23), True),
                          ((1, 1), True), ((3, 4), False)):
    resizes.append({
        "width": size[1], "height": size[0], "antialiased": antialiased,
        "values": numbers(transform.resize(small, size, order=1, anti_aliasing=antialiased))})

GRID = {"constant": "grid-constant", "wrap": "grid-wrap"}
height, width = small.shape
y, x = np.mgrid[0:height, 0:width] + 0.5


def read(points, mode, order):
    """The plane at points (x, y) whose pixels have their middles at 0.5."""
    places = [points[1] - 0.5, points[0] - 0.5]
    return numbers(ndimage.map_coordinates(
        small, places, order=order, mode=GRID.get(mode, mode), cval=CONSTANT))


warps = []
for name, matrix, move in (
        ("turn", [[0.9, 0.35], [-0.4, 0.95]], [0.3, -1.2]),
        ("far", [[0.3, 0.1], [0.05, 0.25]], [9.0, 8.0])):
    inverse = np.linalg.inv(matrix)
    points = np.tensordot(inverse, [x - move[0], y - move[1]], 1)
    for mode in MODES:
        warps.append({
            "map": [matrix[0][0], matrix[0][1], matrix[1][0], matrix[1][1]] + move, "border": mode,
            "bilinear": read(points, mode, 1), "nearest": read(points, mode, 0)})

dx, dy = (np.round(generator.normal(0, 4, small.shape) * 64) / 64 + 1 / 256 for _ in range(2))
fields = [{"border": mode, "bilinear": read((x + dx, y + dy), mode, 1),
           "nearest": read((x + dx, y + dy), mode, 0)} for mode in MODES]

versions = (f"NumPy {np.__version__}, SciPy {scipy.__version__}, "
            f"scikit-image {skimage.__version__}, OpenCV {cv2.__version__}")
with open(os.path.splitext(os.path.abspath(__file__))[0] + ".json", "w") as file:
    json.dump({
        "made_with": versions, "constant": CONSTANT, "plane": picture(small), "blurs": blurs,
        "resizes": resizes, "warps": warps, "dx": numbers(dx), "dy": numbers(dy),
        "fields": fields}, file, separators=(",", ":"))
    file.write("\n")
