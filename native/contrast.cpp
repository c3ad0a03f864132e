// mpuc::contrast: all pairwise contrastive losses of a batch at once, from unit embeddings to one number per anchor and modality, with gradients.
#include <algorithm>

#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include "kernels/kernels.h"
#include "parallel.h"

namespace mpuc {

namespace {

// Where the rows of one anchor's mask lie: masks are [M or 1, M or 1, R, R].
struct ContrastMask {
    at::Tensor tensor;

    const bool* row(int64_t m, int64_t n, int64_t i) const {
        int64_t rows = tensor.size(3), outer = tensor.size(0) == 1 ? 0 : m, inner = tensor.size(1) == 1 ? 0 : n;
        return tensor.data_ptr<bool>() + ((outer * tensor.size(1) + inner) * rows + i) * rows;
    }
};

// Calls function(m, n) for every unordered pair of modalities, each with itself only where that counts.
template <typename Function>
void for_pairs(int64_t modalities, bool include_same, Function&& function) {
    for (int64_t m = 0; m < modalities; m++) {
        for (int64_t n = include_same ? m : m + 1; n < modalities; n++) function(m, n);
    }
}

struct ContrastFunction : torch::autograd::Function<ContrastFunction> {
    static at::Tensor forward(
        torch::autograd::AutogradContext* context, const at::Tensor& unit, const at::Tensor& positives, const at::Tensor& denominator,
        int64_t modalities, double temperature, bool include_same) {
        int64_t rows = unit.size(0) / modalities, all = unit.size(0);
        ContrastMask positive{positives.contiguous()}, compared{denominator.contiguous()};
        // sim(z_i^m, z_j^n) / tau for all m, i, n, j; each product is two blocks, one of them transposed.
        at::Tensor logits = at::empty({all, all}, unit.options()), scaled = unit / temperature;
        auto block = [&](int64_t m, int64_t n) { return logits.narrow(0, m * rows, rows).narrow(1, n * rows, rows); };
        for_pairs(modalities, include_same, [&](int64_t m, int64_t n) {
            at::Tensor product = block(m, n);
            at::mm_out(product, scaled.narrow(0, m * rows, rows), unit.narrow(0, n * rows, rows).t());
            if (m != n) block(n, m).copy_(product.t());
        });
        at::Tensor losses = at::empty({modalities, modalities, rows}, unit.options());
        at::Tensor anchors = at::empty({all, modalities, 2}, unit.options());
        auto kernel = contrast_kernels().forward;
        const float* from = logits.data_ptr<float>();
        float* to = losses.data_ptr<float>();
        auto kept = reinterpret_cast<ContrastAnchor*>(anchors.data_ptr<float>());
        for_each(all, 0, [&](int64_t anchor, float*) {
            int64_t m = anchor / rows, i = anchor % rows;
            for (int64_t n = 0; n < modalities; n++) {
                if (m == n && !include_same) {
                    to[(m * modalities + n) * rows + i] = 0;
                    continue;
                }
                to[(m * modalities + n) * rows + i] = kernel(
                    rows, from + anchor * all + n * rows, positive.row(m, n, i), compared.row(m, n, i), kept[anchor * modalities + n]);
            }
        });
        context->save_for_backward({unit, logits, positive.tensor, compared.tensor, anchors});
        context->saved_data["temperature"] = temperature;
        context->saved_data["include_same"] = include_same;
        return losses;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        TORCH_CHECK(!at::GradMode::is_enabled(), "has no second derivative");
        auto saved = context->get_saved_variables();
        const at::Tensor &unit = saved[0], &logits = saved[1], &anchors = saved[4];
        ContrastMask positive{saved[2]}, compared{saved[3]};
        int64_t all = unit.size(0), modalities = anchors.size(1), rows = all / modalities;
        bool include_same = context->saved_data["include_same"].toBool();
        at::Tensor above = gradients[0].contiguous(), inner = at::empty_like(logits);
        auto kernel = contrast_kernels().backward;
        const float *from = logits.data_ptr<float>(), *weights = above.data_ptr<float>();
        float* to = inner.data_ptr<float>();
        auto kept = reinterpret_cast<const ContrastAnchor*>(anchors.data_ptr<float>());
        for_each(all, 0, [&](int64_t anchor, float*) {
            int64_t m = anchor / rows, i = anchor % rows;
            for (int64_t n = 0; n < modalities; n++) {
                if (m == n && !include_same) continue;
                int64_t at = anchor * all + n * rows;
                kernel(
                    rows, from + at, positive.row(m, n, i), compared.row(m, n, i), kept[anchor * modalities + n],
                    weights[(m * modalities + n) * rows + i], to + at);
            }
        });
        // Both factors of the product are the embeddings, so the gradient of a block and that of its transpose add up.
        at::Tensor result = at::zeros_like(unit), scaled = unit / context->saved_data["temperature"].toDouble();
        auto part = [&](const at::Tensor& of, int64_t m) { return of.narrow(0, m * rows, rows); };
        for_pairs(modalities, include_same, [&](int64_t m, int64_t n) {
            at::Tensor both = part(inner, m).narrow(1, n * rows, rows) + part(inner, n).narrow(1, m * rows, rows).t();
            part(result, m).addmm_(both, part(scaled, n));
            if (m != n) part(result, n).addmm_(both.t(), part(scaled, m));
        });
        return {result, at::Tensor(), at::Tensor(), at::Tensor(), at::Tensor(), at::Tensor()};
    }
};

at::Tensor contrast(
    const at::Tensor& unit, const at::Tensor& positives, const at::Tensor& denominator, int64_t modalities, double temperature,
    bool include_same) {
    TORCH_CHECK(unit.dim() == 2 && unit.scalar_type() == at::kFloat && unit.device().is_cpu(), "takes embeddings [M * R, D] of float32 on the CPU");
    TORCH_CHECK(modalities > 0 && unit.size(0) % modalities == 0, "takes as many rows of every modality");
    int64_t rows = unit.size(0) / modalities;
    for (const at::Tensor& mask : {positives, denominator}) {
        bool fits = mask.dim() == 4 && mask.size(2) == rows && mask.size(3) == rows && mask.scalar_type() == at::kBool && mask.device().is_cpu()
            && (mask.size(0) == 1 || mask.size(0) == modalities) && (mask.size(1) == 1 || mask.size(1) == modalities);
        TORCH_CHECK(fits, "takes masks of [M or 1, M or 1, R, R]");
    }
    return ContrastFunction::apply(unit, positives, denominator, modalities, temperature, include_same);
}

}  // namespace

TORCH_LIBRARY_FRAGMENT(mpuc, library) {
    library.def("contrast(Tensor unit, Tensor positives, Tensor denominator, int modalities, float temperature, bool include_same) -> Tensor", contrast);
}

}  // namespace mpuc
