namespace TorchSharp;

public static partial class torch
{
    /// <content>Rounding, signs and clamping.</content>
    public partial class Tensor
    {
        private static readonly Operator AbsOp = new("aten::abs");
        private static readonly Operator AbsInPlaceOp = new("aten::abs_");
        public Tensor abs() => AbsOp.Call(this);
        public Tensor abs_() => AbsInPlaceOp.CallInPlace(this);

        private static readonly Operator AbsoluteOp = new("aten::absolute");
        private static readonly Operator AbsoluteInPlaceOp = new("aten::absolute_");
        public Tensor absolute() => AbsoluteOp.Call(this);
        public Tensor absolute_() => AbsoluteInPlaceOp.CallInPlace(this);

        private static readonly Operator CeilOp = new("aten::ceil");
        private static readonly Operator CeilInPlaceOp = new("aten::ceil_");
        public Tensor ceil() => CeilOp.Call(this);
        public Tensor ceil_() => CeilInPlaceOp.CallInPlace(this);

        private static readonly Operator FloorOp = new("aten::floor");
        private static readonly Operator FloorInPlaceOp = new("aten::floor_");
        public Tensor floor() => FloorOp.Call(this);
        public Tensor floor_() => FloorInPlaceOp.CallInPlace(this);

        private static readonly Operator TruncOp = new("aten::trunc");
        private static readonly Operator TruncInPlaceOp = new("aten::trunc_");
        public Tensor trunc() => TruncOp.Call(this);
        public Tensor trunc_() => TruncInPlaceOp.CallInPlace(this);

        private static readonly Operator FixOp = new("aten::fix");
        private static readonly Operator FixInPlaceOp = new("aten::fix_");
        public Tensor fix() => FixOp.Call(this);
        public Tensor fix_() => FixInPlaceOp.CallInPlace(this);

        private static readonly Operator FracOp = new("aten::frac");
        private static readonly Operator FracInPlaceOp = new("aten::frac_");
        public Tensor frac() => FracOp.Call(this);
        public Tensor frac_() => FracInPlaceOp.CallInPlace(this);

        private static readonly Operator SignOp = new("aten::sign");
        private static readonly Operator SignInPlaceOp = new("aten::sign_");
        public Tensor sign() => SignOp.Call(this);
        public Tensor sign_() => SignInPlaceOp.CallInPlace(this);

        private static readonly Operator SgnOp = new("aten::sgn");
        private static readonly Operator SgnInPlaceOp = new("aten::sgn_");
        public Tensor sgn() => SgnOp.Call(this);
        public Tensor sgn_() => SgnInPlaceOp.CallInPlace(this);

        private static readonly Operator SignbitOp = new("aten::signbit");
        public Tensor signbit() => SignbitOp.Call(this);

        private static readonly Operator ClampOp = new("aten::clamp");
        private static readonly Operator ClampTensorOp = new("aten::clamp", "Tensor");
        private static readonly Operator ClampInPlaceOp = new("aten::clamp_");
        private static readonly Operator ClampTensorInPlaceOp = new("aten::clamp_", "Tensor");
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => ClampOp.Call(this, min, max);
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => ClampTensorOp.Call(this, min, max);
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => ClampInPlaceOp.CallInPlace(this, min, max);
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => ClampTensorInPlaceOp.CallInPlace(this, min, max);

        private static readonly Operator ClampMinOp = new("aten::clamp_min");
        private static readonly Operator ClampMinInPlaceOp = new("aten::clamp_min_");
        public Tensor clamp_min(Scalar min) => ClampMinOp.Call(this, min);
        public Tensor clamp_min_(Scalar min) => ClampMinInPlaceOp.CallInPlace(this, min);

        private static readonly Operator ClampMaxOp = new("aten::clamp_max");
        private static readonly Operator ClampMaxInPlaceOp = new("aten::clamp_max_");
        public Tensor clamp_max(Scalar max) => ClampMaxOp.Call(this, max);
        public Tensor clamp_max_(Scalar max) => ClampMaxInPlaceOp.CallInPlace(this, max);

        private static readonly Operator ClipOp = new("aten::clip");
        public Tensor clip(Scalar? min = null, Scalar? max = null) => ClipOp.Call(this, min, max);

        private static readonly Operator NanToNumOp = new("aten::nan_to_num");
        private static readonly Operator NanToNumInPlaceOp = new("aten::nan_to_num_");
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) =>
            NanToNumOp.Call(this, nan, posinf, neginf);
        public Tensor nan_to_num_(double nan = 0, double? posinf = null, double? neginf = null) =>
            NanToNumInPlaceOp.CallInPlace(this, nan, posinf, neginf);
    }
}
