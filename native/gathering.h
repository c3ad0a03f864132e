// How the processes of a group tell each other values.
#pragma once
#include <memory>

#include <ATen/ATen.h>

#include "distributed.h"
#include "shared_memory.h"

namespace mpuc {

// Through the memory that the processes share where they run on one machine, and through Gloo otherwise, or where told so.
class Gathering {
   public:
    Gathering(Backend& group, bool share_memory) : group_(group), share_memory_(share_memory && group.getSize() > 1) {}

    // The values of all processes, stacked in the order of their ranks. All processes call it with values of the same shape.
    at::Tensor gather(const at::Tensor& values);

   private:
    bool make_room(size_t bytes);

    Backend& group_;
    bool share_memory_;
    std::unique_ptr<SharedMemory> memory_;
    size_t room_ = 0;
    uint32_t round_ = 0;
};

}  // namespace mpuc
