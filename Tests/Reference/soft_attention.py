"""Reference values of soft attention, computed by PyTorch in double precision: python soft_attention.py
writes soft_attention.json beside this file."""
import torch
from torch import nn

from reference import Cases, draw, write

torch.manual_seed(17)
cases = Cases()
case = cases.add

MASKS = {
    (2, 5): [[1, 0, 1, 1, 0], [0, 0, 0, 1, 0]],
    (1, 1): [[1]],
    (3, 4): [[1, 1, 1, 1], [0, 1, 1, 0], [1, 0, 0, 1]],
}


def mask_of(flat, shape):
    return torch.tensor(flat).reshape(shape) == 1


def softmax(scores, mask):
    if mask is not None:
        scores = scores.masked_fill(~mask, -torch.inf)
    return torch.softmax(scores, -1)


def part(*shape):
    """Weights that leave tanh room: half of a draw."""
    return draw(*shape) * 0.5


def attend(mask, a, h, w_a, b, w_h, u, w=None, c=None):
    """The context and the weights side by side."""
    scores = torch.tanh(a @ w_a + b + (h @ w_h)[:, None]) @ u
    weights = softmax(scores, mask)
    z = torch.bmm(weights[:, None], a)[:, 0]
    if w is not None:
        z = torch.sigmoid(h @ w + c) * z
    return z, weights


def scores():
    for shape in [(2, 5, 3), (1, 1, 1), (3, 4, 19), (2, 3, 33)]:
        case("additiveScores", lambda a, h, u: torch.tanh(a + h[:, None]) @ u,
             draw(*shape) * 2, draw(shape[0], shape[2]), draw(shape[2]))
    for shape, mask in MASKS.items():
        flat = [v for row in mask for v in row]
        case("maskedSoftmax", lambda x: softmax(x, mask_of(flat, shape)), draw(*shape) * 3, mask=flat)


def attention():
    for (batch, places), mask in MASKS.items():
        for features, hidden, width in [(3, 4, 5), (2, 2, 3), (2, 6, 17)]:
            for gated in [False, True]:
                flat = [v for row in mask for v in row]
                weights = [part(features, width), part(width), part(hidden, width), part(width)]
                if gated:
                    weights += [part(hidden, 1), part(1)]
                inputs = [draw(batch, places, features), draw(batch, hidden)] + weights
                name = "gated attention" if gated else "attention"

                def both(m, *v):
                    z, alpha = attend(m, *v)
                    return torch.cat([z, alpha], 1)

                case(name, lambda *v: both(None, *v), *inputs, mask=[])
                case(name, lambda *v: both(mask_of(flat, (batch, places)), *v), *inputs, mask=flat)


def penalty():
    for shape in [(2, 3, 5), (1, 1, 1), (3, 4, 2)]:
        case("penalty", lambda x: 0.5 * ((1 - x.sum(1)) ** 2).sum(1).mean(), draw(*shape))


def classifier():
    """h_0 and c_0 from the mean annotation, three looks with an LSTM cell, classes from the last h."""
    def run(mask, a, w_a, b, w_h, u, w, c, wx, wh, bx, bh, wo, bo, wc, bc, wk, bk):
        cell = nn.LSTMCell(a.shape[2], wh.shape[0])
        parameters = {"weight_ih": wx.T, "weight_hh": wh.T, "bias_ih": bx, "bias_hh": bh}
        counts = mask.to(a.dtype)
        mean = (a * counts[..., None]).sum(1) / counts.sum(1, keepdim=True)
        h, s = torch.tanh(mean @ wo + bo), torch.tanh(mean @ wc + bc)
        for _ in range(3):
            z, _ = attend(mask, a, h, w_a, b, w_h, u, w, c)
            h, s = torch.func.functional_call(cell, parameters, (z, (h, s)))
        return h @ wk + bk

    for (batch, places), mask in MASKS.items():
        flat = [v for row in mask for v in row]
        features, hidden, width, classes = 3, 4, 5, 2
        shapes = [
            (features, width), (width,), (hidden, width), (width,), (hidden, 1), (1,),
            (features, 4 * hidden), (hidden, 4 * hidden), (4 * hidden,), (4 * hidden,),
            (features, hidden), (hidden,), (features, hidden), (hidden,), (hidden, classes),
            (classes,)]
        case("classifier", lambda *v: run(mask_of(flat, (batch, places)), *v),
             draw(batch, places, features), *[part(*shape) for shape in shapes], mask=flat)


scores()
attention()
penalty()
classifier()
write(__file__, {"cases": cases})
