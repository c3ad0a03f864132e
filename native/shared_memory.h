// Memory that all processes of a group share, where they run on one machine.
#pragma once
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "distributed.h"

namespace mpuc {

// A block of memory of each member that all others reach, and signs by which a member says how far it is. A sign is a number that only grows.
class SharedMemory {
   public:
    // Null where the members cannot reach each other's memory, in all of them alike. All members call it at the same time, with the same sizes.
    static std::unique_ptr<SharedMemory> open(Backend& group, size_t bytes, size_t signs);

    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;
    // Makes waiting members fail.
    ~SharedMemory();

    // A member's block; the process itself also changes it, or others do in parts that they agreed on.
    char* block(int rank) const { return static_cast<char*>(members_[rank].memory) + block_at_; }

    // Says that this process has come so far; whatever it wrote before is there for whoever has awaited it.
    void say(size_t sign, uint32_t value);

    // Waits until all members have come so far. Throws where one has ended or left, or does not come in time.
    void await(size_t sign, uint32_t value);

   private:
    struct Header;
    struct Sign;
    struct Member {
        void* memory = nullptr;
        int process = -1;  // a descriptor that tells when the process ends
    };

    SharedMemory(int rank, size_t bytes, size_t signs, std::chrono::milliseconds timeout);
    static void* map(int descriptor, size_t bytes);
    Header& header(int rank) const;
    Sign& sign(int rank, size_t index) const;
    bool reach(int rank, const int64_t* announcement);
    void await(int rank, Sign& sign, uint32_t value);

    int rank_;
    size_t signs_, block_at_, bytes_;
    std::chrono::milliseconds timeout_;
    std::vector<Member> members_;
};

}  // namespace mpuc
