namespace TorchSharp;

/// <content>Ranges, identity matrices and permutations.</content>
public static partial class torch
{
    private static readonly Operator ArangeOp = new("aten::arange", "start_step");
    private static readonly Operator LinspaceOp = new("aten::linspace");
    private static readonly Operator LogspaceOp = new("aten::logspace");
    private static readonly Operator EyeOp = new("aten::eye", "m");
    private static readonly Operator RandpermOp = new("aten::randperm", "generator");
    private static readonly Operator RandintOp = new("aten::randint", "low_generator");
    private static readonly Operator TrilIndicesOp = new("aten::tril_indices");
    private static readonly Operator TriuIndicesOp = new("aten::triu_indices");
    private static readonly Operator EmptyStridedOp = new("aten::empty_strided");

    /// <summary>From <paramref name="start"/> up to but not including <paramref name="stop"/>; Int64 where all three are whole numbers.</summary>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Tracked(ArangeOp.Call(start, stop, step, dtype, Argument.None, device), requires_grad);

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>Both ends included.</summary>
    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Tracked(LinspaceOp.Call(start, end, steps, dtype, Argument.None, device), requires_grad);

    public static Tensor logspace(
        double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Tracked(LogspaceOp.Call(start, end, steps, @base, dtype, Argument.None, device), requires_grad);

    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        return Tracked(EyeOp.Call(rows, columns < 0 ? rows : columns, dtype, Argument.None, device), requires_grad);
    }

    /// <summary>The numbers below <paramref name="n"/> in random order, Int64 where no type is given.</summary>
    public static Tensor randperm(
        long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Tracked(RandpermOp.Call(n, generator, dtype ?? ScalarType.Int64, Argument.None, device), requires_grad);

    /// <summary>Whole numbers from <paramref name="low"/> up to but not including <paramref name="high"/>, Int64 where no type is given.</summary>
    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null)
    {
        RefuseNames(names);
        return Tracked(RandintOp.Call(low, high, size, generator, dtype ?? ScalarType.Int64, Argument.None, device), requires_grad);
    }

    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) => randint(0, high, size, dtype, device, requires_grad, generator, names);

    public static Tensor randint(
        int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(low, high, Array.ConvertAll(size, length => (long)length), dtype, device, requires_grad, generator, names);

    public static Tensor randint(
        int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) => randint(0, high, size, dtype, device, requires_grad, generator, names);

    public static Tensor empty_strided(
        long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        return Tracked(EmptyStridedOp.Call(size, strides, dtype, Argument.None, device), requires_grad);
    }

    public static Tensor tril_indices(
        long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        TrilIndicesOp.Call(row, col, offset, dtype, Argument.None, device);

    public static Tensor triu_indices(
        long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        TriuIndicesOp.Call(row, col, offset, dtype, Argument.None, device);
}
