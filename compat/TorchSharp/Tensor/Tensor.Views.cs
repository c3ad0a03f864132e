namespace TorchSharp;

public static partial class torch
{
    /// <content>The same elements under another shape, most without copying.</content>
    public partial class Tensor
    {
        private static readonly Operator ViewOp = new("aten::view");
        public Tensor view(params long[] shape) => ViewOp.Call(this, shape);

        private static readonly Operator ViewAsOp = new("aten::view_as");
        public Tensor view_as(Tensor other) => ViewAsOp.Call(this, other);

        private static readonly Operator ReshapeOp = new("aten::reshape");
        public Tensor reshape(params long[] shape) => ReshapeOp.Call(this, shape);

        private static readonly Operator PermuteOp = new("aten::permute");
        public Tensor permute(params long[] permutation) => PermuteOp.Call(this, permutation);

        private static readonly Operator TransposeIntOp = new("aten::transpose", "int");
        private static readonly Operator TransposeInPlaceOp = new("aten::transpose_");
        public Tensor transpose(long dim0, long dim1) => TransposeIntOp.Call(this, dim0, dim1);
        public Tensor transpose_(long dim0, long dim1) => TransposeInPlaceOp.CallInPlace(this, dim0, dim1);

        private static readonly Operator SwapaxesOp = new("aten::swapaxes");
        public Tensor swapaxes(long dim0, long dim1) => SwapaxesOp.Call(this, dim0, dim1);

        private static readonly Operator SwapdimsOp = new("aten::swapdims");
        public Tensor swapdims(long dim0, long dim1) => SwapdimsOp.Call(this, dim0, dim1);

        private static readonly Operator MovedimIntlistOp = new("aten::movedim", "intlist");
        public Tensor movedim(long[] source, long[] destination) => MovedimIntlistOp.Call(this, source, destination);

        private static readonly Operator MoveaxisIntlistOp = new("aten::moveaxis", "intlist");
        public Tensor moveaxis(long[] source, long[] destination) => MoveaxisIntlistOp.Call(this, source, destination);

        private static readonly Operator UnsqueezeOp = new("aten::unsqueeze");
        private static readonly Operator UnsqueezeInPlaceOp = new("aten::unsqueeze_");
        public Tensor unsqueeze(long dim) => UnsqueezeOp.Call(this, dim);
        public Tensor unsqueeze_(long dim) => UnsqueezeInPlaceOp.CallInPlace(this, dim);

        private static readonly Operator ExpandOp = new("aten::expand");
        public Tensor expand(long[] sizes, bool isImplicit = false) => ExpandOp.Call(this, sizes, isImplicit);
        public Tensor expand(params long[] sizes) => ExpandOp.Call(this, sizes);

        private static readonly Operator ExpandAsOp = new("aten::expand_as");
        public Tensor expand_as(Tensor other) => ExpandAsOp.Call(this, other);

        private static readonly Operator BroadcastToOp = new("aten::broadcast_to");
        public Tensor broadcast_to(params long[] shape) => BroadcastToOp.Call(this, shape);

        private static readonly Operator NarrowOp = new("aten::narrow");
        public Tensor narrow(long dim, long start, long length) => NarrowOp.Call(this, dim, start, length);

        private static readonly Operator SelectIntOp = new("aten::select", "int");
        public Tensor select(long dim, long index) => SelectIntOp.Call(this, dim, index);

        private static readonly Operator SliceTensorOp = new("aten::slice", "Tensor");
        public Tensor slice(long dim, long start, long finish, long step) => SliceTensorOp.Call(this, dim, start, finish, step);

        private static readonly Operator AsStridedOp = new("aten::as_strided");
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) =>
            AsStridedOp.Call(this, size, strides, storageOffset);

        private static readonly Operator UnfoldOp = new("aten::unfold");
        public Tensor unfold(long dimension, long size, long step) => UnfoldOp.Call(this, dimension, size, step);

        private static readonly Operator FlattenUsingIntsOp = new("aten::flatten", "using_ints");
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => FlattenUsingIntsOp.Call(this, start_dim, end_dim);

        private static readonly Operator RavelOp = new("aten::ravel");
        public Tensor ravel() => RavelOp.Call(this);

        private static readonly Operator UnflattenIntOp = new("aten::unflatten", "int");
        public Tensor unflatten(long dim, params long[] sizes) => UnflattenIntOp.Call(this, dim, sizes);

        private static readonly Operator DiagonalOp = new("aten::diagonal");
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => DiagonalOp.Call(this, offset, dim1, dim2);

        private static readonly Operator TOp = new("aten::t");
        public Tensor t() => TOp.Call(this);

        private static readonly Operator AliasOp = new("aten::alias");
        public Tensor alias() => AliasOp.Call(this);

        private static readonly Operator ContiguousOp = new("aten::contiguous");
        public Tensor contiguous() => ContiguousOp.Call(this);

        private static readonly Operator CloneOp = new("aten::clone");
        public Tensor clone() => CloneOp.Call(this);

        private static readonly Operator DetachOp = new("aten::detach");
        private static readonly Operator DetachInPlaceOp = new("aten::detach_");
        public Tensor detach() => DetachOp.Call(this);
        public Tensor detach_() => DetachInPlaceOp.CallInPlace(this);
    }
}
