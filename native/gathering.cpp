#include "gathering.h"

#include <cstring>

namespace mpuc {

at::Tensor Gathering::gather(const at::Tensor& values) {
    at::Tensor own = values.contiguous();
    if (!own.device().is_cpu() || !make_room(own.nbytes())) return at::stack(gather_from_processes(group_, own));

    // Two places in turns: whoever writes to one for the second time has heard that all have begun the round between, and so have read what was there.
    size_t place = ++round_ % 2 * room_, bytes = own.nbytes();
    std::memcpy(memory_->block(group_.getRank()) + place, own.data_ptr(), bytes);
    memory_->say(0, round_);
    memory_->await(0, round_);
    std::vector<int64_t> shape = own.sizes().vec();
    shape.insert(shape.begin(), group_.getSize());
    at::Tensor all = at::empty(shape, own.options());
    for (int rank = 0; rank < group_.getSize(); rank++) std::memcpy(static_cast<char*>(all.data_ptr()) + rank * bytes, memory_->block(rank) + place, bytes);
    return all;
}

// Whether the processes share memory, of which each has two places for so many bytes. All come to the same answer: their values have the same shapes.
bool Gathering::make_room(size_t bytes) {
    if (share_memory_ && bytes > room_) {
        room_ = (bytes + 63) / 64 * 64;
        round_ = 0;
        memory_ = SharedMemory::open(group_, 2 * room_, 1);
        share_memory_ = memory_ != nullptr;
    }
    return share_memory_;
}

}  // namespace mpuc
