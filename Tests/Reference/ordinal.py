"""Reference values of the ordinal regression: the same loss, minimised by SciPy.

    pip install numpy scipy
    python3 ordinal.py
"""
import json
import pathlib

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit


def loss(parameters, x, y, counts, penalty):
    """The penalised loss, with P(y >= k) = sigmoid(w . x - t_k) taken literally."""
    weights, thresholds = parameters[: x.shape[1]], parameters[x.shape[1] :]
    reached = expit(x @ weights - thresholds[:, None])
    levels = np.vstack([np.ones(len(y)), reached, np.zeros(len(y))])
    own = levels[y, np.arange(len(y))] - levels[y + 1, np.arange(len(y))]
    return -(counts[y] * np.log(np.maximum(own, 1e-300))).sum() + penalty / 2 * weights @ weights


def case(seed, samples, truth, penalty, monotone, balanced):
    generator = np.random.default_rng(seed)
    x = np.round(generator.normal(size=(samples, len(truth))), 3)
    noise = generator.logistic(size=samples)
    y = np.searchsorted([-0.5, 0.6, 1.8], x @ truth + noise)
    counts = np.ones(4)
    if balanced:
        counts = samples / (4 * np.bincount(y, minlength=4))
    bounds = [(0 if monotone else None, None)] * len(truth) + [(None, None)] * 3
    start = np.r_[np.full(len(truth), 0.1), 0.0, 1.0, 2.0]
    found = minimize(
        loss, start, (x, y, counts, penalty), method="L-BFGS-B", bounds=bounds,
        options={"ftol": 1e-16, "gtol": 1e-9, "maxiter": 5000, "maxfun": 500000})
    found = minimize(
        loss, found.x, (x, y, counts, penalty), method="SLSQP", bounds=bounds,
        options={"ftol": 1e-16, "maxiter": 2000})
    weights, thresholds = found.x[: len(truth)], found.x[len(truth) :]
    reached = expit(x @ weights - thresholds[:, None])
    levels = np.vstack([np.ones(samples), reached, np.zeros(samples)])
    return {
        "x": x.tolist(), "y": y.tolist(), "penalty": penalty, "isMonotone": monotone,
        "isBalanced": balanced, "weights": weights.tolist(), "thresholds": thresholds.tolist(),
        "loss": float(found.fun), "probabilities": (levels[:-1] - levels[1:]).T.tolist(),
    }


cases = [
    case(1, 60, [1.5, -1.0, 0.3], 1.0, False, False),
    case(2, 60, [1.5, -1.0, 0.3], 1.0, True, False),
    case(3, 80, [2.0, 0.0], 0.1, False, True),
    case(4, 80, [-1.0, -2.0, 1.0, 0.5], 0.5, True, True),
]
for one in cases:
    assert len(set(one["y"])) == 4
    print(one["isMonotone"], one["weights"], one["thresholds"])
file = pathlib.Path(__file__).with_name("ordinal.json")
file.write_text(json.dumps({"cases": cases}) + "\n")
