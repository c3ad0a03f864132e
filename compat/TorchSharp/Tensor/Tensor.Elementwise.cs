namespace TorchSharp;

public static partial class torch
{
    /// <content>Element-wise operators whose arguments need a translation.</content>
    public partial class Tensor
    {
        private static readonly Operator WhereOp = new("aten::where", "self");
        private static readonly Operator RoundOp = new("aten::round");
        private static readonly Operator RoundDecimalsOp = new("aten::round", "decimals");
        private static readonly Operator RoundInPlaceOp = new("aten::round_");
        private static readonly Operator RoundDecimalsInPlaceOp = new("aten::round_", "decimals");
        private static readonly Operator PolygammaOp = new("aten::polygamma");
        private static readonly Operator RandomInPlaceOp = new("aten::random_", "from");
        private static readonly Operator PinverseOp = new("aten::linalg_pinv", "atol_rtol_float");

        /// <summary>This tensor's elements where the condition holds, the other's elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => WhereOp.Call(condition, this, y);

        /// <summary>Rounds half to even. Integers have no decimals to round.</summary>
        public Tensor round(long decimals = 0) => decimals == 0 ? RoundOp.Call(this) : RoundDecimalsOp.Call(this, decimals);

        public Tensor round_(long decimals = 0) =>
            decimals == 0 ? RoundInPlaceOp.CallInPlace(this) : RoundDecimalsInPlaceOp.CallInPlace(this, decimals);

        public Tensor arctan(Tensor other) => arctan2(other);

        public Tensor arctan_(Tensor other) => arctan2_(other);

        public Tensor polygamma(long p) => PolygammaOp.Call(p, this);

        /// <summary>Whole numbers from <paramref name="from"/> up to but not including <paramref name="to"/>.</summary>
        public Tensor random_(double from, double to, Generator? generator = null) =>
            RandomInPlaceOp.CallInPlace(this, (long)from, (long)to, generator);

        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => PinverseOp.Call(this, 0.0, rcond, hermitian);

        /// <summary>The real parts, as a view; a real tensor is its own.</summary>
        public Tensor real => RealOp.Call(this);

        /// <summary>The imaginary parts of a complex tensor, as a view.</summary>
        public Tensor imag => ImagOp.Call(this);

        private static readonly Operator RealOp = new("aten::real");
        private static readonly Operator ImagOp = new("aten::imag");
    }

    private static readonly Operator WhereIndicesOp = new("aten::where");
    private static readonly Operator ComplexOp = new("aten::complex");
    private static readonly Operator PolarOp = new("aten::polar");
    private static readonly Operator CdistOp = new("aten::cdist");
    private static readonly Operator GatherOp = new("aten::gather");
    private static readonly Operator NormalTensorsOp = new("aten::normal", "Tensor_Tensor");

    public static Tensor where(Tensor condition, Tensor x, Tensor y) => x.where(condition, y);

    /// <summary>The positions where the condition holds, one tensor per dimension.</summary>
    public static Tensor[] where(Tensor condition) => WhereIndicesOp.CallList(condition);

    public static Tensor round(Tensor input, long decimals = 0) => input.round(decimals);

    public static Tensor round_(Tensor input, long decimals = 0) => input.round_(decimals);

    public static Tensor arctan(Tensor input, Tensor other) => input.arctan2(other);

    public static Tensor arctan_(Tensor input, Tensor other) => input.arctan2_(other);

    public static Tensor polygamma(Tensor input, long p) => input.polygamma(p);

    public static Tensor pinverse(Tensor input, double rcond = 1e-15, bool hermitian = false) => input.pinverse(rcond, hermitian);

    public static Tensor equal(Tensor tensor, Tensor target) => tensor.equal(target);

    public static Tensor real(Tensor input) => input.real;

    public static Tensor imag(Tensor input) => input.imag;

    public static Tensor complex(Tensor real, Tensor imag) => ComplexOp.Call(real, imag);

    public static Tensor polar(Tensor abs, Tensor angle) => PolarOp.Call(abs, angle);

    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

    public static Tensor gather(Tensor input, long dim, Tensor index, bool sparse_grad = false) =>
        GatherOp.Call(input, dim, index, sparse_grad);

    /// <summary>The p-norm of every difference between two rows: [..., n, d] and [..., m, d] give [..., n, m].</summary>
    public static Tensor cdist(
        Tensor x1, Tensor x2, double p = 2, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary) =>
        CdistOp.Call(x1, x2, p, (long)compute_mode);

    /// <summary>A draw from a normal distribution per element of <paramref name="mean"/> and <paramref name="std"/>.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) => NormalTensorsOp.Call(mean, std, generator);

    public static Tensor normal(
        double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randn(size, dtype, device, false, generator, names).mul_(std).add_(mean).requires_grad_(requires_grad);
}
