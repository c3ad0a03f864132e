namespace TorchSharp;

/// <content>Other names and forms of what tensors can do.</content>
public static partial class torch
{
    private static readonly Operator SlogdetOp = new("aten::linalg_slogdet");
    private static readonly Operator LuUnpackOp = new("aten::lu_unpack");
    private static readonly Operator LuSolveOp = new("aten::lu_solve");
    private static readonly Operator OrgqrOp = new("aten::orgqr");

    public static bool is_tensor(object obj) => obj is Tensor;

    public static Tensor multiply_(Tensor left, Tensor right) => left.mul_(right);

    public static Tensor multiply_(Tensor left, Scalar right) => left.mul_(right);

    public static Tensor negative_(Tensor input) => input.neg_();

    public static Tensor trapz(Tensor y, Tensor x, long dim = -1) => y.trapezoid(x, dim);

    public static Tensor trapz(Tensor y, double dx = 1, long dim = -1) => y.trapezoid(dx, dim);

    public static Tensor[] unbind(Tensor tensor, int dim = 0) => tensor.unbind(dim);

    public static Tensor[] hsplit(Tensor input, Tensor indices_or_sections) => input.hsplit(indices_or_sections);

    public static Tensor[] dsplit(Tensor input, Tensor indices_or_sections) => input.dsplit(indices_or_sections);

    public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => SlogdetOp.Call2(A);

    public static (Tensor P, Tensor L, Tensor U) lu_unpack(
        Tensor LU_data, Tensor LU_pivots, bool unpack_data = true, bool unpack_pivots = true) =>
        LuUnpackOp.Call3(LU_data, LU_pivots, unpack_data, unpack_pivots);

    public static Tensor lu_solve(Tensor b, Tensor LU_data, Tensor LU_pivots) => LuSolveOp.Call(b, LU_data, LU_pivots);

    public static Tensor orgqr(Tensor input, Tensor tau) => OrgqrOp.Call(input, tau);

    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => input.Select(tensor => tensor.atleast_1d());

    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => input.Select(tensor => tensor.atleast_2d());

    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => input.Select(tensor => tensor.atleast_3d());

    /// <summary>Stops with the message unless the condition holds.</summary>
    public static void _assert(bool condition, string message)
    {
        if (!condition) {
            throw new InvalidOperationException(message);
        }
    }

    public static void _assert(Func<bool> condition, string message) => _assert(condition(), message);
}
