"""Reference values for optical density, Macenko's method and unmixing, from NumPy.

Run: python3 stains.py > stains.json    (numpy)

Each picture mixes two stains in amounts with a long tail, some pixels of one stain alone and some
bare glass, with noise, rounded to bytes.
"""
import json

import numpy as np


def picture(generator, hematoxylin, eosin, white, side):
    """Bytes [side, side, 3] of a stained picture."""
    h, e = (np.array(v) / np.linalg.norm(v) for v in (hematoxylin, eosin))
    amounts = generator.gamma(2.0, 0.5, (side * side, 2)) * [1.0, 0.6]
    amounts[: side * side // 6, 0] = 0.02
    amounts[side * side // 6: side * side // 3, 1] = 0.02
    amounts[side * side // 3: side * side // 3 + side] = 0
    generator.shuffle(amounts)
    light = white * np.exp(-amounts @ np.array([h, e])) + generator.normal(0, 1.5, (side * side, 3))
    return np.clip(np.rint(light), 0, 255).astype(int).reshape(side, side, 3)


def density(image, white):
    """Optical density of each pixel [pixels, 3]."""
    return -np.log((image.reshape(-1, 3) + 1) / white)


def macenko(image, white, least, outliers):
    """Unit vectors of haematoxylin and eosin."""
    stained = density(image, white)
    stained = stained[stained.min(axis=1) >= least]
    _, vectors = np.linalg.eigh(np.cov(stained.T))
    plane = vectors[:, [2, 1]]
    if plane[:, 0].sum() < 0:
        plane[:, 0] *= -1
    at = stained @ plane
    angles = np.arctan2(at[:, 1], at[:, 0])
    rays = [plane @ [np.cos(a), np.sin(a)]
            for a in np.percentile(angles, [outliers, 100 - outliers])]
    return sorted(rays, key=lambda ray: -ray[0])


if __name__ == "__main__":
    cases = []
    for seed, h, e, white, least, outliers in [
            (1, (.524, .743, .416), (.246, .827, .505), 240, .15, 1),
            (2, (.654, .684, .323), (.239, .932, .273), 230, .10, 2),
            (3, (.60, .76, .25), (.25, .91, .32), 250, .15, 0)]:
        image = picture(np.random.default_rng(seed), h, e, white, 24)
        stains = macenko(image, white, least, outliers)
        amounts = np.linalg.lstsq(np.array(stains).T, density(image, white).T, rcond=None)[0]
        cases.append({
            "width": 24, "pixels": image.reshape(-1).tolist(), "white": white, "least": least,
            "outliers": outliers, "hematoxylin": stains[0].tolist(), "eosin": stains[1].tolist(),
            "amountsOfHematoxylin": np.round(amounts[0], 7).tolist(),
            "amountsOfEosin": np.round(amounts[1], 7).tolist()})

    print(json.dumps({"made_with": "NumPy " + np.__version__, "cases": cases}, separators=(",", ":")))
