// mpuc::sgd_: a step of stochastic gradient descent with momentum, in one pass over memory instead of one for each of its operations.
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/library.h>

#include "kernels/kernels.h"

namespace mpuc {

namespace {

// All tensors are contiguous float32 on the CPU, and those of an index have the same size; the caller sees to it.
void sgd_(
    at::TensorList parameters, at::TensorList gradients, at::TensorList velocities, double rate, double momentum, double dampening, double decay,
    bool nesterov) {
    SgdStep step{static_cast<float>(rate), static_cast<float>(momentum), static_cast<float>(1 - dampening), static_cast<float>(decay), nesterov};
    for (size_t i = 0; i < parameters.size(); i++) {
        float* values = parameters[i].data_ptr<float>();
        const float* slope = gradients[i].data_ptr<float>();
        float* speed = velocities[i].data_ptr<float>();
        at::parallel_for(0, parameters[i].numel(), at::internal::GRAIN_SIZE, [&](int64_t start, int64_t end) {
            sgd_kernels().take(step, end - start, values + start, slope + start, speed + start);
        });
        parameters[i].unsafeGetTensorImpl()->bump_version();
        velocities[i].unsafeGetTensorImpl()->bump_version();
    }
}

}  // namespace

TORCH_LIBRARY_FRAGMENT(mpuc, library) {
    library.def(
        "sgd_(Tensor(a!)[] parameters, Tensor[] gradients, Tensor(b!)[] velocities, float rate, float momentum, float dampening, float decay, bool nesterov)"
        " -> ()",
        sgd_);
}

}  // namespace mpuc
