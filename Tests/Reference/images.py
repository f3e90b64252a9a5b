"""Makes images.json: what NumPy, SciPy, scikit-image and Pillow say about small pictures.

Run: python images.py > images.json
"""

import json
from math import lcm

import numpy as np
import scipy.ndimage as ndi
from PIL import Image
from scipy.spatial.distance import pdist, cdist
from skimage import color, draw, filters, measure, morphology

generator = np.random.default_rng(17)


def fnv(values):
    """The FNV-1a hash of whole numbers, four bytes each, lowest byte first."""
    h = 0xCBF29CE484222325
    for byte in np.asarray(values).astype("<i4").tobytes():
        h = ((h ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return f"{h:016x}"


def rows(mask):
    return ["".join(".#"[int(v)] for v in row) for row in mask]


def parse(text):
    return np.array([[c == "#" for c in row] for row in text])


def blobs(height, width, sigma, quantile):
    noise = ndi.gaussian_filter(generator.normal(size=(height, width)), sigma)
    return noise > np.quantile(noise, quantile)


MASKS = {
    "dense noise": generator.random((37, 70)) < 0.6,
    "sparse noise": generator.random((29, 131)) < 0.08,
    "blobs": blobs(64, 64, 3, 0.5),
    "wide blobs": blobs(23, 150, 2, 0.35),
    "tall blobs": blobs(90, 17, 2, 0.4),
    "one pixel": np.ones((1, 1), bool),
    "one empty pixel": np.zeros((1, 1), bool),
    "one row": generator.random((1, 67)) < 0.7,
    "one column": generator.random((41, 1)) < 0.7,
    "all": np.ones((9, 65), bool),
    "nothing": np.zeros((12, 7), bool),
    "a U": parse(["#...#", "#...#", "#...#", "#####"]),
    "a comb": parse(["#.#.#.#", "#.#.#.#", "#######", ".......", "#.#####", "#.#...#", "###.#.#"]),
    "rings": parse(["#####..###", "#...#..#.#", "#.#.#..###", "#...#.....", "#####...#.",
                    ".......#.#", "........#."]),
    "a diagonal": np.eye(13, 20, 2, dtype=bool),
}

ELEMENTS = {
    "disk 0": morphology.disk(0), "disk 1": morphology.disk(1), "disk 2": morphology.disk(2),
    "disk 3": morphology.disk(3), "disk 5": morphology.disk(5), "disk 12": morphology.disk(12),
    "square 3": np.ones((3, 3), bool), "square 7": np.ones((7, 7), bool),
}

OPERATIONS = {
    "dilated": morphology.dilation, "eroded": morphology.erosion,
    "opened": morphology.opening, "closed": morphology.closing,
}


def feret(region):
    """The largest distance between corners of the region's pixels."""
    corners = np.concatenate([region.coords + (dy, dx) for dy in (0, 1) for dx in (0, 1)])
    return float(pdist(corners).max())


def joined(mask, distance):
    labels, count = ndi.label(mask, np.ones((3, 3)))
    parent = list(range(count + 1))

    def root(a):
        while parent[a] != a:
            a = parent[a]
        return a

    points = [np.argwhere(labels == k) for k in range(count + 1)]
    for a in range(1, count + 1):
        for b in range(a + 1, count + 1):
            if cdist(points[a], points[b]).min() < distance:
                ra, rb = sorted((root(a), root(b)))
                parent[rb] = ra
    numbers, result = {0: 0}, np.zeros_like(labels)
    for index, label in enumerate(labels.flat):
        if label:
            result.flat[index] = numbers.setdefault(root(label), len(numbers))
    return result


def binary(operation, mask, element):
    """The four binary_... functions, whose borders neither eat nor grow."""
    return getattr(morphology, "binary_" + operation.__name__)(mask, element)


def region(p):
    values = {
        "area": int(p.area), "box": [int(v) for v in p.bbox], "centroid": list(p.centroid),
        "major": p.axis_major_length, "minor": p.axis_minor_length,
        "eccentricity": p.eccentricity, "extent": p.extent, "solidity": p.solidity,
        "perimeter": p.perimeter, "feret": feret(p),
    }
    return {key: np.round(value, 8).tolist() for key, value in values.items()}


def case(name, mask):
    four, _ = ndi.label(mask)
    eight, _ = ndi.label(mask, np.ones((3, 3)))
    squared = np.rint(ndi.distance_transform_edt(mask) ** 2) if not mask.all() else []
    return {
        "name": name, "rows": rows(mask),
        "morphology": {
            f"{o} {e}": fnv(binary(operation, mask, element))
            for o, operation in OPERATIONS.items() for e, element in ELEMENTS.items()},
        "four": fnv(four), "fourCount": int(four.max()),
        "eight": fnv(eight), "eightCount": int(eight.max()),
        "filled": fnv(ndi.binary_fill_holes(mask)),
        "squaredDistances": fnv(squared),
        "joined": {str(d): fnv(joined(mask, d)) for d in (2.0, 2.5, 5.0)},
        "regions": [region(p) for p in measure.regionprops(eight)[:40]],
    }


def area_mean(image, height, width):
    """Repeats pixels until both sizes divide, takes exact means, rounds half up."""
    h, w = lcm(image.shape[0], height), lcm(image.shape[1], width)
    big = np.repeat(np.repeat(image, h // image.shape[0], 0), w // image.shape[1], 1).astype(int)
    blocks = big.reshape(height, h // height, width, w // width, -1)
    total = blocks.shape[1] * blocks.shape[3]
    return (2 * blocks.sum((1, 3)) + total) // (2 * total)


def resizing():
    image = generator.integers(0, 256, (7, 10, 3), dtype=np.uint8)
    sizes = [(7, 10), (14, 30), (3, 4), (1, 1), (9, 7), (5, 20), (11, 3)]
    return {
        "height": 7, "width": 10, "bytes": image.ravel().tolist(),
        "results": [{"height": h, "width": w, "bytes": area_mean(image, h, w).ravel().tolist()}
                    for h, w in sizes]}


def colors():
    image = generator.integers(0, 256, (4, 12, 3), dtype=np.uint8)
    image[0, :6] = [[0, 0, 0], [255, 255, 255], [255, 0, 0], [0, 255, 0], [0, 0, 255], [9, 9, 9]]
    return {
        "height": 4, "width": 12, "bytes": image.ravel().tolist(),
        "luma": np.asarray(Image.fromarray(image).convert("L")).ravel().tolist(),
        "hsv": np.round(color.rgb2hsv(image), 7).ravel().tolist()}


def thresholds():
    two = np.concatenate([generator.normal(90, 20, 500), generator.normal(170, 15, 300)])
    bytes_ = np.clip(np.rint(two), 0, 255).astype(np.uint8)
    floats = np.round(generator.gamma(2, 0.1, 300), 4).astype(np.float32)
    return {
        "bytes": bytes_.tolist(), "byteThreshold": int(filters.threshold_otsu(bytes_)),
        "floats": floats.tolist(), "floatThreshold": float(filters.threshold_otsu(floats))}


def polygons():
    result = []
    for corners in (3, 4, 7, 12):
        points = generator.uniform((-6, -4), (46, 30), (corners, 2)).round(3)  # x, y
        # Around their middle, so that the outline does not cross itself: there the rules differ.
        x, y = (points - points.mean(0)).T
        points = points[numpy.argsort(numpy.arctan2(y, x))]
        mask = draw.polygon2mask((26, 40), points[:, ::-1] - 0.5)
        result.append({"points": points.tolist(), "height": 26, "width": 40, "rows": rows(mask)})
    return result


print(json.dumps({
    "masks": [case(*item) for item in MASKS.items()], "resizing": resizing(), "colors": colors(),
    "thresholds": thresholds(), "polygons": polygons()}, indent=None, separators=(",", ":")))
