"""Reference values for bringing one staining to another: Macenko, Vahadane and Reinhard.

Run: python3 stains_transfer.py    (numpy, torchstain, scikit-learn, scikit-image; writes stains_transfer.json)

Macenko's stains are torchstain's, and what follows from them is NumPy's; Vahadane's stains are those that
scikit-learn finds for the same sum of squares and amounts; Reinhard's statistics and colours are
scikit-image's CIE Lab.
"""
import json
import os
import warnings

import numpy as np
import skimage
import sklearn
from skimage import color
from sklearn.decomposition import dict_learning
from torchstain.numpy.normalizers import NumpyMacenkoNormalizer

from stains import density, picture

WHITE, LEAST, SPARSITY = 240, .15, .1


def numbers(values):
    return [float(f"{v:.10g}") for v in np.asarray(values, dtype=np.float64).reshape(-1)]


def macenko(image):
    """Stains [2, 3] by torchstain, and the amounts that 99 % of the stained pixels stay below."""
    normalizer = NumpyMacenkoNormalizer()
    normalizer.fit(image, Io=WHITE, alpha=1, beta=LEAST)
    stains = normalizer.HERef.T
    stained = density(image, WHITE)
    stained = stained[(stained >= LEAST).all(axis=1)]
    return stains, np.percentile(np.linalg.lstsq(stains.T, stained.T, rcond=None)[0], 99, axis=1)


def transferred(image, source, target):
    """The light of the picture in the stains and amounts of another."""
    amounts = np.linalg.lstsq(source[0].T, density(image, WHITE).T, rcond=None)[0].T
    return WHITE * np.exp(-(amounts * target[1] / source[1]) @ target[0]) - 1


def vahadane(image):
    """Stains [2, 3] that give the densities as sparse sums, none negative."""
    stained = density(image, WHITE)
    stained = stained[(stained >= LEAST).all(axis=1)]
    start = np.array([[.65, .70, .29], [.07, .99, .11]])
    start /= np.linalg.norm(start, axis=1, keepdims=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        code = np.maximum(stained @ start.T, 0)
        _, stains, errors = dict_learning(
            stained, 2, alpha=SPARSITY, max_iter=3000, tol=1e-12, method="cd", dict_init=start,
            code_init=code, positive_dict=True, positive_code=True, random_state=0, method_max_iter=5000)
    return stains[np.argsort(-stains[:, 0])], errors[-1]


def reinhard(image, target):
    """Statistics of the picture's colours, and its colours with those of another."""
    lab = color.rgb2lab(image)
    mean, deviation = lab.reshape(-1, 3).mean(0), lab.reshape(-1, 3).std(0)
    other = color.rgb2lab(target)
    moved = (lab - mean) / deviation * other.reshape(-1, 3).std(0) + other.reshape(-1, 3).mean(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return mean, deviation, color.lab2rgb(moved) * 255


if __name__ == "__main__":
    images = [
        picture(np.random.default_rng(4), (.524, .743, .416), (.246, .827, .505), WHITE, 32).astype(np.uint8),
        picture(np.random.default_rng(5), (.654, .684, .323), (.239, .932, .273), WHITE, 32).astype(np.uint8)]
    profiles = [macenko(image) for image in images]
    sparse = [vahadane(image) for image in images]
    mean, deviation, moved = reinhard(images[0], images[1])
    with open(os.path.splitext(os.path.abspath(__file__))[0] + ".json", "w") as file:
        json.dump({
            "made_with": f"torchstain 1.4, NumPy {np.__version__}, scikit-learn {sklearn.__version__}, "
                         f"scikit-image {skimage.__version__}",
            "side": 32, "bytes": [image.reshape(-1).tolist() for image in images],
            "stains": [numbers(stains) for stains, _ in profiles],
            "amounts": [numbers(amounts) for _, amounts in profiles],
            "macenko": numbers(np.round(transferred(images[0], *profiles), 4)),
            "sparseStains": [numbers(stains) for stains, _ in sparse],
            "mean": numbers(mean), "deviation": numbers(deviation), "reinhard": numbers(np.round(moved, 4)),
        }, file, separators=(",", ":"))
        file.write("\n")
