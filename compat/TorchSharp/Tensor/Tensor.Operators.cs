namespace TorchSharp;

public static partial class torch
{
    /// <content>Operators. Comparisons are element by element; ask <see cref="Equals(Tensor)"/> whether two tensors are the same.</content>
    public partial class Tensor
    {
        private static readonly Operator RsubScalarOp = new("aten::rsub", "Scalar");
        private static readonly Operator EqualOp = new("aten::equal");

        public static Tensor operator +(Tensor left, Tensor right) => AddTensorOp.Call(left, right);
        public static Tensor operator +(Tensor left, Scalar right) => AddScalarOp.Call(left, right);
        public static Tensor operator +(Tensor left, int right) => AddScalarOp.Call(left, right);
        public static Tensor operator +(Tensor left, long right) => AddScalarOp.Call(left, right);
        public static Tensor operator +(Tensor left, float right) => AddScalarOp.Call(left, right);
        public static Tensor operator +(Tensor left, double right) => AddScalarOp.Call(left, right);
        public static Tensor operator +(Scalar left, Tensor right) => AddScalarOp.Call(right, left);
        public static Tensor operator +(int left, Tensor right) => AddScalarOp.Call(right, left);
        public static Tensor operator +(long left, Tensor right) => AddScalarOp.Call(right, left);
        public static Tensor operator +(float left, Tensor right) => AddScalarOp.Call(right, left);
        public static Tensor operator +(double left, Tensor right) => AddScalarOp.Call(right, left);

        public static Tensor operator -(Tensor left, Tensor right) => SubTensorOp.Call(left, right);
        public static Tensor operator -(Tensor left, Scalar right) => SubScalarOp.Call(left, right);
        public static Tensor operator -(Tensor left, int right) => SubScalarOp.Call(left, right);
        public static Tensor operator -(Tensor left, long right) => SubScalarOp.Call(left, right);
        public static Tensor operator -(Tensor left, float right) => SubScalarOp.Call(left, right);
        public static Tensor operator -(Tensor left, double right) => SubScalarOp.Call(left, right);
        public static Tensor operator -(Scalar left, Tensor right) => RsubScalarOp.Call(right, left);
        public static Tensor operator -(int left, Tensor right) => RsubScalarOp.Call(right, left);
        public static Tensor operator -(long left, Tensor right) => RsubScalarOp.Call(right, left);
        public static Tensor operator -(float left, Tensor right) => RsubScalarOp.Call(right, left);
        public static Tensor operator -(double left, Tensor right) => RsubScalarOp.Call(right, left);

        public static Tensor operator *(Tensor left, Tensor right) => MulTensorOp.Call(left, right);
        public static Tensor operator *(Tensor left, Scalar right) => MulScalarOp.Call(left, right);
        public static Tensor operator *(Tensor left, int right) => MulScalarOp.Call(left, right);
        public static Tensor operator *(Tensor left, long right) => MulScalarOp.Call(left, right);
        public static Tensor operator *(Tensor left, float right) => MulScalarOp.Call(left, right);
        public static Tensor operator *(Tensor left, double right) => MulScalarOp.Call(left, right);
        public static Tensor operator *(Scalar left, Tensor right) => MulScalarOp.Call(right, left);
        public static Tensor operator *(int left, Tensor right) => MulScalarOp.Call(right, left);
        public static Tensor operator *(long left, Tensor right) => MulScalarOp.Call(right, left);
        public static Tensor operator *(float left, Tensor right) => MulScalarOp.Call(right, left);
        public static Tensor operator *(double left, Tensor right) => MulScalarOp.Call(right, left);

        public static Tensor operator /(Tensor left, Tensor right) => DivTensorOp.Call(left, right);
        public static Tensor operator /(Tensor left, Scalar right) => DivScalarOp.Call(left, right);
        public static Tensor operator /(Tensor left, int right) => DivScalarOp.Call(left, right);
        public static Tensor operator /(Tensor left, long right) => DivScalarOp.Call(left, right);
        public static Tensor operator /(Tensor left, float right) => DivScalarOp.Call(left, right);
        public static Tensor operator /(Tensor left, double right) => DivScalarOp.Call(left, right);
        public static Tensor operator /(Scalar left, Tensor right) => DivideInto(left, right);
        public static Tensor operator /(int left, Tensor right) => DivideInto(left, right);
        public static Tensor operator /(long left, Tensor right) => DivideInto(left, right);
        public static Tensor operator /(float left, Tensor right) => DivideInto(left, right);
        public static Tensor operator /(double left, Tensor right) => DivideInto(left, right);

        public static Tensor operator %(Tensor left, Tensor right) => RemainderTensorOp.Call(left, right);
        public static Tensor operator %(Tensor left, Scalar right) => RemainderScalarOp.Call(left, right);
        public static Tensor operator %(Tensor left, int right) => RemainderScalarOp.Call(left, right);
        public static Tensor operator %(Tensor left, long right) => RemainderScalarOp.Call(left, right);
        public static Tensor operator %(Tensor left, float right) => RemainderScalarOp.Call(left, right);
        public static Tensor operator %(Tensor left, double right) => RemainderScalarOp.Call(left, right);

        public static Tensor operator ==(Tensor left, Tensor right) => EqTensorOp.Call(left, right);
        public static Tensor operator ==(Tensor left, Scalar right) => EqScalarOp.Call(left, right);
        public static Tensor operator ==(Scalar left, Tensor right) => EqScalarOp.Call(right, left);

        public static Tensor operator !=(Tensor left, Tensor right) => NeTensorOp.Call(left, right);
        public static Tensor operator !=(Tensor left, Scalar right) => NeScalarOp.Call(left, right);
        public static Tensor operator !=(Scalar left, Tensor right) => NeScalarOp.Call(right, left);

        public static Tensor operator <(Tensor left, Tensor right) => LtTensorOp.Call(left, right);
        public static Tensor operator <(Tensor left, Scalar right) => LtScalarOp.Call(left, right);
        public static Tensor operator <(Scalar left, Tensor right) => GtScalarOp.Call(right, left);

        public static Tensor operator <=(Tensor left, Tensor right) => LeTensorOp.Call(left, right);
        public static Tensor operator <=(Tensor left, Scalar right) => LeScalarOp.Call(left, right);
        public static Tensor operator <=(Scalar left, Tensor right) => GeScalarOp.Call(right, left);

        public static Tensor operator >(Tensor left, Tensor right) => GtTensorOp.Call(left, right);
        public static Tensor operator >(Tensor left, Scalar right) => GtScalarOp.Call(left, right);
        public static Tensor operator >(Scalar left, Tensor right) => LtScalarOp.Call(right, left);

        public static Tensor operator >=(Tensor left, Tensor right) => GeTensorOp.Call(left, right);
        public static Tensor operator >=(Tensor left, Scalar right) => GeScalarOp.Call(left, right);
        public static Tensor operator >=(Scalar left, Tensor right) => LeScalarOp.Call(right, left);

        public static Tensor operator -(Tensor tensor) => tensor.neg();
        public static Tensor operator ~(Tensor left) => left.bitwise_not();
        public static Tensor operator &(Tensor left, Tensor right) => left.bitwise_and(right);
        public static Tensor operator |(Tensor left, Tensor right) => left.bitwise_or(right);
        public static Tensor operator ^(Tensor left, Tensor right) => left.bitwise_xor(right);

        /// <summary>Whether both have the same shape and the same elements.</summary>
        public bool Equals(Tensor? target) => target is not null && (ReferenceEquals(this, target) || EqualOp.CallBool(this, target));

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        /// <summary>Element by element, like <c>==</c>.</summary>
        public Tensor equal(Tensor target) => eq(target);

        // As PyTorch computes it, so that the last bit agrees.
        private static Tensor DivideInto(Scalar left, Tensor right)
        {
            using var inverse = right.reciprocal();
            return MulScalarOp.Call(inverse, left);
        }
    }
}
