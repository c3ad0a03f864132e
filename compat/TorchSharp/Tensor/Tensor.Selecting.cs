namespace TorchSharp;

public static partial class torch
{
    /// <content>Elements picked or replaced by index or mask.</content>
    public partial class Tensor
    {
        private static readonly Operator GatherOp = new("aten::gather");
        public Tensor gather(long dim, Tensor index) => GatherOp.Call(this, dim, index);

        private static readonly Operator ScatterSrcOp = new("aten::scatter", "src");
        private static readonly Operator ScatterSrcInPlaceOp = new("aten::scatter_", "src");
        public Tensor scatter(long dim, Tensor index, Tensor src) => ScatterSrcOp.Call(this, dim, index, src);
        public Tensor scatter_(long dim, Tensor index, Tensor src) => ScatterSrcInPlaceOp.CallInPlace(this, dim, index, src);

        private static readonly Operator ScatterAddOp = new("aten::scatter_add");
        private static readonly Operator ScatterAddInPlaceOp = new("aten::scatter_add_");
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => ScatterAddOp.Call(this, dim, index, src);
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => ScatterAddInPlaceOp.CallInPlace(this, dim, index, src);

        private static readonly Operator IndexSelectOp = new("aten::index_select");
        public Tensor index_select(long dim, Tensor index) => IndexSelectOp.Call(this, dim, index);

        private static readonly Operator IndexAddOp = new("aten::index_add");
        private static readonly Operator IndexAddInPlaceOp = new("aten::index_add_");
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => IndexAddOp.Call(this, dim, index, source, alpha);
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            IndexAddInPlaceOp.CallInPlace(this, dim, index, source, alpha);

        private static readonly Operator IndexCopyOp = new("aten::index_copy");
        private static readonly Operator IndexCopyInPlaceOp = new("aten::index_copy_");
        public Tensor index_copy(long dim, Tensor index, Tensor source) => IndexCopyOp.Call(this, dim, index, source);
        public Tensor index_copy_(long dim, Tensor index, Tensor source) => IndexCopyInPlaceOp.CallInPlace(this, dim, index, source);

        private static readonly Operator IndexFillIntScalarOp = new("aten::index_fill", "int_Scalar");
        private static readonly Operator IndexFillIntScalarInPlaceOp = new("aten::index_fill_", "int_Scalar");
        public Tensor index_fill(long dim, Tensor index, Scalar value) => IndexFillIntScalarOp.Call(this, dim, index, value);
        public Tensor index_fill_(long dim, Tensor index, Scalar value) => IndexFillIntScalarInPlaceOp.CallInPlace(this, dim, index, value);

        private static readonly Operator MaskedFillScalarOp = new("aten::masked_fill", "Scalar");
        private static readonly Operator MaskedFillScalarInPlaceOp = new("aten::masked_fill_", "Scalar");
        public Tensor masked_fill(Tensor mask, Scalar value) => MaskedFillScalarOp.Call(this, mask, value);
        public Tensor masked_fill_(Tensor mask, Scalar value) => MaskedFillScalarInPlaceOp.CallInPlace(this, mask, value);

        private static readonly Operator MaskedScatterOp = new("aten::masked_scatter");
        private static readonly Operator MaskedScatterInPlaceOp = new("aten::masked_scatter_");
        public Tensor masked_scatter(Tensor mask, Tensor value) => MaskedScatterOp.Call(this, mask, value);
        public Tensor masked_scatter_(Tensor mask, Tensor value) => MaskedScatterInPlaceOp.CallInPlace(this, mask, value);

        private static readonly Operator MaskedSelectOp = new("aten::masked_select");
        public Tensor masked_select(Tensor mask) => MaskedSelectOp.Call(this, mask);

        private static readonly Operator TakeOp = new("aten::take");
        public Tensor take(Tensor index) => TakeOp.Call(this, index);

        private static readonly Operator TakeAlongDimOp = new("aten::take_along_dim");
        public Tensor take_along_dim(Tensor indices) => TakeAlongDimOp.Call(this, indices);
        public Tensor take_along_dim(Tensor indices, long dim) => TakeAlongDimOp.Call(this, indices, dim);

        private static readonly Operator NonzeroOp = new("aten::nonzero");
        public Tensor nonzero() => NonzeroOp.Call(this);

        private static readonly Operator ArgwhereOp = new("aten::argwhere");
        public Tensor argwhere() => ArgwhereOp.Call(this);
    }
}
