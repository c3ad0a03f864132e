namespace TorchSharp;

public static partial class torch
{
    /// <content>Arithmetic, element by element with broadcasting.</content>
    public partial class Tensor
    {
        private static readonly Operator AddScalarOp = new("aten::add", "Scalar");
        private static readonly Operator AddTensorOp = new("aten::add", "Tensor");
        private static readonly Operator AddScalarInPlaceOp = new("aten::add_", "Scalar");
        private static readonly Operator AddTensorInPlaceOp = new("aten::add_", "Tensor");
        public Tensor add(Scalar scalar) => AddScalarOp.Call(this, scalar);
        public Tensor add(Scalar scalar, Scalar alpha) => AddScalarOp.Call(this, scalar, alpha);
        public Tensor add(Tensor target) => AddTensorOp.Call(this, target);
        public Tensor add(Tensor target, Scalar alpha) => AddTensorOp.Call(this, target, alpha);
        public Tensor add_(Scalar scalar) => AddScalarInPlaceOp.CallInPlace(this, scalar);
        public Tensor add_(Scalar scalar, Scalar alpha) => AddScalarInPlaceOp.CallInPlace(this, scalar, alpha);
        public Tensor add_(Tensor target) => AddTensorInPlaceOp.CallInPlace(this, target);
        public Tensor add_(Tensor target, Scalar alpha) => AddTensorInPlaceOp.CallInPlace(this, target, alpha);

        private static readonly Operator SubScalarOp = new("aten::sub", "Scalar");
        private static readonly Operator SubTensorOp = new("aten::sub", "Tensor");
        private static readonly Operator SubScalarInPlaceOp = new("aten::sub_", "Scalar");
        private static readonly Operator SubTensorInPlaceOp = new("aten::sub_", "Tensor");
        public Tensor sub(Scalar target) => SubScalarOp.Call(this, target);
        public Tensor sub(Tensor target) => SubTensorOp.Call(this, target);
        public Tensor sub_(Scalar target) => SubScalarInPlaceOp.CallInPlace(this, target);
        public Tensor sub_(Tensor target) => SubTensorInPlaceOp.CallInPlace(this, target);

        private static readonly Operator SubtractScalarOp = new("aten::subtract", "Scalar");
        private static readonly Operator SubtractTensorOp = new("aten::subtract", "Tensor");
        private static readonly Operator SubtractScalarInPlaceOp = new("aten::subtract_", "Scalar");
        private static readonly Operator SubtractTensorInPlaceOp = new("aten::subtract_", "Tensor");
        public Tensor subtract(Scalar target) => SubtractScalarOp.Call(this, target);
        public Tensor subtract(Tensor target) => SubtractTensorOp.Call(this, target);
        public Tensor subtract_(Scalar target) => SubtractScalarInPlaceOp.CallInPlace(this, target);
        public Tensor subtract_(Tensor target) => SubtractTensorInPlaceOp.CallInPlace(this, target);

        private static readonly Operator MulScalarOp = new("aten::mul", "Scalar");
        private static readonly Operator MulTensorOp = new("aten::mul", "Tensor");
        private static readonly Operator MulScalarInPlaceOp = new("aten::mul_", "Scalar");
        private static readonly Operator MulTensorInPlaceOp = new("aten::mul_", "Tensor");
        public Tensor mul(Scalar target) => MulScalarOp.Call(this, target);
        public Tensor mul(Tensor target) => MulTensorOp.Call(this, target);
        public Tensor mul_(Scalar target) => MulScalarInPlaceOp.CallInPlace(this, target);
        public Tensor mul_(Tensor target) => MulTensorInPlaceOp.CallInPlace(this, target);

        private static readonly Operator MultiplyScalarOp = new("aten::multiply", "Scalar");
        private static readonly Operator MultiplyTensorOp = new("aten::multiply", "Tensor");
        public Tensor multiply(Scalar target) => MultiplyScalarOp.Call(this, target);
        public Tensor multiply(Tensor target) => MultiplyTensorOp.Call(this, target);

        private static readonly Operator TrueDivideScalarOp = new("aten::true_divide", "Scalar");
        private static readonly Operator TrueDivideTensorOp = new("aten::true_divide", "Tensor");
        private static readonly Operator TrueDivideScalarInPlaceOp = new("aten::true_divide_", "Scalar");
        private static readonly Operator TrueDivideTensorInPlaceOp = new("aten::true_divide_", "Tensor");
        public Tensor true_divide(Scalar other) => TrueDivideScalarOp.Call(this, other);
        public Tensor true_divide(Tensor other) => TrueDivideTensorOp.Call(this, other);
        public Tensor true_divide_(Scalar other) => TrueDivideScalarInPlaceOp.CallInPlace(this, other);
        public Tensor true_divide_(Tensor other) => TrueDivideTensorInPlaceOp.CallInPlace(this, other);

        private static readonly Operator FloorDivideScalarOp = new("aten::floor_divide", "Scalar");
        private static readonly Operator FloorDivideOp = new("aten::floor_divide");
        private static readonly Operator FloorDivideScalarInPlaceOp = new("aten::floor_divide_", "Scalar");
        private static readonly Operator FloorDivideTensorInPlaceOp = new("aten::floor_divide_", "Tensor");
        public Tensor floor_divide(Scalar other) => FloorDivideScalarOp.Call(this, other);
        public Tensor floor_divide(Tensor other) => FloorDivideOp.Call(this, other);
        public Tensor floor_divide_(Scalar other) => FloorDivideScalarInPlaceOp.CallInPlace(this, other);
        public Tensor floor_divide_(Tensor other) => FloorDivideTensorInPlaceOp.CallInPlace(this, other);

        private static readonly Operator FmodScalarOp = new("aten::fmod", "Scalar");
        private static readonly Operator FmodTensorOp = new("aten::fmod", "Tensor");
        private static readonly Operator FmodScalarInPlaceOp = new("aten::fmod_", "Scalar");
        private static readonly Operator FmodTensorInPlaceOp = new("aten::fmod_", "Tensor");
        public Tensor fmod(Scalar scalar) => FmodScalarOp.Call(this, scalar);
        public Tensor fmod(Tensor target) => FmodTensorOp.Call(this, target);
        public Tensor fmod_(Scalar scalar) => FmodScalarInPlaceOp.CallInPlace(this, scalar);
        public Tensor fmod_(Tensor target) => FmodTensorInPlaceOp.CallInPlace(this, target);

        private static readonly Operator RemainderScalarOp = new("aten::remainder", "Scalar");
        private static readonly Operator RemainderTensorOp = new("aten::remainder", "Tensor");
        private static readonly Operator RemainderScalarInPlaceOp = new("aten::remainder_", "Scalar");
        private static readonly Operator RemainderTensorInPlaceOp = new("aten::remainder_", "Tensor");
        public Tensor remainder(Scalar scalar) => RemainderScalarOp.Call(this, scalar);
        public Tensor remainder(Tensor target) => RemainderTensorOp.Call(this, target);
        public Tensor remainder_(Scalar scalar) => RemainderScalarInPlaceOp.CallInPlace(this, scalar);
        public Tensor remainder_(Tensor target) => RemainderTensorInPlaceOp.CallInPlace(this, target);

        private static readonly Operator NegOp = new("aten::neg");
        private static readonly Operator NegInPlaceOp = new("aten::neg_");
        public Tensor neg() => NegOp.Call(this);
        public Tensor neg_() => NegInPlaceOp.CallInPlace(this);

        private static readonly Operator NegativeOp = new("aten::negative");
        public Tensor negative() => NegativeOp.Call(this);

        private static readonly Operator PositiveOp = new("aten::positive");
        public Tensor positive() => PositiveOp.Call(this);

        private static readonly Operator ReciprocalOp = new("aten::reciprocal");
        private static readonly Operator ReciprocalInPlaceOp = new("aten::reciprocal_");
        public Tensor reciprocal() => ReciprocalOp.Call(this);
        public Tensor reciprocal_() => ReciprocalInPlaceOp.CallInPlace(this);

        private static readonly Operator AddcdivOp = new("aten::addcdiv");
        private static readonly Operator AddcdivInPlaceOp = new("aten::addcdiv_");
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => AddcdivOp.Call(this, tensor1, tensor2);
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => AddcdivOp.Call(this, tensor1, tensor2, value);
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => AddcdivInPlaceOp.CallInPlace(this, tensor1, tensor2);
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => AddcdivInPlaceOp.CallInPlace(this, tensor1, tensor2, value);

        private static readonly Operator AddcmulOp = new("aten::addcmul");
        private static readonly Operator AddcmulInPlaceOp = new("aten::addcmul_");
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => AddcmulOp.Call(this, tensor1, tensor2, value);
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => AddcmulInPlaceOp.CallInPlace(this, tensor1, tensor2, value);

        private static readonly Operator LerpTensorOp = new("aten::lerp", "Tensor");
        private static readonly Operator LerpTensorInPlaceOp = new("aten::lerp_", "Tensor");
        public Tensor lerp(Tensor end, Tensor weight) => LerpTensorOp.Call(this, end, weight);
        public Tensor lerp_(Tensor end, Tensor weight) => LerpTensorInPlaceOp.CallInPlace(this, end, weight);

        private static readonly Operator PowTensorScalarOp = new("aten::pow", "Tensor_Scalar");
        private static readonly Operator PowTensorTensorOp = new("aten::pow", "Tensor_Tensor");
        private static readonly Operator PowScalarInPlaceOp = new("aten::pow_", "Scalar");
        private static readonly Operator PowTensorInPlaceOp = new("aten::pow_", "Tensor");
        public Tensor pow(Scalar exponent) => PowTensorScalarOp.Call(this, exponent);
        public Tensor pow(Tensor exponent) => PowTensorTensorOp.Call(this, exponent);
        public Tensor pow_(Scalar exponent) => PowScalarInPlaceOp.CallInPlace(this, exponent);
        public Tensor pow_(Tensor exponent) => PowTensorInPlaceOp.CallInPlace(this, exponent);

        private static readonly Operator FloatPowerTensorTensorOp = new("aten::float_power", "Tensor_Tensor");
        private static readonly Operator FloatPowerTensorInPlaceOp = new("aten::float_power_", "Tensor");
        public Tensor float_power(Tensor target) => FloatPowerTensorTensorOp.Call(this, target);
        public Tensor float_power_(Tensor target) => FloatPowerTensorInPlaceOp.CallInPlace(this, target);

        private static readonly Operator SquareOp = new("aten::square");
        public Tensor square() => SquareOp.Call(this);

        private static readonly Operator GcdOp = new("aten::gcd");
        private static readonly Operator GcdInPlaceOp = new("aten::gcd_");
        public Tensor gcd(Tensor other) => GcdOp.Call(this, other);
        public Tensor gcd_(Tensor other) => GcdInPlaceOp.CallInPlace(this, other);

        private static readonly Operator LcmOp = new("aten::lcm");
        private static readonly Operator LcmInPlaceOp = new("aten::lcm_");
        public Tensor lcm(Tensor other) => LcmOp.Call(this, other);
        public Tensor lcm_(Tensor other) => LcmInPlaceOp.CallInPlace(this, other);

        private static readonly Operator LdexpTensorOp = new("aten::ldexp", "Tensor");
        private static readonly Operator LdexpInPlaceOp = new("aten::ldexp_");
        public Tensor ldexp(Tensor other) => LdexpTensorOp.Call(this, other);
        public Tensor ldexp_(Tensor other) => LdexpInPlaceOp.CallInPlace(this, other);

        private static readonly Operator CopysignTensorOp = new("aten::copysign", "Tensor");
        private static readonly Operator CopysignTensorInPlaceOp = new("aten::copysign_", "Tensor");
        public Tensor copysign(Tensor other) => CopysignTensorOp.Call(this, other);
        public Tensor copysign_(Tensor other) => CopysignTensorInPlaceOp.CallInPlace(this, other);

        private static readonly Operator HypotOp = new("aten::hypot");
        public Tensor hypot(Tensor other) => HypotOp.Call(this, other);

        private static readonly Operator NextafterOp = new("aten::nextafter");
        private static readonly Operator NextafterInPlaceOp = new("aten::nextafter_");
        public Tensor nextafter(Tensor other) => NextafterOp.Call(this, other);
        public Tensor nextafter_(Tensor other) => NextafterInPlaceOp.CallInPlace(this, other);

        private static readonly Operator LogaddexpOp = new("aten::logaddexp");
        public Tensor logaddexp(Tensor other) => LogaddexpOp.Call(this, other);

        private static readonly Operator Logaddexp2Op = new("aten::logaddexp2");
        public Tensor logaddexp2(Tensor other) => Logaddexp2Op.Call(this, other);

        private static readonly Operator XlogyScalarOtherOp = new("aten::xlogy", "Scalar_Other");
        private static readonly Operator XlogyTensorOp = new("aten::xlogy", "Tensor");
        private static readonly Operator XlogyScalarOtherInPlaceOp = new("aten::xlogy_", "Scalar_Other");
        private static readonly Operator XlogyTensorInPlaceOp = new("aten::xlogy_", "Tensor");
        public Tensor xlogy(Scalar y) => XlogyScalarOtherOp.Call(this, y);
        public Tensor xlogy(Tensor y) => XlogyTensorOp.Call(this, y);
        public Tensor xlogy_(Scalar y) => XlogyScalarOtherInPlaceOp.CallInPlace(this, y);
        public Tensor xlogy_(Tensor y) => XlogyTensorInPlaceOp.CallInPlace(this, y);

        private static readonly Operator HeavisideOp = new("aten::heaviside");
        private static readonly Operator HeavisideInPlaceOp = new("aten::heaviside_");
        public Tensor heaviside(Tensor other) => HeavisideOp.Call(this, other);
        public Tensor heaviside_(Tensor other) => HeavisideInPlaceOp.CallInPlace(this, other);
    }
}
