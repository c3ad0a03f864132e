"""The pairwise contrastive loss in plain PyTorch: a loop over the ordered pairs of modalities."""
import torch
from torch.nn import functional

TEMPERATURE = 0.07


def two_view_pair(anchors, candidates):
    """The released code's loss of one pair: two views stacked, the other view is the positive, the own row is left out."""
    rows, recordings = anchors.shape[0], anchors.shape[0] // 2
    similarity = torch.matmul(functional.normalize(anchors, dim=1), functional.normalize(candidates, dim=1).t()) / TEMPERATURE
    others = 1 - torch.eye(rows)
    positives = torch.eye(recordings).repeat(2, 2) * others
    similarity = similarity - similarity.max(dim=1, keepdim=True)[0].detach()
    log_probability = similarity - torch.log((torch.exp(similarity) * others).sum(dim=1, keepdim=True))
    return (-(positives * log_probability).sum(dim=1) / (positives.sum(dim=1) + 1)).mean()


def paper_pair(anchors, candidates):
    """Eq. 1 as printed: the denominator sums over the other recordings."""
    similarity = torch.matmul(functional.normalize(anchors, dim=1), functional.normalize(candidates, dim=1).t()) / TEMPERATURE
    others = 1 - torch.eye(similarity.shape[0])
    denominator = (torch.exp(similarity) * others).sum(dim=1)
    return -torch.log(torch.exp(torch.diagonal(similarity)) / denominator).mean()


def over_pairs(pair_loss, embeddings):
    losses = []
    for m, anchors in enumerate(embeddings):
        for n, candidates in enumerate(embeddings):
            if m != n:
                losses.append(pair_loss(anchors, candidates))
    return sum(losses) / len(losses)
