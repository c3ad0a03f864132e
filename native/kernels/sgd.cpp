#include "sgd.h"

namespace mpuc::MPUC_ISA {

namespace {

template <bool Nesterov>
void take(const SgdStep& step, int64_t count, float* __restrict parameters, const float* __restrict gradients, float* __restrict velocities) {
    float rate = step.rate, momentum = step.momentum, share = step.share, decay = step.decay;
    for (int64_t i = 0; i < count; i++) {
        float gradient = gradients[i] + decay * parameters[i];
        float velocity = momentum * velocities[i] + share * gradient;
        velocities[i] = velocity;
        parameters[i] -= rate * (Nesterov ? gradient + momentum * velocity : velocity);
    }
}

void take_step(const SgdStep& step, int64_t count, float* parameters, const float* gradients, float* velocities) {
    (step.nesterov ? take<true> : take<false>)(step, count, parameters, gradients, velocities);
}

}  // namespace

extern const SgdKernels sgd;
const SgdKernels sgd{take_step};

}  // namespace mpuc::MPUC_ISA
