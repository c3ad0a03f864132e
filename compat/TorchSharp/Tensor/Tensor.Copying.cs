namespace TorchSharp;

public static partial class torch
{
    /// <content>Copying, filling and converting.</content>
    public partial class Tensor
    {
        private static readonly Operator CopyInPlaceOp = new("aten::copy_");
        public Tensor copy_(Tensor source, bool nonBlocking = false) => CopyInPlaceOp.CallInPlace(this, source, nonBlocking);

        private static readonly Operator FillScalarInPlaceOp = new("aten::fill_", "Scalar");
        public Tensor fill_(Scalar value) => FillScalarInPlaceOp.CallInPlace(this, value);

        private static readonly Operator ZeroInPlaceOp = new("aten::zero_");
        public Tensor zero_() => ZeroInPlaceOp.CallInPlace(this);

        private static readonly Operator IsNonzeroOp = new("aten::is_nonzero");
        public bool is_nonzero() => IsNonzeroOp.CallBool(this);

        private static readonly Operator ToDenseOp = new("aten::to_dense");
        public Tensor to_dense() => ToDenseOp.Call(this);

        private static readonly Operator ToSparseOp = new("aten::to_sparse");
        private static readonly Operator ToSparseSparseDimOp = new("aten::to_sparse", "sparse_dim");
        public Tensor to_sparse() => ToSparseOp.Call(this);
        public Tensor to_sparse(int sparse_dim) => ToSparseSparseDimOp.Call(this, sparse_dim);

        private static readonly Operator TypeAsOp = new("aten::type_as");
        public Tensor type_as(Tensor tensor) => TypeAsOp.Call(this, tensor);

        private static readonly Operator PinMemoryOp = new("aten::pin_memory");
        public Tensor pin_memory() => PinMemoryOp.Call(this);

        private static readonly Operator IsPinnedOp = new("aten::is_pinned");
        public bool is_pinned() => IsPinnedOp.CallBool(this);
    }
}
