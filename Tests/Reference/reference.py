"""What the scripts that compute reference values with PyTorch share."""
import json
import os

import torch

torch.set_default_dtype(torch.float64)


def tensor(value):
    value = value.detach()
    return {"shape": list(value.shape), "elements": [float(f"{v:.15g}") for v in value.flatten()]}


def draw(*shape, positive=False):
    """Multiples of 1/1024, so that float and double start from the same values."""
    value = torch.round(torch.randn(shape) * 1024) / 1024
    return value.abs() + 0.25 if positive else value


class Cases(list):
    """Operations with their results and gradients."""

    def add(self, name, function, *inputs, **options):
        """One operation: its result, and its gradients for a random gradient of the result."""
        inputs = [value.clone().requires_grad_() for value in inputs]
        output = function(*inputs)
        upstream = draw(*output.shape)
        output.backward(upstream)
        self.append(dict(
            name=name, options=options, inputs=[tensor(v) for v in inputs],
            upstream=tensor(upstream), output=tensor(output),
            gradients=[tensor(v.grad) for v in inputs]))


def write(script, values):
    """Writes NAME.json beside NAME.py."""
    with open(os.path.splitext(os.path.abspath(script))[0] + ".json", "w") as file:
        json.dump(values, file, separators=(",", ":"))
        file.write("\n")
