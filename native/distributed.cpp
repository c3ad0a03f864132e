// Several processes: c10d's store, which all of them reach by TCP, and its collective operations through Gloo.
#include "distributed.h"

#include <unistd.h>

#include <cstring>
#include <string>
#include <thread>

#include <torch/csrc/autograd/custom_function.h>
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#include <torch/library.h>

#include "abi.h"
#include "failure.h"
#include "group.h"
#include "handle.h"

namespace mpuc {

namespace {

using std::chrono::milliseconds;

struct SharedStore {
    c10::intrusive_ptr<c10d::TCPStore> tcp;
    c10::intrusive_ptr<c10d::Store> store;  // the same, with every key behind a prefix
};

SharedStore& store_of(void* handle) { return *static_cast<SharedStore*>(handle); }

// Only this process's own slice has a gradient: what other processes do with it is theirs to account for.
struct GatherFunction : torch::autograd::Function<GatherFunction> {
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& values, int64_t group) {
        Group& processes = group_of(reinterpret_cast<void*>(group));
        context->saved_data["rank"] = processes.backend->getRank();
        return processes.gathering.gather(values);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        return {gradients[0].select(0, context->saved_data["rank"].toInt()), at::Tensor()};
    }
};

at::Tensor gather(const at::Tensor& values, int64_t group) { return GatherFunction::apply(values, group); }

}  // namespace

// Opens the store at an address, or becomes it; port 0 lets the system choose.
MPUC_API int mpuc_store_new(const char* host, int32_t port, int32_t is_server, const char* prefix, int64_t timeout, void** result, int32_t* used) {
    return guarded([&] {
        c10d::TCPStoreOptions options;
        options.port = static_cast<std::uint16_t>(port);
        options.isServer = is_server != 0;
        options.waitWorkers = false;
        options.timeout = milliseconds(timeout);
        auto tcp = c10::make_intrusive<c10d::TCPStore>(host, options);
        *used = tcp->getPort();
        *result = new SharedStore{tcp, c10::make_intrusive<c10d::PrefixStore>(prefix, tcp)};
    });
}

MPUC_API void mpuc_store_release(void* handle) { delete static_cast<SharedStore*>(handle); }

MPUC_API int mpuc_store_set(void* handle, const char* key, const uint8_t* value, int64_t length) {
    return guarded([&] { store_of(handle).store->set(key, std::vector<uint8_t>(value, value + length)); });
}

// Copies the value of a key into the buffer and says how long it is: -1 where there is none yet.
MPUC_API int mpuc_store_try_get(void* handle, const char* key, uint8_t* buffer, int64_t capacity, int64_t* length) {
    return guarded([&] {
        auto& store = *store_of(handle).store;
        *length = -1;
        if (!store.check({key})) return;
        auto value = store.get(key);
        *length = static_cast<int64_t>(value.size());
        std::memcpy(buffer, value.data(), std::min<size_t>(value.size(), static_cast<size_t>(capacity)));
    });
}

// Joins the group of all processes that use the store. `address` is this machine's, as its peers reach it; empty for what Gloo finds.
MPUC_API int mpuc_group_new(
    void* store, int32_t rank, int32_t size, const char* address, const char* interface, int64_t timeout, int32_t share_memory, void** result) {
    return guarded([&] {
        auto options = Backend::Options::create(milliseconds(timeout));
        options->devices.push_back(
            *interface != 0 ? Backend::createDeviceForInterface(interface)
            : *address != 0 ? Backend::createDeviceForHostname(address)
                            : Backend::createDefaultDevice());
        options->threads = 2;
        *result = new Group(c10::make_intrusive<Backend>(store_of(store).store, rank, size, options), share_memory != 0);
    });
}

MPUC_API void mpuc_group_release(void* handle) { delete &group_of(handle); }

MPUC_API int mpuc_group_sum(void* handle, void* tensor) {
    return guarded([&] {
        at::Tensor values = borrow(tensor);
        sum_over_processes(*group_of(handle).backend, values);
    });
}

// Everybody takes over rank 0's values.
MPUC_API int mpuc_group_broadcast(void* handle, void* tensor) {
    return guarded([&] {
        std::vector<at::Tensor> tensors{borrow(tensor)};
        finish(group_of(handle).backend->broadcast(tensors));
    });
}

// Ends the process after some seconds, whatever its threads wait for: leaving it in order would wait for peers that are gone.
MPUC_API void mpuc_end_process(int32_t code, int32_t seconds) {
    if (seconds <= 0) _exit(code);
    std::thread([=] {
        std::this_thread::sleep_for(std::chrono::seconds(seconds));
        _exit(code);
    }).detach();
}

TORCH_LIBRARY_FRAGMENT(mpuc, library) { library.def("gather(Tensor values, int group) -> Tensor", gather); }

}  // namespace mpuc
