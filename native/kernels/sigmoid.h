// exp and the logistic function on vectors, to about two units in the last place.
#pragma once
#include "vector.h"

namespace mpuc::MPUC_ISA {

inline Vector exp(Vector x) {
    x = x > 88.0f ? all(88.0f) : x;
    x = x < -87.0f ? all(-87.0f) : x;
    constexpr float rounder = 12582912.0f;  // 1.5 * 2^23: adding it leaves the nearest integer in the low bits
    Vector power = (x * 1.44269504f + rounder) - rounder;
    Vector rest = x - power * 0.693359375f + power * 2.12194440e-4f;  // ln 2 in two parts, so that the difference is exact
    Vector series = all(1.0f / 5040);
    series = series * rest + 1.0f / 720;
    series = series * rest + 1.0f / 120;
    series = series * rest + 1.0f / 24;
    series = series * rest + 1.0f / 6;
    series = series * rest + 0.5f;
    series = series * rest + 1.0f;
    series = series * rest + 1.0f;
    Mask exponent = (__builtin_convertvector(power, Mask) + 127) << 23;
    return series * reinterpret_cast<Vector>(exponent);
}

inline Vector sigmoid(Vector x) { return 1.0f / (1.0f + exp(-x)); }

}  // namespace mpuc::MPUC_ISA
