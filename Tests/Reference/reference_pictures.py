"""What the scripts that compute reference values of pictures share."""
import json
import os

import numpy as np
import scipy.ndimage as ndi


def fnv(values):
    """The FNV-1a hash of whole numbers, four bytes each, lowest byte first."""
    h = 0xCBF29CE484222325
    for byte in np.asarray(values).astype("<i4").tobytes():
        h = ((h ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return f"{h:016x}"


def rows(mask):
    return ["".join(".#"[int(v)] for v in row) for row in mask]


def blobs(generator, height, width, sigma, quantile):
    noise = ndi.gaussian_filter(generator.normal(size=(height, width)), sigma)
    return noise > np.quantile(noise, quantile)


def write(script, values):
    """Writes NAME.json beside NAME.py."""
    with open(os.path.splitext(os.path.abspath(script))[0] + ".json", "w") as file:
        json.dump(values, file, separators=(",", ":"))
        file.write("\n")
