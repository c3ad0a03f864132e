namespace TorchSharp;

public static partial class torch
{
    /// <content>Complex tensors.</content>
    public partial class Tensor
    {
        private static readonly Operator AngleOp = new("aten::angle");
        public Tensor angle() => AngleOp.Call(this);

        private static readonly Operator ConjOp = new("aten::conj");
        public Tensor conj() => ConjOp.Call(this);

        private static readonly Operator ConjPhysicalOp = new("aten::conj_physical");
        private static readonly Operator ConjPhysicalInPlaceOp = new("aten::conj_physical_");
        public Tensor conj_physical() => ConjPhysicalOp.Call(this);
        public Tensor conj_physical_() => ConjPhysicalInPlaceOp.CallInPlace(this);

        private static readonly Operator ResolveConjOp = new("aten::resolve_conj");
        public Tensor resolve_conj() => ResolveConjOp.Call(this);

        private static readonly Operator ResolveNegOp = new("aten::resolve_neg");
        public Tensor resolve_neg() => ResolveNegOp.Call(this);

        private static readonly Operator IsConjOp = new("aten::is_conj");
        public bool is_conj() => IsConjOp.CallBool(this);

        private static readonly Operator IsNegOp = new("aten::is_neg");
        public bool is_neg() => IsNegOp.CallBool(this);

        private static readonly Operator ViewAsRealOp = new("aten::view_as_real");
        public Tensor view_as_real() => ViewAsRealOp.Call(this);

        private static readonly Operator ViewAsComplexOp = new("aten::view_as_complex");
        public Tensor view_as_complex() => ViewAsComplexOp.Call(this);
    }
}
