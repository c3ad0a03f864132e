// What the managed side asks of a tensor without going through the dispatcher.
#include <cstring>
#include <memory>
#include <sstream>
#include <vector>

#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>
#include <ATen/core/Tensor.h>

#include "abi.h"
#include "failure.h"
#include "handle.h"

namespace mpuc {

std::atomic<int64_t> live_tensors{0};

std::string describe(const at::Tensor& tensor) {
    if (!tensor.defined()) return "none";
    std::ostringstream text;
    text << c10::toString(tensor.scalar_type()) << '[';
    for (int64_t i = 0; i < tensor.dim(); i++) text << (i == 0 ? "" : ", ") << tensor.size(i);
    text << ']';
    if (!tensor.device().is_cpu()) text << ' ' << tensor.device();
    return text.str();
}

MPUC_API int64_t mpuc_live_tensors() { return live_tensors.load(std::memory_order_relaxed); }

MPUC_API void mpuc_tensor_release(void* handle) {
    if (handle == nullptr) return;
    live_tensors.fetch_sub(1, std::memory_order_relaxed);
    guarded([&] { c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(static_cast<c10::TensorImpl*>(handle)); });
}

// A second owned handle to the same tensor.
MPUC_API void* mpuc_tensor_share(void* handle) { return own(borrow(handle)); }

MPUC_API int mpuc_tensor_info(void* handle, TensorInfo* info) {
    return guarded([&] {
        auto& tensor = *static_cast<c10::TensorImpl*>(handle);
        bool strided = tensor.layout() == c10::kStrided;
        info->sizes = tensor.sizes().data();
        info->strides = strided ? tensor.strides().data() : nullptr;
        info->dimensions = tensor.dim();
        info->elements = tensor.numel();
        info->offset = strided ? tensor.storage_offset() : 0;
        info->dtype = static_cast<int32_t>(c10::typeMetaToScalarType(tensor.dtype()));
        info->device_type = static_cast<int32_t>(tensor.device().type());
        info->device_index = tensor.device().index();
        info->element_size = static_cast<int32_t>(tensor.itemsize());
        auto keys = tensor.key_set();
        info->is_lazily_changed = keys.has(c10::DispatchKey::Conjugate) || keys.has(c10::DispatchKey::Negative) ? 1 : 0;
        info->reserved = 0;
    });
}

MPUC_API int mpuc_tensor_data(void* handle, void** data) {
    return guarded([&] { *data = borrow(handle).data_ptr(); });
}

// A new CPU tensor with a copy of the bytes at `data`.
MPUC_API int mpuc_tensor_copy_of(const void* data, const int64_t* sizes, int32_t dimensions, int32_t dtype, void** result) {
    return guarded([&] {
        auto tensor = at::empty(at::IntArrayRef(sizes, dimensions), at::TensorOptions(static_cast<at::ScalarType>(dtype)));
        if (tensor.numel() > 0) std::memcpy(tensor.data_ptr(), data, tensor.nbytes());
        *result = own(std::move(tensor));
    });
}

// A CPU tensor over memory that it does not own; `release(context)` runs when its storage dies, and also if this call fails.
MPUC_API int mpuc_tensor_over(
    void* data, const int64_t* sizes, int32_t dimensions, int32_t dtype, void (*release)(void*), void* context, void** result) {
    return guarded([&] {
        std::shared_ptr<void> keep(context, release);
        auto tensor = at::from_blob(
            data, at::IntArrayRef(sizes, dimensions), [keep](void*) mutable { keep.reset(); },
            at::TensorOptions(static_cast<at::ScalarType>(dtype)));
        *result = own(std::move(tensor));
    });
}

// Whether a dtype pair may be cast, and the dtype that two operands promote to.
MPUC_API int32_t mpuc_can_cast(int32_t from, int32_t to) {
    return c10::canCast(static_cast<at::ScalarType>(from), static_cast<at::ScalarType>(to)) ? 1 : 0;
}

MPUC_API int32_t mpuc_promote_types(int32_t left, int32_t right) {
    return static_cast<int32_t>(c10::promoteTypes(static_cast<at::ScalarType>(left), static_cast<at::ScalarType>(right)));
}

}  // namespace mpuc
