"""Makes morphology.json: what scikit-image and SciPy say about masks and grey pictures.

Run: python morphology.py
"""

import warnings

import numpy as np
import scipy.ndimage as ndi
from skimage import measure, morphology, segmentation

from reference_pictures import blobs, fnv, rows, write

warnings.filterwarnings("ignore")
generator = np.random.default_rng(19)
FOUR = ndi.generate_binary_structure(2, 1)
EIGHT = ndi.generate_binary_structure(2, 2)

# Elements that are not symmetric, with holes, of even sides, without their middle; y and x of the
# origin, counted from the middle.
ELEMENTS = {
    "corner": (["##.", "#..", "..."], (0, 0)),
    "arrow": (["..#..", ".#.#.", "#...#"], (0, 0)),
    "bar to the right": (["####"], (0, 0)),
    "even square": (["##", "##"], (0, 0)),
    "even wide": ([".##.", "####"], (0, 0)),
    "ring": (["###", "#.#", "###"], (0, 0)),
    "two far dots": (["#......#"], (0, 0)),
    "origin at the left": (["###", ".#."], (0, -1)),
    "origin below": (["#.#", "###", "#.."], (1, 1)),
}


def element(name):
    return np.array([[c == "#" for c in row] for row in ELEMENTS[name][0]])


MASKS = {
    "noise": generator.random((31, 45)) < 0.55,
    "wide noise": generator.random((9, 140)) < 0.8,
    "blobs": blobs(generator, 40, 70, 3, 0.5),
    "one pixel": np.ones((1, 1), bool),
    "one row": generator.random((1, 80)) < 0.7,
    "one column": generator.random((33, 1)) < 0.7,
    "all": np.ones((7, 66), bool),
    "nothing": np.zeros((8, 5), bool),
}


def morphology_of(mask, name):
    """With SciPy, which knows origins; where the origin is the middle, scikit-image must agree."""
    shape, origin = element(name), ELEMENTS[name][1]
    # SciPy turns the origin of an even element about when it turns the element.
    dilate = lambda m: ndi.binary_dilation(m, shape, origin=origin)
    erode = lambda m: ndi.binary_erosion(m, shape, origin=origin, border_value=1)
    results = {
        "dilated": dilate(mask), "eroded": erode(mask), "opened": dilate(erode(mask)),
        "closed": erode(dilate(mask))}
    return {key: fnv(value) for key, value in results.items()}


def picture(height, width, levels, sigma=0):
    noise = generator.random((height, width))
    if sigma:
        noise = ndi.gaussian_filter(noise, sigma)
    noise = (noise - noise.min()) / (noise.max() - noise.min())
    return np.floor(noise * (levels - 1) + 0.5)


GRAYS = {
    "rough": picture(19, 26, 64),
    "smooth": picture(24, 33, 40, 2),
    "steps": picture(22, 21, 5, 1.5),
    "one row": picture(1, 40, 9),
    "one pixel": np.full((1, 1), 3.0),
    "flat": np.full((6, 9), 7.0),
}


def gray_footprints():
    shapes = {name: element(name) for name, (_, origin) in ELEMENTS.items() if origin == (0, 0)}
    return shapes | {"disk 2": morphology.disk(2).astype(bool), "square 5": np.ones((5, 5), bool)}


def gray(name, image):
    results = {}
    for key, shape in gray_footprints().items():
        # The outside does not count.
        dilated = ndi.grey_dilation(image, footprint=shape, mode="constant", cval=-np.inf)
        eroded = ndi.grey_erosion(image, footprint=shape, mode="constant", cval=np.inf)
        opened = ndi.grey_dilation(eroded, footprint=shape, mode="constant", cval=-np.inf)
        closed = ndi.grey_erosion(dilated, footprint=shape, mode="constant", cval=np.inf)
        if shape.shape[0] % 2 and shape.shape[1] % 2 and key in ("disk 2", "square 5", "ring"):
            for mine, theirs in ((dilated, morphology.dilation), (eroded, morphology.erosion)):
                assert (mine == theirs(image, shape, mode="ignore")).all()
        results |= {
            f"dilated {key}": dilated, f"eroded {key}": eroded, f"opened {key}": opened,
            f"closed {key}": closed, f"whiteTopHat {key}": image - opened,
            f"blackTopHat {key}": closed - image}
    numbers = lambda a: np.nan_to_num(a, posinf=1e6, neginf=-1e6)
    disk = morphology.disk(3)
    markers = {"four": FOUR, "eight": EIGHT}
    connected = {}
    for key, neighbours in markers.items():
        connected[f"reconstructed {key}"] = morphology.reconstruction(
            image - 4, image, "dilation", neighbours)
        connected[f"reconstructed above {key}"] = morphology.reconstruction(
            image + 4, image, "erosion", neighbours)
        # scikit-image's trees need two rows.
        for area in (2, 9, 40) if image.shape[0] > 1 else ():
            connectivity = 1 if key == "four" else 2
            connected[f"area opened {area} {key}"] = morphology.area_opening(
                image.astype(int), area, connectivity)
            connected[f"area closed {area} {key}"] = morphology.area_closing(
                image.astype(int), area, connectivity)
    return {
        "name": name, "height": image.shape[0], "width": image.shape[1],
        "values": image.astype(int).ravel().tolist(),
        "morphology": {key: fnv(numbers(value)) for key, value in results.items()},
        "connected": {key: fnv(value) for key, value in connected.items()}}


def watersheds():
    """Without equal heights, and with many of them from single markers of different heights."""
    result = []
    for height, width, kind in ((23, 31, "distinct"), (30, 44, "distance"), (1, 30, "distinct")):
        if kind == "distinct":
            image = generator.permutation(height * width).reshape(height, width).astype(float)
            image = np.round(ndi.gaussian_filter(image, 2) * 1000)
            image += np.arange(height * width).reshape(image.shape) % 997 / 1024
            mask = np.ones_like(image, bool)
        else:
            mask = blobs(generator, height, width, 3, 0.45)
            image = -np.rint(ndi.distance_transform_edt(mask) ** 2)
        peaks = measure.label(morphology.local_minima(image) & mask, connectivity=2)
        for connectivity in (1, 2):
            labels = segmentation.watershed(image, peaks, connectivity, mask=mask)
            result.append({
                "height": height, "width": width, "connectivity": connectivity,
                "values": np.round(image * 1024).astype(int).ravel().tolist(),
                "mask": rows(mask), "markers": peaks.ravel().tolist(),
                "labels": labels.ravel().tolist()})
    return result


def mask_case(name, mask):
    distances = ndi.distance_transform_edt(mask) if not mask.all() else np.zeros(0)
    marker = mask & (generator.random(mask.shape) < 0.03)
    return {
        "name": name, "rows": rows(mask), "marker": rows(marker),
        "morphology": {key: morphology_of(mask, key) for key in ELEMENTS},
        "skeleton": fnv(morphology.thin(mask)),
        "reconstructedFour": fnv(ndi.binary_propagation(marker, FOUR, mask)),
        "reconstructedEight": fnv(ndi.binary_propagation(marker, EIGHT, mask)),
        "distances": distances.ravel().tolist() if mask.size < 1500 else []}


write(__file__, {
    "elements": {
        name: {"rows": text, "origin": origin} for name, (text, origin) in ELEMENTS.items()},
    "masks": [mask_case(*item) for item in MASKS.items()],
    "grays": [gray(*item) for item in GRAYS.items()],
    "watersheds": watersheds()})
