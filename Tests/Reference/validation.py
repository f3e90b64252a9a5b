"""Reference values for cross-validation and grid search with given folds, from scikit-learn.

Run: python3 validation.py > validation.json    (numpy, scikit-learn)
"""
import json

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, PredefinedSplit, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

generator = np.random.default_rng(23)
x = np.round(generator.normal(3, [1, 20, .1], (60, 3)), 3)
y = (x[:, 0] + x[:, 1] / 20 + generator.logistic(0, .6, 60) > 3.2).astype(int)
folds = generator.permutation(60) % 4
penalties = [.01, .3, 10, 300]

model = make_pipeline(StandardScaler(), LogisticRegression(solver="newton-cholesky", tol=1e-13))
split = PredefinedSplit(folds)
search = GridSearchCV(model, {"logisticregression__C": [1 / p for p in penalties]}, cv=split,
                      scoring="roc_auc").fit(x, y)
accuracy = GridSearchCV(model, {"logisticregression__C": [1.0]}, cv=split).fit(x, y)
scores = lambda found, setting: [float(found.cv_results_[f"split{k}_test_score"][setting])
                                 for k in range(4)]
print(json.dumps({
    "made_with": "scikit-learn " + sklearn.__version__,
    "x": x.tolist(), "y": y.tolist(), "folds": folds.tolist(), "penalties": penalties,
    "areas": [scores(search, k) for k in range(len(penalties))],
    "best": int(search.best_index_), "accuracies": scores(accuracy, 0),
    "probabilities": cross_val_predict(model, x, y, cv=split, method="predict_proba")[:, 1].tolist(),
    "refitted": search.predict_proba(x[:5])[:, 1].tolist()}, separators=(",", ":")))
