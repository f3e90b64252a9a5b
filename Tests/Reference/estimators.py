"""Reference values for decision trees and random forests, from scikit-learn.

Run: python3 estimators.py > estimators.json    (numpy, scikit-learn)

Every tree here is the same for many random states, so no choice in it is a tie, and another
implementation has to find exactly this tree.
"""
import json
import sys

import numpy as np
import sklearn
from sklearn.ensemble import RandomForestClassifier
from sklearn.tree import DecisionTreeClassifier


def nodes(tree):
    """The tree as nested dictionaries."""
    t = tree.tree_

    def walk(i):
        node = {"samples": int(t.n_node_samples[i]), "impurity": round(float(t.impurity[i]), 12)}
        if t.children_left[i] >= 0:
            node |= {"feature": int(t.feature[i]), "threshold": float(t.threshold[i]),
                     "below": walk(t.children_left[i]), "above": walk(t.children_right[i])}
        return node

    return walk(0)


def unique_tree(x, y, **settings):
    """The fitted tree, or None if it depends on the random state."""
    trees = [DecisionTreeClassifier(random_state=s, **settings).fit(x, y) for s in range(12)]
    same = all(nodes(t) == nodes(trees[0]) for t in trees)
    return trees[0] if same else None


def unweighted_root(x, y):
    """The root split that adds the children's impurities without weighing them: a mistake."""
    def gini(labels):
        return 1 - sum((labels == k).mean() ** 2 for k in set(labels))
    best = None
    for f in range(x.shape[1]):
        for t in sorted(set(x[:, f]))[:-1]:
            left = x[:, f] <= t
            score = gini(y[left]) + gini(y[~left])
            if best is None or score < best[0] - 1e-12:
                best = (score, f, int(left.sum()))
    return best[1:]


def split_cases(generator):
    """Small tables of whole numbers with many equal values, and their best root split."""
    cases, catches = [], 0
    while len(cases) < 12 or catches < 4:
        x = generator.integers(0, 6, (14, 3)).astype(float)
        y = generator.integers(0, 3, 14)
        tree = unique_tree(x, y, max_depth=1)
        if tree is None or tree.tree_.node_count < 3:
            continue
        root = nodes(tree)
        wrong = unweighted_root(x, y)
        differs = wrong != (root["feature"], root["below"]["samples"])
        catches += differs
        if len(cases) < 12 or differs:
            cases.append({"x": x.tolist(), "y": y.tolist(), "tree": root,
                          "importance": tree.feature_importances_.tolist()})
    return cases


def table(generator, samples):
    """Three classes of five features: two informative alone, two together, one noise."""
    y = generator.integers(0, 3, samples)
    x = generator.normal(size=(samples, 5))
    x[:, 0] += 1.1 * y
    x[:, 1] += 0.8 * (y == 1)
    sign = generator.choice([-1, 1], samples)
    x[:, 2] += 1.5 * sign
    x[:, 3] += 1.5 * sign * np.where(y == 2, 1, -1)
    return np.round(x, 3), y


def main():
    all_settings = (dict(max_depth=3, min_samples_leaf=5), dict(min_samples_leaf=9),
                    dict(max_depth=4, min_samples_leaf=6, class_weight="balanced"),
                    dict(max_depth=3, min_samples_leaf=7, class_weight={0: 1, 1: 5, 2: .5}))
    for seed in range(200):
        generator = np.random.default_rng(seed)
        x, y = table(generator, 200)
        xt, yt = table(generator, 200)
        if all(unique_tree(x, y, **settings) is not None for settings in all_settings):
            break
    trees = []
    for settings in all_settings:
        tree = unique_tree(x, y, **settings)
        assert tree is not None, settings
        weights = settings.pop("class_weight", None)
        if isinstance(weights, dict):
            weights = [weights[k] for k in range(3)]
        trees.append({
            "maximumDepth": settings.get("max_depth"), "minimumLeafSamples":
            settings["min_samples_leaf"], "balanced": weights == "balanced",
            "weights": weights if isinstance(weights, list) else None, "tree": nodes(tree),
            "predictions": tree.predict(xt).tolist(),
            "probabilities": np.round(tree.predict_proba(xt), 12).tolist(),
            "importance": tree.feature_importances_.tolist()})
    scores = {"test": [], "out_of_bag": []}
    for seed in range(40):
        forest = RandomForestClassifier(100, random_state=seed, oob_score=True).fit(x, y)
        scores["test"].append(forest.score(xt, yt))
        scores["out_of_bag"].append(forest.oob_score_)
    json.dump({
        "made_with": f"scikit-learn {sklearn.__version__}",
        "splits": split_cases(generator), "x": x.tolist(), "y": y.tolist(),
        "x_test": xt.tolist(), "y_test": yt.tolist(), "trees": trees,
        "forest": {k: {"mean": float(np.mean(v)), "deviation": float(np.std(v))}
                   for k, v in scores.items()}}, sys.stdout, separators=(",", ":"))
    print()


if __name__ == "__main__":
    main()
