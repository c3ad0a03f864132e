namespace TorchSharp;

public static partial class torch
{
    /// <content>One tensor cut into several views.</content>
    public partial class Tensor
    {
        private static readonly Operator ChunkOp = new("aten::chunk");
        public Tensor[] chunk(long chunks, long dim = 0) => ChunkOp.CallList(this, chunks, dim);

        private static readonly Operator SplitTensorOp = new("aten::split", "Tensor");
        private static readonly Operator SplitSizesOp = new("aten::split", "sizes");
        public Tensor[] split(long size, int dim = 0) => SplitTensorOp.CallList(this, size, dim);
        public Tensor[] split(long[] sizes, long dim = 0) => SplitSizesOp.CallList(this, sizes, dim);
        public Tensor[] split(params long[] sizes) => SplitSizesOp.CallList(this, sizes);

        private static readonly Operator TensorSplitTensorIndicesOrSectionsOp = new("aten::tensor_split", "tensor_indices_or_sections");
        private static readonly Operator TensorSplitSectionsOp = new("aten::tensor_split", "sections");
        private static readonly Operator TensorSplitIndicesOp = new("aten::tensor_split", "indices");
        public Tensor[] tensor_split(Tensor indices, long dim = 0) => TensorSplitTensorIndicesOrSectionsOp.CallList(this, indices, dim);
        public Tensor[] tensor_split(long size, long dim = 0) => TensorSplitSectionsOp.CallList(this, size, dim);
        public Tensor[] tensor_split(long[] sizes, long dim = 0) => TensorSplitIndicesOp.CallList(this, sizes, dim);

        private static readonly Operator UnbindIntOp = new("aten::unbind", "int");
        public Tensor[] unbind(long dimension = 0) => UnbindIntOp.CallList(this, dimension);

        private static readonly Operator HsplitIntOp = new("aten::hsplit", "int");
        private static readonly Operator HsplitArrayOp = new("aten::hsplit", "array");
        public Tensor[] hsplit(long size) => HsplitIntOp.CallList(this, size);
        public Tensor[] hsplit(params long[] sizes) => HsplitArrayOp.CallList(this, sizes);

        private static readonly Operator VsplitIntOp = new("aten::vsplit", "int");
        private static readonly Operator VsplitArrayOp = new("aten::vsplit", "array");
        public Tensor[] vsplit(long size) => VsplitIntOp.CallList(this, size);
        public Tensor[] vsplit(params long[] sizes) => VsplitArrayOp.CallList(this, sizes);

        private static readonly Operator DsplitIntOp = new("aten::dsplit", "int");
        private static readonly Operator DsplitArrayOp = new("aten::dsplit", "array");
        public Tensor[] dsplit(long size) => DsplitIntOp.CallList(this, size);
        public Tensor[] dsplit(params long[] sizes) => DsplitArrayOp.CallList(this, sizes);
    }
}
