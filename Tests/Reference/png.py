"""A PNG with alpha for PNGTests: red at alpha 255, and red at alpha 0. Needs numpy and Pillow."""

import base64
import io

import numpy
from PIL import Image

pixels = numpy.array([[[255, 0, 0, 255], [255, 0, 0, 0]]], numpy.uint8)
file = io.BytesIO()
Image.fromarray(pixels, "RGBA").save(file, "PNG")
print(base64.b64encode(file.getvalue()).decode())
