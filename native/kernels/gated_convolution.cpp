#include "gated_convolution.h"

#include <cstring>

#include "product.h"
#include "sigmoid.h"

namespace mpuc::MPUC_ISA {

namespace {

void gated_forward(
    const GatedConvolutionShape& shape, const GatedConvolutionWeights& weights, const float* values, float* activated, float* gate,
    float* projected, float* scratch) {
    const int64_t frames = shape.out_frames(), outputs = shape.outputs, both = 2 * outputs;
    // Three frames side by side are one row of the product: rows that overlap need no copy.
    multiply<Start::Bias>(
        frames, both, kGatedTaps * shape.inputs, {values, shape.inputs, 1}, {weights.forward, both}, weights.bias, scratch, both);
    for (int64_t t = 0; t < frames; t++) {
        for (int64_t c = 0; c < outputs; c += kWidth) {
            Vector open = sigmoid(load(scratch + t * both + outputs + c));
            Vector sum = load(scratch + t * both + c) + open;
            store(activated + t * outputs + c, sum > 0 ? sum : Vector{});
            if (gate != nullptr) store(gate + t * outputs + c, open);
        }
    }
    if (projected != nullptr) {
        multiply<Start::Zero>(
            frames, shape.projected, outputs, {activated, outputs, 1}, {weights.projection, shape.projected}, nullptr, projected, shape.projected);
    }
}

void gated_backward(
    const GatedConvolutionShape& shape, const GatedConvolutionWeights& weights, const float* values, const float* activated, const float* gate,
    const float* out_gradient, GatedConvolutionGradients& gradients, float* values_gradient, float* scratch) {
    const int64_t frames = shape.out_frames(), inputs = shape.inputs, outputs = shape.outputs, both = 2 * outputs;
    constexpr int64_t margin = kGatedTaps - 1;
    float* edge = scratch;  // the gradient of the product between rows of zeros, [2 + frames + 2, both]
    float* inner = edge + margin * both;
    float* unmapped = edge + (frames + 2 * margin) * both;
    float* padded_gradient = unmapped + frames * outputs;
    std::memset(edge, 0, margin * both * sizeof(float));
    std::memset(inner + frames * both, 0, margin * both * sizeof(float));

    if (weights.projection != nullptr) {
        const int64_t mapped = shape.projected;
        multiply<Start::Accumulate>(
            outputs, mapped, frames, {activated, 1, outputs}, {out_gradient, mapped}, nullptr, gradients.projection, mapped);
        multiply<Start::Zero>(
            frames, outputs, mapped, {out_gradient, mapped, 1}, {weights.projection_transposed, outputs}, nullptr, unmapped, outputs);
        out_gradient = unmapped;
    }
    for (int64_t t = 0; t < frames; t++) {
        for (int64_t c = 0; c < outputs; c += kWidth) {
            Vector open = load(gate + t * outputs + c), gradient = load(out_gradient + t * outputs + c);
            Vector linear = load(activated + t * outputs + c) > 0 ? gradient : Vector{};
            Vector gated = linear * (open - open * open);
            store(inner + t * both + c, linear);
            store(inner + t * both + outputs + c, gated);
            store(gradients.bias + c, load(gradients.bias + c) + linear);
            store(gradients.bias + outputs + c, load(gradients.bias + outputs + c) + gated);
        }
    }
    multiply<Start::Accumulate>(
        kGatedTaps * inputs, both, frames, {values, 1, inputs}, {inner, both}, nullptr, gradients.forward, both);
    if (values_gradient == nullptr) return;

    // Every input frame lies under three output frames, which again stand side by side.
    const int64_t columns = padded(inputs);
    float* to = columns == inputs ? values_gradient : padded_gradient;
    multiply<Start::Zero>(shape.frames, columns, kGatedTaps * both, {edge, both, 1}, {weights.backward, columns}, nullptr, to, columns);
    for (int64_t t = 0; t < shape.frames && to != values_gradient; t++) {
        std::memcpy(values_gradient + t * inputs, to + t * columns, inputs * sizeof(float));
    }
}

}  // namespace

extern const GatedConvolutionKernels gated_convolution;
const GatedConvolutionKernels gated_convolution{gated_forward, gated_backward};

}  // namespace mpuc::MPUC_ISA
