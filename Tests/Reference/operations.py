"""Reference values of tensors, gradients, layers, losses and optimisers, computed by PyTorch in
double precision: python operations.py writes operations.json beside this file."""
import json
import os

import torch
import torch.nn.functional as F

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)
cases = []


def tensor(value):
    value = value.detach()
    return {"shape": list(value.shape), "elements": [float(f"{v:.15g}") for v in value.flatten()]}


def draw(*shape, positive=False):
    """Multiples of 1/1024, so that float and double start from the same values."""
    value = torch.round(torch.randn(shape) * 1024) / 1024
    return value.abs() + 0.25 if positive else value


def case(name, function, *inputs, **options):
    """One operation: its result, and its gradients for a random gradient of the result."""
    inputs = [value.clone().requires_grad_() for value in inputs]
    output = function(*inputs)
    upstream = draw(*output.shape)
    output.backward(upstream)
    cases.append(dict(
        name=name, options=options, inputs=[tensor(v) for v in inputs], upstream=tensor(upstream),
        output=tensor(output), gradients=[tensor(v.grad) for v in inputs]))


def elementwise():
    case("exponential", torch.exp, draw(2, 5))
    case("logarithm", torch.log, draw(2, 5, positive=True))
    case("squareRoot", torch.sqrt, draw(2, 5, positive=True))
    case("hyperbolicTangent", torch.tanh, draw(2, 5))
    case("sigmoid", torch.sigmoid, draw(2, 5))
    case("relu", torch.relu, draw(3, 5))
    case("negation", lambda a: -a, draw(3))
    for a, b in [((3, 4), (3, 4)), ((3, 4), (4,)), ((4,), (3, 4)), ((2, 3, 1), (3, 4)), ((2, 3), ()),
                 ((2, 1, 3), (2, 4, 1))]:
        case("sum of two", lambda a, b: a + b, draw(*a), draw(*b))
        case("difference", lambda a, b: a - b, draw(*a), draw(*b))
        case("product", lambda a, b: a * b, draw(*a), draw(*b))
        case("quotient", lambda a, b: a / b, draw(*a), draw(*b, positive=True))


def reductions():
    for axes in ([0], [1], [2], [0, 2], [0, 1, 2]):
        case("sum along axes", lambda x: x.sum(axes), draw(2, 3, 4), axes=axes)
        case("mean along axes", lambda x: x.mean(axes), draw(2, 3, 4), axes=axes)
    case("sum", torch.sum, draw(700))
    case("mean", torch.mean, draw(3, 4))
    case("softmax", lambda x: x.softmax(-1), draw(3, 4) * 10)
    case("softmax", lambda x: x.softmax(-1), draw(2, 3) + 1000)
    case("logSoftmax", lambda x: x.log_softmax(-1), draw(3, 4) * 10)


def shapes():
    case("reshaped", lambda x: x.reshape(3, 8), draw(2, 3, 4))
    case("slice", lambda x: x[1:3], draw(4, 3))
    case("concatenated", lambda a, b: torch.cat([a, b]), draw(2, 3), draw(1, 3))


def linear():
    case("matrixProduct", lambda a, b: a @ b, draw(5, 7), draw(7, 3))
    case("affine", lambda x, w, b: x @ w + b, draw(4, 5), draw(5, 3), draw(3))
    case("affine relu", lambda x, w, b: (x @ w + b).relu(), draw(4, 5), draw(5, 3), draw(3))


def images():
    def convolution(x, w, b, stride, padding, relu, pool):
        y = F.conv2d(x.permute(0, 3, 1, 2), w.permute(3, 2, 0, 1), b, stride, padding)
        y = y.relu() if relu else y
        return (F.max_pool2d(y, 2) if pool else y).permute(0, 2, 3, 1)

    for x, w, stride, padding, relu, pool in [
            ((2, 5, 6, 3), (3, 3, 3, 4), 1, 1, 0, 0), ((1, 6, 6, 2), (3, 3, 2, 3), 2, 1, 1, 0),
            ((2, 7, 7, 1), (5, 5, 1, 6), 1, 2, 1, 1), ((2, 8, 6, 3), (3, 3, 3, 5), 1, 0, 1, 1),
            ((1, 6, 4, 2), (3, 1, 2, 2), 1, 0, 0, 1), ((1, 8, 8, 2), (3, 3, 2, 2), 3, 0, 0, 0)]:
        case("convolved", lambda *v: convolution(*v, stride, padding, relu, pool), draw(*x), draw(*w),
             draw(w[3]), stride=[stride], padding=[padding], relu=[relu], pool=[pool])
    for size, stride in [(2, 2), (3, 2), (2, 1)]:
        case("maximumPooled",
             lambda x: F.max_pool2d(x.permute(0, 3, 1, 2), size, stride).permute(0, 2, 3, 1),
             draw(2, 5, 6, 3), size=[size], stride=[stride])


def losses():
    labels = [2, 0, 1, 1]
    case("softmaxCrossEntropy", lambda x: F.cross_entropy(x, torch.tensor(labels)), draw(4, 3) * 5,
         labels=labels)
    weights = torch.tensor([0.5, 2.0, 1.25])
    case("softmaxCrossEntropy weighted",
         lambda x: F.cross_entropy(x, torch.tensor(labels), weight=weights), draw(4, 3), labels=labels)


def optimizers():
    """Three steps of each optimiser from the same start, along the same gradients."""
    start, gradients = draw(19), [draw(19) for _ in range(3)]
    runs = {}
    for name, make in [
            ("adam", lambda p: torch.optim.Adam(p, lr=0.01)),
            ("adam with decay", lambda p: torch.optim.Adam(p, lr=0.1, betas=(0.8, 0.9), weight_decay=0.1)),
            ("descent", lambda p: torch.optim.SGD(p, lr=0.1)),
            ("momentum", lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9))]:
        parameter = start.clone().requires_grad_()
        optimizer = make([parameter])
        for gradient in gradients:
            parameter.grad = gradient.clone()
            optimizer.step()
        runs[name] = tensor(parameter)
    return dict(start=tensor(start), gradients=[tensor(g) for g in gradients], results=runs)


elementwise(), reductions(), shapes(), linear(), images(), losses()
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "operations.json")
with open(path, "w") as file:
    json.dump(dict(cases=cases, optimizers=optimizers()), file, separators=(",", ":"))
    file.write("\n")
