// Sums gradients over processes while the backward pass still computes the others: gradients are packed into buckets, and a full bucket is on its way at once.
#include <memory>
#include <vector>

#include <ATen/ATen.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/utils/lambda_post_hook.h>
#include <torch/csrc/autograd/variable.h>

#include "abi.h"
#include "failure.h"
#include "gradient_sums.h"
#include "group.h"
#include "handle.h"

namespace mpuc {

namespace {

class GradientBuckets {
   public:
    GradientBuckets(Group& group, std::vector<at::Tensor> parameters, int64_t bucket_bytes)
        : parameters_(std::move(parameters)), bucket_of_(parameters_.size()) {
        // From the last parameter to the first, roughly the order in which the backward pass reaches them.
        int64_t bytes = 0;
        for (size_t left = parameters_.size(); left > 0; left--) {
            const at::Tensor& parameter = parameters_[left - 1];
            bool fits = !buckets_.empty() && bytes + static_cast<int64_t>(parameter.nbytes()) <= bucket_bytes
                && parameter.scalar_type() == parameters_[buckets_.back().members[0]].scalar_type();
            if (!fits) {
                buckets_.emplace_back();
                bytes = 0;
            }
            bytes += parameter.nbytes();
            buckets_.back().members.push_back(left - 1);
            bucket_of_[left - 1] = buckets_.size() - 1;
        }
        std::vector<BucketShape> shapes;
        for (const Bucket& bucket : buckets_) {
            int64_t numbers = bucket.members.size() + 1;
            for (size_t member : bucket.members) numbers += parameters_[member].numel();
            shapes.push_back({numbers, parameters_[bucket.members[0]].options().requires_grad(false)});
        }
        sums_ = make_gradient_sums(*group.backend, shapes, group.share_memory);
        for (size_t i = 0; i < parameters_.size(); i++) {
            auto accumulator = torch::autograd::impl::grad_accumulator(parameters_[i]);
            auto hook = [this, i](const torch::autograd::variable_list& outputs, const torch::autograd::variable_list&) {
                ready(i);
                return outputs;
            };
            keys_.push_back(accumulator->add_post_hook(std::make_unique<torch::autograd::utils::LambdaPostHook>(hook)));
            accumulators_.push_back(std::move(accumulator));
        }
    }

    ~GradientBuckets() {
        for (size_t i = 0; i < keys_.size(); i++) accumulators_[i]->del_post_hook(keys_[i]);
    }

    // The gradients of the next backward pass are final. Whether any process gives a signal here, all learn when they finish.
    void begin(bool signal) {
        signal_ = signal;
        for (Bucket& bucket : buckets_) bucket.missing = bucket.members.size();
        next_ = 0;
        armed_ = true;
    }

    // Sends what the backward pass did not reach, waits for everything, and puts the sums in the gradients' place. A parameter that has no gradient
    // in any process is left without.
    bool finish() {
        armed_ = false;
        at::NoGradGuard no_gradient;
        while (next_ < buckets_.size()) send(next_++);
        for (size_t i = 0; i < buckets_.size(); i++) sums_->work(i);
        bool signalled = false;
        for (size_t i = 0; i < buckets_.size(); i++) signalled = take(buckets_[i], sums_->result(i)) || signalled;
        return signalled;
    }

   private:
    struct Bucket {
        std::vector<size_t> members;
        size_t missing = 0;
    };

    void ready(size_t parameter) {
        if (!armed_) return;
        buckets_[bucket_of_[parameter]].missing--;
        // All processes must send the buckets in the same order, so one that is full early waits for those before it.
        while (next_ < buckets_.size() && buckets_[next_].missing == 0) send(next_++);
    }

    // What is summed are the members' gradients, one after the other, for each of them how many processes have it, and how many gave the signal.
    void send(size_t index) {
        at::NoGradGuard no_gradient;
        std::vector<at::Tensor> parts;
        std::vector<double> present;
        for (size_t member : buckets_[index].members) {
            const at::Tensor& gradient = parameters_[member].grad();
            present.push_back(gradient.defined() ? 1 : 0);
            parts.push_back((gradient.defined() ? gradient : at::zeros_like(parameters_[member])).reshape(-1));
        }
        present.push_back(signal_ ? 1 : 0);
        parts.push_back(at::tensor(present, parts[0].options()));
        sums_->send(index, parts);
    }

    bool take(const Bucket& bucket, const at::Tensor& values) {
        int64_t count = bucket.members.size(), start = 0;
        at::Tensor present = values.slice(0, values.numel() - count - 1).to(at::kCPU, at::kDouble);
        for (int64_t i = 0; i < count; i++) {
            at::Tensor& parameter = parameters_[bucket.members[i]];
            at::Tensor sum = values.slice(0, start, start + parameter.numel()).view(parameter.sizes());
            start += parameter.numel();
            if (present[i].item<double>() != 0) parameter.mutable_grad() = sum;
        }
        return present[count].item<double>() != 0;
    }

    std::vector<at::Tensor> parameters_;
    std::vector<size_t> bucket_of_;
    std::vector<Bucket> buckets_;
    std::unique_ptr<GradientSums> sums_;
    std::vector<std::shared_ptr<torch::autograd::Node>> accumulators_;
    std::vector<uintptr_t> keys_;
    size_t next_ = 0;
    bool armed_ = false, signal_ = false;
};

GradientBuckets& buckets_of(void* handle) { return *static_cast<GradientBuckets*>(handle); }

}  // namespace

// The group must outlive the buckets.
MPUC_API int mpuc_buckets_new(void* group, void** parameters, int32_t count, int64_t bucket_bytes, void** result) {
    return guarded([&] {
        std::vector<at::Tensor> tensors;
        for (int32_t i = 0; i < count; i++) tensors.push_back(borrow(parameters[i]));
        *result = new GradientBuckets(group_of(group), std::move(tensors), bucket_bytes);
    });
}

MPUC_API void mpuc_buckets_release(void* handle) { delete static_cast<GradientBuckets*>(handle); }

MPUC_API int mpuc_buckets_begin(void* handle, int32_t signal) {
    return guarded([&] { buckets_of(handle).begin(signal != 0); });
}

MPUC_API int mpuc_buckets_finish(void* handle, int32_t* signalled) {
    return guarded([&] { *signalled = buckets_of(handle).finish() ? 1 : 0; });
}

}  // namespace mpuc
