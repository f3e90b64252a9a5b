"""Reference values for confusion matrix, Cohen's kappa, ROC and quantiles, from scikit-learn.

Run: python3 evaluation.py > evaluation.json    (numpy, scikit-learn)
"""
import json
import sys

import numpy as np
import sklearn
from sklearn.metrics import (balanced_accuracy_score, cohen_kappa_score, confusion_matrix,
                             precision_recall_fscore_support, roc_auc_score, roc_curve)


def matrix_case(generator, samples, classes, noise):
    truth = generator.integers(0, classes, samples)
    guess = np.clip(truth + generator.integers(-noise, noise + 1, samples), 0, classes - 1)
    labels = list(range(classes))
    precision, recall, f1, _ = precision_recall_fscore_support(
        truth, guess, labels=labels, zero_division=np.nan)
    kappa = {str(w or "none"): cohen_kappa_score(truth, guess, labels=labels, weights=w)
             for w in (None, "linear", "quadratic")}
    listed = lambda values: [None if np.isnan(v) else float(v) for v in values]
    return {"truth": truth.tolist(), "predictions": guess.tolist(), "classes": classes,
            "matrix": confusion_matrix(truth, guess, labels=labels).tolist(), "kappa": kappa,
            "accuracy": float((truth == guess).mean()), "recall": listed(recall),
            "precision": listed(precision),
            "balanced": float(balanced_accuracy_score(truth, guess))}


def roc_case(generator, samples, digits):
    labels = generator.random(samples) < .4
    scores = np.round(generator.normal(size=samples) + labels, digits)
    false, true, _ = roc_curve(labels, scores, drop_intermediate=False)
    return {"labels": labels.tolist(), "scores": scores.tolist(),
            "area": float(roc_auc_score(labels, scores)), "false_positive_rates": false.tolist(),
            "true_positive_rates": true.tolist()}


def main():
    generator = np.random.default_rng(7)
    values = np.round(generator.normal(size=37), 3)
    shares = [0, .025, .1, .5, .9, .975, 1]
    json.dump({
        "made_with": f"scikit-learn {sklearn.__version__}",
        "matrices": [matrix_case(generator, n, k, s) for n, k, s in
                     ((60, 4, 1), (100, 5, 2), (25, 5, 4), (40, 2, 1))],
        "curves": [roc_case(generator, n, d) for n, d in ((50, 0), (60, 1), (40, 6))],
        "quantiles": {"values": values.tolist(), "shares": shares,
                      "expected": np.quantile(values, shares).tolist()}},
        sys.stdout, separators=(",", ":"))
    print()


if __name__ == "__main__":
    main()
