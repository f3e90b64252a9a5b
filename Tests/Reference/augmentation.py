"""Reference values for changes of colours and stains, from NumPy, scikit-image and Pillow's codec.

Run: python3 augmentation.py    (numpy, scikit-image, opencv-python; writes augmentation.json)
"""
import json
import os

import cv2
import numpy as np
import skimage
from skimage import color

generator = np.random.default_rng(11)
WEIGHTS = np.array([0.299, 0.587, 0.114])


def ints(array):
    return np.asarray(array).reshape(-1).tolist()


def rounded(values):
    """Bytes, halves rounded up; and where rounding is a matter of the last digits."""
    values = np.clip(values, 0, 255)
    near = np.abs(values + 0.5 - np.round(values + 0.5)) < 1e-3
    return ints(np.floor(values + 0.5).astype(int)), ints(near.astype(int))


def changed(image, brightness, contrast, saturation, hue):
    """The colours of float bytes [height, width, 3] in the order of the library."""
    values = image * brightness
    mean = (values @ WEIGHTS).mean()
    values = mean + contrast * (values - mean)
    luma = (values @ WEIGHTS)[..., None]
    values = np.clip(luma + saturation * (values - luma), 0, 255)
    hsv = color.rgb2hsv(values / 255)
    hsv[..., 0] = (hsv[..., 0] + hue / 360) % 1
    return color.hsv2rgb(hsv) * 255 if hue else values


image = generator.integers(0, 256, (9, 11, 3)).astype(float)
image[0, 0], image[0, 1], image[0, 2], image[0, 3] = 0, 255, 128, (200, 200, 30)
colors = []
for brightness, contrast, saturation, hue in (
        (1, 1, 1, 0), (1.3, 1, 1, 0), (1, 0.6, 1, 0), (1, 1, 0, 0), (1, 1, 1.7, 0), (1, 1, 1, 40),
        (1, 1, 1, -75), (1, 1, 1, 360), (0.8, 1.4, 0.7, 130), (1.2, 1.2, 1.2, -18)):
    pixels, near = rounded(changed(image, brightness, contrast, saturation, hue))
    colors.append({"brightness": brightness, "contrast": contrast, "saturation": saturation,
                   "hue": hue, "pixels": pixels, "near": near})

stains = []
for h, e, factors, offsets in (
        ((.65, .70, .29), (.07, .99, .11), (1, 1), (0, 0)),
        ((.65, .70, .29), (.07, .99, .11), (1.4, 0.7), (0, 0)),
        ((.524, .743, .416), (.246, .827, .505), (0, 1.2), (0, 0)),
        ((.654, .684, .323), (.239, .932, .273), (0.9, 1.1), (0.2, -0.1))):
    vectors = np.array([np.array(v) / np.linalg.norm(v) for v in (h, e)])
    density = -np.log((image.reshape(-1, 3) + 1) / 256)
    amounts = np.linalg.lstsq(vectors.T, density.T, rcond=None)[0].T
    rest = density - amounts @ vectors
    after = (amounts * factors + offsets) @ vectors + rest
    pixels, near = rounded(256 * np.exp(-after) - 1)
    stains.append({"hematoxylin": h, "eosin": e, "factors": factors, "offsets": offsets,
                   "pixels": pixels, "near": near})

# A smooth picture, of a size that is no multiple of a block, written and read by libjpeg.
y, x = np.mgrid[0:21, 0:29]
smooth = np.stack([128 + 90 * np.sin(x / 7), 128 + 90 * np.cos(y / 5), 128 + x + y], -1)
smooth = np.clip(smooth, 0, 255).astype(np.uint8)
jpegs = []
for quality in (15, 50, 95):
    code = cv2.imencode(".jpg", smooth[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    jpegs.append({"quality": quality,
                  "pixels": ints(cv2.imdecode(code, cv2.IMREAD_COLOR)[..., ::-1])})

versions = (f"NumPy {np.__version__}, scikit-image {skimage.__version__}, "
            f"OpenCV {cv2.__version__}")
with open(os.path.splitext(os.path.abspath(__file__))[0] + ".json", "w") as file:
    json.dump({
        "made_with": versions, "width": image.shape[1], "height": image.shape[0],
        "pixels": ints(image.astype(int)), "colors": colors, "stains": stains,
        "smooth": {"width": 29, "height": 21, "pixels": ints(smooth)}, "jpegs": jpegs},
        file, separators=(",", ":"))
    file.write("\n")
