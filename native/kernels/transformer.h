// What a Transformer's layer does between its matrix products: attention within sequences, dropout with its neighbours.
#pragma once
#include <cstdint>

#include "dropout.h"

namespace mpuc {

// One sequence's attention. Rows of queries, keys and values lie side by side, [length, 3 * heads * size]; probabilities are
// [heads, length, padded length].
struct AttentionShape {
    int64_t length, heads, size;

    int64_t width() const { return heads * size; }
    int64_t padded_length() const { return (length + 15) / 16 * 16; }
    int64_t padded_size() const { return (size + 15) / 16 * 16; }
    int64_t probabilities() const { return heads * length * padded_length(); }
    int64_t scratch() const { return 2 * length * padded_length() + padded_length() * size + 4 * length * padded_size(); }
};

struct TransformerKernels {
    void (*attend)(
        const AttentionShape& shape, const Dropout& dropout, const float* projected, float* probabilities, float* out, float* scratch);

    void (*attend_backward)(
        const AttentionShape& shape, const Dropout& dropout, const float* projected, const float* probabilities, const float* gradient,
        float* projected_gradient, float* scratch);

    // out = what dropout leaves of a row of values, plus the residual's row where there is one.
    void (*drop)(int64_t count, int64_t row, const Dropout& dropout, const float* values, const float* residual, float* out);

    // out = what dropout leaves of relu(values).
    void (*drop_rectified)(int64_t count, int64_t row, const Dropout& dropout, const float* values, float* out);

    // The gradient of drop_rectified from its result: what is above zero was kept and positive.
    void (*drop_rectified_backward)(int64_t count, double probability, const float* result, const float* gradient, float* out);
};

}  // namespace mpuc
