"""Reference values of batch and layer normalisation at many widths, computed by PyTorch in double
precision: python normalization.py writes normalization.json beside this file."""
import torch
import torch.nn.functional as F

from reference import Cases, draw, write

torch.manual_seed(2)
cases = Cases()


def batch(x, weight, bias):
    rows = x.reshape(-1, x.shape[-1])
    return F.batch_norm(rows, None, None, weight, bias, True, eps=1e-5).reshape(x.shape)


def layer(x, weight, bias):
    return F.layer_norm(x, x.shape[-1:], weight, bias, 1e-5)


for shape in [(130, 1), (2, 4, 5, 3), (3, 2, 2, 17), (1, 3, 3, 32)]:
    cases.add("batchNormalization", batch, draw(*shape), draw(shape[-1]), draw(shape[-1]))
# A mean that is large beside the deviation.
cases.add("batchNormalization", batch, draw(67, 3) + 5, draw(3), draw(3))
for shape in [(5, 3), (2, 3, 17), (3, 32)]:
    cases.add("layerNormalization", layer, draw(*shape), draw(shape[-1]), draw(shape[-1]))
write(__file__, dict(cases=cases))
