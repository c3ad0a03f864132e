#include "gradient_sums.h"

#include "shared_memory.h"

namespace mpuc {

namespace {

class GlooSums : public GradientSums {
   public:
    GlooSums(Backend& group, size_t buckets) : group_(group), values_(buckets), works_(buckets) {}

    void send(size_t bucket, const std::vector<at::Tensor>& parts) override {
        values_[bucket] = at::cat(parts);
        std::vector<at::Tensor> tensors{values_[bucket]};
        works_[bucket] = group_.allreduce(tensors);
    }

    void work(size_t) override {}

    at::Tensor result(size_t bucket) override {
        finish(works_[bucket]);
        works_[bucket].reset();
        return std::move(values_[bucket]);
    }

   private:
    Backend& group_;
    std::vector<at::Tensor> values_;
    std::vector<c10::intrusive_ptr<c10d::Work>> works_;
};

// Every process writes its values where the others see them, sums a slice of all of them in place, and copies what the others have summed. Two processes both sum
// everything: that passes over less memory, and they wait for each other once.
class SharedSums : public GradientSums {
   public:
    SharedSums(std::unique_ptr<SharedMemory> memory, int rank, int size, const std::vector<BucketShape>& buckets)
        : memory_(std::move(memory)), rank_(rank), size_(size), rounds_(buckets.size()) {
        size_t at = 0;
        for (const BucketShape& bucket : buckets) {
            values_.emplace_back();
            for (int member = 0; member < size; member++) values_.back().push_back(at::from_blob(memory_->block(member) + at, {bucket.numbers}, bucket.options));
            at += bytes_of(bucket);
        }
    }

    // Buckets begin at cache lines of their own.
    static size_t bytes_of(const BucketShape& bucket) { return (bucket.numbers * bucket.options.dtype().itemsize() + 63) / 64 * 64; }

    void send(size_t bucket, const std::vector<at::Tensor>& parts) override {
        memory_->await(bucket, sign(bucket, copied));
        rounds_[bucket]++;
        at::Tensor& own = values_[bucket][rank_];
        at::cat_out(own, parts);
        memory_->say(bucket, sign(bucket, sent));
    }

    void work(size_t bucket) override {
        if (size_ == 2) return;
        memory_->await(bucket, sign(bucket, sent));
        at::Tensor own = slice(bucket, rank_, rank_);
        for (int member = 0; member < size_; member++) {
            if (member != rank_) own.add_(slice(bucket, member, rank_));
        }
        memory_->say(bucket, sign(bucket, summed));
    }

    at::Tensor result(size_t bucket) override {
        memory_->await(bucket, sign(bucket, size_ == 2 ? sent : summed));
        at::Tensor values = size_ == 2 ? values_[bucket][0] + values_[bucket][1] : joined(bucket);
        memory_->say(bucket, sign(bucket, copied));
        return values;
    }

   private:
    enum Stage : uint32_t { copied = 0, sent = 1, summed = 2, stages = 3 };

    // A bucket's rounds are counted from 1; what was `copied` belongs to the round before.
    uint32_t sign(size_t bucket, Stage stage) const {
        uint32_t round = rounds_[bucket];
        return stage == copied ? stages * round : stages * (round - 1) + stage;
    }

    // The part of a member's bucket that `of` sums.
    at::Tensor slice(size_t bucket, int member, int of) const {
        int64_t count = values_[bucket][member].numel();
        return values_[bucket][member].slice(0, count * of / size_, count * (of + 1) / size_);
    }

    at::Tensor joined(size_t bucket) const {
        std::vector<at::Tensor> slices;
        for (int member = 0; member < size_; member++) slices.push_back(slice(bucket, member, member));
        return at::cat(slices);
    }

    std::unique_ptr<SharedMemory> memory_;
    int rank_, size_;
    std::vector<uint32_t> rounds_;
    std::vector<std::vector<at::Tensor>> values_;  // of every bucket and member
};

}  // namespace

std::unique_ptr<GradientSums> make_gradient_sums(Backend& group, const std::vector<BucketShape>& buckets, bool share_memory) {
    size_t bytes = 0;
    for (const BucketShape& bucket : buckets) {
        bytes += SharedSums::bytes_of(bucket);
        share_memory = share_memory && bucket.options.device().is_cpu();
    }
    if (share_memory && group.getSize() > 1) {
        if (auto memory = SharedMemory::open(group, bytes, buckets.size()))
            return std::make_unique<SharedSums>(std::move(memory), group.getRank(), group.getSize(), buckets);
    }
    return std::make_unique<GlooSums>(group, buckets.size());
}

}  // namespace mpuc
