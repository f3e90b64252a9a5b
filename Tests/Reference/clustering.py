"""Reference values for k-means, Gaussian mixtures, principal components and imputers, from scikit-learn.

Run: python3 clustering.py > clustering.json    (numpy, scikit-learn)

k-means starts once from given centroids, so that nothing is drawn; three starts have centroids that no
sample joins. Mixtures make a fixed number of steps from given parameters.
"""
import json
import warnings

import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.impute import SimpleImputer
from sklearn.mixture import GaussianMixture

warnings.filterwarnings("ignore")
generator = np.random.default_rng(3)


def groups(samples, features, count, distance):
    """Samples around a few places, multiples of 1/1024 so that float holds them too."""
    places = generator.normal(0, distance, (count, features))
    shapes = generator.normal(0, 1, (count, features, features)) / np.sqrt(features)
    label = generator.integers(0, count, samples)
    noise = np.einsum("nij,nj->ni", shapes[label], generator.normal(0, 1, (samples, features)))
    return np.round((places[label] + noise) * 1024) / 1024


def k_means(x, start, tolerance=1e-4, iterations=300):
    model = KMeans(len(start), init=start, n_init=1, tol=tolerance, max_iter=iterations,
                   algorithm="lloyd").fit(x)
    return {"x": x.tolist(), "start": start.tolist(), "tolerance": tolerance,
            "maximumIterations": iterations, "labels": model.labels_.tolist(),
            "centroids": model.cluster_centers_.tolist(), "inertia": float(model.inertia_),
            "iterations": int(model.n_iter_)}


def k_means_cases():
    x = groups(60, 2, 3, 3)
    far = np.array([[50.0, 50], [60, 60]])
    wide = groups(45, 5, 4, 2)
    return [k_means(x, x[:3]), k_means(x, x[:3], iterations=2), k_means(x, x[:5], tolerance=0),
            k_means(x, x[:3], tolerance=0.05), k_means(x, np.vstack([x[:3], far[:1]])),
            k_means(x, np.vstack([far, x[:2]])), k_means(wide, wide[5:11], tolerance=0),
            k_means(wide, np.vstack([wide[:3], 0 * wide[:1] + 99]), iterations=1)]


def starts(kind, components, features):
    """Covariances other than the unit matrix."""
    shapes = generator.normal(0, 1, (components, features, features))
    full = np.array([a @ a.T / features + 0.5 * np.eye(features) for a in shapes])
    variances = generator.uniform(0.5, 2, (components, features))
    return {"full": full, "tied": full[0], "diag": variances, "spherical": variances[:, 0]}[kind]


def mixture(x, kind, name, components, steps, floor):
    covariances = starts(kind, components, x.shape[1])
    precisions = np.linalg.inv(covariances) if kind in ("full", "tied") else 1 / covariances
    weights = generator.dirichlet(np.full(components, 5.0))
    model = GaussianMixture(
        components, covariance_type=kind, tol=0, max_iter=steps, reg_covar=floor,
        weights_init=weights, means_init=x[:components], precisions_init=precisions).fit(x)
    return {"kind": name, "steps": steps, "floor": floor, "startWeights": weights.tolist(),
            "startMeans": x[:components].tolist(), "startCovariances": covariances.ravel().tolist(),
            "weights": model.weights_.tolist(), "means": model.means_.tolist(),
            "covariances": model.covariances_.ravel().tolist(), "logLikelihood": model.score(x),
            "logDensities": model.score_samples(x)[:10].tolist(),
            "probabilities": model.predict_proba(x)[:10].tolist(),
            "bic": model.bic(x), "aic": model.aic(x)}


def mixture_tables():
    kinds = [("full", "full"), ("tied", "tied"), ("diag", "diagonal"), ("spherical", "spherical")]
    tables = []
    for samples, features, components, steps, floor in [(150, 2, 3, 12, 1e-6), (80, 4, 2, 5, 0.01)]:
        x = groups(samples, features, components, 2)
        tables.append({"x": x.tolist(), "cases": [
            mixture(x, kind, name, components, steps, floor) for kind, name in kinds]})
    return tables


def principal(x, count):
    model = PCA(count).fit(x)
    return {"x": x.tolist(), "count": count, "directions": model.components_.tolist(),
            "variances": model.explained_variance_.tolist(),
            "shares": model.explained_variance_ratio_.tolist(),
            "places": model.transform(x)[:5].tolist()}


def imputers(x):
    holes = np.where(generator.uniform(0, 1, x.shape) < 0.3, np.nan, x)
    return {"x": [[None if np.isnan(v) else v for v in row] for row in holes.tolist()],
            "mean": SimpleImputer().fit(holes).statistics_.tolist(),
            "median": SimpleImputer(strategy="median").fit(holes).statistics_.tolist()}


few = groups(6, 9, 2, 1)
print(json.dumps({
    "made_with": "scikit-learn " + sklearn.__version__, "kMeans": k_means_cases(),
    "mixtures": mixture_tables(),
    "principal": [principal(groups(40, 3, 2, 2), 3), principal(groups(50, 6, 2, 1), 2),
                  principal(few, 5)],
    "imputer": imputers(groups(11, 4, 2, 1))}, separators=(",", ":")))
