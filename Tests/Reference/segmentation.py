"""Reference values of networks that answer for each pixel, and of recurrent steps from a given state,
computed by PyTorch in double precision: python segmentation.py writes segmentation.json beside this
file."""
import torch
import torch.nn.functional as F
from torch import nn

from reference import Cases, draw, write

torch.manual_seed(11)
cases = Cases()


def gates(kind, inputs, weights):
    """A cell with our weights: a matrix for each of input and state, and two biases."""
    w, u, b, c = weights
    cell = kind(inputs, u.shape[0])
    return lambda *state: torch.func.functional_call(
        cell, {"weight_ih": w.T, "weight_hh": u.T, "bias_ih": b, "bias_hh": c}, state)


def weights(inputs, hidden, count):
    width = hidden * count
    return [draw(inputs, width), draw(hidden, width), draw(width), draw(width)]


def steps():
    """Two steps from a state that has a gradient too."""
    def gru(first, second, state, *parameters):
        step = gates(nn.GRUCell, first.shape[1], parameters)
        return step(second, step(first, state))

    def lstm(first, second, output, cell, *parameters):
        step = gates(nn.LSTMCell, first.shape[1], parameters)
        return torch.cat(step(second, step(first, (output, cell))), 1)

    for batch, inputs, hidden in [(2, 3, 4), (1, 1, 1), (3, 2, 17)]:
        seen = [draw(batch, inputs), draw(batch, inputs)]
        cases.add("gru steps", gru, *seen, draw(batch, hidden), *weights(inputs, hidden, 3))
        cases.add("lstm steps", lstm, *seen, draw(batch, hidden), draw(batch, hidden),
                  *weights(inputs, hidden, 4))


def convolve(x, w, b, padding):
    return F.conv2d(x.permute(0, 3, 1, 2), w.permute(3, 2, 0, 1), b, padding=padding).permute(
        0, 2, 3, 1)


def enlarge(x, w, b, stride):
    return F.conv_transpose2d(x.permute(0, 3, 1, 2), w.permute(2, 3, 0, 1), b, stride).permute(
        0, 2, 3, 1)


def blocks():
    """Transposed convolutions whose windows touch each other."""
    for shape, side, outputs in [((2, 3, 2, 4), 2, 3), ((1, 1, 1, 1), 1, 2), ((1, 2, 3, 2), 3, 1)]:
        cases.add("blocks", lambda x, w, b: enlarge(x, w, b, side), draw(*shape),
                  draw(side, side, shape[3], outputs), draw(outputs), stride=[side])


def unet():
    def double(x, w1, b1, w2, b2):
        return F.relu(convolve(F.relu(convolve(x, w1, b1, 1)), w2, b2, 1))

    def pool(x):
        return F.max_pool2d(x.permute(0, 3, 1, 2), 2).permute(0, 2, 3, 1)

    def network(x, *p):
        first = double(x, *p[0:4])
        second = double(pool(first), *p[4:8])
        bottom = double(pool(second), *p[8:12])
        above = double(torch.cat([enlarge(bottom, *p[14:16], 2), second], 3), *p[20:24])
        top = double(torch.cat([enlarge(above, *p[12:14], 2), first], 3), *p[16:20])
        return convolve(top, *p[24:26], 0)

    def kernel(side, inputs, outputs):
        return [draw(side, side, inputs, outputs) / 4, draw(outputs)]

    a, b, c = 2, 3, 4
    parameters = []
    for inputs, outputs in [(3, a), (a, b), (b, c)]:
        parameters += kernel(3, inputs, outputs) + kernel(3, outputs, outputs)
    parameters += kernel(2, b, a) + kernel(2, c, b)
    for width in [a, b]:
        parameters += kernel(3, 2 * width, width) + kernel(3, width, width)
    parameters += kernel(1, a, 2)
    cases.add("unet", network, draw(2, 8, 4, 3), *parameters, channels=[a, b, c])


def sweeps():
    def read(x, forward, backward):
        """[batch, time, inputs] to [batch, time, 2 hidden]."""
        layer = nn.GRU(x.shape[2], forward[1].shape[0], batch_first=True, bidirectional=True)
        names = ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"]
        names += [name + "_reverse" for name in names]
        values = {n: p.T if "weight" in n else p for n, p in zip(names, [*forward, *backward])}
        return torch.func.functional_call(layer, values, x)[0]

    def sweep(patch):
        def network(x, *p):
            n, height, width, channels = x.shape
            x = x.reshape(n, height // patch, patch, width // patch, patch, channels)
            x = x.permute(0, 1, 3, 2, 4, 5).flatten(3)
            rows = torch.stack([read(x[:, y], p[0:4], p[4:8]) for y in range(x.shape[1])], 1)
            return torch.stack(
                [read(rows[:, :, c], p[8:12], p[12:16]) for c in range(x.shape[2])], 2)
        return network

    for shape, hidden, patch in [((2, 3, 4, 2), 3, 1), ((1, 4, 6, 1), 2, 2), ((1, 1, 1, 2), 1, 1)]:
        inputs = shape[3] * patch * patch
        parameters = weights(inputs, hidden, 3) + weights(inputs, hidden, 3)
        parameters += weights(2 * hidden, hidden, 3) + weights(2 * hidden, hidden, 3)
        cases.add("sweep", sweep(patch), draw(*shape), *parameters, patch=[patch], hidden=[hidden])


steps(), blocks(), unet(), sweeps()
write(__file__, dict(cases=cases))
