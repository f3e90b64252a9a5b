"""Small .npy files of all types and orders as NumPy writes them: python files.py writes files.json
beside this file."""
import base64
import io

import numpy

from reference import write

cases = []


def case(name, array, version=None):
    file = io.BytesIO()
    numpy.lib.format.write_array(file, array, version=version)
    bytes = base64.b64encode(file.getvalue()).decode()
    cases.append(dict(name=name, bytes=bytes, shape=list(array.shape),
                      elements=[float(value) for value in array.flatten()]))


grid = numpy.array([[0, 1, 100], [2, 3, 4]])
for kind in ["<f2", "<f4", "<f8", ">f2", ">f4", ">f8", "i1", "<i2", ">i2", "<i4", ">i4", "<i8", ">i8"]:
    case(kind, (-grid).astype(kind))
for kind in ["u1", "<u2", ">u2", "<u4", "<u8", ">u8"]:
    case(kind, grid.astype(kind))
case("boolean", grid > 1)
case("half", numpy.array([6.1e-5, 5.96e-8, 65504, -0.5], "<f2"))
case("columns first", numpy.asfortranarray(numpy.arange(24.0).reshape(2, 3, 4)))
case("a number", numpy.array(2.5))
case("a row", numpy.arange(5, dtype="<f4"))
case("nothing", numpy.zeros((0, 3)))
case("version 2", grid.astype("<f8"), (2, 0))
case("version 3", grid.astype("<f8"), (3, 0))
write(__file__, dict(cases=cases))
