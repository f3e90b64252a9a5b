"""Reference values of pooling over bags and of the entropy of attention, computed by PyTorch in double
precision: python bags.py writes bags.json beside this file."""
import torch

from reference import Cases, draw, write

torch.manual_seed(19)
cases = Cases()


def each_bag(h, lengths, pool):
    """What `pool` makes of each bag's instances and its weights, one under the other."""
    rows, weights = zip(*[pool(bag) for bag in h.split(lengths)])
    return torch.cat([torch.stack(rows).flatten(), torch.cat(weights)])


def weighted(bag, scores):
    a = scores.softmax(0)
    return (a[:, None] * bag).sum(0), a


def mean(bag):
    return bag.mean(0), torch.full((len(bag),), 1 / len(bag))


def maximum(bag):
    values, winners = bag.max(0)
    return values, torch.bincount(winners, minlength=len(bag)) / bag.shape[1]


def attention(v, b, w):
    return lambda bag: weighted(bag, (torch.tanh(bag @ v + b) @ w)[:, 0])


def gated(v, b, u, c, w):
    return lambda bag: weighted(
        bag, ((torch.tanh(bag @ v + b) * torch.sigmoid(bag @ u + c)) @ w)[:, 0])


for lengths, features, hidden in [([3, 1, 4], 3, 2), ([1], 1, 1), ([5], 4, 3), ([2, 2], 2, 5)]:
    count = sum(lengths)

    def case(name, make, *parameters):
        cases.add(name, lambda h, *p: each_bag(h, lengths, make(*p)), draw(count, features),
                  *parameters, lengths=lengths)

    case("mean", lambda: mean)
    case("maximum", lambda: maximum)
    case("attention", attention, draw(features, hidden), draw(hidden), draw(hidden, 1))
    case("gated attention", gated, draw(features, hidden), draw(hidden), draw(features, hidden),
         draw(hidden), draw(hidden, 1))

for slides, places in [(1, 1), (3, 4)]:
    cases.add("entropy", lambda s: torch.distributions.Categorical(logits=s).entropy().mean(),
              draw(slides, places))
    # Chosen by a mask, as places that show tissue are.
    mask = (torch.arange(slides * places) % 3 != 1).reshape(slides, places)
    cases.add("tissue", lambda s: s.masked_fill(~mask, -torch.inf).softmax(1), draw(slides, places),
              tissue=mask.flatten().int().tolist())

write(__file__, {"cases": cases})
