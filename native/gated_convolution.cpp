// mpuc::gated_convolution: the temporal convolution of the paper's ST-GCN as one operator with gradients, optionally with the map of the channels that
// follows it in a block. The arithmetic is in kernels/gated_convolution.cpp.
#include <algorithm>
#include <vector>

#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include "kernels/kernels.h"
#include "parallel.h"

namespace mpuc {

namespace {

enum GatedWeight { kLinear, kLinearBias, kGate, kGateBias, kProjection, kGatedWeights };

// As kLeastParts of the TCN block: where sums of gradients are kept apart.
constexpr int64_t kLeastGatedParts = 32;

struct GatedConvolutionCall {
    GatedConvolutionShape shape;
    GatedConvolutionWeights weights;
    int64_t sequences;
    at::Tensor forward_weight, backward_weight, bias, projection, projection_transposed;

    GatedConvolutionCall(const at::Tensor& values, at::TensorList list, bool differentiates) {
        int64_t outputs = list[kLinear].size(0), inputs = list[kLinear].size(1), frames = values.size(2);
        shape = {frames, inputs, outputs, list.size() > kProjection ? list[kProjection].size(1) : 0};
        sequences = values.size(0) * values.size(1);
        // [outputs, inputs, 1, taps] to [taps, inputs, outputs], the gate beside the linear part.
        forward_weight = at::cat({by_tap(list[kLinear]), by_tap(list[kGate])}, 2).contiguous();
        bias = at::cat({list[kLinearBias], list[kGateBias]});
        if (differentiates) {
            auto reversed = forward_weight.flip(0).transpose(1, 2);
            backward_weight = at::constant_pad_nd(reversed, {0, padded(inputs) - inputs}).contiguous();
        }
        if (shape.projected > 0) {
            projection = list[kProjection].contiguous();
            projection_transposed = projection.t().contiguous();
        }
        weights = {data(forward_weight), data(bias), data(backward_weight), data(projection), data(projection_transposed)};
    }

    static at::Tensor by_tap(const at::Tensor& weight) { return weight.squeeze(2).permute({2, 1, 0}); }

    static const float* data(const at::Tensor& tensor) { return tensor.defined() ? tensor.data_ptr<float>() : nullptr; }
};

struct GatedConvolutionFunction : torch::autograd::Function<GatedConvolutionFunction> {
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& values, at::TensorList list, bool keeps) {
        at::Tensor input = values.contiguous();
        GatedConvolutionCall call(input, list, false);
        const auto& shape = call.shape;
        int64_t in = shape.frames * shape.inputs, out = shape.out_frames() * shape.outputs, mapped = shape.out_frames() * shape.projected;
        at::Tensor activated, gate, projected;
        auto result = [&](int64_t channels) {
            return at::empty({values.size(0), values.size(1), shape.out_frames(), channels}, input.options());
        };
        if (keeps || mapped == 0) activated = result(shape.outputs);
        if (keeps) gate = result(shape.outputs);
        if (mapped > 0) projected = result(shape.projected);

        auto kernel = gated_convolution_kernels().forward;
        const float* from = input.data_ptr<float>();
        float *kept = pointer(activated), *open = pointer(gate), *to = pointer(projected);
        for_each(call.sequences, scratch_floats(shape) + out, [&](int64_t i, float* scratch) {
            kernel(
                shape, call.weights, from + i * in, kept != nullptr ? kept + i * out : scratch, open != nullptr ? open + i * out : nullptr,
                to != nullptr ? to + i * mapped : nullptr, scratch + out);
        });
        if (keeps) {
            torch::autograd::variable_list saved{input, activated, gate};
            saved.insert(saved.end(), list.begin(), list.end());
            context->save_for_backward(std::move(saved));
        }
        return mapped > 0 ? projected : activated;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        TORCH_CHECK(!at::GradMode::is_enabled(), "has no second derivative");
        auto saved = context->get_saved_variables();
        const at::Tensor &input = saved[0], &activated = saved[1], &gate = saved[2];
        std::vector<at::Tensor> list(saved.begin() + 3, saved.end());
        bool needs_input = context->needs_input_grad(0);
        GatedConvolutionCall call(input, list, needs_input);
        const auto& shape = call.shape;
        int64_t in = shape.frames * shape.inputs, out = shape.out_frames() * shape.outputs, both = 2 * shape.outputs;
        at::Tensor gradient = gradients[0].contiguous(), result;
        if (needs_input) result = at::empty_like(input);

        int64_t parts = std::min<int64_t>(call.sequences, std::max<int64_t>(kLeastGatedParts, at::get_num_threads()));
        int64_t bias_at = kGatedTaps * shape.inputs * both, projection_at = bias_at + both;
        int64_t size = projection_at + shape.outputs * shape.projected, step = gradient.numel() / std::max<int64_t>(call.sequences, 1);
        at::Tensor sums = at::zeros({parts, size}, input.options());
        auto kernel = gated_convolution_kernels().backward;
        const float *from = input.data_ptr<float>(), *kept = activated.data_ptr<float>(), *open = gate.data_ptr<float>();
        const float* above = gradient.data_ptr<float>();
        float *all = sums.data_ptr<float>(), *to = pointer(result);
        for_each(parts, scratch_floats(shape), [&](int64_t part, float* scratch) {
            float* mine = all + part * size;
            GatedConvolutionGradients added{mine, mine + bias_at, mine + projection_at};
            for (int64_t i = part * call.sequences / parts; i < (part + 1) * call.sequences / parts; i++) {
                kernel(
                    shape, call.weights, from + i * in, kept + i * out, open + i * out, above + i * step, added,
                    to != nullptr ? to + i * in : nullptr, scratch);
            }
        });

        at::Tensor total = sums.sum(0);
        // [taps, inputs, both] to twice [outputs, inputs, 1, taps].
        at::Tensor weight = total.narrow(0, 0, bias_at).view({kGatedTaps, shape.inputs, both}).permute({2, 1, 0}).unsqueeze(2);
        at::Tensor bias = total.narrow(0, bias_at, both);
        torch::autograd::variable_list results{
            result, weight.narrow(0, 0, shape.outputs).contiguous(), bias.narrow(0, 0, shape.outputs),
            weight.narrow(0, shape.outputs, shape.outputs).contiguous(), bias.narrow(0, shape.outputs, shape.outputs)};
        if (shape.projected > 0) results.push_back(total.narrow(0, projection_at, shape.outputs * shape.projected).view_as(list[kProjection]));
        results.emplace_back();
        return results;
    }

private:
    static float* pointer(const at::Tensor& tensor) { return tensor.defined() ? tensor.data_ptr<float>() : nullptr; }
};

at::Tensor gated_convolution(const at::Tensor& values, at::TensorList weights) {
    auto require = [](bool holds, const char* what) { TORCH_CHECK(holds, what); };
    require(values.dim() == 4 && (weights.size() == kProjection || weights.size() == kGatedWeights), "takes [B, N, T, C] and four or five weights");
    bool keeps = at::GradMode::is_enabled() && values.requires_grad();
    require(values.scalar_type() == at::kFloat && values.device().is_cpu(), "takes values of float32 on the CPU");
    for (const at::Tensor& weight : weights) {
        require(weight.scalar_type() == at::kFloat && weight.device().is_cpu(), "takes weights of float32 on the CPU");
        keeps = keeps || (at::GradMode::is_enabled() && weight.requires_grad());
    }
    int64_t outputs = weights[kLinear].size(0), inputs = values.size(3);
    std::vector<int64_t> shape{outputs, inputs, 1, kGatedTaps};
    require(weights[kLinear].sizes() == shape && weights[kGate].sizes() == shape, "takes two kernels of [outputs, C, 1, 3]");
    require(weights[kLinearBias].numel() == outputs && weights[kGateBias].numel() == outputs, "takes one bias per output");
    require(outputs % 16 == 0, "takes multiples of 16 outputs");
    require(values.size(2) >= kGatedTaps, "takes at least three frames");
    bool is_map = weights.size() == kProjection
        || (weights[kProjection].dim() == 2 && weights[kProjection].size(0) == outputs && weights[kProjection].size(1) % 16 == 0);
    require(is_map, "takes a map of [outputs, a multiple of 16]");
    return GatedConvolutionFunction::apply(values, weights, keeps);
}

}  // namespace

TORCH_LIBRARY_FRAGMENT(mpuc, library) {
    library.def("gated_convolution(Tensor values, Tensor[] weights) -> Tensor", gated_convolution);
}

}  // namespace mpuc
