// mpuc::attention, mpuc::dropout_add and mpuc::dropout_relu: a Transformer's layer between its matrix products, as operators with gradients. Sequences of
// different lengths lie one after the other, without padding. The arithmetic is in kernels/transformer.cpp.
#include <algorithm>
#include <vector>

#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include "kernels/kernels.h"
#include "parallel.h"

namespace mpuc {

namespace {

struct Sequences {
    std::vector<AttentionShape> shapes;
    std::vector<int64_t> tokens, probabilities;  // where each begins
    int64_t all_tokens = 0, all_probabilities = 0, scratch = 0;

    Sequences(const at::Tensor& lengths, int64_t heads, int64_t size) {
        const int64_t* length = lengths.data_ptr<int64_t>();
        for (int64_t i = 0; i < lengths.numel(); i++) {
            shapes.push_back({length[i], heads, size});
            tokens.push_back(all_tokens);
            probabilities.push_back(all_probabilities);
            all_tokens += length[i];
            all_probabilities += shapes.back().probabilities();
            scratch = std::max(scratch, shapes.back().scratch());
        }
    }

    int64_t count() const { return static_cast<int64_t>(shapes.size()); }
};

struct AttentionFunction : torch::autograd::Function<AttentionFunction> {
    static at::Tensor forward(
        torch::autograd::AutogradContext* context, const at::Tensor& projected, const at::Tensor& lengths, int64_t heads, double dropout, int64_t seed) {
        at::Tensor input = projected.contiguous();
        int64_t width = input.size(1) / 3;
        Sequences sequences(lengths, heads, width / heads);
        at::Tensor probabilities = at::empty({sequences.all_probabilities}, input.options()), result = at::empty({input.size(0), width}, input.options());
        auto kernel = transformer_kernels().attend;
        const float* from = input.data_ptr<float>();
        float *chances = probabilities.data_ptr<float>(), *to = result.data_ptr<float>();
        for_each(sequences.count(), sequences.scratch, [&](int64_t i, float* scratch) {
            int64_t first = sequences.tokens[i];
            kernel(
                sequences.shapes[i], Dropout::of(dropout, seed, i), from + first * 3 * width, chances + sequences.probabilities[i], to + first * width,
                scratch);
        });
        context->save_for_backward({input, lengths, probabilities});
        context->saved_data["heads"] = heads;
        context->saved_data["dropout"] = dropout;
        context->saved_data["seed"] = seed;
        return result;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        TORCH_CHECK(!at::GradMode::is_enabled(), "has no second derivative");
        auto saved = context->get_saved_variables();
        const at::Tensor &input = saved[0], &probabilities = saved[2];
        int64_t heads = context->saved_data["heads"].toInt(), seed = context->saved_data["seed"].toInt(), width = input.size(1) / 3;
        double dropout = context->saved_data["dropout"].toDouble();
        Sequences sequences(saved[1], heads, width / heads);
        at::Tensor gradient = gradients[0].contiguous(), result = at::empty_like(input);
        auto kernel = transformer_kernels().attend_backward;
        const float *from = input.data_ptr<float>(), *chances = probabilities.data_ptr<float>(), *above = gradient.data_ptr<float>();
        float* to = result.data_ptr<float>();
        for_each(sequences.count(), sequences.scratch, [&](int64_t i, float* scratch) {
            int64_t first = sequences.tokens[i];
            kernel(
                sequences.shapes[i], Dropout::of(dropout, seed, i), from + first * 3 * width, chances + sequences.probabilities[i], above + first * width,
                to + first * 3 * width, scratch);
        });
        return {result, at::Tensor(), at::Tensor(), at::Tensor(), at::Tensor()};
    }
};

// Calls function(row, first element, number of elements) for pieces of a tensor that fit in a core's cache.
template <typename Function>
void for_pieces(int64_t count, Function&& function) {
    constexpr int64_t piece = 4096;
    for_each((count + piece - 1) / piece, 0, [&](int64_t row, float*) { function(row, row * piece, std::min(piece, count - row * piece)); });
}

at::Tensor dropped(const at::Tensor& values, const at::Tensor& residual, double probability, int64_t seed) {
    at::Tensor result = at::empty_like(values);
    Dropout dropout{probability, static_cast<uint64_t>(seed)};
    auto kernel = transformer_kernels().drop;
    const float *from = values.data_ptr<float>(), *other = residual.defined() ? residual.data_ptr<float>() : nullptr;
    float* to = result.data_ptr<float>();
    for_pieces(values.numel(), [&](int64_t row, int64_t first, int64_t count) {
        kernel(count, row, dropout, from + first, other != nullptr ? other + first : nullptr, to + first);
    });
    return result;
}

struct DropoutAddFunction : torch::autograd::Function<DropoutAddFunction> {
    static at::Tensor forward(
        torch::autograd::AutogradContext* context, const at::Tensor& values, const at::Tensor& residual, double dropout, int64_t seed) {
        context->saved_data["dropout"] = dropout;
        context->saved_data["seed"] = seed;
        return dropped(values.contiguous(), residual.contiguous(), dropout, seed);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        TORCH_CHECK(!at::GradMode::is_enabled(), "has no second derivative");
        at::Tensor above = gradients[0].contiguous();
        at::Tensor through = dropped(above, at::Tensor(), context->saved_data["dropout"].toDouble(), context->saved_data["seed"].toInt());
        return {through, above, at::Tensor(), at::Tensor()};
    }
};

struct DropoutReluFunction : torch::autograd::Function<DropoutReluFunction> {
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& values, double probability, int64_t seed) {
        at::Tensor input = values.contiguous(), result = at::empty_like(input);
        Dropout dropout{probability, static_cast<uint64_t>(seed)};
        auto kernel = transformer_kernels().drop_rectified;
        const float* from = input.data_ptr<float>();
        float* to = result.data_ptr<float>();
        for_pieces(input.numel(), [&](int64_t row, int64_t first, int64_t count) { kernel(count, row, dropout, from + first, to + first); });
        context->save_for_backward({result});
        context->saved_data["dropout"] = probability;
        return result;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        TORCH_CHECK(!at::GradMode::is_enabled(), "has no second derivative");
        at::Tensor result = context->get_saved_variables()[0], above = gradients[0].contiguous(), inner = at::empty_like(result);
        double probability = context->saved_data["dropout"].toDouble();
        auto kernel = transformer_kernels().drop_rectified_backward;
        const float *kept = result.data_ptr<float>(), *from = above.data_ptr<float>();
        float* to = inner.data_ptr<float>();
        for_pieces(result.numel(), [&](int64_t, int64_t first, int64_t count) { kernel(count, probability, kept + first, from + first, to + first); });
        return {inner, at::Tensor(), at::Tensor()};
    }
};

// Under autocast a product may come in a shorter type; what lies between products stays in float32.
at::Tensor checked(const at::Tensor& values, double dropout) {
    TORCH_CHECK(values.device().is_cpu() && values.is_floating_point(), "takes floating-point values on the CPU");
    TORCH_CHECK(dropout >= 0 && dropout < 1, "takes a probability of dropout of at least 0 and less than 1");
    return values.to(at::kFloat);
}

at::Tensor attention(const at::Tensor& projected, const at::Tensor& lengths, int64_t heads, double dropout, int64_t seed) {
    TORCH_CHECK(projected.dim() == 2 && heads > 0 && projected.size(1) % (3 * heads) == 0, "takes queries, keys and values [tokens, 3 * heads * size]");
    TORCH_CHECK(lengths.dim() == 1 && lengths.scalar_type() == at::kLong && lengths.device().is_cpu(), "takes lengths [sequences], int64");
    at::Tensor counts = lengths.contiguous();
    bool fits = counts.numel() > 0 && counts.min().item<int64_t>() > 0 && counts.sum().item<int64_t>() == projected.size(0);
    TORCH_CHECK(fits, "takes lengths of at least 1 whose sum is the number of tokens");
    return AttentionFunction::apply(checked(projected, dropout), counts, heads, dropout, seed);
}

at::Tensor dropout_add(const at::Tensor& values, const at::Tensor& residual, double dropout, int64_t seed) {
    TORCH_CHECK(values.sizes() == residual.sizes(), "takes a residual of the values' shape");
    return DropoutAddFunction::apply(checked(values, dropout), checked(residual, dropout), dropout, seed);
}

at::Tensor dropout_relu(const at::Tensor& values, double dropout, int64_t seed) {
    return DropoutReluFunction::apply(checked(values, dropout), dropout, seed);
}

}  // namespace

TORCH_LIBRARY_FRAGMENT(mpuc, library) {
    library.def("attention(Tensor projected, Tensor lengths, int heads, float dropout, int seed) -> Tensor", attention);
    library.def("dropout_add(Tensor values, Tensor residual, float dropout, int seed) -> Tensor", dropout_add);
    library.def("dropout_relu(Tensor values, float dropout, int seed) -> Tensor", dropout_relu);
}

}  // namespace mpuc
