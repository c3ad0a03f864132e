namespace TorchSharp;

public static partial class torch
{
    /// <content>Exponentials, logarithms and roots.</content>
    public partial class Tensor
    {
        private static readonly Operator ExpOp = new("aten::exp");
        private static readonly Operator ExpInPlaceOp = new("aten::exp_");
        public Tensor exp() => ExpOp.Call(this);
        public Tensor exp_() => ExpInPlaceOp.CallInPlace(this);

        private static readonly Operator Exp2Op = new("aten::exp2");
        private static readonly Operator Exp2InPlaceOp = new("aten::exp2_");
        public Tensor exp2() => Exp2Op.Call(this);
        public Tensor exp2_() => Exp2InPlaceOp.CallInPlace(this);

        private static readonly Operator Expm1Op = new("aten::expm1");
        private static readonly Operator Expm1InPlaceOp = new("aten::expm1_");
        public Tensor expm1() => Expm1Op.Call(this);
        public Tensor expm1_() => Expm1InPlaceOp.CallInPlace(this);

        private static readonly Operator LogOp = new("aten::log");
        private static readonly Operator LogInPlaceOp = new("aten::log_");
        public Tensor log() => LogOp.Call(this);
        public Tensor log_() => LogInPlaceOp.CallInPlace(this);

        private static readonly Operator Log2Op = new("aten::log2");
        private static readonly Operator Log2InPlaceOp = new("aten::log2_");
        public Tensor log2() => Log2Op.Call(this);
        public Tensor log2_() => Log2InPlaceOp.CallInPlace(this);

        private static readonly Operator Log10Op = new("aten::log10");
        private static readonly Operator Log10InPlaceOp = new("aten::log10_");
        public Tensor log10() => Log10Op.Call(this);
        public Tensor log10_() => Log10InPlaceOp.CallInPlace(this);

        private static readonly Operator Log1pOp = new("aten::log1p");
        private static readonly Operator Log1pInPlaceOp = new("aten::log1p_");
        public Tensor log1p() => Log1pOp.Call(this);
        public Tensor log1p_() => Log1pInPlaceOp.CallInPlace(this);

        private static readonly Operator SqrtOp = new("aten::sqrt");
        private static readonly Operator SqrtInPlaceOp = new("aten::sqrt_");
        public Tensor sqrt() => SqrtOp.Call(this);
        public Tensor sqrt_() => SqrtInPlaceOp.CallInPlace(this);

        private static readonly Operator RsqrtOp = new("aten::rsqrt");
        private static readonly Operator RsqrtInPlaceOp = new("aten::rsqrt_");
        public Tensor rsqrt() => RsqrtOp.Call(this);
        public Tensor rsqrt_() => RsqrtInPlaceOp.CallInPlace(this);
    }
}
