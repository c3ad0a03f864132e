namespace TorchSharp;

public static partial class torch
{
    /// <content>Variance and standard deviation.</content>
    public partial class Tensor
    {
        private static readonly Operator StdCorrectionOp = new("aten::std", "correction");
        private static readonly Operator VarCorrectionOp = new("aten::var", "correction");
        private static readonly Operator StdMeanCorrectionOp = new("aten::std_mean", "correction");
        private static readonly Operator VarMeanCorrectionOp = new("aten::var_mean", "correction");
        private static readonly Operator StdOp = new("aten::std");
        private static readonly Operator VarOp = new("aten::var");
        private static readonly Operator StdMeanOp = new("aten::std_mean");
        private static readonly Operator VarMeanOp = new("aten::var_mean");

        public Tensor std(bool unbiased = true) => StdOp.Call(this, unbiased);

        public Tensor var(bool unbiased = true) => VarOp.Call(this, unbiased);

        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => StdMeanOp.Call2(this, unbiased);

        public (Tensor var, Tensor mean) var_mean(bool unbiased = true) => VarMeanOp.Call2(this, unbiased);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(StdCorrectionOp, (long[])[dim], unbiased, keepdim, type);

        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(StdCorrectionOp, (long[])[dim.Item1, dim.Item2], unbiased, keepdim, type);

        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(StdCorrectionOp, (long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(StdCorrectionOp, dimensions, unbiased, keepdim, type);

        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(StdCorrectionOp, dimensions.ToArray(), unbiased, keepdim, type);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(VarCorrectionOp, (long[])[dim], unbiased, keepdim, type);

        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(VarCorrectionOp, (long[])[dim.Item1, dim.Item2], unbiased, keepdim, type);

        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(VarCorrectionOp, (long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(VarCorrectionOp, dimensions, unbiased, keepdim, type);

        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(VarCorrectionOp, dimensions.ToArray(), unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spreads(StdMeanCorrectionOp, (long[])[dim], unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spreads(StdMeanCorrectionOp, (long[])[dim.Item1, dim.Item2], unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean(
            (long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spreads(StdMeanCorrectionOp, (long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spreads(StdMeanCorrectionOp, dimensions, unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean(
            ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spreads(StdMeanCorrectionOp, dimensions.ToArray(), unbiased, keepdim, type);

        public (Tensor var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spreads(VarMeanCorrectionOp, (long[])[dim], unbiased, keepdim, type);

        public (Tensor var, Tensor mean) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spreads(VarMeanCorrectionOp, (long[])[dim.Item1, dim.Item2], unbiased, keepdim, type);

        public (Tensor var, Tensor mean) var_mean(
            (long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spreads(VarMeanCorrectionOp, (long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public (Tensor var, Tensor mean) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spreads(VarMeanCorrectionOp, dimensions, unbiased, keepdim, type);

        public (Tensor var, Tensor mean) var_mean(
            ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spreads(VarMeanCorrectionOp, dimensions.ToArray(), unbiased, keepdim, type);

        // Unbiased means one degree of freedom less. A type converts the input first, as sum and mean do.
        private Tensor Spread(Operator op, long[] dims, bool unbiased, bool keepdim, ScalarType? type)
        {
            using var input = type is { } wanted ? to(wanted) : Alias();
            return op.Call(input, dims, unbiased ? 1 : 0, keepdim);
        }

        private (Tensor Spread, Tensor Mean) Spreads(Operator op, long[] dims, bool unbiased, bool keepdim, ScalarType? type)
        {
            using var input = type is { } wanted ? to(wanted) : Alias();
            return op.Call2(input, dims, unbiased ? 1 : 0, keepdim);
        }
    }
}
