// The gated convolution over time of the paper's ST-GCN on one sequence: relu(linear(x) + sigmoid(gate(x))), kernels of three frames, no padding,
// optionally followed by a map of the channels. The weights of both convolutions stand side by side, so that they are one product.
#pragma once
#include <cstdint>

namespace mpuc {

constexpr int64_t kGatedTaps = 3;

struct GatedConvolutionShape {
    int64_t frames;              // T of the input; the output has T - 2
    int64_t inputs, outputs;     // outputs: a multiple of 16
    int64_t projected;           // channels after the map, a multiple of 16; 0 for none

    int64_t out_frames() const { return frames - (kGatedTaps - 1); }
};

struct GatedConvolutionWeights {
    const float* forward;               // [3 * inputs, 2 * outputs], rows ordered tap, input; columns linear, gate
    const float* bias;                  // [2 * outputs]
    const float* backward;              // [3 * 2 * outputs, padded inputs], rows ordered tap from the last to the first, output
    const float* projection;            // [outputs, projected] or null
    const float* projection_transposed; // [projected, outputs] or null
};

struct GatedConvolutionGradients {
    float* forward;     // as in the weights
    float* bias;
    float* projection;
};

// Columns of the backward weights: a multiple of 16.
static inline int64_t padded(int64_t inputs) { return (inputs + 15) / 16 * 16; }

// Floats of working memory that either pass of one sequence takes. (Static, because the linker must not choose among several instruction sets' copies.)
static inline int64_t scratch_floats(const GatedConvolutionShape& shape) {
    return (shape.frames + 2) * (2 * shape.outputs) + shape.frames * (shape.outputs + padded(shape.inputs));
}

struct GatedConvolutionKernels {
    // Writes what the gate lets through, [T - 2, outputs], the gate's sigmoid likewise (null if nothing will be differentiated), and the map of the former.
    void (*forward)(
        const GatedConvolutionShape&, const GatedConvolutionWeights&, const float* values, float* activated, float* gate, float* projected,
        float* scratch);

    // From the gradient of the result to those of the weights, which add up, and of the values (null if not asked for), [T, inputs].
    void (*backward)(
        const GatedConvolutionShape&, const GatedConvolutionWeights&, const float* values, const float* activated, const float* gate,
        const float* out_gradient, GatedConvolutionGradients&, float* values_gradient, float* scratch);
};

}  // namespace mpuc
