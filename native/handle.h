// Ownership of tensors across the ABI, and the number of tensors that the managed side owns.
#pragma once
#include <atomic>

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

namespace mpuc {

extern std::atomic<int64_t> live_tensors;

inline at::Tensor borrow(void* handle) {
    if (handle == nullptr) return {};
    return at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim_copy(static_cast<c10::TensorImpl*>(handle)));
}

// Null for an undefined tensor.
inline void* own(at::Tensor tensor) {
    if (!tensor.defined()) return nullptr;
    live_tensors.fetch_add(1, std::memory_order_relaxed);
    return tensor.unsafeReleaseTensorImpl();
}

inline at::Generator borrow_generator(void* handle) {
    if (handle == nullptr) return {};
    return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(static_cast<c10::GeneratorImpl*>(handle)));
}

std::string describe(const at::Tensor& tensor);

}  // namespace mpuc
