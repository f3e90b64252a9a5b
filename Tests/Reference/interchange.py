"""Reads and writes files with NumPy, safetensors and PyTorch themselves; the tests call it.

    interchange.py npy FILE...              prints each array as JSON
    interchange.py safetensors FILE         prints tensors and metadata as JSON
    interchange.py write-safetensors FILE   writes two tensors and metadata
    interchange.py network MODEL IMAGES ANSWERS
        loads a PatchClassifier into PyTorch, shows it the images (.npy) and writes its answers (.npy)
"""
import json
import sys

import numpy

command, files = sys.argv[1], sys.argv[2:]


def plain(array):
    return dict(type=array.dtype.str, shape=list(array.shape),
                elements=[float(value) for value in array.flatten()])


if command == "npy":
    print(json.dumps([plain(numpy.load(file)) for file in files]))
elif command == "safetensors":
    from safetensors import safe_open
    with safe_open(files[0], "numpy") as file:
        tensors = {name: plain(file.get_tensor(name)) for name in file.keys()}
        print(json.dumps(dict(tensors=tensors, metadata=file.metadata())))
elif command == "write-safetensors":
    from safetensors.numpy import save_file
    grid = numpy.arange(6, dtype=numpy.float32).reshape(2, 3) / 4
    save_file({"grid": grid, "a.b": numpy.float32([-1.5])}, files[0], metadata={"by": "numpy"})
elif command == "network":
    import torch
    import torch.nn.functional as F
    from safetensors.torch import load_file
    w = load_file(files[0])
    x = torch.from_numpy(numpy.load(files[1])).permute(0, 3, 1, 2)
    for name in ("first", "second", "third"):
        kernel = w[name + ".weights"].permute(3, 2, 0, 1)
        x = F.max_pool2d(F.conv2d(x, kernel, w[name + ".bias"]), 2)
        x = F.batch_norm(x, w[name + ".runningMean"], w[name + ".runningVariance"],
                         w[name + ".scale"], w[name + ".shift"]).relu()
    x = x.permute(0, 2, 3, 1).flatten(1)  # this package's order of the numbers
    x = (x @ w["hidden.weights"] + w["hidden.bias"]).relu()
    numpy.save(files[2], (x @ w["output.weights"] + w["output.bias"]).numpy())
else:
    sys.exit(__doc__)
