// Memory of tensors on the CPU. Small ones, see small_blocks.h. Large ones come from blocks that are kept, too. libtorch's own allocator returns them to the system with every release, and the next step of a
// training pays for each page again when it is first touched: for tensors of tens of megabytes more than for the arithmetic.
#include <sys/mman.h>

#include <cstring>
#include <iterator>
#include <list>
#include <map>
#include <mutex>
#include <unordered_map>

#include <c10/core/CPUAllocator.h>
#include <c10/util/Exception.h>

#include "small_blocks.h"

namespace mpuc {

namespace {

constexpr size_t kSmallest = size_t{1} << 20;  // what lies between stays with libtorch's allocator, whose heap keeps it well
constexpr size_t kHugePage = size_t{2} << 20;

struct Block {
    void* memory;
    size_t size;
};

// Blocks are aligned to a huge page and a multiple of it. The idle ones and those in use are together at most a quarter more than were in use at one time.
class Blocks {
public:
    void* take(size_t bytes) {
        size_t size = (bytes + kHugePage - 1) / kHugePage * kHugePage;
        std::lock_guard<std::mutex> lock(mutex_);
        // The smallest that is large enough, unless a quarter of it would lie idle.
        auto found = by_size_.lower_bound(size);
        if (found != by_size_.end() && found->first <= size + size / 4) {
            auto place = found->second;
            Block block = *place;
            idle_.erase(place);
            by_size_.erase(found);
            idle_bytes_ -= block.size;
            use(block);
            return block.memory;
        }
        while (!idle_.empty() && used_bytes_ + size + idle_bytes_ > most_bytes_ + most_bytes_ / 4) drop_oldest();
        Block block{map(size), size};
        use(block);
        return block.memory;
    }

    // False for memory that came from elsewhere.
    bool give_back(void* memory) {
        if (reinterpret_cast<uintptr_t>(memory) % kHugePage != 0) return false;
        std::lock_guard<std::mutex> lock(mutex_);
        auto found = used_.find(memory);
        if (found == used_.end()) return false;
        Block block{memory, found->second};
        used_.erase(found);
        used_bytes_ -= block.size;
        idle_bytes_ += block.size;
        idle_.push_back(block);
        by_size_.emplace(block.size, std::prev(idle_.end()));
        return true;
    }

private:
    void use(Block block) {
        used_.emplace(block.memory, block.size);
        used_bytes_ += block.size;
        if (used_bytes_ > most_bytes_) most_bytes_ = used_bytes_;
    }

    void drop_oldest() {
        auto oldest = idle_.begin();
        auto range = by_size_.equal_range(oldest->size);
        for (auto entry = range.first; entry != range.second; ++entry) {
            if (entry->second == oldest) {
                by_size_.erase(entry);
                break;
            }
        }
        munmap(oldest->memory, oldest->size);
        idle_bytes_ -= oldest->size;
        idle_.erase(oldest);
    }

    static void* map(size_t size) {
        size_t room = size + kHugePage;  // to find an aligned piece in
        void* raw = mmap(nullptr, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        TORCH_CHECK(raw != MAP_FAILED, "not enough memory: ", size, " bytes for a tensor could not be had");
        auto start = reinterpret_cast<uintptr_t>(raw), aligned = (start + kHugePage - 1) / kHugePage * kHugePage;
        if (aligned > start) munmap(raw, aligned - start);
        if (start + room > aligned + size) munmap(reinterpret_cast<void*>(aligned + size), start + room - aligned - size);
        auto memory = reinterpret_cast<void*>(aligned);
        madvise(memory, size, MADV_HUGEPAGE);
        return memory;
    }

    std::mutex mutex_;
    std::unordered_map<void*, size_t> used_;
    std::list<Block> idle_;  // the longest idle first
    std::multimap<size_t, std::list<Block>::iterator> by_size_;
    size_t used_bytes_ = 0, idle_bytes_ = 0, most_bytes_ = 0;
};

// Never destroyed: tensors may outlive every static object.
Blocks& blocks() {
    static auto& all = *new Blocks;
    return all;
}

void release(void* memory) {
    if (!blocks().give_back(memory)) c10::GetDefaultCPUAllocator()->raw_deallocate(memory);
}

// Which of these override something depends on libtorch's version: `allocate` lost its const, and `copy_data` came.
struct KeepingAllocator final : c10::Allocator {
    c10::DataPtr allocate(size_t bytes) const { return get(bytes); }
    c10::DataPtr allocate(size_t bytes) { return get(bytes); }
    c10::DeleterFnPtr raw_deleter() const override { return &release; }
    void copy_data(void* to, const void* from, size_t bytes) const { std::memcpy(to, from, bytes); }

    static c10::DataPtr get(size_t bytes) {
        if (bytes > 0 && bytes <= kLargestSmallBlock) return SmallBlocks::allocate(bytes);
        if (bytes < kSmallest) return c10::GetDefaultCPUAllocator()->allocate(bytes);
        void* memory = blocks().take(bytes);
        return {memory, memory, &release, c10::Device(c10::DeviceType::CPU)};
    }
};

// Installed when the shim is loaded, before the first tensor.
const bool installed = [] {
    static KeepingAllocator allocator;
    c10::SetCPUAllocator(&allocator, 1);
    return true;
}();

}  // namespace

}  // namespace mpuc
