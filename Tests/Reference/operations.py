"""Reference values of tensors and gradients, computed by PyTorch and NumPy in double precision:
python operations.py writes operations.json beside this file."""
import numpy
import torch
import torch.nn.functional as F

from reference import Cases, draw, tensor, write

torch.manual_seed(0)
cases = Cases()
case = cases.add
values = []


def elementwise():
    case("exponential", torch.exp, draw(2, 5))
    case("logarithm", torch.log, draw(2, 5, positive=True))
    case("squareRoot", torch.sqrt, draw(2, 5, positive=True))
    case("hyperbolicTangent", torch.tanh, draw(2, 5))
    case("sigmoid", torch.sigmoid, draw(2, 5))
    case("relu", torch.relu, draw(3, 5))
    case("negation", lambda a: -a, draw(3))
    case("absolute", torch.abs, draw(2, 5))
    case("power", lambda a: a ** 2.5, draw(2, 5, positive=True))
    case("leakyRelu", lambda a: F.leaky_relu(a, 0.2), draw(3, 5))
    case("softplus", F.softplus, draw(3, 5) * 20)
    case("gelu", F.gelu, draw(3, 5) * 2)
    case("clamped", lambda a: a.clamp(-0.5, 0.75), draw(4, 5))
    for a, b in [((3, 4), (3, 4)), ((3, 4), (4,)), ((4,), (3, 4)), ((2, 3, 1), (3, 4)), ((2, 3), ()),
                 ((2, 1, 3), (2, 4, 1))]:
        case("sum of two", lambda a, b: a + b, draw(*a), draw(*b))
        case("difference", lambda a, b: a - b, draw(*a), draw(*b))
        case("product", lambda a, b: a * b, draw(*a), draw(*b))
        case("quotient", lambda a, b: a / b, draw(*a), draw(*b, positive=True))
        case("pointwiseMax", torch.maximum, draw(*a), draw(*b))
        case("pointwiseMin", torch.minimum, draw(*a), draw(*b))
        case("replacing", lambda a, b, m: torch.where(m.detach() > 0, b, a) + 0 * m, draw(*a),
             draw(*b), draw(*a))


def reductions():
    for axes in ([0], [1], [2], [0, 2], [0, 1, 2]):
        case("sum along axes", lambda x: x.sum(axes), draw(2, 3, 4), axes=axes)
        case("mean along axes", lambda x: x.mean(axes), draw(2, 3, 4), axes=axes)
        case("variance", lambda x: x.var(axes, correction=0), draw(2, 3, 4), axes=axes)
        case("maximum", lambda x: x.amax(axes), draw(2, 3, 4), axes=axes)
        case("minimum", lambda x: x.amin(axes), draw(2, 3, 4), axes=axes)
        case("logSumExp", lambda x: torch.logsumexp(x, axes), draw(2, 3, 4) * 300, axes=axes)
    for axis in (0, 1):
        case("softmax along", lambda x: x.softmax(axis), draw(3, 2, 4), axis=[axis])
        case("logSoftmax along", lambda x: x.log_softmax(axis), draw(3, 2, 4), axis=[axis])
    case("sum", torch.sum, draw(700))
    case("mean", torch.mean, draw(3, 4))
    case("softmax", lambda x: x.softmax(-1), draw(3, 4) * 10)
    case("softmax", lambda x: x.softmax(-1), draw(2, 3) + 1000)
    case("logSoftmax", lambda x: x.log_softmax(-1), draw(3, 4) * 10)


def shapes():
    case("reshaped", lambda x: x.reshape(3, 8), draw(2, 3, 4))
    for axis in (0, 1, 2):
        case("slice", lambda x: x.narrow(axis, 1, 2), draw(4, 3, 5), axis=[axis])
        case("concatenated", lambda a, b: torch.cat([a, b], axis), draw(2, 3, 2), draw(2, 3, 2),
             axis=[axis])
        case("stacked", lambda a, b: torch.stack([a, b], axis), draw(2, 3), draw(2, 3), axis=[axis])
        case("strided", lambda x: x[(slice(None),) * axis + (slice(None, None, 2),)], draw(4, 3, 5),
             axis=[axis])
        case("reversed", lambda x: x.flip(axis), draw(4, 3, 5), axis=[axis])
        case("gathered", lambda x: x.index_select(axis, torch.tensor([2, 0, 2, 1])), draw(3, 4, 5),
             axis=[axis])
    case("block", lambda x: x[1:3, 0:2], draw(4, 3, 2))
    case("padded", lambda x: F.pad(x, (1, 2, 0, 3), value=1.5), draw(2, 3))
    for order in ([1, 0, 2], [2, 0, 1], [0, 2, 1], [2, 1, 0]):
        case("transposed", lambda x: x.permute(order), draw(2, 3, 4), order=order)
    case("insertingAxis", lambda x: x.unsqueeze(1), draw(2, 3))
    case("broadcast", lambda x: x.expand(2, 3, 4), draw(3, 1))
    case("picked", lambda x: x.gather(1, torch.tensor([[2], [0], [3]]))[:, 0], draw(3, 4),
         indices=[2, 0, 3])


def linear():
    case("matrixProduct", lambda a, b: a @ b, draw(5, 7), draw(7, 3))
    for a, b in [((2, 3, 4), (2, 4, 5)), ((2, 3, 4), (4, 5)), ((3, 4), (2, 4, 5)),
                 ((2, 1, 3, 4), (3, 4, 2)), ((1, 1, 1), (1, 1, 1))]:
        case("matrixProduct", lambda a, b: a @ b, draw(*a), draw(*b))
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
    for x, w, stride, padding, dilation, groups in [
            ((2, 5, 6, 2), (3, 3, 2, 3), 1, 2, 2, 1), ((1, 8, 8, 1), (3, 3, 1, 3), 2, 0, 3, 1),
            ((1, 4, 5, 4), (3, 3, 2, 4), 1, 1, 1, 2), ((1, 6, 6, 3), (3, 3, 1, 3), 2, 1, 2, 3),
            ((1, 4, 5, 1), (2, 3, 1, 17), 1, 0, 2, 1)]:
        case("convolved widely",
             lambda x, w, b: F.conv2d(
                 x.permute(0, 3, 1, 2), w.permute(3, 2, 0, 1), b, stride, padding, dilation,
                 groups).permute(0, 2, 3, 1),
             draw(*x), draw(*w), draw(w[3]), stride=[stride], padding=[padding],
             dilation=[dilation], groups=[groups])
    for x, w, stride, padding, output_padding in [
            ((2, 2, 3, 2), (2, 2, 2, 3), 2, 0, 0), ((1, 3, 2, 2), (3, 3, 2, 2), 2, 1, 1),
            ((2, 3, 3, 1), (3, 2, 1, 2), 1, 1, 0), ((1, 1, 1, 2), (3, 3, 2, 2), 3, 0, 2)]:
        case("transposedConvolved",
             lambda x, w, b: F.conv_transpose2d(
                 x.permute(0, 3, 1, 2), w.permute(2, 3, 0, 1).contiguous(), b, stride,
                 padding, output_padding).permute(0, 2, 3, 1),
             draw(*x), draw(*w), draw(w[3]), stride=[stride], padding=[padding],
             output=[output_padding])
    for size, stride in [(2, 2), (3, 2), (2, 1)]:
        case("averagePooled",
             lambda x: F.avg_pool2d(x.permute(0, 3, 1, 2), size, stride).permute(0, 2, 3, 1),
             draw(2, 5, 4, 1), size=[size], stride=[stride])
        case("maximumPooled",
             lambda x: F.max_pool2d(x.permute(0, 3, 1, 2), size, stride).permute(0, 2, 3, 1),
             draw(2, 5, 6, 3), size=[size], stride=[stride])


def without_gradient():
    """Operations of tensors alone, by NumPy."""
    def value(name, function, *inputs, **options):
        result = torch.from_numpy(numpy.asarray(function(*[v.numpy() for v in inputs]), float))
        values.append(dict(name=name, options=options, inputs=[tensor(v) for v in inputs],
                           output=tensor(result)))

    halves = lambda *shape: torch.round(draw(*shape) * 2) / 2  # so that equals occur
    for a, b in [((3, 4), (3, 4)), ((2, 3, 1), (4,)), ((5,), ())]:
        for name, function in [
                ("less", numpy.less), ("lessOrEqual", numpy.less_equal), ("greater", numpy.greater),
                ("greaterOrEqual", numpy.greater_equal), ("equal", numpy.equal),
                ("notEqual", numpy.not_equal)]:
            value(name, function, halves(*a), halves(*b))
    for axis in (0, 1, 2):
        value("argmax", lambda x: x.argmax(axis), halves(3, 4, 5), axis=[axis])
        value("argmin", lambda x: x.argmin(axis), halves(3, 4, 5), axis=[axis])
        value("unbiased variance", lambda x: x.var(axis, ddof=1), draw(3, 4, 5), axis=[axis])
    value("oneHot", lambda x: numpy.eye(4)[x.astype(int)], torch.tensor([2.0, 0, 3, 3, 1]))
    value("evenlySpaced", lambda: numpy.linspace(-1, 2, 7))
    value("counting", lambda: numpy.arange(6))
    value("identity", lambda: numpy.eye(3))


elementwise(), reductions(), shapes(), linear(), images(), without_gradient()
write(__file__, dict(cases=cases, values=values))
