// A vector of floats as wide as the instruction set that this translation unit is compiled for. No intrinsics: the compiler's vector extensions
// give the same code and compile everywhere. Everything here lives in a namespace of its own per instruction set, so that the linker cannot mix them.
#pragma once
#include <cmath>
#include <cstdint>

#ifndef MPUC_ISA
#error "compile with -DMPUC_ISA=NAME, the instruction set's namespace"
#endif

namespace mpuc::MPUC_ISA {

#if defined(__AVX512F__)
constexpr int kWidth = 16;
constexpr int kTileRows = 6, kTileVectors = 4;  // 24 of 32 registers accumulate
#elif defined(__AVX2__)
constexpr int kWidth = 8;
constexpr int kTileRows = 6, kTileVectors = 2;  // 12 of 16
#else
constexpr int kWidth = 4;
constexpr int kTileRows = 4, kTileVectors = 2;  // 8 of 16, one for a product where there is no fused multiply-add
#endif

typedef float Vector __attribute__((vector_size(4 * kWidth)));
typedef int32_t Mask __attribute__((vector_size(4 * kWidth)));
typedef uint32_t Bits __attribute__((vector_size(4 * kWidth)));
typedef float Unaligned __attribute__((vector_size(4 * kWidth), aligned(4), may_alias));

inline Vector load(const float* from) { return *reinterpret_cast<const Unaligned*>(from); }
inline void store(float* to, Vector value) { *reinterpret_cast<Unaligned*>(to) = value; }
inline Vector all(float value) { return value - Vector{}; }  // minus zero changes no value, so nothing but the broadcast remains

inline double sum(Vector value) {
    double total = 0;
    for (int i = 0; i < kWidth; i++) total += value[i];
    return total;
}

}  // namespace mpuc::MPUC_ISA
