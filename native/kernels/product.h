// Products of small matrices that lie in the cache, where a BLAS spends its time on packing and on threads of its own.
#pragma once
#include "vector.h"

namespace mpuc::MPUC_ISA {

// A matrix whose element (i, k) is at data[i * row + k * step]: either way round, or overlapping rows, as the windows of a convolution are.
struct Left {
    const float* data;
    int64_t row, step;
};

struct Right {
    const float* data;
    int64_t row;
};

enum class Start { Zero, Bias, Accumulate };

template <Start start, int rows, int vectors>
inline void tile(Left left, Right right, int64_t depth, const float* bias, float* out, int64_t out_row) {
    Vector sums[rows][vectors];
#pragma GCC unroll 8
    for (int i = 0; i < rows; i++) {
#pragma GCC unroll 8
        for (int j = 0; j < vectors; j++) {
            if (start == Start::Zero) sums[i][j] = Vector{};
            if (start == Start::Bias) sums[i][j] = load(bias + j * kWidth);
            if (start == Start::Accumulate) sums[i][j] = load(out + i * out_row + j * kWidth);
        }
    }
    const float* a = left.data;
    const float* b = right.data;
    for (int64_t k = 0; k < depth; k++, a += left.step, b += right.row) {
        Vector columns[vectors];
#pragma GCC unroll 8
        for (int j = 0; j < vectors; j++) columns[j] = load(b + j * kWidth);
#pragma GCC unroll 8
        for (int i = 0; i < rows; i++) {
            Vector element = all(a[i * left.row]);
#pragma GCC unroll 8
            for (int j = 0; j < vectors; j++) sums[i][j] += element * columns[j];
        }
    }
#pragma GCC unroll 8
    for (int i = 0; i < rows; i++) {
#pragma GCC unroll 8
        for (int j = 0; j < vectors; j++) store(out + i * out_row + j * kWidth, sums[i][j]);
    }
}

template <Start start, int vectors, int rows = kTileRows - 1>
inline void last_rows(int64_t count, Left left, Right right, int64_t depth, const float* bias, float* out, int64_t out_row) {
    if constexpr (rows > 0) {
        if (count == rows) {
            tile<start, rows, vectors>(left, right, depth, bias, out, out_row);
        } else {
            last_rows<start, vectors, rows - 1>(count, left, right, depth, bias, out, out_row);
        }
    }
}

template <Start start, int vectors>
inline void columns(int64_t rows, Left left, Right right, int64_t depth, const float* bias, float* out, int64_t out_row) {
    for (; rows >= kTileRows; rows -= kTileRows, left.data += kTileRows * left.row, out += kTileRows * out_row) {
        tile<start, kTileRows, vectors>(left, right, depth, bias, out, out_row);
    }
    last_rows<start, vectors>(rows, left, right, depth, bias, out, out_row);
}

template <Start start, int vectors = kTileVectors - 1>
inline void last_columns(
    int64_t count, int64_t rows, Left left, Right right, int64_t depth, const float* bias, float* out, int64_t out_row) {
    if constexpr (vectors > 0) {
        if (count == vectors) {
            columns<start, vectors>(rows, left, right, depth, bias, out, out_row);
        } else {
            last_columns<start, vectors - 1>(count, rows, left, right, depth, bias, out, out_row);
        }
    }
}

// out[rows, width] = left[rows, depth] right[depth, width], plus a bias per column or what is in out. `width` is a multiple of kWidth.
template <Start start>
__attribute__((noinline)) void multiply(
    int64_t rows, int64_t width, int64_t depth, Left left, Right right, const float* bias, float* out, int64_t out_row) {
    constexpr int64_t step = kTileVectors * kWidth;
    for (; width >= step; width -= step, right.data += step, out += step, bias += start == Start::Bias ? step : 0) {
        columns<start, kTileVectors>(rows, left, right, depth, bias, out, out_row);
    }
    last_columns<start>(width / kWidth, rows, left, right, depth, bias, out, out_row);
}

}  // namespace mpuc::MPUC_ISA
