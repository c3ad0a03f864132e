namespace TorchSharp;

public static partial class torch
{
    /// <content>Reductions whose arguments need a translation.</content>
    public partial class Tensor
    {
        private static readonly Operator LogsumexpOp = new("aten::logsumexp");
        private static readonly Operator NormDimOp = new("aten::norm", "ScalarOpt_dim");
        private static readonly Operator NanmeanOp = new("aten::nanmean");
        private static readonly Operator AmaxOutOp = new("aten::amax", "out");
        private static readonly Operator AminOutOp = new("aten::amin", "out");

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum((long[])[dim], keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sum((long[])[dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum((long[])[dim0, dim1, dim2], keepdim, type);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => sum(dim.ToArray(), keepdim, type);

        /// <summary>log(sum(exp(x))) without overflow.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false) => LogsumexpOp.Call(this, (long[])[dim], keepdim);

        public Tensor norm(int dim, bool keepdim = false, float p = 2) => NormDimOp.Call(this, p, (long[])[dim], keepdim);

        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
            NanmeanOp.Call(this, dim is { } only ? (long[])[only] : null, keepdim, dtype);

        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null ? AmaxOp.Call(this, dims, keepdim) : Into(@out, AmaxOutOp, dims, keepdim);

        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => amax(dims.ToArray(), keepdim, @out);

        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null ? AminOp.Call(this, dims, keepdim) : Into(@out, AminOutOp, dims, keepdim);

        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => amin(dims.ToArray(), keepdim, @out);

        // C# takes the literal 0 in sum(0) for ScalarType.Byte, here as in TorchSharp. Nobody wants other numbers summed up in bytes.
        private ScalarType? NotALiteralZero(ScalarType? type) =>
            type == ScalarType.Byte && dtype is not (ScalarType.Byte or ScalarType.Bool)
                ? throw new ArgumentException("C# reads the literal 0 as the element type Byte; for dimension 0 write 0L.", nameof(type))
                : type;

        private Tensor Into(Tensor target, Operator op, long[] dims, bool keepdim)
        {
            op.CallVoid(this, dims, keepdim, target);
            return target;
        }
    }

    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
        input.sum(dim, keepdim, type);

    public static Tensor logsumexp(Tensor input, long dim, bool keepdim = false) => input.logsumexp(dim, keepdim);

    public static Tensor norm(Tensor input) => input.norm();

    public static Tensor norm(Tensor input, int dimension, bool keepdim = false, float p = 2) => input.norm(dimension, keepdim, p);

    public static Tensor nanmean(Tensor input, int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
        input.nanmean(dim, keepdim, dtype);

    public static Tensor amax(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => input.amax(dims, keepdim, @out);

    public static Tensor amax(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
        input.amax(dims, keepdim, @out);

    public static Tensor amin(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => input.amin(dims, keepdim, @out);

    public static Tensor amin(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
        input.amin(dims, keepdim, @out);
}
