"""Reference values for intervals and tests: DeLong by its definition over all pairs, proportions and
McNemar's test from scipy, the bootstrap's BCa interval from scipy.

Run: python3 evaluation_intervals.py > evaluation_intervals.json    (numpy, scipy)
"""
import json
import math
import sys

import numpy as np
import scipy
import scipy.special
from scipy import stats


def placements(labels, scores):
    """Of each positive the share of negatives below, of each negative that of positives above."""
    pairs = [[1.0 if x > y else .5 if x == y else 0.0 for y in scores[~labels]]
             for x in scores[labels]]
    return np.mean(pairs, axis=1), np.mean(pairs, axis=0)


def delong_case(generator, samples, digits, shift):
    labels = generator.random(samples) < .4
    truth = generator.normal(size=samples) + shift * labels
    scores = [np.round(truth + generator.normal(size=samples) * noise, digits) for noise in (.4, .9)]
    v = [placements(labels, s) for s in scores]
    areas = [float(x[0].mean()) for x in v]
    covariance = (np.cov(v[0][0], v[1][0]) / labels.sum() + np.cov(v[0][1], v[1][1]) / (~labels).sum())
    error = math.sqrt(covariance[0, 0])
    z95 = stats.norm.ppf(.975)
    logit = math.log(areas[0] / (1 - areas[0]))
    reach = z95 * error / (areas[0] * (1 - areas[0]))
    difference = math.sqrt(covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1])
    z = (areas[0] - areas[1]) / difference
    return {"labels": labels.tolist(), "scores": scores[0].tolist(), "other": scores[1].tolist(),
            "areas": areas, "variances": [float(covariance[0, 0]), float(covariance[1, 1])],
            "covariance": float(covariance[0, 1]),
            "linear": [max(0, areas[0] - z95 * error), min(1, areas[0] + z95 * error)],
            "logit": [float(scipy.special.expit(logit - reach)), float(scipy.special.expit(logit + reach))],
            "z": z, "p": float(2 * stats.norm.sf(abs(z)))}


def proportion_case(successes, trials, confidence):
    test = stats.binomtest(successes, trials)
    ends = {name: list(map(float, test.proportion_ci(confidence, method=method)))
            for name, method in (("wilson", "wilson"), ("clopperPearson", "exact"))}
    return {"successes": successes, "trials": trials, "confidence": confidence, **ends}


def mcnemar_case(b, c):
    n = b + c
    chi = max(0, abs(b - c) - 1) ** 2 / n
    return {"b": b, "c": c, "exact": float(stats.binomtest(b, n).pvalue), "chi": chi,
            "p": float(stats.chi2.sf(chi, 1))}


def bootstrap_case(generator):
    """The variance of skewed numbers: far from the percentile interval."""
    values = np.round(generator.exponential(size=40), 4)
    variance = lambda x, axis: np.var(x, axis=axis)
    # Both from the same draws: their noise is some thousandths.
    found = {method: list(map(float, stats.bootstrap(
        (values,), variance, n_resamples=200_000, batch=10_000, method=method,
        rng=np.random.default_rng(1)).confidence_interval)) for method in ("percentile", "BCa")}
    return {"values": values.tolist(), **found}


def main():
    generator = np.random.default_rng(13)
    shares = [1e-300, 1e-20, 1e-6, .005, .025, .3, .5, .8, .975, .999999]
    betas = [(x, a, b) for x in (1e-4, .03, .5, .77, .999) for a, b in
             ((1, 1), (1, 40), (3, 2.5), (50, 51), (400, 30), (5000, 5001))]
    json.dump({
        "made_with": f"scipy {scipy.__version__}",
        "areas": [delong_case(generator, n, d, s) for n, d, s in
                  ((40, 0, 1), (60, 1, 1.5), (80, 6, .3), (50, 6, 2.5))],
        "proportions": [proportion_case(*case) for case in
                        ((0, 10, .95), (10, 10, .95), (1, 1, .9), (45, 50, .95), (3, 1000, .99),
                         (500, 1000, .8), (99_990, 100_000, .95))],
        "mcnemar": [mcnemar_case(*case) for case in
                    ((0, 1), (5, 5), (12, 3), (3, 12), (40, 61), (0, 30), (700, 800))],
        "normal": {"shares": shares, "quantiles": [float(stats.norm.ppf(s)) for s in shares]},
        "beta": [{"x": x, "a": a, "b": b, "share": float(scipy.special.betainc(a, b, x))}
                 for x, a, b in betas],
        "bootstrap": bootstrap_case(generator)},
        sys.stdout, separators=(",", ":"))
    print()


if __name__ == "__main__":
    main()
