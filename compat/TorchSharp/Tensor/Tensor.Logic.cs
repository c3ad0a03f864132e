namespace TorchSharp;

public static partial class torch
{
    /// <content>Logical and bitwise operators.</content>
    public partial class Tensor
    {
        private static readonly Operator LogicalAndOp = new("aten::logical_and");
        private static readonly Operator LogicalAndInPlaceOp = new("aten::logical_and_");
        public Tensor logical_and(Tensor other) => LogicalAndOp.Call(this, other);
        public Tensor logical_and_(Tensor other) => LogicalAndInPlaceOp.CallInPlace(this, other);

        private static readonly Operator LogicalOrOp = new("aten::logical_or");
        private static readonly Operator LogicalOrInPlaceOp = new("aten::logical_or_");
        public Tensor logical_or(Tensor other) => LogicalOrOp.Call(this, other);
        public Tensor logical_or_(Tensor other) => LogicalOrInPlaceOp.CallInPlace(this, other);

        private static readonly Operator LogicalXorOp = new("aten::logical_xor");
        private static readonly Operator LogicalXorInPlaceOp = new("aten::logical_xor_");
        public Tensor logical_xor(Tensor other) => LogicalXorOp.Call(this, other);
        public Tensor logical_xor_(Tensor other) => LogicalXorInPlaceOp.CallInPlace(this, other);

        private static readonly Operator LogicalNotOp = new("aten::logical_not");
        private static readonly Operator LogicalNotInPlaceOp = new("aten::logical_not_");
        public Tensor logical_not() => LogicalNotOp.Call(this);
        public Tensor logical_not_() => LogicalNotInPlaceOp.CallInPlace(this);

        private static readonly Operator BitwiseAndTensorOp = new("aten::bitwise_and", "Tensor");
        private static readonly Operator BitwiseAndTensorInPlaceOp = new("aten::bitwise_and_", "Tensor");
        public Tensor bitwise_and(Tensor other) => BitwiseAndTensorOp.Call(this, other);
        public Tensor bitwise_and_(Tensor other) => BitwiseAndTensorInPlaceOp.CallInPlace(this, other);

        private static readonly Operator BitwiseOrTensorOp = new("aten::bitwise_or", "Tensor");
        private static readonly Operator BitwiseOrTensorInPlaceOp = new("aten::bitwise_or_", "Tensor");
        public Tensor bitwise_or(Tensor other) => BitwiseOrTensorOp.Call(this, other);
        public Tensor bitwise_or_(Tensor other) => BitwiseOrTensorInPlaceOp.CallInPlace(this, other);

        private static readonly Operator BitwiseXorTensorOp = new("aten::bitwise_xor", "Tensor");
        private static readonly Operator BitwiseXorTensorInPlaceOp = new("aten::bitwise_xor_", "Tensor");
        public Tensor bitwise_xor(Tensor other) => BitwiseXorTensorOp.Call(this, other);
        public Tensor bitwise_xor_(Tensor other) => BitwiseXorTensorInPlaceOp.CallInPlace(this, other);

        private static readonly Operator BitwiseNotOp = new("aten::bitwise_not");
        private static readonly Operator BitwiseNotInPlaceOp = new("aten::bitwise_not_");
        public Tensor bitwise_not() => BitwiseNotOp.Call(this);
        public Tensor bitwise_not_() => BitwiseNotInPlaceOp.CallInPlace(this);

        private static readonly Operator BitwiseLeftShiftTensorOp = new("aten::bitwise_left_shift", "Tensor");
        private static readonly Operator BitwiseLeftShiftTensorInPlaceOp = new("aten::bitwise_left_shift_", "Tensor");
        public Tensor bitwise_left_shift(Tensor other) => BitwiseLeftShiftTensorOp.Call(this, other);
        public Tensor bitwise_left_shift_(Tensor other) => BitwiseLeftShiftTensorInPlaceOp.CallInPlace(this, other);

        private static readonly Operator BitwiseRightShiftTensorOp = new("aten::bitwise_right_shift", "Tensor");
        private static readonly Operator BitwiseRightShiftTensorInPlaceOp = new("aten::bitwise_right_shift_", "Tensor");
        public Tensor bitwise_right_shift(Tensor other) => BitwiseRightShiftTensorOp.Call(this, other);
        public Tensor bitwise_right_shift_(Tensor other) => BitwiseRightShiftTensorInPlaceOp.CallInPlace(this, other);
    }
}
