"""Reference values for regression trees, weights, entropy, limits, missing values, pruning and
forests, and for a perceptron, from scikit-learn.

Run: python3 trees.py > trees.json    (numpy, scikit-learn)

Every tree here is the same for many random states, so no choice in it is a tie, and another
implementation has to find exactly this tree.
"""
import json
import sys
import warnings

import numpy as np
import sklearn
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

SAMPLES = 120


def nodes(model):
    """The tree as lists in depth-first order; a question whether a value is there has no threshold."""
    t = model.tree_
    inner = t.children_left >= 0
    return {"features": [int(f) if i else -1 for f, i in zip(t.feature, inner)],
            "thresholds": [float(v) if i and np.isfinite(v) else None
                           for v, i in zip(t.threshold, inner)],
            "samples": t.n_node_samples.tolist(), "impurities": t.impurity.round(12).tolist(),
            "missingBelow": [bool(m) for m in t.missing_go_to_left]}


def unique(make, fit):
    """The fitted tree, or None if it depends on the random state."""
    trees = [fit(make(s)) for s in range(8)]
    same = all(nodes(t)["features"] == nodes(trees[0])["features"] and
               np.allclose(t.tree_.threshold, trees[0].tree_.threshold) and
               nodes(t)["missingBelow"] == nodes(trees[0])["missingBelow"] for t in trees)
    return trees[0] if same else None


def tables(generator):
    """Three classes and a number, of four features; the second table has missing values."""
    y = generator.integers(0, 3, SAMPLES)
    x = generator.normal(size=(SAMPLES, 4))
    x[:, 0] += 1.2 * y
    x[:, 1] += 0.9 * (y == 1)
    x = np.round(x.astype(np.float32), 2).astype(np.float32)
    z = np.round(2 * x[:, 0] + np.sin(3 * x[:, 2].astype(float)) + generator.normal(size=SAMPLES) / 2, 3)
    gaps = np.where(generator.random(x.shape) < 0.15, np.nan, x)
    # A feature that says more by missing than by its value.
    gaps[:, 3] = np.where(generator.random(SAMPLES) < 0.9 * (y == 2), np.nan, gaps[:, 3])
    gaps[:30, 1] = x[:30, 1]
    w = np.round(generator.random(SAMPLES) * 3, 2)
    w[generator.random(SAMPLES) < 0.1] = 0
    return x, y, z, gaps.astype(np.float32), w


CASES = [
    ("gini with weights", "class", dict(max_depth=4, min_samples_leaf=3), True, False),
    ("entropy", "class", dict(criterion="entropy", max_depth=4, min_samples_leaf=3), False, False),
    ("entropy with weights", "class", dict(criterion="entropy", max_depth=3, min_samples_leaf=4,
                                           class_weight="balanced"), True, False),
    ("best first", "class", dict(max_leaf_nodes=7, min_samples_leaf=3), False, False),
    ("split and decrease", "class", dict(min_samples_split=15, min_impurity_decrease=0.008,
                                         min_samples_leaf=2), False, False),
    ("missing", "class", dict(max_depth=4, min_samples_leaf=4), False, True),
    ("missing, entropy, weights", "class", dict(criterion="entropy", max_depth=3,
                                                min_samples_leaf=4), True, True),
    ("numbers", "number", dict(max_depth=4, min_samples_leaf=3), False, False),
    ("numbers with weights", "number", dict(max_depth=4, min_samples_leaf=3), True, False),
    ("numbers, best first", "number", dict(max_leaf_nodes=9, min_samples_leaf=2,
                                           min_impurity_decrease=0.01), False, False),
    ("numbers, missing", "number", dict(max_depth=4, min_samples_leaf=4), False, True),
]


def fitted(case, data):
    _, kind, settings, weighted, missing = case
    x, y, z, gaps, w = data
    model = DecisionTreeClassifier if kind == "class" else DecisionTreeRegressor
    return unique(lambda s: model(random_state=s, **settings),
                  lambda m: m.fit(gaps if missing else x, y if kind == "class" else z,
                                  sample_weight=w if weighted else None))


def pruning(model, case, data):
    """The path, and for some prices the leaves that are left."""
    _, kind, settings, weighted, missing = case
    x, y, z, gaps, w = data
    x, y = gaps if missing else x, y if kind == "class" else z
    w = w if weighted else None
    path = model.cost_complexity_pruning_path(x, y, sample_weight=w)
    some = [(a + b) / 2 for a, b in zip(path.ccp_alphas, path.ccp_alphas[1:]) if b - a > 1e-9]
    cut = [type(model)(random_state=0, ccp_alpha=a, **settings).fit(x, y, sample_weight=w)
           for a in some]
    return {"alphas": path.ccp_alphas.tolist(), "impurities": path.impurities.tolist(),
            "prices": some, "leaves": [int(c.get_n_leaves()) for c in cut],
            "importances": cut[len(cut) // 2].feature_importances_.tolist()}


def describe(case, data):
    name, kind, settings, weighted, missing = case
    x, y, z, gaps, w = data
    model = fitted(case, data)
    out = {"name": name, "isClass": kind == "class", "isWeighted": weighted, "isMissing": missing,
           "isEntropy": settings.get("criterion") == "entropy",
           "isBalanced": "class_weight" in settings, "depth": settings.get("max_depth"),
           "leaves": settings.get("max_leaf_nodes"),
           "split": settings.get("min_samples_split", 2), "leaf": settings["min_samples_leaf"],
           "decrease": settings.get("min_impurity_decrease", 0.0), "tree": nodes(model),
           # In both tables: missing values also meet a tree that has seen none in training.
           "predictions": [(model.predict_proba(t)[:, 1] if kind == "class" else
                            model.predict(t)).round(6).tolist() for t in (x, gaps)],
           "importances": model.feature_importances_.tolist()}
    if kind == "number" or name in ("gini with weights", "entropy"):
        out["pruning"] = pruning(model, case, data)
    return out


def asks(model):
    """Whether a question of the tree is only if a value is there."""
    return bool(np.isinf(model.tree_.threshold).any())


def scores(generator):
    """Forty forests of each kind and as many perceptrons on a table of their own."""
    y = generator.integers(0, 3, 400)
    x = generator.normal(size=(400, 5))
    x[:, 0] += 1.1 * y
    sign = generator.choice([-1, 1], 400)
    x[:, 2] += 1.5 * sign
    x[:, 3] += 1.5 * sign * np.where(y == 2, 1, -1)
    x = np.round(x, 2)
    z = np.round(x[:, 0] + x[:, 2] * x[:, 3] + generator.normal(size=400) / 2, 2)
    a, b = slice(0, 200), slice(200, 400)
    out = {"gini": [], "entropy": [], "numbers": [], "numbersOut": [], "perceptron": []}
    scale = StandardScaler().fit(x[a])
    for seed in range(40):
        for name in ("gini", "entropy"):
            out[name].append(RandomForestClassifier(100, criterion=name, random_state=seed)
                             .fit(x[a], y[a]).score(x[b], y[b]))
        forest = RandomForestRegressor(100, random_state=seed, oob_score=True).fit(x[a], z[a])
        out["numbers"].append(forest.score(x[b], z[b]))
        out["numbersOut"].append(forest.oob_score_)
        net = MLPClassifier((32,), max_iter=60, batch_size=32, random_state=seed)
        out["perceptron"].append(net.fit(scale.transform(x[a]), y[a])
                                 .score(scale.transform(x[b]), y[b]))
    return {"x": x.tolist(), "y": y.tolist(), "z": z.tolist(),
            "scores": {k: {"mean": float(np.mean(v)), "deviation": float(np.std(v))}
                       for k, v in out.items()}}


def main():
    warnings.simplefilter("ignore")  # a perceptron may not have converged after 60 epochs
    for seed in range(3000):
        data = tables(np.random.default_rng(seed))
        if all(fitted(case, data) is not None for case in CASES) and asks(fitted(CASES[5], data)):
            break
    else:
        sys.exit("no table without ties")
    x, y, z, gaps, w = data
    json.dump({
        "made_with": f"scikit-learn {sklearn.__version__}", "seed": seed,
        "x": x.astype(float).round(2).tolist(), "y": y.tolist(), "z": z.tolist(),
        "gaps": [[None if np.isnan(v) else round(float(v), 2) for v in row] for row in gaps],
        "weights": w.tolist(), "trees": [describe(case, data) for case in CASES],
        "quality": scores(np.random.default_rng(7))}, sys.stdout, separators=(",", ":"))
    print()


if __name__ == "__main__":
    main()
