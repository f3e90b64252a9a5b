"""Reference values for logistic regression, from scikit-learn.

Run: python3 logistic.py > logistic.json    (numpy, scikit-learn)

The last table is parted by a plane without error: only the penalty keeps its weights finite.
"""
import json

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression


def case(x, y, penalty):
    """A table, its labels, and the fitted weights, intercept and probabilities of class 1."""
    x = np.round(x, 3)
    model = LogisticRegression(C=1 / penalty, solver="newton-cholesky", tol=1e-13, max_iter=500)
    model.fit(x, y)
    return {"x": x.tolist(), "y": [int(label) for label in y], "penalty": penalty,
            "weights": model.coef_[0].tolist(), "intercept": float(model.intercept_[0]),
            "probabilities": model.predict_proba(x)[:, 1].tolist()}


generator = np.random.default_rng(5)
cases = []
for samples, features, penalty in [(40, 1, 1.0), (60, 3, 1.0), (80, 4, 0.01), (50, 2, 25.0)]:
    x = generator.normal(0, 1, (samples, features)) * generator.uniform(0.2, 3, features)
    score = x @ generator.normal(0, 1, features) + generator.logistic(0, 1, samples)
    cases.append(case(x, score > 0.4, penalty))
parted = generator.uniform(-1, 1, (30, 2))
cases.append(case(parted, parted[:, 0] > 0.1, 0.1))
print(json.dumps({"made_with": "scikit-learn " + sklearn.__version__, "cases": cases},
                 separators=(",", ":")))
