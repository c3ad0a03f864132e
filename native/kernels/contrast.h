// Contrastive losses of one anchor against the rows of one modality: the weighted log-sum-exp over a denominator less the sum over positives.
#pragma once
#include <cstdint>

namespace mpuc {

// What the backward pass needs of an anchor and a modality.
struct ContrastAnchor {
    float log_denominator;
    float positives;  // how many; 0 where the anchor has no loss
};

struct ContrastKernels {
    // positives * log sum over the denominator of exp(logit), less the positives' logits; 0 without positives or denominator.
    float (*forward)(int64_t rows, const float* logits, const bool* positives, const bool* denominator, ContrastAnchor& anchor);

    // `gradient` times the derivative for every logit.
    void (*backward)(
        int64_t rows, const float* logits, const bool* positives, const bool* denominator, const ContrastAnchor& anchor, float gradient,
        float* logits_gradient);
};

}  // namespace mpuc
