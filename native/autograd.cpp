// Gradients: flags on a tensor, thread-local modes, backward and grad.
#include <new>
#include <vector>

#include <ATen/autocast_mode.h>
#include <ATen/core/Tensor.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/version.h>

#include "abi.h"
#include "failure.h"
#include "handle.h"

namespace mpuc {

namespace {

std::vector<at::Tensor> borrow_all(void** handles, int32_t count) {
    std::vector<at::Tensor> tensors;
    tensors.reserve(count);
    for (int32_t i = 0; i < count; i++) tensors.push_back(borrow(handles[i]));
    return tensors;
}

}  // namespace

MPUC_API int32_t mpuc_requires_grad(void* handle) { return static_cast<c10::TensorImpl*>(handle)->requires_grad() ? 1 : 0; }

MPUC_API int mpuc_set_requires_grad(void* handle, int32_t value) {
    return guarded([&] { borrow(handle).set_requires_grad(value != 0); });
}

MPUC_API int mpuc_is_leaf(void* handle, int32_t* result) {
    return guarded([&] { *result = borrow(handle).is_leaf() ? 1 : 0; });
}

MPUC_API int mpuc_grad(void* handle, void** result) {
    return guarded([&] { *result = own(borrow(handle).grad()); });
}

MPUC_API int mpuc_set_grad(void* handle, void* grad) {
    return guarded([&] { borrow(handle).mutable_grad() = borrow(grad); });
}

MPUC_API int mpuc_retain_grad(void* handle) {
    return guarded([&] { borrow(handle).retain_grad(); });
}

MPUC_API int mpuc_backward(
    void** tensors, int32_t count, void** grads, int32_t grad_count, int32_t retain_graph, int32_t create_graph, void** inputs,
    int32_t input_count) {
    return guarded(
        [&] {
            torch::autograd::backward(
                borrow_all(tensors, count), borrow_all(grads, grad_count), retain_graph != 0, create_graph != 0,
                borrow_all(inputs, input_count));
        },
        [](const std::string& message) { return "backward: " + message; });
}

// `results` has room for one handle per input; null where an unused input is allowed and has no gradient.
MPUC_API int mpuc_autograd_grad(
    void** outputs, int32_t output_count, void** inputs, int32_t input_count, void** grads, int32_t grad_count, int32_t retain_graph,
    int32_t create_graph, int32_t allow_unused, void** results) {
    return guarded(
        [&] {
            auto gradients = torch::autograd::grad(
                borrow_all(outputs, output_count), borrow_all(inputs, input_count), borrow_all(grads, grad_count), retain_graph != 0,
                create_graph != 0, allow_unused != 0);
            for (size_t i = 0; i < gradients.size(); i++) results[i] = own(std::move(gradients[i]));
        },
        [](const std::string& message) { return "autograd.grad: " + message; });
}

MPUC_API int32_t mpuc_grad_mode() { return c10::GradMode::is_enabled() ? 1 : 0; }
MPUC_API void mpuc_set_grad_mode(int32_t enabled) { c10::GradMode::set_enabled(enabled != 0); }
MPUC_API int32_t mpuc_inference_mode() { return c10::InferenceMode::is_enabled() ? 1 : 0; }

// Modes nest and end in reverse order; each begin is a guard on the heap that its end destroys, on the same thread.
MPUC_API void* mpuc_inference_mode_begin(int32_t enabled) { return new (std::nothrow) c10::InferenceMode(enabled != 0); }
MPUC_API void mpuc_inference_mode_end(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

MPUC_API int32_t mpuc_anomaly_mode() { return torch::autograd::AnomalyMode::is_enabled() ? 1 : 0; }
MPUC_API int32_t mpuc_anomaly_checks_nan() { return torch::autograd::AnomalyMode::should_check_nan() ? 1 : 0; }
MPUC_API void mpuc_set_anomaly_mode(int32_t enabled, int32_t check_nan) {
    torch::autograd::AnomalyMode::set_enabled(enabled != 0, check_nan != 0);
}

namespace {
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
bool autocast_enabled(c10::DeviceType device) { return at::autocast::is_autocast_enabled(device); }

void set_autocast(c10::DeviceType device, bool enabled, at::ScalarType dtype) {
    at::autocast::set_autocast_enabled(device, enabled);
    at::autocast::set_autocast_dtype(device, dtype);
}
#else
bool autocast_enabled(c10::DeviceType device) {
    return device == c10::kCPU ? at::autocast::is_cpu_enabled() : at::autocast::is_enabled();
}

void set_autocast(c10::DeviceType device, bool enabled, at::ScalarType dtype) {
    TORCH_CHECK(device == c10::kCPU || device == c10::kCUDA, "autocast works on cpu and cuda");
    if (device == c10::kCPU) {
        at::autocast::set_cpu_enabled(enabled);
        at::autocast::set_autocast_cpu_dtype(dtype);
    } else {
        at::autocast::set_enabled(enabled);
        at::autocast::set_autocast_gpu_dtype(dtype);
    }
}
#endif
}  // namespace

MPUC_API int mpuc_autocast(int32_t device_type, int32_t* enabled) {
    return guarded([&] { *enabled = autocast_enabled(static_cast<c10::DeviceType>(device_type)) ? 1 : 0; });
}

// Autocast on one device type; `dtype` is what eligible operators compute in.
MPUC_API int mpuc_set_autocast(int32_t device_type, int32_t enabled, int32_t dtype) {
    return guarded([&] {
        set_autocast(static_cast<c10::DeviceType>(device_type), enabled != 0, static_cast<at::ScalarType>(dtype));
        if (enabled == 0) at::autocast::clear_cache();
    });
}

}  // namespace mpuc
