// What a handle of a group of processes stands for.
#pragma once
#include "distributed.h"
#include "gathering.h"

namespace mpuc {

struct Group {
    Group(c10::intrusive_ptr<Backend> backend, bool share_memory) : backend(std::move(backend)), share_memory(share_memory), gathering(*this->backend, share_memory) {}

    c10::intrusive_ptr<Backend> backend;
    bool share_memory;  // where its processes run on one machine
    Gathering gathering;
};

inline Group& group_of(void* handle) { return *static_cast<Group*>(handle); }

}  // namespace mpuc
