// How the processes of a group sum their gradients, bucket by bucket.
#pragma once
#include <memory>
#include <vector>

#include <ATen/ATen.h>

#include "distributed.h"

namespace mpuc {

// Every process calls the same members for the same buckets in the same order.
class GradientSums {
   public:
    virtual ~GradientSums() = default;

    // Takes this process's values of a bucket, to be joined to one; waits for others at most until they have taken the bucket's last sum.
    virtual void send(size_t bucket, const std::vector<at::Tensor>& parts) = 0;

    // Does this process's part of the work on a bucket that it has sent; may be called for all buckets before the first `result`.
    virtual void work(size_t bucket) = 0;

    // The sum over all processes, the same bits in each; a tensor of the caller's own.
    virtual at::Tensor result(size_t bucket) = 0;
};

struct BucketShape {
    int64_t numbers;
    at::TensorOptions options;
};

// Sums through the memory that the processes share where they run on one machine, and through Gloo otherwise, or where told so.
std::unique_ptr<GradientSums> make_gradient_sums(Backend& group, const std::vector<BucketShape>& buckets, bool share_memory);

}  // namespace mpuc
