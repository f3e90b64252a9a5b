"""Makes features.json: what scikit-image measures of maps, in the order of HeatmapFeature.allCases.

Run: python features.py
"""

import numpy as np
import scipy.ndimage as ndi
from skimage import measure

from reference_pictures import write

generator = np.random.default_rng(16)

CELL = 0.05  # mm
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)


def region(p):
    height, width = p.bbox[2] - p.bbox[0], p.bbox[3] - p.bbox[1]
    return [
        float(p.area) * CELL * CELL, float(p.eccentricity), float(p.extent), float(p.solidity),
        float(p.axis_major_length) * CELL, max(height, width) / min(height, width),
        float(p.intensity_max), float(p.intensity_mean), float(p.intensity_min)]


def case(height, width, sigma, tissue):
    noise = ndi.gaussian_filter(generator.normal(size=(height, width)), sigma)
    ranks = noise.ravel().argsort().argsort().reshape(noise.shape) / (noise.size - 1)
    # Multiples of 1/256, so that the file is short and a Float holds them exactly.
    map = np.round(ranks ** 1.5 * 256) / 256
    covered = generator.random((height, width)) < tissue
    features = []
    for threshold in THRESHOLDS:
        tumor = covered & (map > threshold)
        cells = covered.sum()
        features += [tumor.sum() / cells, map[tumor].sum() / cells]
    labels = measure.label(covered & (map > 0.5), connectivity=2)
    regions = sorted(measure.regionprops(labels, map), key=lambda p: -p.area)
    for rank in range(2):
        features += region(regions[rank]) if rank < len(regions) else [0] * 9
    return {
        "width": width, "map": (map * 256).astype(int).ravel().tolist(),
        "covered": "".join(".#"[int(v)] for v in covered.ravel()),
        "features": [float(v) for v in features]}


write(__file__, [
    case(14, 23, 1.5, 1), case(19, 11, 1, 0.95), case(9, 9, 3, 1), case(16, 16, 0.5, 0.7)])
