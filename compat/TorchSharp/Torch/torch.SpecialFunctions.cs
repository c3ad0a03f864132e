namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions.</summary>
    public static class special
    {
        private static readonly Operator AiryAiOp = new("aten::special_airy_ai");
        private static readonly Operator BesselJ0Op = new("aten::special_bessel_j0");
        private static readonly Operator BesselJ1Op = new("aten::special_bessel_j1");
        private static readonly Operator BesselY0Op = new("aten::special_bessel_y0");
        private static readonly Operator BesselY1Op = new("aten::special_bessel_y1");
        private static readonly Operator ChebyshevPolynomialTOp = new("aten::special_chebyshev_polynomial_t");
        private static readonly Operator ChebyshevPolynomialUOp = new("aten::special_chebyshev_polynomial_u");
        private static readonly Operator ChebyshevPolynomialVOp = new("aten::special_chebyshev_polynomial_v");
        private static readonly Operator ChebyshevPolynomialWOp = new("aten::special_chebyshev_polynomial_w");
        private static readonly Operator DigammaOp = new("aten::special_digamma");
        private static readonly Operator EntrOp = new("aten::special_entr");
        private static readonly Operator ErfOp = new("aten::special_erf");
        private static readonly Operator ErfcOp = new("aten::special_erfc");
        private static readonly Operator ErfcxOp = new("aten::special_erfcx");
        private static readonly Operator ErfinvOp = new("aten::special_erfinv");
        private static readonly Operator Exp2Op = new("aten::special_exp2");
        private static readonly Operator ExpitOp = new("aten::special_expit");
        private static readonly Operator Expm1Op = new("aten::special_expm1");
        private static readonly Operator GammaincOp = new("aten::special_gammainc");
        private static readonly Operator GammainccOp = new("aten::special_gammaincc");
        private static readonly Operator GammalnOp = new("aten::special_gammaln");
        private static readonly Operator HermitePolynomialHOp = new("aten::special_hermite_polynomial_h");
        private static readonly Operator HermitePolynomialHeOp = new("aten::special_hermite_polynomial_he");
        private static readonly Operator I0Op = new("aten::special_i0");
        private static readonly Operator I0eOp = new("aten::special_i0e");
        private static readonly Operator I1Op = new("aten::special_i1");
        private static readonly Operator I1eOp = new("aten::special_i1e");
        private static readonly Operator LaguerrePolynomialLOp = new("aten::special_laguerre_polynomial_l");
        private static readonly Operator LegendrePolynomialPOp = new("aten::special_legendre_polynomial_p");
        private static readonly Operator LogSoftmaxOp = new("aten::special_log_softmax");
        private static readonly Operator LogitOp = new("aten::special_logit");
        private static readonly Operator ModifiedBesselI0Op = new("aten::special_modified_bessel_i0");
        private static readonly Operator ModifiedBesselI1Op = new("aten::special_modified_bessel_i1");
        private static readonly Operator ModifiedBesselK0Op = new("aten::special_modified_bessel_k0");
        private static readonly Operator ModifiedBesselK1Op = new("aten::special_modified_bessel_k1");
        private static readonly Operator MultigammalnOp = new("aten::special_multigammaln");
        private static readonly Operator NdtrOp = new("aten::special_ndtr");
        private static readonly Operator NdtriOp = new("aten::special_ndtri");
        private static readonly Operator PolygammaOp = new("aten::special_polygamma");
        private static readonly Operator PsiOp = new("aten::special_psi");
        private static readonly Operator ScaledModifiedBesselK0Op = new("aten::special_scaled_modified_bessel_k0");
        private static readonly Operator ScaledModifiedBesselK1Op = new("aten::special_scaled_modified_bessel_k1");
        private static readonly Operator ShiftedChebyshevPolynomialTOp = new("aten::special_shifted_chebyshev_polynomial_t");
        private static readonly Operator ShiftedChebyshevPolynomialUOp = new("aten::special_shifted_chebyshev_polynomial_u");
        private static readonly Operator ShiftedChebyshevPolynomialVOp = new("aten::special_shifted_chebyshev_polynomial_v");
        private static readonly Operator ShiftedChebyshevPolynomialWOp = new("aten::special_shifted_chebyshev_polynomial_w");
        private static readonly Operator SincOp = new("aten::special_sinc");
        private static readonly Operator SoftmaxOp = new("aten::special_softmax");
        private static readonly Operator SphericalBesselJ0Op = new("aten::special_spherical_bessel_j0");
        private static readonly Operator Xlog1pyOp = new("aten::special_xlog1py");
        private static readonly Operator ZetaOp = new("aten::special_zeta");

        public static Tensor airy_ai(Tensor input, Tensor? @out = null) => Into(@out, AiryAiOp.Call(input));

        public static Tensor bessel_j0(Tensor input, Tensor? @out = null) => Into(@out, BesselJ0Op.Call(input));

        public static Tensor bessel_j1(Tensor input, Tensor? @out = null) => Into(@out, BesselJ1Op.Call(input));

        public static Tensor bessel_y0(Tensor input, Tensor? @out = null) => Into(@out, BesselY0Op.Call(input));

        public static Tensor bessel_y1(Tensor input, Tensor? @out = null) => Into(@out, BesselY1Op.Call(input));

        public static Tensor chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, ChebyshevPolynomialTOp.Call(x, n));

        public static Tensor chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, ChebyshevPolynomialUOp.Call(x, n));

        public static Tensor chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, ChebyshevPolynomialVOp.Call(x, n));

        public static Tensor chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, ChebyshevPolynomialWOp.Call(x, n));

        public static Tensor digamma(Tensor input) => DigammaOp.Call(input);

        public static Tensor entr(Tensor input) => EntrOp.Call(input);

        public static Tensor erf(Tensor input) => ErfOp.Call(input);

        public static Tensor erfc(Tensor input) => ErfcOp.Call(input);

        public static Tensor erfcx(Tensor input) => ErfcxOp.Call(input);

        public static Tensor erfinv(Tensor input) => ErfinvOp.Call(input);

        public static Tensor exp2(Tensor input) => Exp2Op.Call(input);

        public static Tensor expit(Tensor input) => ExpitOp.Call(input);

        public static Tensor expm1(Tensor input) => Expm1Op.Call(input);

        public static Tensor gammainc(Tensor input, Tensor other) => GammaincOp.Call(input, other);

        public static Tensor gammaincc(Tensor input, Tensor other) => GammainccOp.Call(input, other);

        public static Tensor gammaln(Tensor input) => GammalnOp.Call(input);

        public static Tensor hermite_polynomial_h(Tensor x, Tensor n, Tensor? @out = null) => Into(@out, HermitePolynomialHOp.Call(x, n));

        public static Tensor hermite_polynomial_he(Tensor x, Tensor n, Tensor? @out = null) => Into(@out, HermitePolynomialHeOp.Call(x, n));

        public static Tensor i0(Tensor input) => I0Op.Call(input);

        public static Tensor i0e(Tensor input) => I0eOp.Call(input);

        public static Tensor i1(Tensor input) => I1Op.Call(input);

        public static Tensor i1e(Tensor input) => I1eOp.Call(input);

        public static Tensor laguerre_polynomial_l(Tensor x, Tensor n, Tensor? @out = null) => Into(@out, LaguerrePolynomialLOp.Call(x, n));

        public static Tensor legendre_polynomial_p(Tensor x, Tensor n, Tensor? @out = null) => Into(@out, LegendrePolynomialPOp.Call(x, n));

        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => LogSoftmaxOp.Call(input, dim, dtype);

        public static Tensor logit(Tensor input) => LogitOp.Call(input);

        public static Tensor modified_bessel_i0(Tensor input, Tensor? @out = null) => Into(@out, ModifiedBesselI0Op.Call(input));

        public static Tensor modified_bessel_i1(Tensor input, Tensor? @out = null) => Into(@out, ModifiedBesselI1Op.Call(input));

        public static Tensor modified_bessel_k0(Tensor input, Tensor? @out = null) => Into(@out, ModifiedBesselK0Op.Call(input));

        public static Tensor modified_bessel_k1(Tensor input, Tensor? @out = null) => Into(@out, ModifiedBesselK1Op.Call(input));

        public static Tensor multigammaln(Tensor input, long p) => MultigammalnOp.Call(input, p);

        public static Tensor ndtr(Tensor input) => NdtrOp.Call(input);

        public static Tensor ndtri(Tensor input) => NdtriOp.Call(input);

        public static Tensor polygamma(long n, Tensor input) => PolygammaOp.Call(n, input);

        public static Tensor psi(Tensor input) => PsiOp.Call(input);

        public static Tensor scaled_modified_bessel_k0(Tensor input, Tensor? @out = null) =>
            Into(@out, ScaledModifiedBesselK0Op.Call(input));

        public static Tensor scaled_modified_bessel_k1(Tensor input, Tensor? @out = null) =>
            Into(@out, ScaledModifiedBesselK1Op.Call(input));

        public static Tensor shifted_chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, ShiftedChebyshevPolynomialTOp.Call(x, n));

        public static Tensor shifted_chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, ShiftedChebyshevPolynomialUOp.Call(x, n));

        public static Tensor shifted_chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, ShiftedChebyshevPolynomialVOp.Call(x, n));

        public static Tensor shifted_chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, ShiftedChebyshevPolynomialWOp.Call(x, n));

        public static Tensor sigmoid(Tensor input) => input.sigmoid();

        public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

        public static Tensor sinc(Tensor input) => SincOp.Call(input);

        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => SoftmaxOp.Call(input, dim, dtype);

        public static Tensor spherical_bessel_j0(Tensor input, Tensor? @out = null) => Into(@out, SphericalBesselJ0Op.Call(input));

        public static Tensor xlog1py(Tensor input, Tensor other) => Xlog1pyOp.Call(input, other);

        public static Tensor zeta(Tensor x, Tensor q) => ZetaOp.Call(x, q);

        private static Tensor Into(Tensor? target, Tensor result)
        {
            if (target is null) {
                return result;
            }

            using (result) {
                return target.copy_(result);
            }
        }
    }
}
