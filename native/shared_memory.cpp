#include "shared_memory.h"

#include <fcntl.h>
#include <linux/futex.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <climits>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>

namespace mpuc {

namespace {

constexpr size_t cache_line = 64, page = 4096;

// What makes a machine: the running system, the numbering of its processes, by which they name each other's files, and the network, so that what is set apart
// like a machine of its own counts as one.
int64_t machine() {
    std::string name;
    std::getline(std::ifstream("/proc/sys/kernel/random/boot_id"), name);
    for (const char* link : {"/proc/self/ns/pid", "/proc/self/ns/net"}) {
        char target[64] = {};
        if (readlink(link, target, sizeof target - 1) > 0) name += target;
    }
    uint64_t hash = 14695981039346656037u;  // FNV-1a
    for (unsigned char letter : name) hash = (hash ^ letter) * 1099511628211u;
    return static_cast<int64_t>(hash);
}

// The kernel's part of std::atomic::wait, with an end. Returns at the latest after that time, or when the value is another.
void sleep_while(std::atomic<uint32_t>& value, uint32_t is, std::chrono::milliseconds time) {
    timespec longest{time.count() / 1000, time.count() % 1000 * 1000000};
    syscall(SYS_futex, &value, FUTEX_WAIT, is, &longest, nullptr, 0);
}

void wake_all(std::atomic<uint32_t>& value) { syscall(SYS_futex, &value, FUTEX_WAKE, INT_MAX, nullptr, nullptr, 0); }

struct Descriptor {
    int number;
    ~Descriptor() {
        if (number >= 0) close(number);
    }
};

}  // namespace

struct alignas(cache_line) SharedMemory::Header {
    uint64_t key;
    std::atomic<uint32_t> has_left;
};

struct alignas(cache_line) SharedMemory::Sign {
    std::atomic<uint32_t> value;
};

SharedMemory::SharedMemory(int rank, size_t bytes, size_t signs, std::chrono::milliseconds timeout)
    : rank_(rank), signs_(signs), block_at_((sizeof(Header) + signs * sizeof(Sign) + page - 1) / page * page), bytes_(block_at_ + bytes), timeout_(timeout) {}

void* SharedMemory::map(int descriptor, size_t bytes) {
    void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    return memory == MAP_FAILED ? nullptr : memory;
}

SharedMemory::Header& SharedMemory::header(int rank) const { return *static_cast<Header*>(members_[rank].memory); }

SharedMemory::Sign& SharedMemory::sign(int rank, size_t index) const {
    return reinterpret_cast<Sign*>(static_cast<char*>(members_[rank].memory) + sizeof(Header))[index];
}

std::unique_ptr<SharedMemory> SharedMemory::open(Backend& group, size_t bytes, size_t signs) {
    int rank = group.getRank(), size = group.getSize();
    std::unique_ptr<SharedMemory> shared(new SharedMemory(rank, bytes, signs, group.getOptions()->timeout));
    shared->members_.resize(size);

    // Memory without a name, which nothing has to clear away; a process reaches another's through the list of that one's open files.
    Descriptor own{static_cast<int>(syscall(SYS_memfd_create, "mpuc", 1u /* MFD_CLOEXEC */))};
    std::random_device random;
    uint64_t key = static_cast<uint64_t>(random()) << 32 | random();
    if (own.number >= 0 && ftruncate(own.number, static_cast<off_t>(shared->bytes_)) == 0) {
        if (void* memory = map(own.number, shared->bytes_)) {
            shared->members_[rank].memory = memory;
            shared->header(rank).key = key;
        }
    }

    bool works = shared->members_[rank].memory != nullptr;
    at::Tensor announcement = at::tensor({machine(), static_cast<int64_t>(getpid()), static_cast<int64_t>(works ? own.number : -1), static_cast<int64_t>(key)}, at::kLong);
    std::vector<at::Tensor> announcements = gather_from_processes(group, announcement);
    for (int i = 0; i < size && works; i++) {
        const int64_t* theirs = announcements[i].data_ptr<int64_t>();
        works = i == rank || (theirs[0] == announcement.data_ptr<int64_t>()[0] && shared->reach(i, theirs));
    }

    at::Tensor working = at::full({1}, works ? 1 : 0, at::kLong);
    sum_over_processes(group, working);
    if (working.item<int64_t>() != size) shared.reset();
    return shared;
}

// Maps another member's memory, and makes sure that it is that: the key stands in it.
bool SharedMemory::reach(int rank, const int64_t* announcement) {
    if (announcement[2] < 0) return false;
    pid_t process = static_cast<pid_t>(announcement[1]);
    std::string path = "/proc/" + std::to_string(process) + "/fd/" + std::to_string(announcement[2]);
    Descriptor file{::open(path.c_str(), O_RDWR | O_CLOEXEC)};
    struct stat status;
    if (file.number < 0 || fstat(file.number, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size != static_cast<off_t>(bytes_)) return false;
    members_[rank].memory = map(file.number, bytes_);
    members_[rank].process = static_cast<int>(syscall(SYS_pidfd_open, process, 0));
    return members_[rank].memory != nullptr && header(rank).key == static_cast<uint64_t>(announcement[3]);
}

SharedMemory::~SharedMemory() {
    if (members_[rank_].memory) {
        // Who waits for any sign of this process looks again.
        header(rank_).has_left.store(1);
        for (size_t i = 0; i < signs_; i++) wake_all(sign(rank_, i).value);
    }

    for (Member& member : members_) {
        if (member.memory) munmap(member.memory, bytes_);
        if (member.process >= 0) close(member.process);
    }
}

void SharedMemory::say(size_t index, uint32_t value) {
    std::atomic<uint32_t>& sign = this->sign(rank_, index).value;
    sign.store(value, std::memory_order_release);
    wake_all(sign);
}

void SharedMemory::await(size_t index, uint32_t value) {
    for (size_t rank = 0; rank < members_.size(); rank++) {
        if (static_cast<int>(rank) != rank_) await(static_cast<int>(rank), sign(static_cast<int>(rank), index), value);
    }
}

void SharedMemory::await(int rank, Sign& sign, uint32_t value) {
    constexpr std::chrono::milliseconds nap{100};
    auto start = std::chrono::steady_clock::now();
    while (true) {
        // In this order: what a member said before it left counts.
        bool left = header(rank).has_left.load() != 0;
        pollfd process{members_[rank].process, POLLIN, 0};
        uint32_t is = sign.value.load(std::memory_order_acquire);
        if (static_cast<int32_t>(is - value) >= 0) return;
        if (left || poll(&process, 1, 0) > 0) throw std::runtime_error("process " + std::to_string(rank) + " has ended");
        if (std::chrono::steady_clock::now() - start > timeout_) throw std::runtime_error("process " + std::to_string(rank) + " does not answer");
        sleep_while(sign.value, is, nap);
    }
}

}  // namespace mpuc
