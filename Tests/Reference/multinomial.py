"""Reference values for multinomial logistic regression, from scikit-learn.

Run: python3 multinomial.py > multinomial.json    (numpy, scikit-learn)

The fourth table is parted by planes without error, the last one has a feature twice: only the
penalty keeps their weights finite and unique.
"""
import json

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression


def case(x, y, penalty):
    """A table, its labels, and the fitted weights, intercepts and probabilities."""
    x = np.round(x, 3)
    model = LogisticRegression(C=1 / penalty, solver="newton-cg", tol=1e-12, max_iter=5000)
    model.fit(x, y)
    return {"x": x.tolist(), "y": [int(label) for label in y], "penalty": penalty,
            "weights": model.coef_.tolist(),
            "intercepts": (model.intercept_ - model.intercept_.mean()).tolist(),
            "probabilities": model.predict_proba(x).tolist()}


def drawn(samples, features, classes):
    """A table whose classes depend on its features, with noise."""
    x = generator.normal(0, 1, (samples, features)) * generator.uniform(0.2, 3, features)
    scores = x @ generator.normal(0, 1, (features, classes))
    return x, np.argmax(scores + generator.gumbel(0, 1, scores.shape), axis=1)


generator = np.random.default_rng(7)
cases = [case(*drawn(60, 2, 3), 1.0), case(*drawn(90, 4, 5), 0.05), case(*drawn(50, 3, 3), 20.0)]
stripes = generator.uniform(-1, 1, (40, 2))
cases.append(case(stripes, np.digitize(stripes[:, 0], [-0.3, 0.3]), 0.1))
x, y = drawn(60, 2, 3)
cases.append(case(np.hstack([x, x[:, :1]]), y, 0.5))
print(json.dumps({"made_with": "scikit-learn " + sklearn.__version__, "cases": cases},
                 separators=(",", ":")))
