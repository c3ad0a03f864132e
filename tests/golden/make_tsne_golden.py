"""Writes tsne.json: neighbourhoods, divergence, gradient and end of t-SNE, and principal components, as scikit-learn has them. Run with Debian's python3-sklearn."""
import json
import pathlib

import numpy as np
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE, _t_sne
from sklearn.metrics import pairwise_distances

random = np.random.default_rng(5)
centres = random.normal(size=(3, 6)) * 3
rows = np.round(np.concatenate([centre + random.normal(size=(14, 6)) for centre in centres]), 3)
perplexity = 8.0

distances = pairwise_distances(rows, metric="euclidean", squared=True)
joint = _t_sne._joint_probabilities(distances.astype(np.float32), perplexity, 0)
places = np.round(random.normal(size=(len(rows), 2)), 3)
divergence, gradient = _t_sne._kl_divergence(places.ravel(), joint, 1.0, len(rows), 2)

pca = PCA(3, svd_solver="full").fit(rows)
start = pca.transform(rows)[:, :2]
embedding = TSNE(
    2, perplexity=perplexity, method="exact", init=start / np.std(start[:, 0]) * 1e-4, learning_rate="auto", n_iter=1000,
    n_iter_without_progress=1000, min_grad_norm=0,
).fit(rows)

path = pathlib.Path(__file__).with_name("tsne.json")
path.write_text(json.dumps({
    "rows": rows.tolist(),
    "perplexity": perplexity,
    "joint": {str(i): np.round(joint[i * len(rows) - i * (i + 1) // 2:(i + 1) * len(rows) - (i + 1) * (i + 2) // 2], 9).tolist() for i in (0, 20)},
    "places": places.tolist(),
    "divergence": float(divergence),
    "gradient": np.round(gradient.reshape(-1, 2), 10).tolist(),
    "finalDivergence": float(embedding.kl_divergence_),
    "shares": pca.explained_variance_ratio_.tolist(),
    "components": np.round(np.abs(pca.transform(rows)), 9).tolist(),
}) + "\n")
