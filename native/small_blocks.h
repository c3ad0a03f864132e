// Memory of small tensors on the CPU, which each thread keeps for its next ones. libtorch's allocator asks the C library for aligned memory, and that keeps
// none at hand: for tensors of a few numbers it costs more than the arithmetic on them.
#pragma once
#include <cstddef>
#include <utility>

#include <c10/core/CPUAllocator.h>

namespace mpuc {

constexpr int kSmallSizes = 7;  // 64 bytes, 128, and so on
constexpr size_t kSmallestBlock = 64, kLargestSmallBlock = kSmallestBlock << (kSmallSizes - 1);

class SmallBlocks {
public:
    // From one byte to kLargestSmallBlock.
    static c10::DataPtr allocate(size_t bytes) {
        int size = size_of(bytes);
        Kept& mine = kept[size];
        void* memory = mine.count > 0 ? mine.blocks[--mine.count] : c10::GetDefaultCPUAllocator()->raw_allocate(kSmallestBlock << size);
        return {memory, memory, deleter(size, std::make_integer_sequence<int, kSmallSizes>()), c10::Device(c10::DeviceType::CPU)};
    }

private:
    static constexpr int kMost = 32;

    struct Kept {
        int count;
        void* blocks[kMost];
    };

    // Gives a thread's blocks back when the thread ends.
    struct Ending {
        ~Ending() {
            has_ended = true;
            for (Kept& mine : kept) {
                while (mine.count > 0) c10::GetDefaultCPUAllocator()->raw_deallocate(mine.blocks[--mine.count]);
            }
        }
    };

    static int size_of(size_t bytes) {
        return bytes <= kSmallestBlock ? 0 : 32 - __builtin_clz(static_cast<unsigned>((bytes - 1) / kSmallestBlock));
    }

    template <int... sizes>
    static c10::DeleterFnPtr deleter(int size, std::integer_sequence<int, sizes...>) {
        static constexpr c10::DeleterFnPtr all[] = {&release<sizes>...};
        return all[size];
    }

    // A function per size: a block does not tell its own.
    template <int size>
    static void release(void* memory) {
        Kept& mine = kept[size];
        if (mine.count == kMost || (mine.count == 0 && !can_keep())) {
            c10::GetDefaultCPUAllocator()->raw_deallocate(memory);
        } else {
            mine.blocks[mine.count++] = memory;
        }
    }

    // False for what a thread releases after its end has begun.
    static bool can_keep() {
        if (has_ended) return false;
        static thread_local Ending ending;
        return true;
    }

    // They have no destructors and outlive the ending.
    static inline thread_local Kept kept[kSmallSizes];
    static inline thread_local bool has_ended = false;
};

}  // namespace mpuc
