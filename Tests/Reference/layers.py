"""Reference values of layers, losses and optimisers, computed by PyTorch in double precision:
python layers.py writes layers.json beside this file."""
import torch
import torch.nn.functional as F
from torch import nn

from reference import Cases, draw, tensor, write

torch.manual_seed(1)
cases = Cases()
case = cases.add


def normalization():
    def batch(x, weight, bias):
        channels = x.shape[-1]
        rows = x.reshape(-1, channels)
        return F.batch_norm(rows, None, None, weight, bias, True, eps=1e-5).reshape(x.shape)

    for shape in [(6, 3), (2, 4, 3, 5), (4, 1, 1, 2)]:
        case("batchNormalization", batch, draw(*shape), draw(shape[-1]), draw(shape[-1]))
    for shape in [(6, 3), (2, 4, 5), (1, 4)]:
        case("layerNormalization", lambda x, w, b: F.layer_norm(x, shape[-1:], w, b, 1e-5),
             draw(*shape), draw(shape[-1]), draw(shape[-1]))
    case("embedding", lambda table: F.embedding(torch.tensor([3, 1, 3, 0]), table), draw(5, 3),
         indices=[3, 1, 3, 0])


def recurrent():
    def run(kind, x, input_weights, recurrent_weights, input_bias, recurrent_bias):
        layer = kind(x.shape[2], recurrent_weights.shape[0], batch_first=True)
        parameters = {
            "weight_ih_l0": input_weights.T, "weight_hh_l0": recurrent_weights.T,
            "bias_ih_l0": input_bias, "bias_hh_l0": recurrent_bias}
        return torch.func.functional_call(layer, parameters, x)[0]

    def both(kind, x, *parameters):
        layer = kind(x.shape[2], parameters[1].shape[0], batch_first=True, bidirectional=True)
        names = ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"]
        names += [name + "_reverse" for name in names]
        values = {n: p.T if "weight" in n else p for n, p in zip(names, parameters)}
        return torch.func.functional_call(layer, values, x)[0]

    for name, kind, gates in [("recurrent", nn.RNN, 1), ("gru", nn.GRU, 3), ("lstm", nn.LSTM, 4)]:
        for batch, time, inputs, hidden in [(2, 4, 3, 5), (1, 1, 1, 1), (3, 2, 4, 2)]:
            width = gates * hidden
            parameters = [draw(inputs, width), draw(hidden, width), draw(width), draw(width)]
            case(name, lambda *v: run(kind, *v), draw(batch, time, inputs), *parameters)
        parameters = [draw(*shape) for _ in range(2)
                      for shape in [(3, gates * 2), (2, gates * 2), (gates * 2,), (gates * 2,)]]
        case("bidirectional " + name, lambda *v: both(kind, *v), draw(2, 3, 3), *parameters)


def residual():
    """Two convolutions with batch normalisation and a way round them, He et al., 2016."""
    def convolve(x, w, stride, padding):
        return F.conv2d(x.permute(0, 3, 1, 2), w.permute(3, 2, 0, 1), None, stride,
                        padding).permute(0, 2, 3, 1)

    def norm(x, w, b):
        y = F.batch_norm(x.permute(0, 3, 1, 2), None, None, w, b, True, eps=1e-5)
        return y.permute(0, 2, 3, 1)

    def block(stride, x, w1, s1, b1, w2, s2, b2, *way):
        y = norm(convolve(x, w1, stride, 1), s1, b1).relu()
        y = norm(convolve(y, w2, 1, 1), s2, b2)
        return (y + (norm(convolve(x, way[0], stride, 0), *way[1:]) if way else x)).relu()

    case("residual", lambda *v: block(1, *v), draw(2, 4, 5, 3), draw(3, 3, 3, 3), draw(3), draw(3),
         draw(3, 3, 3, 3), draw(3), draw(3))
    case("residual projected", lambda *v: block(2, *v), draw(2, 5, 4, 2), draw(3, 3, 2, 3), draw(3),
         draw(3), draw(3, 3, 3, 3), draw(3), draw(3), draw(1, 1, 2, 3), draw(3), draw(3))


def losses():
    labels = [2, 0, 1, 1]
    target = torch.tensor(labels)
    weights = torch.tensor([0.5, 2.0, 1.25])
    case("softmaxCrossEntropy", lambda x: F.cross_entropy(x, target), draw(4, 3) * 5, labels=labels)
    case("softmaxCrossEntropy weighted", lambda x: F.cross_entropy(x, target, weight=weights),
         draw(4, 3), labels=labels)
    case("softmaxCrossEntropy smoothed", lambda x: F.cross_entropy(x, target, label_smoothing=0.1),
         draw(4, 3), labels=labels)
    case("softmaxCrossEntropy weighted smoothed",
         lambda x: F.cross_entropy(x, target, weight=weights, label_smoothing=0.1), draw(4, 3),
         labels=labels)
    ones = (draw(3, 4) > 0).to(torch.float64)
    case("meanSquaredError", lambda x, t: F.mse_loss(x, t.detach()) + 0 * t.sum(), draw(3, 4),
         draw(3, 4))
    case("binaryCrossEntropy",
         lambda x, t: F.binary_cross_entropy_with_logits(x, t.detach()) + 0 * t.sum(),
         draw(3, 4) * 20, ones)
    case("binaryCrossEntropy weighted",
         lambda x, t: F.binary_cross_entropy_with_logits(
             x, t.detach(), pos_weight=torch.tensor(2.5)) + 0 * t.sum(), draw(3, 4), ones)

    def focal(x, t):
        """Lin et al., 2017, equation 5, with the probability of the true class."""
        t = t.detach()
        true = torch.where(t > 0, x.sigmoid(), 1 - x.sigmoid())
        share = torch.where(t > 0, 0.25, 0.75)
        return (-share * (1 - true) ** 2 * true.log()).mean()
    case("focalLoss", lambda x, t: focal(x, t) + 0 * t.sum(), draw(3, 4) * 3, ones)

    def dice(p, t):
        p, t = p.flatten(1), t.detach().flatten(1)
        overlap = (2 * (p * t).sum(1) + 1) / (p.sum(1) + t.sum(1) + 1)
        return 1 - overlap.mean()
    case("diceLoss", lambda p, t: dice(p, t) + 0 * t.sum(), draw(3, 2, 2).sigmoid(),
         (draw(3, 2, 2) > 0).to(torch.float64))


def optimizers():
    """Three steps of each optimiser from the same start, along the same gradients."""
    start, gradients = draw(19), [draw(19) for _ in range(3)]
    runs = {}
    optim = torch.optim
    for name, make in [
            ("adam", lambda p: optim.Adam(p, lr=0.01)),
            ("adam with decay", lambda p: optim.Adam(p, lr=0.1, betas=(0.8, 0.9), weight_decay=0.1)),
            ("adamw", lambda p: optim.AdamW(p, lr=0.1, betas=(0.8, 0.9), weight_decay=0.1)),
            ("descent", lambda p: optim.SGD(p, lr=0.1)),
            ("momentum", lambda p: optim.SGD(p, lr=0.1, momentum=0.9)),
            ("nesterov", lambda p: optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True)),
            ("adagrad", lambda p: optim.Adagrad(p, lr=0.1)),
            ("rmsprop", lambda p: optim.RMSprop(p, lr=0.01, alpha=0.9)),
            ("rmsprop with momentum", lambda p: optim.RMSprop(p, lr=0.01, alpha=0.8, momentum=0.9))]:
        parameter = start.clone().requires_grad_()
        optimizer = make([parameter])
        for gradient in gradients:
            parameter.grad = gradient.clone()
            optimizer.step()
        runs[name] = tensor(parameter)
    return dict(start=tensor(start), gradients=[tensor(g) for g in gradients], results=runs)


def schedules():
    """The learning rates of twelve steps, from 0.5 on."""
    rates = {}
    schedulers = torch.optim.lr_scheduler
    for name, make in [
            ("constant", lambda o: schedulers.LambdaLR(o, lambda step: 1)),
            ("steps", lambda o: schedulers.StepLR(o, 5, 0.1)),
            ("exponential", lambda o: schedulers.ExponentialLR(o, 0.9)),
            ("cosine", lambda o: schedulers.CosineAnnealingLR(o, 10, 0.05))]:
        optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.5)
        scheduler = make(optimizer)
        rates[name] = []
        for step in range(11):
            rates[name].append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            scheduler.step()
    return rates


def running_statistics():
    """What batch normalisation keeps after two batches, and what it says at inference."""
    layer = nn.BatchNorm1d(3)
    batches = [draw(5, 3), draw(4, 3) + 2]
    for batch in batches:
        layer(batch)
    layer.eval()
    return dict(batches=[tensor(b) for b in batches], mean=tensor(layer.running_mean),
                variance=tensor(layer.running_var), inference=tensor(layer(batches[0])))


normalization(), recurrent(), residual(), losses()
write(__file__, dict(
    cases=cases, optimizers=optimizers(), schedules=schedules(),
    runningStatistics=running_statistics()))
