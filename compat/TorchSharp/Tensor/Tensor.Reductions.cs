namespace TorchSharp;

public static partial class torch
{
    /// <content>Reductions over one, several or all dimensions.</content>
    public partial class Tensor
    {
        private static readonly Operator SumOp = new("aten::sum");
        private static readonly Operator SumDimIntListOp = new("aten::sum", "dim_IntList");
        public Tensor sum(ScalarType? type = null) => SumOp.Call(this, NotALiteralZero(type));
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => SumDimIntListOp.Call(this, dim, keepdim, type);

        private static readonly Operator NansumOp = new("aten::nansum");
        public Tensor nansum() => NansumOp.Call(this);

        private static readonly Operator MeanOp = new("aten::mean");
        private static readonly Operator MeanDimOp = new("aten::mean", "dim");
        public Tensor mean() => MeanOp.Call(this);
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            MeanDimOp.Call(this, dimensions, keepdim, type);

        private static readonly Operator ProdOp = new("aten::prod");
        private static readonly Operator ProdDimIntOp = new("aten::prod", "dim_int");
        public Tensor prod(ScalarType? type = null) => ProdOp.Call(this, NotALiteralZero(type));
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => ProdDimIntOp.Call(this, dim, keepdim, type);

        private static readonly Operator MaxOp = new("aten::max");
        private static readonly Operator MaxOtherOp = new("aten::max", "other");
        private static readonly Operator MaxDimOp = new("aten::max", "dim");
        public Tensor max() => MaxOp.Call(this);
        public Tensor max(Tensor other) => MaxOtherOp.Call(this, other);
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => MaxDimOp.Call2(this, dim, keepdim);

        private static readonly Operator MinOp = new("aten::min");
        private static readonly Operator MinOtherOp = new("aten::min", "other");
        private static readonly Operator MinDimOp = new("aten::min", "dim");
        public Tensor min() => MinOp.Call(this);
        public Tensor min(Tensor other) => MinOtherOp.Call(this, other);
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => MinDimOp.Call2(this, dim, keepdim);

        private static readonly Operator AmaxOp = new("aten::amax");
        public Tensor amax(params long[] dims) => AmaxOp.Call(this, dims);

        private static readonly Operator AminOp = new("aten::amin");
        public Tensor amin(params long[] dims) => AminOp.Call(this, dims);

        private static readonly Operator AminmaxOp = new("aten::aminmax");
        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) => AminmaxOp.Call2(this, dim, keepdim);

        private static readonly Operator ArgmaxOp = new("aten::argmax");
        public Tensor argmax() => ArgmaxOp.Call(this);
        public Tensor argmax(long dim, bool keepdim = false) => ArgmaxOp.Call(this, dim, keepdim);

        private static readonly Operator ArgminOp = new("aten::argmin");
        public Tensor argmin() => ArgminOp.Call(this);
        public Tensor argmin(long dim, bool keepdim = false) => ArgminOp.Call(this, dim, keepdim);

        private static readonly Operator AllOp = new("aten::all");
        private static readonly Operator AllDimOp = new("aten::all", "dim");
        public Tensor all() => AllOp.Call(this);
        public Tensor all(long dim, bool keepdim = false) => AllDimOp.Call(this, dim, keepdim);

        private static readonly Operator AnyOp = new("aten::any");
        private static readonly Operator AnyDimOp = new("aten::any", "dim");
        public Tensor any() => AnyOp.Call(this);
        public Tensor any(long dim, bool keepdim = false) => AnyDimOp.Call(this, dim, keepdim);

        private static readonly Operator MedianOp = new("aten::median");
        public Tensor median() => MedianOp.Call(this);

        private static readonly Operator NanmedianOp = new("aten::nanmedian");
        public Tensor nanmedian() => NanmedianOp.Call(this);

        private static readonly Operator ModeOp = new("aten::mode");
        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false) => ModeOp.Call2(this, dim, keepdim);

        private static readonly Operator CumsumOp = new("aten::cumsum");
        public Tensor cumsum(long dim, ScalarType? type = null) => CumsumOp.Call(this, dim, type);

        private static readonly Operator CumprodOp = new("aten::cumprod");
        public Tensor cumprod(long dim, ScalarType? type = null) => CumprodOp.Call(this, dim, type);

        private static readonly Operator CummaxOp = new("aten::cummax");
        public (Tensor values, Tensor indexes) cummax(long dim) => CummaxOp.Call2(this, dim);

        private static readonly Operator CumminOp = new("aten::cummin");
        public (Tensor values, Tensor indexes) cummin(long dim) => CumminOp.Call2(this, dim);

        private static readonly Operator LogcumsumexpOp = new("aten::logcumsumexp");
        public Tensor logcumsumexp(long dim) => LogcumsumexpOp.Call(this, dim);

        private static readonly Operator NormScalarOp = new("aten::norm", "Scalar");
        public Tensor norm(float p = 2) => NormScalarOp.Call(this, p);

        private static readonly Operator DistOp = new("aten::dist");
        public Tensor dist(Tensor other, float p = 2) => DistOp.Call(this, other, p);
    }
}
