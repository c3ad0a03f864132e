#include "tcn_block.h"

#include <cstring>

#include "product.h"
#include "tcn_layers.h"

namespace mpuc::MPUC_ISA {

namespace {

void convolve(const TcnBlockShape& shape, const TcnBlockWeights& weights, int64_t frames, const float* values, float* out, const float* zeros) {
    (shape.taps == 3 ? depthwise<3> : depthwise<0>)(shape, weights, frames, values, out, zeros);
}

Norm first(const TcnBlockWeights& weights, const TcnBlockStatistics& statistics) {
    return {weights.slope1, statistics.mean1, statistics.scale1, weights.gain1, weights.offset1};
}

Norm second(const TcnBlockWeights& weights, const TcnBlockStatistics& statistics) {
    return {weights.slope2, statistics.mean2, statistics.scale2, weights.gain2, weights.offset2};
}

void forward(
    const TcnBlockShape& shape, const TcnBlockWeights& weights, const Dropout& dropout, int64_t frames, const float* values, float* hidden,
    TcnBlockStatistics& statistics, float* out, float* scratch) {
    const int64_t wide = shape.hidden, narrow = shape.channels;
    float* normalised = scratch;
    float* convolved = normalised + frames * wide;
    float* zeros = convolved + frames * wide;
    std::memset(zeros, 0, wide * sizeof(float));

    multiply<Start::Bias>(frames, wide, narrow, {values, narrow, 1}, {weights.expand_transposed, wide}, weights.expand_bias, hidden, wide);
    moments(hidden, frames * wide, weights.slope1, statistics.mean1, statistics.scale1);
    normalise(frames, wide, first(weights, statistics), hidden, normalised);
    convolve(shape, weights, frames, normalised, convolved, zeros);
    moments(convolved, frames * wide, weights.slope2, statistics.mean2, statistics.scale2);
    normalise(frames, wide, second(weights, statistics), convolved, normalised);
    multiply<Start::Bias>(frames, narrow, wide, {normalised, wide, 1}, {weights.reduce_transposed, narrow}, weights.reduce_bias, out, narrow);
    for_kept(dropout, frames, narrow, [&](int64_t i, Vector factor) { store(out + i, load(values + i) + load(out + i) * factor); });
}

void add(float* to, const float* values, int64_t count) {
    for (int64_t i = 0; i < count; i += kWidth) store(to + i, load(to + i) + load(values + i));
}

void backward(
    const TcnBlockShape& shape, const TcnBlockWeights& weights, const Dropout& dropout, int64_t frames, const float* values,
    const float* hidden, const TcnBlockStatistics& statistics, const float* out_gradient, TcnBlockGradients& gradients, float* values_gradient,
    float* scratch) {
    const int64_t wide = shape.hidden, narrow = shape.channels;
    float* normalised1 = scratch;
    float* convolved = normalised1 + frames * wide;
    float* normalised2 = convolved + frames * wide;
    float* inner = normalised2 + frames * wide;
    float* branch = inner + frames * wide;  // the gradient of the last convolution's result
    float* zeros = branch + frames * narrow;
    float* gradient_sums = zeros + wide;
    float* product_sums = gradient_sums + wide;
    Norm norm1 = first(weights, statistics), norm2 = second(weights, statistics);
    std::memset(zeros, 0, 3 * wide * sizeof(float));

    normalise(frames, wide, norm1, hidden, normalised1);
    convolve(shape, weights, frames, normalised1, convolved, zeros);
    normalise(frames, wide, norm2, convolved, normalised2);

    for_kept(dropout, frames, narrow, [&](int64_t i, Vector factor) { store(branch + i, load(out_gradient + i) * factor); });
    for (int64_t t = 0; t < frames; t++) add(gradients.reduce_bias, branch + t * narrow, narrow);
    multiply<Start::Accumulate>(narrow, wide, frames, {branch, 1, narrow}, {normalised2, wide}, nullptr, gradients.reduce, wide);
    multiply<Start::Zero>(frames, wide, narrow, {branch, narrow, 1}, {weights.reduce, wide}, nullptr, inner, wide);

    for (int64_t t = 0; t < frames; t++) {
        for (int64_t h = 0; h < wide; h += kWidth) {
            Vector gradient = load(inner + t * wide + h);
            store(gradient_sums + h, load(gradient_sums + h) + gradient);
            store(product_sums + h, load(product_sums + h) + gradient * norm2.standardised(load(convolved + t * wide + h)));
        }
    }
    gradients.slope2 += denormalise(frames, wide, norm2, gradient_sums, product_sums, convolved, inner, gradients.depthwise_bias);
    add(gradients.offset2, gradient_sums, wide);
    add(gradients.gain2, product_sums, wide);

    float* outer = normalised2;  // no longer needed
    std::memset(gradient_sums, 0, 2 * wide * sizeof(float));
    (shape.taps == 3 ? depthwise_backward<3> : depthwise_backward<0>)(
        shape, weights, frames, inner, normalised1, norm1, hidden, outer, gradients.depthwise, gradient_sums, product_sums, zeros);
    gradients.slope1 += denormalise(frames, wide, norm1, gradient_sums, product_sums, hidden, outer, gradients.expand_bias);
    add(gradients.offset1, gradient_sums, wide);
    add(gradients.gain1, product_sums, wide);

    multiply<Start::Accumulate>(wide, narrow, frames, {outer, 1, wide}, {values, narrow}, nullptr, gradients.expand, narrow);
    std::memcpy(values_gradient, out_gradient, frames * narrow * sizeof(float));
    multiply<Start::Accumulate>(frames, narrow, wide, {outer, wide, 1}, {weights.expand, narrow}, nullptr, values_gradient, narrow);
}

}  // namespace

extern const TcnBlockKernels tcn_block;
const TcnBlockKernels tcn_block{forward, backward};

}  // namespace mpuc::MPUC_ISA
