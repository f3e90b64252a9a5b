"""Reference values for precision-recall curves, decision thresholds and calibration, from scikit-learn;
thresholds by trying each score.

Run: python3 evaluation_curves.py > evaluation_curves.json    (numpy, scipy, scikit-learn)
"""
import json
import sys

import numpy as np
import scipy.optimize
import scipy.special
import sklearn
from sklearn.calibration import calibration_curve
from sklearn.metrics import average_precision_score, brier_score_loss, precision_recall_curve


def best(candidates):
    """The threshold of the largest gain; of equal ones the first, which is the highest."""
    return max(candidates, key=lambda pair: pair[1])[0]


def threshold_case(labels, scores):
    """Each rule by counting at each threshold, from the highest to the lowest; None calls nothing."""
    counts = [(None, 0, 0)] + [
        (float(t), int(((scores >= t) & labels).sum()), int(((scores >= t) & ~labels).sum()))
        for t in sorted(set(scores), reverse=True)]
    m, n = int(labels.sum()), int((~labels).sum())
    reached = [c for c in counts[1:] if c[1] / (c[1] + c[2]) >= .7]
    return {
        "youden": best([(t, hits * n - alarms * m) for t, hits, alarms in counts]),
        "sensitivity_0.8": next(t for t, hits, _ in counts if hits / m >= .8),
        "precision_0.7": best([(t, hits) for t, hits, _ in reached]),
        "cost_1_3": best([(t, -alarms - 3 * (m - hits)) for t, hits, alarms in counts])}


def curve_case(generator, samples, digits):
    labels = generator.random(samples) < .3
    scores = np.round(generator.normal(size=samples) + 1.5 * labels, digits)
    precision, recall, thresholds = precision_recall_curve(labels, scores)
    return {"labels": labels.tolist(), "scores": scores.tolist(),
            "precision": precision[::-1].tolist(), "recall": recall[::-1].tolist(),
            "thresholds": thresholds[::-1].tolist(),
            "average_precision": float(average_precision_score(labels, scores)),
            "chosen": threshold_case(labels, scores)}


def calibration_case(generator, samples, bins, strategy, digits):
    probabilities = np.round(generator.random(samples), digits)
    labels = generator.random(samples) < probabilities ** 2
    share, mean = calibration_curve(labels, probabilities, n_bins=bins, strategy=strategy)
    edges = (np.linspace(0, 1, bins + 1) if strategy == "uniform"
             else np.percentile(probabilities, np.linspace(0, 1, bins + 1) * 100))
    members = np.searchsorted(edges[1:-1], probabilities)
    gaps = [(np.sum(members == b), abs(labels[members == b].mean() - probabilities[members == b].mean()))
            for b in range(bins) if np.any(members == b)]
    return {"probabilities": probabilities.tolist(), "labels": labels.tolist(), "bins": bins,
            "binning": strategy, "shares": share.tolist(), "means": mean.tolist(),
            "counts": [int(count) for count, _ in gaps],
            "expected_error": float(sum(count * gap for count, gap in gaps) / samples),
            "largest_error": float(max(gap for _, gap in gaps)),
            "brier": float(brier_score_loss(labels, probabilities))}


def class_case(generator, samples, classes, strength):
    labels = generator.integers(0, classes, samples)
    logits = np.round(generator.normal(size=(samples, classes)) * strength
                      + strength * np.eye(classes)[labels], 3)
    rows = np.arange(samples)

    def loss(b):
        return np.mean(scipy.special.logsumexp(b * logits, axis=1) - b * logits[rows, labels])

    def slope(b):
        return np.mean((scipy.special.softmax(b * logits, axis=1) * logits).sum(1)
                       - logits[rows, labels])

    b = scipy.optimize.brentq(slope, 1e-6, 1e3, xtol=1e-16, rtol=1e-15)
    assert loss(b) <= min(loss(b * .999), loss(b * 1.001))
    probabilities = scipy.special.softmax(logits * b, axis=1)
    raw = scipy.special.softmax(logits, axis=1)
    top = raw.max(1)
    right = raw.argmax(1) == labels
    members = np.searchsorted(np.linspace(0, 1, 11)[1:-1], top)
    error = sum(abs(right[members == k].sum() - top[members == k].sum()) for k in range(10)) / samples
    return {"logits": logits.tolist(), "labels": labels.tolist(), "temperature": 1 / b,
            "scaled": probabilities[0].tolist(), "expected_error": float(error),
            "brier": float(brier_score_loss(labels, raw, labels=list(range(classes)),
                                            scale_by_half=False))}


def main():
    generator = np.random.default_rng(11)
    json.dump({
        "made_with": f"scikit-learn {sklearn.__version__}",
        "curves": [curve_case(generator, n, d) for n, d in ((60, 0), (80, 1), (50, 6))],
        "calibrations": [calibration_case(generator, *case) for case in
                         ((90, 10, "uniform", 6), (70, 7, "quantile", 6), (80, 10, "uniform", 1),
                          (80, 5, "quantile", 1), (5, 20, "uniform", 3))],
        "classes": [class_case(generator, n, k, s) for n, k, s in
                    ((60, 2, 1), (70, 3, 4), (50, 5, .2))]},
        sys.stdout, separators=(",", ":"))
    print()


if __name__ == "__main__":
    main()
