#include "contrast.h"

#include "sigmoid.h"

namespace mpuc::MPUC_ISA {

namespace {

typedef uint8_t Bytes __attribute__((vector_size(kWidth), aligned(1), may_alias));

constexpr float kLowest = -3.4e38f;

// All ones where the byte is true.
Mask chosen(const bool* from) { return __builtin_convertvector(*reinterpret_cast<const Bytes*>(from), Mask) != 0; }

// Calls function(index, logits, positives, denominator) for every vector of a row; what lies beyond its end is in neither set.
template <typename Function>
void for_row(int64_t rows, const float* logits, const bool* positives, const bool* denominator, Function&& function) {
    int64_t i = 0;
    for (; i + kWidth <= rows; i += kWidth) function(i, load(logits + i), chosen(positives + i), chosen(denominator + i));
    if (i == rows) return;
    float last[kWidth] = {};
    bool last_positives[kWidth] = {}, last_denominator[kWidth] = {};
    for (int64_t k = i; k < rows; k++) {
        last[k - i] = logits[k];
        last_positives[k - i] = positives[k];
        last_denominator[k - i] = denominator[k];
    }
    function(i, load(last), chosen(last_positives), chosen(last_denominator));
}

float contrast_forward(int64_t rows, const float* logits, const bool* positives, const bool* denominator, ContrastAnchor& anchor) {
    Vector highest = all(kLowest), attraction{}, count{}, compared{};
    for_row(rows, logits, positives, denominator, [&](int64_t, Vector logit, Mask is_positive, Mask is_compared) {
        Vector candidate = is_compared ? logit : all(kLowest);
        highest = candidate > highest ? candidate : highest;
        attraction += is_positive ? logit : Vector{};
        count += is_positive ? all(1) : Vector{};
        compared += is_compared ? all(1) : Vector{};
    });
    float top = kLowest;
    for (int i = 0; i < kWidth; i++) top = highest[i] > top ? highest[i] : top;
    anchor.positives = static_cast<float>(sum(count));
    if (anchor.positives == 0 || sum(compared) == 0) {
        anchor = {0, 0};
        return 0;
    }
    Vector total{};
    for_row(rows, logits, positives, denominator, [&](int64_t, Vector logit, Mask, Mask is_compared) {
        total += is_compared ? exp(logit - top) : Vector{};
    });
    double log_denominator = top + std::log(sum(total));
    anchor.log_denominator = static_cast<float>(log_denominator);
    return static_cast<float>(anchor.positives * log_denominator - sum(attraction));
}

void contrast_backward(
    int64_t rows, const float* logits, const bool* positives, const bool* denominator, const ContrastAnchor& anchor, float gradient,
    float* logits_gradient) {
    for_row(rows, logits, positives, denominator, [&](int64_t i, Vector logit, Mask is_positive, Mask is_compared) {
        Vector result = is_compared ? exp(logit - anchor.log_denominator) * anchor.positives : Vector{};
        result = (is_positive ? result - 1.0f : result) * (anchor.positives > 0 ? gradient : 0.0f);
        if (i + kWidth <= rows) {
            store(logits_gradient + i, result);
        } else {
            for (int64_t k = i; k < rows; k++) logits_gradient[k] = result[k - i];
        }
    });
}

}  // namespace

extern const ContrastKernels contrast;
const ContrastKernels contrast{contrast_forward, contrast_backward};

}  // namespace mpuc::MPUC_ISA
