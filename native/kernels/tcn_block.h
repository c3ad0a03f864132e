// One block of Conv-TasNet's network on one window of n frames: 1x1 convolution, PReLU, norm, dilated depthwise convolution, PReLU, norm, 1x1
// convolution, dropout, and the input added. Everything but `values`, `hidden` and the result stays in the cache of one core.
#pragma once
#include <cstdint>

#include "dropout.h"

namespace mpuc {

struct TcnBlockShape {
    int64_t channels, hidden;  // multiples of 16
    int64_t taps, dilation;    // of the depthwise convolution; taps are odd
};

struct TcnBlockWeights {
    const float* expand;             // [hidden, channels]
    const float* expand_transposed;  // [channels, hidden]
    const float* expand_bias;        // [hidden]
    const float* gain1;              // [hidden], as the next five
    const float* offset1;
    const float* gain2;
    const float* offset2;
    const float* depthwise_bias;
    const float* depthwise;          // [taps, hidden]
    const float* reduce;             // [channels, hidden]
    const float* reduce_transposed;  // [hidden, channels]
    const float* reduce_bias;        // [channels]
    float slope1, slope2;
};

// Where the gradients of some windows add up.
struct TcnBlockGradients {
    float* expand;          // [hidden, channels]
    float* expand_bias;     // [hidden], as the next six
    float* gain1;
    float* offset1;
    float* gain2;
    float* offset2;
    float* depthwise_bias;
    float* depthwise;       // [taps, hidden]
    float* reduce;          // [channels, hidden]
    float* reduce_bias;     // [channels]
    double slope1, slope2;
};

// What the backward pass needs of the forward pass besides `hidden`.
struct TcnBlockStatistics {
    float mean1, scale1, mean2, scale2;  // the scale is one over the deviation
};

// Floats of working memory that either pass of one window takes. (Static: the linker must not choose among copies for several instruction sets.)
static inline int64_t scratch_floats(const TcnBlockShape& shape, int64_t frames) {
    return frames * (4 * shape.hidden + shape.channels) + 3 * shape.hidden;
}

struct TcnBlockKernels {
    // `hidden` receives [frames, hidden], `out` [frames, channels].
    void (*forward)(
        const TcnBlockShape&, const TcnBlockWeights&, const Dropout&, int64_t frames, const float* values, float* hidden,
        TcnBlockStatistics& statistics, float* out, float* scratch);

    // Adds to the gradients and writes that of the values, [frames, channels].
    void (*backward)(
        const TcnBlockShape&, const TcnBlockWeights&, const Dropout&, int64_t frames, const float* values, const float* hidden,
        const TcnBlockStatistics& statistics, const float* out_gradient, TcnBlockGradients& gradients, float* values_gradient, float* scratch);
};

}  // namespace mpuc
