// The layers of a TCN block on one window, [frames, hidden], forward and backward.
#pragma once
#include "kept.h"
#include "tcn_block.h"
#include "vector.h"

namespace mpuc::MPUC_ISA {

inline Vector prelu(Vector value, float slope) { return value > 0 ? value : value * slope; }

// A long sum, taken in double after every few float additions.
class Total {
public:
    void add(Vector value) { part_ += value; }
    void settle() {
        total_ += sum(part_);
        part_ = Vector{};
    }
    double value() const { return total_; }

private:
    Vector part_{};
    double total_ = 0;
};

constexpr int64_t kRowsPerSettling = 8;

template <typename Function>
inline double total(const float* values, int64_t count, Function&& function) {
    constexpr int lanes = 4;
    constexpr int64_t block = 16 * lanes * kWidth;
    double result = 0;
    for (int64_t start = 0; start < count; start += block) {
        Vector parts[lanes] = {};
        int64_t end = start + block < count ? start + block : count, i = start;
        for (; i + lanes * kWidth <= end; i += lanes * kWidth) {
            for (int j = 0; j < lanes; j++) parts[j] += function(load(values + i + j * kWidth));
        }
        for (; i < end; i += kWidth) parts[0] += function(load(values + i));
        for (int j = 1; j < lanes; j++) parts[0] += parts[j];
        result += sum(parts[0]);
    }
    return result;
}

constexpr double kNormEpsilon = 1e-5;

// Mean and deviation of prelu(values) over all elements, in two passes, so that a large mean costs no digits.
inline void moments(const float* values, int64_t count, float slope, float& mean, float& scale) {
    double middle = total(values, count, [=](Vector x) { return prelu(x, slope); }) / count;
    mean = static_cast<float>(middle);
    double variance = total(values, count, [=, m = mean](Vector x) {
        Vector distance = prelu(x, slope) - m;
        return distance * distance;
    }) / count;
    scale = static_cast<float>(1 / std::sqrt(variance + kNormEpsilon));
}

struct Norm {
    float slope, mean, scale;
    const float* gain;
    const float* offset;

    Vector standardised(Vector value) const { return (prelu(value, slope) - mean) * scale; }
};

// PReLU, then the norm.
inline void normalise(int64_t frames, int64_t hidden, const Norm& norm, const float* values, float* out) {
    for (int64_t t = 0; t < frames; t++, values += hidden, out += hidden) {
        for (int64_t h = 0; h < hidden; h += kWidth) {
            store(out + h, norm.standardised(load(values + h)) * load(norm.gain + h) + load(norm.offset + h));
        }
    }
}

// The norm's and the PReLU's backward pass, given the sums over the frames of `gradient` and of gradient * standardised values. The gradient of the
// norm's result becomes that of the values in place; their sums over the frames add up in `bias`, and the slope's gradient is returned.
inline double denormalise(
    int64_t frames, int64_t hidden, const Norm& norm, const float* gradient_sums, const float* product_sums, const float* values, float* gradient,
    float* bias) {
    Total first, second, slope;
    for (int64_t h = 0; h < hidden; h += kWidth) {
        first.add(load(gradient_sums + h) * load(norm.gain + h));
        second.add(load(product_sums + h) * load(norm.gain + h));
        first.settle();
        second.settle();
    }
    double count = static_cast<double>(frames) * hidden;
    float mean = static_cast<float>(first.value() / count), projection = static_cast<float>(second.value() / count);
    for (int64_t t = 0; t < frames; t++, values += hidden, gradient += hidden) {
        for (int64_t h = 0; h < hidden; h += kWidth) {
            Vector value = load(values + h);
            Vector activated = (load(gradient + h) * load(norm.gain + h) - mean - norm.standardised(value) * projection) * norm.scale;
            Vector result = value > 0 ? activated : activated * norm.slope;
            slope.add(value > 0 ? Vector{} : activated * value);
            store(gradient + h, result);
            store(bias + h, load(bias + h) + result);
        }
        if (t % kRowsPerSettling == 0) slope.settle();
    }
    slope.settle();
    return slope.value();
}

// The frame that a tap reads, or zeros beyond the window.
inline const float* tapped(const float* values, int64_t frame, int64_t frames, int64_t hidden, const float* zeros) {
    return frame >= 0 && frame < frames ? values + frame * hidden : zeros;
}

constexpr int64_t kMostTaps = 31;

template <int fixed>
inline void depthwise(
    const TcnBlockShape& shape, const TcnBlockWeights& weights, int64_t frames, const float* values, float* out, const float* zeros) {
    const int64_t taps = fixed != 0 ? fixed : shape.taps, hidden = shape.hidden;
    const float* rows[fixed != 0 ? fixed : kMostTaps];
    for (int64_t t = 0; t < frames; t++, out += hidden) {
        for (int64_t k = 0; k < taps; k++) rows[k] = tapped(values, t + (k - taps / 2) * shape.dilation, frames, hidden, zeros);
        for (int64_t h = 0; h < hidden; h += kWidth) {
            Vector result = load(weights.depthwise_bias + h);
            for (int64_t k = 0; k < taps; k++) result += load(weights.depthwise + k * hidden + h) * load(rows[k] + h);
            store(out + h, result);
        }
    }
}

// From the gradient of the convolution's result to that of its input `normalised` and of its weights, and, while the rows are at hand, the sums over
// the frames that `denormalise` asks for.
template <int fixed>
inline void depthwise_backward(
    const TcnBlockShape& shape, const TcnBlockWeights& weights, int64_t frames, const float* gradient, const float* normalised, const Norm& norm,
    const float* hidden_values, float* out, float* weight_gradient, float* gradient_sums, float* product_sums, const float* zeros) {
    const int64_t taps = fixed != 0 ? fixed : shape.taps, hidden = shape.hidden;
    const float* later[fixed != 0 ? fixed : kMostTaps];
    const float* inputs[fixed != 0 ? fixed : kMostTaps];
    for (int64_t t = 0; t < frames; t++) {
        for (int64_t k = 0; k < taps; k++) {
            int64_t offset = (k - taps / 2) * shape.dilation;
            later[k] = tapped(gradient, t - offset, frames, hidden, zeros);
            inputs[k] = tapped(normalised, t + offset, frames, hidden, zeros);
        }
        for (int64_t h = 0; h < hidden; h += kWidth) {
            Vector result{}, here = load(gradient + t * hidden + h);
            for (int64_t k = 0; k < taps; k++) {
                float* weight = weight_gradient + k * hidden + h;
                result += load(weights.depthwise + k * hidden + h) * load(later[k] + h);
                store(weight, load(weight) + here * load(inputs[k] + h));
            }
            store(out + t * hidden + h, result);
            store(gradient_sums + h, load(gradient_sums + h) + result);
            store(product_sums + h, load(product_sums + h) + result * norm.standardised(load(hidden_values + t * hidden + h)));
        }
    }
}

// Calls function(index, factor) for every vector of [frames, channels], where the factor is 0 or what dropout scales by.
template <typename Function>
inline void for_kept(const Dropout& dropout, int64_t frames, int64_t channels, Function&& function) {
    if (dropout.probability == 0) {
        for (int64_t i = 0; i < frames * channels; i += kWidth) function(i, all(1));
        return;
    }
    for (int64_t t = 0; t < frames; t++) {
        KeptRow row(dropout, t);
        for (int64_t c = 0; c < channels; c += kWidth) function(t * channels + c, row.at(c));
    }
}

}  // namespace mpuc::MPUC_ISA
