namespace TorchSharp;

public static partial class torch
{
    /// <content>Order, uniqueness and counts.</content>
    public partial class Tensor
    {
        private static readonly Operator TopkOp = new("aten::topk");
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            TopkOp.Call2(this, k, dim, largest, sorted);

        private static readonly Operator ArgsortOp = new("aten::argsort");
        public Tensor argsort(long dim = -1, bool descending = false) => ArgsortOp.Call(this, dim, descending);

        private static readonly Operator MsortOp = new("aten::msort");
        public Tensor msort() => MsortOp.Call(this);

        private static readonly Operator UniqueConsecutiveOp = new("aten::unique_consecutive");
        public (Tensor, Tensor, Tensor) unique_consecutive(bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            UniqueConsecutiveOp.Call3(this, return_inverse, return_counts, dim);

        private static readonly Operator BincountOp = new("aten::bincount");
        public Tensor bincount(Tensor? weights, long minlength = 0) => BincountOp.Call(this, weights, minlength);

        private static readonly Operator BucketizeTensorOp = new("aten::bucketize", "Tensor");
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) =>
            BucketizeTensorOp.Call(this, boundaries, outInt32, right);
    }
}
