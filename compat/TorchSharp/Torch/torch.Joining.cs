namespace TorchSharp;

/// <content>Several tensors joined into one.</content>
public static partial class torch
{
    private static readonly Operator CatOp = new("aten::cat");
    private static readonly Operator StackOp = new("aten::stack");
    private static readonly Operator HstackOp = new("aten::hstack");
    private static readonly Operator VstackOp = new("aten::vstack");
    private static readonly Operator DstackOp = new("aten::dstack");
    private static readonly Operator ColumnStackOp = new("aten::column_stack");
    private static readonly Operator BlockDiagOp = new("aten::block_diag");
    private static readonly Operator MeshgridOp = new("aten::meshgrid", "indexing");
    private static readonly Operator BroadcastTensorsOp = new("aten::broadcast_tensors");
    private static readonly Operator CartesianProdOp = new("aten::cartesian_prod");

    /// <summary>One after the other along a dimension that they have.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => CatOp.Call(tensors.ToArray(), dim);

    public static Tensor cat(Tensor[] tensors, long dim = 0) => CatOp.Call(tensors, dim);

    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => CatOp.Call(tensors.ToArray(), dim);

    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    public static Tensor concatenate(Tensor[] tensors, long axis = 0) => cat(tensors, axis);

    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    /// <summary>Along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => StackOp.Call(tensors.ToArray(), dim);

    public static Tensor hstack(params Tensor[] tensors) => HstackOp.Call(tensors);

    public static Tensor hstack(IList<Tensor> tensors) => HstackOp.Call(tensors.ToArray());

    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => HstackOp.Call(tensors.ToArray());

    public static Tensor hstack(IEnumerable<Tensor> tensors) => HstackOp.Call(tensors.ToArray());

    public static Tensor vstack(Tensor[] tensors) => VstackOp.Call(tensors);

    public static Tensor vstack(IList<Tensor> tensors) => VstackOp.Call(tensors.ToArray());

    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => VstackOp.Call(tensors.ToArray());

    public static Tensor row_stack(params Tensor[] tensors) => VstackOp.Call(tensors);

    public static Tensor row_stack(IList<Tensor> tensors) => VstackOp.Call(tensors.ToArray());

    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => VstackOp.Call(tensors.ToArray());

    public static Tensor dstack(params Tensor[] tensors) => DstackOp.Call(tensors);

    public static Tensor dstack(IList<Tensor> tensors) => DstackOp.Call(tensors.ToArray());

    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => DstackOp.Call(tensors.ToArray());

    public static Tensor dstack(IEnumerable<Tensor> tensors) => DstackOp.Call(tensors.ToArray());

    public static Tensor column_stack(params Tensor[] tensors) => ColumnStackOp.Call(tensors);

    public static Tensor column_stack(IList<Tensor> tensors) => ColumnStackOp.Call(tensors.ToArray());

    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => ColumnStackOp.Call(tensors.ToArray());

    public static Tensor block_diag(params Tensor[] tensors) => BlockDiagOp.Call(tensors);

    public static Tensor cartesian_prod(params Tensor[] tensors) => CartesianProdOp.Call(tensors);

    public static Tensor cartesian_prod(IList<Tensor> tensors) => CartesianProdOp.Call(tensors.ToArray());

    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => CartesianProdOp.Call(tensors.ToArray());

    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        MeshgridOp.CallList(tensors.ToArray(), indexing);

    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => BroadcastTensorsOp.CallList(tensors);
}
