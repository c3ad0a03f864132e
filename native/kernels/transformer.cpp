#include "transformer.h"

#include <algorithm>

#include "kept.h"
#include "product.h"
#include "sigmoid.h"

namespace mpuc::MPUC_ISA {

namespace {

// Calls function(index, vector of each input) for every vector of a row, and stores what it returns; the last may be shorter.
template <typename Function, typename... Inputs>
void map_row(int64_t count, float* out, Function&& function, const Inputs*... inputs) {
    int64_t i = 0;
    for (; i + kWidth <= count; i += kWidth) store(out + i, function(i, load(inputs + i)...));
    if (i == count) return;
    auto last = [&](const float* from) {
        Vector values{};
        for (int64_t k = i; k < count; k++) values[k - i] = from[k];
        return values;
    };
    Vector result = function(i, last(inputs)...);
    for (int64_t k = i; k < count; k++) out[k] = result[k - i];
}

void drop(int64_t count, int64_t row, const Dropout& dropout, const float* values, const float* residual, float* out) {
    KeptRow factors(dropout, row);
    if (residual == nullptr) {
        map_row(count, out, [&](int64_t i, Vector value) { return value * factors.at(i); }, values);
    } else {
        map_row(count, out, [&](int64_t i, Vector value, Vector other) { return other + value * factors.at(i); }, values, residual);
    }
}

void drop_rectified(int64_t count, int64_t row, const Dropout& dropout, const float* values, float* out) {
    KeptRow factors(dropout, row);
    map_row(count, out, [&](int64_t i, Vector value) { return (value > 0.0f ? value : Vector{}) * factors.at(i); }, values);
}

void drop_rectified_backward(int64_t count, double probability, const float* result, const float* gradient, float* out) {
    float factor = static_cast<float>(1 / (1 - probability));
    map_row(count, out, [&](int64_t, Vector value, Vector above) { return value > 0.0f ? above * factor : Vector{}; }, result, gradient);
}

// A head's rows, `stride` apart, into rows of `padded` floats, or their transpose; the rest is zero.
void pack(int64_t length, int64_t size, const float* from, int64_t stride, float* to, int64_t padded) {
    for (int64_t i = 0; i < length; i++) {
        std::copy_n(from + i * stride, size, to + i * padded);
        std::fill(to + i * padded + size, to + (i + 1) * padded, 0.f);
    }
}

void pack_transposed(int64_t length, int64_t size, const float* from, int64_t stride, float* to, int64_t padded) {
    for (int64_t c = 0; c < size; c++) {
        for (int64_t i = 0; i < length; i++) to[c * padded + i] = from[i * stride + c];
        std::fill(to + c * padded + length, to + (c + 1) * padded, 0.f);
    }
}

void unpack(int64_t length, int64_t size, const float* from, int64_t padded, float* to, int64_t stride) {
    for (int64_t i = 0; i < length; i++) std::copy_n(from + i * padded, size, to + i * stride);
}

// The softmax of `length` logits in place; the padding becomes zero.
void normalise(int64_t length, int64_t padded, float* row) {
    float highest = *std::max_element(row, row + length);
    std::fill(row + length, row + padded, 0.f);
    for (int64_t j = 0; j < padded; j += kWidth) store(row + j, exp(load(row + j) - highest));
    std::fill(row + length, row + padded, 0.f);
    Vector total{};
    for (int64_t j = 0; j < padded; j += kWidth) total += load(row + j);
    float scale = static_cast<float>(1 / sum(total));
    for (int64_t j = 0; j < padded; j += kWidth) store(row + j, load(row + j) * scale);
}

float scale_of(const AttentionShape& shape) { return 1 / std::sqrt(static_cast<float>(shape.size)); }

void attend(const AttentionShape& shape, const Dropout& dropout, const float* projected, float* probabilities, float* out, float* scratch) {
    int64_t length = shape.length, size = shape.size, width = shape.width(), stride = 3 * width;
    int64_t columns = shape.padded_length(), depth = shape.padded_size();
    float *weights = scratch, *keys = weights + length * columns, *values = keys + size * columns, *result = values + length * depth;
    for (int64_t head = 0; head < shape.heads; head++) {
        const float* queries = projected + head * size;
        float* chances = probabilities + head * length * columns;
        pack_transposed(length, size, queries + width, stride, keys, columns);
        pack(length, size, queries + 2 * width, stride, values, depth);
        multiply<Start::Zero>(length, columns, size, Left{queries, stride, 1}, Right{keys, columns}, nullptr, chances, columns);
        Vector scale = all(scale_of(shape));
        for (int64_t i = 0; i < length; i++) {
            float* row = chances + i * columns;
            for (int64_t j = 0; j < columns; j += kWidth) store(row + j, load(row + j) * scale);
            normalise(length, columns, row);
            KeptRow factors(dropout, head * length + i);
            for (int64_t j = 0; j < columns; j += kWidth) store(weights + i * columns + j, load(row + j) * factors.at(j));
        }
        multiply<Start::Zero>(length, depth, length, Left{weights, columns, 1}, Right{values, depth}, nullptr, result, depth);
        unpack(length, size, result, depth, out + head * size, width);
    }
}

void attend_backward(
    const AttentionShape& shape, const Dropout& dropout, const float* projected, const float* probabilities, const float* gradient,
    float* projected_gradient, float* scratch) {
    int64_t length = shape.length, size = shape.size, width = shape.width(), stride = 3 * width;
    int64_t columns = shape.padded_length(), depth = shape.padded_size();
    float *weights = scratch, *inner = weights + length * columns, *transposed = inner + length * columns;
    float *queries = transposed + size * columns, *keys = queries + length * depth, *above = keys + length * depth, *result = above + length * depth;
    for (int64_t head = 0; head < shape.heads; head++) {
        const float* from = projected + head * size;
        float* to = projected_gradient + head * size;
        const float* chances = probabilities + head * length * columns;
        pack(length, size, from, stride, queries, depth);
        pack(length, size, from + width, stride, keys, depth);
        pack_transposed(length, size, from + 2 * width, stride, transposed, columns);
        pack(length, size, gradient + head * size, width, above, depth);
        multiply<Start::Zero>(length, columns, size, Left{above, depth, 1}, Right{transposed, columns}, nullptr, inner, columns);
        for (int64_t i = 0; i < length; i++) {
            KeptRow factors(dropout, head * length + i);
            const float* chance = chances + i * columns;
            float *weight = weights + i * columns, *slope = inner + i * columns;
            Vector products{};
            for (int64_t j = 0; j < columns; j += kWidth) {
                Vector factor = factors.at(j), probability = load(chance + j), through = load(slope + j) * factor;
                store(weight + j, probability * factor);
                store(slope + j, through);
                products += probability * through;
            }
            Vector mean = all(static_cast<float>(sum(products))), scale = all(scale_of(shape));
            for (int64_t j = 0; j < columns; j += kWidth) store(slope + j, load(chance + j) * (load(slope + j) - mean) * scale);
        }
        multiply<Start::Zero>(length, depth, length, Left{inner, columns, 1}, Right{keys, depth}, nullptr, result, depth);
        unpack(length, size, result, depth, to, stride);
        multiply<Start::Zero>(length, depth, length, Left{inner, 1, columns}, Right{queries, depth}, nullptr, result, depth);
        unpack(length, size, result, depth, to + width, stride);
        multiply<Start::Zero>(length, depth, length, Left{weights, 1, columns}, Right{above, depth}, nullptr, result, depth);
        unpack(length, size, result, depth, to + 2 * width, stride);
    }
}

}  // namespace

extern const TransformerKernels transformer;
const TransformerKernels transformer{attend, attend_backward, drop, drop_rectified, drop_rectified_backward};

}  // namespace mpuc::MPUC_ISA
