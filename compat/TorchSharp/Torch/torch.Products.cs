namespace TorchSharp;

/// <content>Tensor products by other names or with other arguments.</content>
public static partial class torch
{
    private static readonly Operator EinsumOp = new("aten::einsum");
    private static readonly Operator TensordotOp = new("aten::tensordot");
    private static readonly Operator ChainMatmulOp = new("aten::chain_matmul");
    private static readonly Operator CombinationsOp = new("aten::combinations");
    private static readonly Operator ResultTypeOp = new("aten::result_type", "Tensor");

    /// <content>Contractions.</content>
    public partial class Tensor
    {
        /// <summary>Contracts the last dimensions of this tensor with the first of the other.</summary>
        public Tensor tensordot(Tensor b, long dims = 2)
        {
            long[] first = [.. Enumerable.Range(0, (int)dims)];
            return TensordotOp.Call(this, b, Array.ConvertAll(first, dim => dim - dims), first);
        }

        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            TensordotOp.Call(this, b, Array.ConvertAll(dims, pair => pair.Item1), Array.ConvertAll(dims, pair => pair.Item2));
    }

    /// <summary>Sums of products in Einstein's notation, for example <c>bij,bjk-&gt;bik</c>.</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors) => EinsumOp.Call(equation, tensors);

    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2) => a.tensordot(b, dims);

    public static Tensor tensordot(Tensor a, Tensor b, (long, long)[] dims) => a.tensordot(b, dims);

    public static Tensor chain_matmul(params Tensor[] matrices) => ChainMatmulOp.Call(matrices);

    public static Tensor cholesky(Tensor input) => input.cholesky();

    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false) =>
        CombinationsOp.Call(input, r, with_replacement);

    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => (ScalarType)ResultTypeOp.CallLong(tensor1, tensor2);
}
