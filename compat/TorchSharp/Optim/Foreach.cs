using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Arithmetic on lists of tensors, element by element of the lists, in one call each: on a GPU one kernel for many tensors.
/// </summary>
internal static class Foreach
{
    private static readonly Operator NegOperator = new("aten::_foreach_neg");
    private static readonly Operator SqrtOperator = new("aten::_foreach_sqrt");
    private static readonly Operator AddOperator = new("aten::_foreach_add", "List");
    private static readonly Operator AddInPlaceOperator = new("aten::_foreach_add_", "List");
    private static readonly Operator AddNumberOperator = new("aten::_foreach_add_", "Scalar");
    private static readonly Operator MulOperator = new("aten::_foreach_mul_", "Scalar");
    private static readonly Operator DivOperator = new("aten::_foreach_div_", "Scalar");
    private static readonly Operator AddcmulOperator = new("aten::_foreach_addcmul_", "Scalar");
    private static readonly Operator AddcdivOperator = new("aten::_foreach_addcdiv_", "Scalar");
    private static readonly Operator MaximumOperator = new("aten::_foreach_maximum_", "List");
    private static readonly Operator ZeroOperator = new("aten::_foreach_zero_");

    internal static Tensor[] Neg(Tensor[] self) => NegOperator.CallList(self);

    internal static Tensor[] Sqrt(Tensor[] self) => SqrtOperator.CallList(self);

    internal static void ZeroInPlace(Tensor[] self) => ZeroOperator.CallVoid(self);

    /// <summary>self + alpha other.</summary>
    internal static Tensor[] Add(Tensor[] self, Tensor[] other, double alpha) => AddOperator.CallList(self, other, alpha);

    /// <summary>self += alpha other.</summary>
    internal static void AddInPlace(Tensor[] self, Tensor[] other, double alpha) => AddInPlaceOperator.CallVoid(self, other, alpha);

    /// <summary>self += number.</summary>
    internal static void AddInPlace(Tensor[] self, double number) => AddNumberOperator.CallVoid(self, number);

    /// <summary>self *= number.</summary>
    internal static void MulInPlace(Tensor[] self, double number) => MulOperator.CallVoid(self, number);

    /// <summary>self /= number.</summary>
    internal static void DivInPlace(Tensor[] self, double number) => DivOperator.CallVoid(self, number);

    /// <summary>self += value first second.</summary>
    internal static void AddcmulInPlace(Tensor[] self, Tensor[] first, Tensor[] second, double value)
        => AddcmulOperator.CallVoid(self, first, second, value);

    /// <summary>self += value numerator / denominator.</summary>
    internal static void AddcdivInPlace(Tensor[] self, Tensor[] numerator, Tensor[] denominator, double value)
        => AddcdivOperator.CallVoid(self, numerator, denominator, value);

    /// <summary>self = max(self, other).</summary>
    internal static void MaximumInPlace(Tensor[] self, Tensor[] other) => MaximumOperator.CallVoid(self, other);
}
