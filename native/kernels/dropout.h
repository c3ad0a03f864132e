// What decides the elements that dropout drops.
#pragma once
#include <cstdint>

namespace mpuc {

struct Dropout {
    double probability;  // 0 for none
    uint64_t key;        // the same key drops the same elements

    // That of one window or sequence of a batch.
    static Dropout of(double probability, uint64_t seed, int64_t index) {
        return {probability, seed + static_cast<uint64_t>(index) * 0xD1342543DE82EF95ull};
    }
};

}  // namespace mpuc
