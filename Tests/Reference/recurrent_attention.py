"""Reference values of recurrent attention (Mnih et al., 2014), computed by PyTorch in double precision:
python recurrent_attention.py writes recurrent_attention.json beside this file."""
import math

import torch
import torch.nn.functional as F

from reference import Cases, draw, write

torch.manual_seed(21)
PICTURES, HEIGHT, WIDTH, SIZE, SCALES = 3, 7, 9, 2, 2
FEATURES, HIDDEN, CLASSES, GLIMPSES, DEVIATION = 3, 4, 5, 3, 0.5

# Places in the list of parameters of the baseline and the classifier, and what they are divided by. The
# rewards of two samples shall differ clearly, or single precision loses their difference.
SMALLER = {14: 8, 15: 8, 16: 0.25, 17: 1}


def crops(pictures, places):
    """The glimpse of each picture, by slices of a padded copy."""
    rows = []
    for picture, (x, y) in zip(pictures, places.clamp(-1, 1)):
        column = math.floor((x.item() + 1) * WIDTH / 2 + 0.5)
        row = math.floor((y.item() + 1) * HEIGHT / 2 + 0.5)
        for scale in range(SCALES):
            width = SIZE << scale
            padded = F.pad(picture, (width, width, width, width))
            top, left = row - width // 2 + width, column - width // 2 + width
            crop = padded[top:top + width, left:left + width]
            rows.append(F.avg_pool2d(crop[None, None], 1 << scale).flatten())
    return torch.cat(rows).reshape(len(pictures), -1)


def affine(x, weights, bias):
    return x @ weights + bias


def looked(core, pictures, noise, p):
    """Logits, log-probabilities of the moves and baselines."""
    h = torch.zeros(len(pictures), HIDDEN)
    place, log_probabilities, baselines = torch.zeros(len(pictures), 2), [], []
    for step in range(GLIMPSES):
        seen = affine(affine(crops(pictures, place), *p[0:2]).relu(), *p[4:6])
        g = (seen + affine(affine(place, *p[2:4]).relu(), *p[6:8])).relu()
        if core == "relu":
            h = (affine(h, *p[8:10]) + affine(g, *p[10:12])).relu()
        else:
            i, m = affine(g, p[8], p[10]).chunk(3, 1), affine(h, p[9], p[11]).chunk(3, 1)
            r, z = torch.sigmoid(i[0] + m[0]), torch.sigmoid(i[1] + m[1])
            n = torch.tanh(i[2] + r * m[2])
            h = (1 - z) * n + z * h
        baselines.append(affine(h.detach(), *p[14:16])[:, 0])
        if step < GLIMPSES - 1:
            mean = torch.tanh(affine(h, *p[12:14]))
            place = (mean + DEVIATION * noise[step]).detach()
            normal = torch.distributions.Normal(mean, DEVIATION)
            log_probabilities.append(normal.log_prob(place).sum(1))
    return affine(h, *p[16:18]), log_probabilities, baselines


def hybrid(core, paper):
    def loss(*p, pictures, noise, labels, samples):
        y = torch.tensor(labels)
        logits, log_probabilities, baselines = looked(core, pictures, noise, p)
        if paper:
            reward = (logits.argmax(1) == y).double()
            advantages = [(reward - b).detach() for b in baselines]
            extra = sum(F.mse_loss(b, reward) for b in baselines) / len(baselines)
        else:
            log_p = logits.detach().log_softmax(1)[torch.arange(len(y)), y]
            reward = (log_p.clamp(min=-3) / 3).reshape(-1, samples)
            others = (reward.sum(1, keepdim=True) - reward) / (samples - 1)
            advantages = [(reward - others).flatten()] * len(log_probabilities)
            extra = 0 * sum(b.sum() for b in baselines)  # so that they have a gradient
        policy = sum((l * a).mean() for l, a in zip(log_probabilities, advantages))
        return F.cross_entropy(logits, y) + extra - policy / len(log_probabilities)
    return loss


cases = Cases()
for core in ["relu", "gru"]:
    for paper in [True, False]:
        samples = 1 if paper else 2
        gates = [(HIDDEN, 3 * HIDDEN)] * 2 + [(3 * HIDDEN,)] * 2
        plain = [(HIDDEN, HIDDEN), (HIDDEN,)] * 2
        shapes = [(SIZE * SIZE * SCALES, FEATURES), (FEATURES,), (2, FEATURES), (FEATURES,)]
        shapes += [(FEATURES, HIDDEN), (HIDDEN,)] * 2 + (gates if core == "gru" else plain)
        for outputs in [2, 1, CLASSES]:
            shapes += [(HIDDEN, outputs), (outputs,)]
        pixels = torch.randint(0, 1024, (PICTURES, HEIGHT, WIDTH))
        noise = torch.randint(-2048, 2048, (GLIMPSES - 1, PICTURES * samples, 2))
        labels = torch.randint(0, CLASSES, (PICTURES,)).repeat_interleave(samples).tolist()
        pictures = (pixels / 1024).repeat_interleave(samples, 0)
        cases.add(
            f"{core} {'paper' if paper else 'samples'}",
            lambda *p: hybrid(core, paper)(
                *p, pictures=pictures, noise=noise / 1024, labels=labels, samples=samples),
            *[draw(*shape) / SMALLER.get(place, 2) for place, shape in enumerate(shapes)],
            pixels=pixels.flatten().tolist(), noise=noise.flatten().tolist(), labels=labels)
write(__file__, dict(cases=cases))
