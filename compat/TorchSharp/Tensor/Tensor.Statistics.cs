namespace TorchSharp;

public static partial class torch
{
    /// <content>Statistics, quantiles and differences.</content>
    public partial class Tensor
    {
        private static readonly Operator CorrcoefOp = new("aten::corrcoef");
        public Tensor corrcoef() => CorrcoefOp.Call(this);

        private static readonly Operator CovOp = new("aten::cov");
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
            CovOp.Call(this, correction, fweights, aweights);

        private static readonly Operator QuantileOp = new("aten::quantile");

        /// <summary>Quantiles of all elements, or of those along a dimension; -1 stands for all, as in TorchSharp.</summary>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) =>
            QuantileOp.Call(this, q, dim == -1 ? Argument.None : dim, keepdim);

        private static readonly Operator NanquantileOp = new("aten::nanquantile");

        /// <summary>Quantiles of all elements, or of those along a dimension; -1 stands for all, as in TorchSharp.</summary>
        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) =>
            NanquantileOp.Call(this, q, dim == -1 ? Argument.None : dim, keepdim);

        private static readonly Operator TrapezoidXOp = new("aten::trapezoid", "x");
        private static readonly Operator TrapezoidDxOp = new("aten::trapezoid", "dx");
        public Tensor trapezoid(Tensor x, long dim = -1) => TrapezoidXOp.Call(this, x, dim);
        public Tensor trapezoid(double dx = 1, long dim = -1) => TrapezoidDxOp.Call(this, dx, dim);

        private static readonly Operator CumulativeTrapezoidXOp = new("aten::cumulative_trapezoid", "x");
        private static readonly Operator CumulativeTrapezoidDxOp = new("aten::cumulative_trapezoid", "dx");
        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) => CumulativeTrapezoidXOp.Call(this, x, dim);
        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1) => CumulativeTrapezoidDxOp.Call(this, dx, dim);

        private static readonly Operator DiffOp = new("aten::diff");
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
            DiffOp.Call(this, n, dim, prepend, append);
    }
}
