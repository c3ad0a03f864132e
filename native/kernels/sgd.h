// A step of stochastic gradient descent with momentum, in one pass over memory.
#pragma once
#include <cstdint>

namespace mpuc {

// velocity = momentum velocity + share (gradient + decay parameter); parameter -= rate velocity, or with Nesterov's look ahead.
struct SgdStep {
    float rate, momentum, share, decay;
    bool nesterov;
};

struct SgdKernels {
    void (*take)(const SgdStep& step, int64_t count, float* parameters, const float* gradients, float* velocities);
};

}  // namespace mpuc
