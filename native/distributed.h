// A member of a group of processes: c10d's process group over Gloo.
#pragma once
#include <cstdint>

#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>

namespace mpuc {

using Backend = c10d::ProcessGroupGloo;

// Waits for a collective operation; a peer that is gone makes it throw.
inline void finish(const c10::intrusive_ptr<c10d::Work>& work) { work->wait(); }

inline void sum_over_processes(Backend& group, at::Tensor& values) {
    std::vector<at::Tensor> tensors{values};
    finish(group.allreduce(tensors));
}

// The values of all processes, in the order of their ranks.
inline std::vector<at::Tensor> gather_from_processes(Backend& group, const at::Tensor& values) {
    std::vector<at::Tensor> inputs{values.contiguous()};
    std::vector<std::vector<at::Tensor>> outputs(1);
    for (int rank = 0; rank < group.getSize(); rank++) outputs[0].push_back(at::empty_like(inputs[0]));
    finish(group.allgather(outputs, inputs));
    return outputs[0];
}

}  // namespace mpuc
