// The C ABI between Mpuc.Torch (C#) and libtorch. Mirrored by compat/TorchSharp/Interop/NativeMethods.cs.
//
// Every function that can fail returns 0 on success and 1 on failure; mpuc_last_error() then holds one clear message for the
// calling thread. Tensors cross as c10::TensorImpl*: arguments are borrowed, results are owned by the caller (mpuc_tensor_release).
#pragma once
#include <cstdint>

#define MPUC_API extern "C" __attribute__((visibility("default")))

namespace mpuc {

enum class Tag : int32_t {
    None = 0,
    Tensor = 1,
    Int = 2,
    Double = 3,
    Bool = 4,
    IntList = 5,
    DoubleList = 6,
    TensorList = 7,
    OptionalTensorList = 8,
    String = 9,
    Device = 10,
    Generator = 11,
    Complex = 12,
};

// One argument or result of an operator. `count` is the length of a list or string, or the type of a device.
struct Value {
    Tag tag;
    int32_t count;
    union {
        void* pointer;
        int64_t integer;
        double real;
    };
};
static_assert(sizeof(Value) == 16, "the managed side lays a value out in 16 bytes");

struct TensorInfo {
    const int64_t* sizes;
    const int64_t* strides;
    int64_t dimensions;
    int64_t elements;
    int64_t offset;
    int32_t dtype;
    int32_t device_type;
    int32_t device_index;
    int32_t element_size;
    int32_t is_lazily_changed;  // conjugated or negated by a flag: the memory holds other numbers
    int32_t reserved;
};

}  // namespace mpuc
