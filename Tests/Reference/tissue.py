"""Makes tissue.json: what NumPy, SciPy, scikit-image and Pillow say about tissue.

Run: python tissue.py
"""

import warnings

import numpy as np
import scipy.ndimage as ndi
from PIL import Image
from skimage import color, filters, morphology, transform

from reference_pictures import blobs, rows, write

warnings.filterwarnings("ignore")
generator = np.random.default_rng(23)
EIGHT = np.ones((3, 3))


def numbers(array):
    return [float(f"{v:.8g}") for v in np.asarray(array, np.float64).ravel()]


def hysteresis(name, values, low, high):
    """scikit-image joins by edges; joined by corners too it is three lines of SciPy."""
    four = filters.apply_hysteresis_threshold(values, low, high)
    labels, count = ndi.label(values > low, EIGHT)
    strong = np.unique(labels[(values > high) & (labels > 0)])
    return {
        "name": name, "height": values.shape[0], "width": values.shape[1],
        "values": numbers(values), "low": low, "high": high, "four": rows(four),
        "eight": rows(np.isin(labels, strong))}


def hystereses():
    """Values are multiples of 1/256, the same in single and in double precision."""
    noise = generator.integers(0, 257, (15, 21)) / 256
    smooth = ndi.gaussian_filter(generator.normal(size=(18, 25)), 1.5)
    smooth = np.round((smooth - smooth.min()) / np.ptp(smooth) * 256) / 256
    diagonal = np.eye(6) * 0.5
    diagonal[2, 2] = 1
    cases = [(f"noise {low} {high}", noise, low, high)
             for low, high in [(0.25, 0.75), (0.5, 0.9375), (0.5, 0.5), (0.0, 1.0)]]
    cases += [(f"smooth {low} {high}", smooth, low, high)
              for low, high in [(0.5, 0.75), (0.375, 0.9375)]]
    cases += [("a diagonal", diagonal, 0.25, 0.75), ("one pixel", np.array([[0.5]]), 0.25, 0.375),
              ("one row", noise[:1], 0.5, 0.75), ("nothing strong", noise * 0.5, 0.25, 0.75)]
    return [hysteresis(*case) for case in cases]


def measures():
    image = generator.integers(0, 256, (5, 16, 3), dtype=np.uint8)
    image[0, :6] = [[0, 0, 0], [255, 255, 255], [255, 0, 0], [0, 255, 0], [0, 0, 255], [9, 9, 9]]
    image[1, :3] = [[241, 240, 243], [150, 90, 160], [30, 60, 170]]
    hsv = color.rgb2hsv(image)
    luma = np.asarray(Image.fromarray(image).convert("L")).astype(float)
    density = np.maximum(0, -np.log((image.astype(float) + 1) / 240)).mean(-1)
    planes = {"saturation": hsv[..., 1], "darkness": 1 - luma / 255, "opticalDensity": density}
    return {
        "height": 5, "width": 16, "bytes": image.ravel().tolist(),
        "measures": {name: numbers(plane) for name, plane in planes.items()},
        "thresholds": {name: float(filters.threshold_otsu(plane.astype(np.float32)))
                       for name, plane in planes.items()},
        "saturationLessValue": numbers(hsv[..., 1] - hsv[..., 2])}


def areas():
    """Areas in square millimetres, with pixels of x by y micrometres."""
    mask = blobs(generator, 60, 80, 1.2, 0.5)
    cases = []
    for x, y, area in [(16, 16, 0.002), (8, 8, 0.002), (10, 20, 0.001), (16, 16, 0.000256 * 7)]:
        count = area / (x * y / 1e6)
        least = int(np.ceil(count - 1e-6))
        most = int(np.floor(count + 1e-6))
        cases.append({
            "x": x, "y": y, "area": area,
            "pieces": rows(morphology.remove_small_objects(mask, max_size=least - 1, connectivity=2)),
            "holes": rows(morphology.remove_small_holes(mask, max_size=most, connectivity=1)
                          & ~border_holes(mask))})
    return {"rows": rows(mask), "cases": cases}


def border_holes(mask):
    """Background that reaches the border is no hole here, and one to scikit-image."""
    labels, _ = ndi.label(~mask)
    edge = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    return np.isin(labels, edge[edge > 0])


def sums():
    mask = blobs(generator, 29, 43, 2, 0.5)
    table = transform.integral_image(mask.astype(np.int64))
    rectangles = []
    for _ in range(60):
        x, width = sorted(generator.integers(0, 43, 2).tolist())
        y, height = sorted(generator.integers(0, 29, 2).tolist())
        # The library names the last pixel, and the first beyond it is meant here.
        count = int(transform.integrate(table, (y, x), (height, width)).item())
        rectangles.append([x, y, width - x + 1, height - y + 1, count])
    return {"rows": rows(mask), "rectangles": rectangles}


write(__file__, {
    "hysteresis": hystereses(), "measures": measures(), "areas": areas(), "sums": sums()})
