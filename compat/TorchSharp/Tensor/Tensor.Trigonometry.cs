namespace TorchSharp;

public static partial class torch
{
    /// <content>Trigonometric and hyperbolic functions.</content>
    public partial class Tensor
    {
        private static readonly Operator SinOp = new("aten::sin");
        private static readonly Operator SinInPlaceOp = new("aten::sin_");
        public Tensor sin() => SinOp.Call(this);
        public Tensor sin_() => SinInPlaceOp.CallInPlace(this);

        private static readonly Operator CosOp = new("aten::cos");
        private static readonly Operator CosInPlaceOp = new("aten::cos_");
        public Tensor cos() => CosOp.Call(this);
        public Tensor cos_() => CosInPlaceOp.CallInPlace(this);

        private static readonly Operator TanOp = new("aten::tan");
        private static readonly Operator TanInPlaceOp = new("aten::tan_");
        public Tensor tan() => TanOp.Call(this);
        public Tensor tan_() => TanInPlaceOp.CallInPlace(this);

        private static readonly Operator AsinOp = new("aten::asin");
        private static readonly Operator AsinInPlaceOp = new("aten::asin_");
        public Tensor asin() => AsinOp.Call(this);
        public Tensor asin_() => AsinInPlaceOp.CallInPlace(this);

        private static readonly Operator AcosOp = new("aten::acos");
        private static readonly Operator AcosInPlaceOp = new("aten::acos_");
        public Tensor acos() => AcosOp.Call(this);
        public Tensor acos_() => AcosInPlaceOp.CallInPlace(this);

        private static readonly Operator AtanOp = new("aten::atan");
        private static readonly Operator AtanInPlaceOp = new("aten::atan_");
        public Tensor atan() => AtanOp.Call(this);
        public Tensor atan_() => AtanInPlaceOp.CallInPlace(this);

        private static readonly Operator Atan2Op = new("aten::atan2");
        private static readonly Operator Atan2InPlaceOp = new("aten::atan2_");
        public Tensor atan2(Tensor other) => Atan2Op.Call(this, other);
        public Tensor atan2_(Tensor other) => Atan2InPlaceOp.CallInPlace(this, other);

        private static readonly Operator SinhOp = new("aten::sinh");
        private static readonly Operator SinhInPlaceOp = new("aten::sinh_");
        public Tensor sinh() => SinhOp.Call(this);
        public Tensor sinh_() => SinhInPlaceOp.CallInPlace(this);

        private static readonly Operator CoshOp = new("aten::cosh");
        private static readonly Operator CoshInPlaceOp = new("aten::cosh_");
        public Tensor cosh() => CoshOp.Call(this);
        public Tensor cosh_() => CoshInPlaceOp.CallInPlace(this);

        private static readonly Operator TanhOp = new("aten::tanh");
        private static readonly Operator TanhInPlaceOp = new("aten::tanh_");
        public Tensor tanh() => TanhOp.Call(this);
        public Tensor tanh_() => TanhInPlaceOp.CallInPlace(this);

        private static readonly Operator AsinhOp = new("aten::asinh");
        private static readonly Operator AsinhInPlaceOp = new("aten::asinh_");
        public Tensor asinh() => AsinhOp.Call(this);
        public Tensor asinh_() => AsinhInPlaceOp.CallInPlace(this);

        private static readonly Operator AcoshOp = new("aten::acosh");
        private static readonly Operator AcoshInPlaceOp = new("aten::acosh_");
        public Tensor acosh() => AcoshOp.Call(this);
        public Tensor acosh_() => AcoshInPlaceOp.CallInPlace(this);

        private static readonly Operator AtanhOp = new("aten::atanh");
        private static readonly Operator AtanhInPlaceOp = new("aten::atanh_");
        public Tensor atanh() => AtanhOp.Call(this);
        public Tensor atanh_() => AtanhInPlaceOp.CallInPlace(this);

        private static readonly Operator ArcsinOp = new("aten::arcsin");
        private static readonly Operator ArcsinInPlaceOp = new("aten::arcsin_");
        public Tensor arcsin() => ArcsinOp.Call(this);
        public Tensor arcsin_() => ArcsinInPlaceOp.CallInPlace(this);

        private static readonly Operator ArccosOp = new("aten::arccos");
        private static readonly Operator ArccosInPlaceOp = new("aten::arccos_");
        public Tensor arccos() => ArccosOp.Call(this);
        public Tensor arccos_() => ArccosInPlaceOp.CallInPlace(this);

        private static readonly Operator ArctanOp = new("aten::arctan");
        private static readonly Operator ArctanInPlaceOp = new("aten::arctan_");
        public Tensor arctan() => ArctanOp.Call(this);
        public Tensor arctan_() => ArctanInPlaceOp.CallInPlace(this);

        private static readonly Operator Arctan2Op = new("aten::arctan2");
        private static readonly Operator Arctan2InPlaceOp = new("aten::arctan2_");
        public Tensor arctan2(Tensor other) => Arctan2Op.Call(this, other);
        public Tensor arctan2_(Tensor other) => Arctan2InPlaceOp.CallInPlace(this, other);

        private static readonly Operator ArcsinhOp = new("aten::arcsinh");
        private static readonly Operator ArcsinhInPlaceOp = new("aten::arcsinh_");
        public Tensor arcsinh() => ArcsinhOp.Call(this);
        public Tensor arcsinh_() => ArcsinhInPlaceOp.CallInPlace(this);

        private static readonly Operator ArccoshOp = new("aten::arccosh");
        private static readonly Operator ArccoshInPlaceOp = new("aten::arccosh_");
        public Tensor arccosh() => ArccoshOp.Call(this);
        public Tensor arccosh_() => ArccoshInPlaceOp.CallInPlace(this);

        private static readonly Operator ArctanhOp = new("aten::arctanh");
        private static readonly Operator ArctanhInPlaceOp = new("aten::arctanh_");
        public Tensor arctanh() => ArctanhOp.Call(this);
        public Tensor arctanh_() => ArctanhInPlaceOp.CallInPlace(this);

        private static readonly Operator SincOp = new("aten::sinc");
        private static readonly Operator SincInPlaceOp = new("aten::sinc_");
        public Tensor sinc() => SincOp.Call(this);
        public Tensor sinc_() => SincInPlaceOp.CallInPlace(this);

        private static readonly Operator Deg2radOp = new("aten::deg2rad");
        private static readonly Operator Deg2radInPlaceOp = new("aten::deg2rad_");
        public Tensor deg2rad() => Deg2radOp.Call(this);
        public Tensor deg2rad_() => Deg2radInPlaceOp.CallInPlace(this);

        private static readonly Operator Rad2degOp = new("aten::rad2deg");
        private static readonly Operator Rad2degInPlaceOp = new("aten::rad2deg_");
        public Tensor rad2deg() => Rad2degOp.Call(this);
        public Tensor rad2deg_() => Rad2degInPlaceOp.CallInPlace(this);
    }
}
