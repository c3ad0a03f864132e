// Which elements dropout keeps.
#pragma once
#include "dropout.h"
#include "vector.h"

namespace mpuc::MPUC_ISA {

// Which elements of a row dropout keeps: a hash of the key and the element's number, so that the backward pass finds the same ones without having
// stored them, and any number of threads draws alike. The hash is a 32-bit mixer with good avalanche, keyed before and in its middle.
inline Vector kept(uint64_t row_key, int64_t first, uint32_t threshold, float factor) {
    Bits number;
    for (int i = 0; i < kWidth; i++) number[i] = static_cast<uint32_t>(first + i);
    Bits bits = number * 0x9E3779B9u + static_cast<uint32_t>(row_key);
    bits = (bits ^ (bits >> 16)) * 0x7FEB352Du;
    bits = (bits ^ (bits >> 15)) + static_cast<uint32_t>(row_key >> 32);
    bits = (bits ^ (bits >> 16)) * 0x846CA68Bu;
    bits = bits ^ (bits >> 16);
    return bits >= threshold ? all(factor) : Vector{};
}

inline uint64_t mixed(uint64_t key) {  // SplitMix64's finalizer
    key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9ull;
    key = (key ^ (key >> 27)) * 0x94D049BB133111EBull;
    return key ^ (key >> 31);
}

inline uint64_t key_of_row(uint64_t key, int64_t row) { return mixed(key + static_cast<uint64_t>(row + 1) * 0x9E3779B97F4A7C15ull); }

// What dropout multiplies the elements of one row by.
struct KeptRow {
    uint64_t key;
    uint32_t threshold;
    float factor;

    KeptRow(const Dropout& dropout, int64_t row)
        : key(key_of_row(dropout.key, row)), threshold(static_cast<uint32_t>(dropout.probability * 4294967296.0)),
          factor(static_cast<float>(1 / (1 - dropout.probability))) {}

    Vector at(int64_t first) const { return threshold == 0 ? all(1) : kept(key, first, threshold, factor); }
};

}  // namespace mpuc::MPUC_ISA
