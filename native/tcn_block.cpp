// mpuc::tcn_block: a block of Conv-TasNet's network as one operator with gradients. The arithmetic is in kernels/tcn_block.cpp.
#include <algorithm>
#include <vector>

#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include "kernels/kernels.h"
#include "parallel.h"

namespace mpuc {

namespace {

// The weights in the operator's order, which is also that of the gradients.
enum TcnWeight {
    kExpand, kExpandBias, kSlope1, kGain1, kOffset1, kDepthwise, kDepthwiseBias, kSlope2, kGain2, kOffset2, kReduce, kReduceBias, kTcnWeights
};

// The gradients of the weights add up in at least so many places, so that the sums do not depend on the number of threads up to it.
constexpr int64_t kLeastParts = 16;

struct TcnBlockCall {
    TcnBlockShape shape;
    TcnBlockWeights weights;
    std::vector<at::Tensor> tensors;  // what `weights` points into
    int64_t batch, frames;
    at::Tensor lengths;
    double probability;
    uint64_t seed;

    TcnBlockCall(const at::Tensor& values, const at::Tensor& lengths, at::TensorList weights, int64_t dilation, double dropout, int64_t seed)
        : batch(values.size(0)), frames(values.size(1)), lengths(lengths), probability(dropout), seed(static_cast<uint64_t>(seed)) {
        for (const at::Tensor& weight : weights) tensors.push_back(weight.contiguous());
        const at::Tensor& taps = weights[kDepthwise];
        shape = {weights[kExpand].size(1), weights[kExpand].size(0), taps.size(2), dilation};
        const at::Tensor& expand_transposed = keep(tensors[kExpand].view({shape.hidden, shape.channels}).t().contiguous());
        const at::Tensor& reduce_transposed = keep(tensors[kReduce].view({shape.channels, shape.hidden}).t().contiguous());
        const at::Tensor& depthwise = keep(taps.view({shape.hidden, shape.taps}).t().contiguous());
        this->weights = {
            data(kExpand), expand_transposed.data_ptr<float>(), data(kExpandBias), data(kGain1), data(kOffset1), data(kGain2), data(kOffset2),
            data(kDepthwiseBias), depthwise.data_ptr<float>(), data(kReduce), reduce_transposed.data_ptr<float>(), data(kReduceBias),
            *data(kSlope1), *data(kSlope2)};
    }

    const float* data(TcnWeight weight) const { return tensors[weight].data_ptr<float>(); }

    at::Tensor keep(at::Tensor tensor) {
        tensors.push_back(tensor);
        return tensor;
    }

    int64_t length(int64_t window) const { return lengths.defined() ? std::clamp<int64_t>(lengths.data_ptr<int64_t>()[window], 0, frames) : frames; }

    Dropout dropout(int64_t window) const { return Dropout::of(probability, seed, window); }
};

struct TcnBlockFunction : torch::autograd::Function<TcnBlockFunction> {
    static at::Tensor forward(
        torch::autograd::AutogradContext* context, const at::Tensor& values, const c10::optional<at::Tensor>& lengths, at::TensorList weights,
        int64_t dilation, double dropout, int64_t seed, bool keeps) {
        at::Tensor input = values.contiguous(), counts = lengths.has_value() ? lengths->contiguous() : at::Tensor();
        TcnBlockCall call(input, counts, weights, dilation, dropout, seed);
        const auto& shape = call.shape;
        int64_t frames = call.frames, wide = frames * shape.hidden, narrow = frames * shape.channels;
        at::Tensor result = at::empty_like(input);
        at::Tensor hidden = at::empty({keeps ? call.batch : 0, frames, shape.hidden}, input.options());
        at::Tensor statistics = at::empty({call.batch, 4}, input.options());
        auto kernel = tcn_block_kernels().forward;
        const float* from = input.data_ptr<float>();
        float *to = result.data_ptr<float>(), *kept = hidden.data_ptr<float>();
        auto moments = reinterpret_cast<TcnBlockStatistics*>(statistics.data_ptr<float>());
        for_each(call.batch, wide + scratch_floats(shape, frames), [&](int64_t i, float* scratch) {
            int64_t length = call.length(i);
            kernel(
                shape, call.weights, call.dropout(i), length, from + i * narrow, keeps ? kept + i * wide : scratch, moments[i], to + i * narrow,
                scratch + wide);
            std::fill(to + i * narrow + length * shape.channels, to + (i + 1) * narrow, 0.f);
        });
        if (keeps) {
            torch::autograd::variable_list saved{input, hidden, statistics, counts};
            saved.insert(saved.end(), weights.begin(), weights.end());
            context->save_for_backward(std::move(saved));
            context->saved_data["dilation"] = dilation;
            context->saved_data["dropout"] = dropout;
            context->saved_data["seed"] = seed;
        }
        return result;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        TORCH_CHECK(!at::GradMode::is_enabled(), "has no second derivative");
        auto saved = context->get_saved_variables();
        const at::Tensor &input = saved[0], &hidden = saved[1], &statistics = saved[2];
        std::vector<at::Tensor> weights(saved.begin() + 4, saved.end());
        TcnBlockCall call(
            input, saved[3], weights, context->saved_data["dilation"].toInt(), context->saved_data["dropout"].toDouble(),
            context->saved_data["seed"].toInt());
        at::Tensor gradient = gradients[0].contiguous(), result = at::empty_like(input);
        torch::autograd::variable_list results{result, at::Tensor()};
        for (at::Tensor& sum : run(call, input, hidden, statistics, gradient, result)) results.push_back(std::move(sum));
        results.resize(results.size() + 4);
        return results;
    }

private:
    // Fills the gradient of the values and returns those of the weights.
    static std::vector<at::Tensor> run(
        const TcnBlockCall& call, const at::Tensor& input, const at::Tensor& hidden, const at::Tensor& statistics, const at::Tensor& gradient,
        at::Tensor& result) {
        const auto& shape = call.shape;
        int64_t wide = call.frames * shape.hidden, narrow = call.frames * shape.channels;
        int64_t parts = std::min<int64_t>(call.batch, std::max<int64_t>(kLeastParts, at::get_num_threads()));
        const int64_t sizes[kTcnWeights] = {
            shape.hidden * shape.channels, shape.hidden, 1, shape.hidden, shape.hidden, shape.hidden * shape.taps, shape.hidden, 1, shape.hidden,
            shape.hidden, shape.hidden * shape.channels, shape.channels};
        int64_t offsets[kTcnWeights + 1] = {0};
        for (int i = 0; i < kTcnWeights; i++) offsets[i + 1] = offsets[i] + sizes[i];
        at::Tensor sums = at::zeros({parts, offsets[kTcnWeights]}, input.options());

        auto kernel = tcn_block_kernels().backward;
        const float *from = input.data_ptr<float>(), *kept = hidden.data_ptr<float>(), *out = gradient.data_ptr<float>();
        float *all = sums.data_ptr<float>(), *to = result.data_ptr<float>();
        auto moments = reinterpret_cast<const TcnBlockStatistics*>(statistics.data_ptr<float>());
        for_each(parts, scratch_floats(shape, call.frames), [&](int64_t part, float* scratch) {
            float* mine = all + part * offsets[kTcnWeights];
            TcnBlockGradients added{
                mine + offsets[kExpand], mine + offsets[kExpandBias], mine + offsets[kGain1], mine + offsets[kOffset1], mine + offsets[kGain2],
                mine + offsets[kOffset2], mine + offsets[kDepthwiseBias], mine + offsets[kDepthwise], mine + offsets[kReduce],
                mine + offsets[kReduceBias], 0, 0};
            for (int64_t i = part * call.batch / parts; i < (part + 1) * call.batch / parts; i++) {
                int64_t length = call.length(i);
                kernel(
                    shape, call.weights, call.dropout(i), length, from + i * narrow, kept + i * wide, moments[i], out + i * narrow, added,
                    to + i * narrow, scratch);
                std::fill(to + i * narrow + length * shape.channels, to + (i + 1) * narrow, 0.f);
            }
            mine[offsets[kSlope1]] = static_cast<float>(added.slope1);
            mine[offsets[kSlope2]] = static_cast<float>(added.slope2);
        });

        at::Tensor total = sums.sum(0);
        std::vector<at::Tensor> results;
        for (int i = 0; i < kTcnWeights; i++) {
            at::Tensor slice = total.narrow(0, offsets[i], sizes[i]);
            // The kernels hold the taps' weights the other way round.
            if (i == kDepthwise) slice = slice.view({shape.taps, shape.hidden}).t().contiguous();
            results.push_back(slice.reshape(call.tensors[i].sizes()));
        }
        return results;
    }
};

void require(bool holds, const char* what) { TORCH_CHECK(holds, what); }

at::Tensor tcn_block(
    const at::Tensor& values, const c10::optional<at::Tensor>& lengths, at::TensorList weights, int64_t dilation, double dropout, int64_t seed) {
    require(values.dim() == 3 && weights.size() == kTcnWeights, "takes values [B, T, channels] and twelve weights");
    bool keeps = at::GradMode::is_enabled() && values.requires_grad();
    for (const at::Tensor& weight : weights) {
        require(weight.scalar_type() == at::kFloat && weight.device().is_cpu(), "takes weights of float32 on the CPU");
        keeps = keeps || (at::GradMode::is_enabled() && weight.requires_grad());
    }
    int64_t hidden = weights[kExpand].size(0), channels = weights[kExpand].size(1), taps = weights[kDepthwise].size(2);
    require(values.scalar_type() == at::kFloat && values.device().is_cpu(), "takes values of float32 on the CPU");
    require(hidden % 16 == 0 && channels % 16 == 0 && values.size(2) == channels, "takes multiples of 16 channels, as many as the values have");
    require(taps % 2 == 1 && taps <= 31 && dilation >= 1, "takes an odd number of taps up to 31, and a dilation of at least 1");
    const int64_t sizes[kTcnWeights] = {
        hidden * channels, hidden, 1, hidden, hidden, hidden * taps, hidden, 1, hidden, hidden, hidden * channels, channels};
    for (int i = 0; i < kTcnWeights; i++) require(weights[i].numel() == sizes[i], "has a weight of another shape");
    require(dropout >= 0 && dropout < 1, "takes a probability of dropout of at least 0 and less than 1");
    bool are_lengths = !lengths.has_value()
        || (lengths->scalar_type() == at::kLong && lengths->device().is_cpu() && lengths->numel() == values.size(0));
    require(are_lengths, "takes one int64 length per window");
    return TcnBlockFunction::apply(values, lengths, weights, dilation, dropout, seed, keeps);
}

}  // namespace

TORCH_LIBRARY(mpuc, library) {
    library.def("tcn_block(Tensor values, Tensor? lengths, Tensor[] weights, int dilation, float dropout, int seed) -> Tensor", tcn_block);
}

}  // namespace mpuc
