"""Makes regions.json: what scikit-image measures of regions, with all its digits.

Run: python regions.py
"""

import numpy as np
from skimage import measure

from reference_pictures import blobs, rows, write

generator = np.random.default_rng(23)


def parse(text):
    return np.array([[c == "#" for c in row] for row in text])


y, x = np.mgrid[:40, :52]
MASKS = {
    "noise": generator.random((18, 27)) < 0.5,
    "blobs": blobs(generator, 44, 61, 3, 0.6),
    "a turned ellipse": (0.8 * (x - 25) + 0.6 * (y - 20)) ** 2 / 300
    + (0.6 * (x - 25) - 0.8 * (y - 20)) ** 2 / 40 < 1,
    "a disk": (x - 20) ** 2 + (y - 18) ** 2 <= 81,
    "a falling diagonal": np.eye(9, 12, 2, dtype=bool),
    "a rising diagonal": np.eye(9, 12, 2, dtype=bool)[::-1],
    "a ring and its dot": parse([".####.", "#....#", "#.##.#", "#.##.#", "#....#", ".####."]),
    "one pixel": np.ones((1, 1), bool),
    "one row": np.array([[True, True, False, True, True, True, True]]),
    "one column": np.array([[True], [True], [True], [False], [True]]),
    "all": np.ones((5, 8), bool),
    "nothing": np.zeros((4, 3), bool),
    "an L": parse(["#....", "#....", "#....", "#####"]),
}


def region(p):
    mu = p.moments_central
    nu = p.moments_normalized
    powers = [(i, j) for i in range(4) for j in range(4) if i + j <= 3]
    return {
        "label": int(p.label), "area": int(p.area), "box": [int(v) for v in p.bbox],
        "centroid": list(map(float, p.centroid)), "major": float(p.axis_major_length),
        "minor": float(p.axis_minor_length), "eccentricity": float(p.eccentricity),
        "orientation": float(p.orientation), "extent": float(p.extent),
        "solidity": float(p.solidity), "convexArea": int(p.area_convex),
        "perimeter": float(p.perimeter), "feret": float(p.feret_diameter_max),
        # Powers of the row first, then of the column.
        "central": [[i, j, float(mu[i, j])] for i, j in powers],
        "normalized": [[i, j, float(nu[i, j])] for i, j in powers if i + j >= 2],
        "hu": [float(v) for v in p.moments_hu],
        "mean": float(p.intensity_mean), "minimum": float(p.intensity_min),
        "maximum": float(p.intensity_max)}


def case(name, mask):
    values = generator.integers(0, 4096, mask.shape) / 4096
    result = {"name": name, "rows": rows(mask), "values": (values * 4096).astype(int).ravel().tolist()}
    for key, connectivity in (("four", 1), ("eight", 2)):
        labels = measure.label(mask, connectivity=connectivity)
        found = measure.regionprops(labels, values)
        result[key] = [region(p) for p in found[:12]]
    return result


write(__file__, [case(*item) for item in MASKS.items()])
