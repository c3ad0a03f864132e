namespace TorchSharp;

public static partial class torch
{
    /// <content>Special functions.</content>
    public partial class Tensor
    {
        private static readonly Operator ErfOp = new("aten::erf");
        private static readonly Operator ErfInPlaceOp = new("aten::erf_");
        public Tensor erf() => ErfOp.Call(this);
        public Tensor erf_() => ErfInPlaceOp.CallInPlace(this);

        private static readonly Operator ErfcOp = new("aten::erfc");
        private static readonly Operator ErfcInPlaceOp = new("aten::erfc_");
        public Tensor erfc() => ErfcOp.Call(this);
        public Tensor erfc_() => ErfcInPlaceOp.CallInPlace(this);

        private static readonly Operator ErfinvOp = new("aten::erfinv");
        private static readonly Operator ErfinvInPlaceOp = new("aten::erfinv_");
        public Tensor erfinv() => ErfinvOp.Call(this);
        public Tensor erfinv_() => ErfinvInPlaceOp.CallInPlace(this);

        private static readonly Operator LgammaOp = new("aten::lgamma");
        private static readonly Operator LgammaInPlaceOp = new("aten::lgamma_");
        public Tensor lgamma() => LgammaOp.Call(this);
        public Tensor lgamma_() => LgammaInPlaceOp.CallInPlace(this);

        private static readonly Operator DigammaOp = new("aten::digamma");
        private static readonly Operator DigammaInPlaceOp = new("aten::digamma_");
        public Tensor digamma() => DigammaOp.Call(this);
        public Tensor digamma_() => DigammaInPlaceOp.CallInPlace(this);

        private static readonly Operator MvlgammaOp = new("aten::mvlgamma");
        private static readonly Operator MvlgammaInPlaceOp = new("aten::mvlgamma_");
        public Tensor mvlgamma(long p) => MvlgammaOp.Call(this, p);
        public Tensor mvlgamma_(long p) => MvlgammaInPlaceOp.CallInPlace(this, p);

        private static readonly Operator PolygammaInPlaceOp = new("aten::polygamma_");
        public Tensor polygamma_(long p) => PolygammaInPlaceOp.CallInPlace(this, p);

        private static readonly Operator IgammaOp = new("aten::igamma");
        public Tensor igamma(Tensor other) => IgammaOp.Call(this, other);

        private static readonly Operator IgammacOp = new("aten::igammac");
        public Tensor igammac(Tensor other) => IgammacOp.Call(this, other);

        private static readonly Operator I0Op = new("aten::i0");
        private static readonly Operator I0InPlaceOp = new("aten::i0_");
        public Tensor i0() => I0Op.Call(this);
        public Tensor i0_() => I0InPlaceOp.CallInPlace(this);

        private static readonly Operator LogitOp = new("aten::logit");
        private static readonly Operator LogitInPlaceOp = new("aten::logit_");
        public Tensor logit(double? eps = null) => LogitOp.Call(this, eps);
        public Tensor logit_(double? eps = null) => LogitInPlaceOp.CallInPlace(this, eps);

        private static readonly Operator FrexpTensorOp = new("aten::frexp", "Tensor");
        public (Tensor Mantissa, Tensor Exponent) frexp() => FrexpTensorOp.Call2(this);
    }
}
