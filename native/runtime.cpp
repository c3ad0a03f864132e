// The process-wide settings of libtorch: threads, default dtype, random generators, devices, and which BLAS multiplies matrices.
#include <dlfcn.h>
#include <stdlib.h>

#include <mutex>
#include <string>

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <c10/core/DefaultDtype.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>
#include <torch/version.h>

#include "abi.h"
#include "failure.h"
#include "handle.h"

namespace mpuc {

namespace {

std::unique_lock<std::mutex> locked(at::Generator& generator) { return std::unique_lock<std::mutex>(generator.mutex()); }

void* own_generator(at::Generator generator) { return generator.unsafeReleaseGeneratorImpl(); }

std::string resolved_file_of(const void* symbol) {
    Dl_info info;
    if (symbol == nullptr || dladdr(symbol, &info) == 0 || info.dli_fname == nullptr) return "";
    char* resolved = realpath(info.dli_fname, nullptr);
    std::string path(resolved != nullptr ? resolved : info.dli_fname);
    free(resolved);
    return path;
}

// A function of libtorch or of what it is linked with; null where there is none.
void* find_beside_libtorch(const char* name) {
    auto torch = resolved_file_of(reinterpret_cast<const void*>(&at::get_num_threads));
    void* library = dlopen(torch.c_str(), RTLD_LAZY | RTLD_NOLOAD);
    if (library == nullptr) return nullptr;
    void* symbol = dlsym(library, name);
    dlclose(library);
    return symbol;
}

// A Debian BLAS is a symbolic link that the administrator points at an implementation, so the resolved path of the library whose
// sgemm_ libtorch calls names it.
std::string find_blas() {
    if (at::hasMKL()) return "mkl";
    auto path = resolved_file_of(find_beside_libtorch("sgemm_"));
    for (const char* known : {"openblas", "mkl", "blis", "atlas", "armpl"}) {
        if (path.find(known) != std::string::npos) return known;
    }
    return path.find("/libblas.so") != std::string::npos ? "reference" : "unknown";
}

}  // namespace

MPUC_API const char* mpuc_version() { return TORCH_VERSION; }

// "mkl", "openblas", "blis", "atlas", "armpl", "reference" (Debian's slow fallback) or "unknown" (linked statically).
MPUC_API const char* mpuc_blas() {
    static const std::string name = find_blas();
    return name.c_str();
}

MPUC_API int32_t mpuc_threads() { return at::get_num_threads(); }
MPUC_API int32_t mpuc_interop_threads() { return at::get_num_interop_threads(); }
MPUC_API int mpuc_set_threads(int32_t count) {
    return guarded([&] {
        at::set_num_threads(count);
        // OpenBLAS has threads of its own, which libtorch does not tell.
        static const auto blas = reinterpret_cast<void (*)(int)>(find_beside_libtorch("openblas_set_num_threads"));
        if (blas != nullptr && getenv("OPENBLAS_NUM_THREADS") == nullptr) blas(count);
    });
}
MPUC_API int mpuc_set_interop_threads(int32_t count) {
    return guarded([&] { at::set_num_interop_threads(count); });
}

MPUC_API int32_t mpuc_default_dtype() { return static_cast<int32_t>(c10::get_default_dtype_as_scalartype()); }
MPUC_API int mpuc_set_default_dtype(int32_t dtype) {
    return guarded([&] { c10::set_default_dtype(c10::scalarTypeToTypeMeta(static_cast<at::ScalarType>(dtype))); });
}

MPUC_API int32_t mpuc_deterministic() {
    return (at::globalContext().deterministicAlgorithms() ? 1 : 0) | (at::globalContext().deterministicAlgorithmsWarnOnly() ? 2 : 0);
}
MPUC_API int mpuc_set_deterministic(int32_t enabled, int32_t warn_only) {
    return guarded([&] { at::globalContext().setDeterministicAlgorithms(enabled != 0, warn_only != 0); });
}

MPUC_API int mpuc_device_count(int32_t device_type, int32_t* result) {
    return guarded([&] {
        auto type = static_cast<c10::DeviceType>(device_type);
        *result = c10::impl::hasDeviceGuardImpl(type) ? c10::impl::getDeviceGuardImpl(type)->deviceCount() : 0;
    });
}

// Whether several processes can compute together: Gloo's headers were there when the shim was built.
MPUC_API int32_t mpuc_has_c10d() {
#ifdef USE_C10D_GLOO
    return 1;
#else
    return 0;
#endif
}

MPUC_API int mpuc_has_cudnn(int32_t* result) {
    return guarded([&] { *result = at::globalContext().hasCuDNN() ? 1 : 0; });
}

// Seeds the default generator of every device.
MPUC_API int mpuc_manual_seed(uint64_t seed) {
    return guarded([&] { at::manual_seed(seed); });
}

MPUC_API int mpuc_generator_default(int32_t device_type, int32_t device_index, void** result) {
    return guarded([&] {
        c10::Device device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(device_index));
        *result = own_generator(at::globalContext().defaultGenerator(device));
    });
}

MPUC_API int mpuc_generator_new(uint64_t seed, int32_t device_type, int32_t device_index, void** result) {
    return guarded([&] {
        c10::Device device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(device_index));
        auto generator = device.is_cpu() ? at::detail::createCPUGenerator(seed) : at::globalContext().defaultGenerator(device).clone();
        generator.set_current_seed(seed);
        *result = own_generator(std::move(generator));
    });
}

MPUC_API void mpuc_generator_release(void* handle) {
    if (handle != nullptr) c10::intrusive_ptr<c10::GeneratorImpl>::reclaim(static_cast<c10::GeneratorImpl*>(handle));
}

MPUC_API int mpuc_generator_set_seed(void* handle, uint64_t seed) {
    return guarded([&] {
        auto generator = borrow_generator(handle);
        auto lock = locked(generator);
        generator.set_current_seed(seed);
    });
}

// A fresh seed from the system's entropy, which the generator then uses.
MPUC_API int mpuc_generator_seed(void* handle, uint64_t* result) {
    return guarded([&] {
        auto generator = borrow_generator(handle);
        auto lock = locked(generator);
        *result = generator.seed();
    });
}

MPUC_API int mpuc_generator_initial_seed(void* handle, uint64_t* result) {
    return guarded([&] { *result = borrow_generator(handle).current_seed(); });
}

MPUC_API int mpuc_generator_state(void* handle, void** result) {
    return guarded([&] {
        auto generator = borrow_generator(handle);
        auto lock = locked(generator);
        *result = own(generator.get_state());
    });
}

MPUC_API int mpuc_generator_set_state(void* handle, void* state) {
    return guarded([&] {
        auto generator = borrow_generator(handle);
        auto lock = locked(generator);
        generator.set_state(borrow(state));
    });
}

}  // namespace mpuc
