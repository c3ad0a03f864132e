namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra.</summary>
    public static partial class linalg
    {
        private static readonly Operator CholeskyOp = new("aten::linalg_cholesky");
        private static readonly Operator CholeskyExOp = new("aten::linalg_cholesky_ex");
        private static readonly Operator CondOp = new("aten::linalg_cond");
        private static readonly Operator CondPStrOp = new("aten::linalg_cond", "p_str");
        private static readonly Operator CrossOp = new("aten::linalg_cross");
        private static readonly Operator DetOp = new("aten::linalg_det");
        private static readonly Operator DiagonalOp = new("aten::linalg_diagonal");
        private static readonly Operator EigOp = new("aten::linalg_eig");
        private static readonly Operator EighOp = new("aten::linalg_eigh");
        private static readonly Operator EigvalsOp = new("aten::linalg_eigvals");
        private static readonly Operator EigvalshOp = new("aten::linalg_eigvalsh");
        private static readonly Operator HouseholderProductOp = new("aten::linalg_householder_product");
        private static readonly Operator InvOp = new("aten::linalg_inv");
        private static readonly Operator InvExOp = new("aten::linalg_inv_ex");
        private static readonly Operator LdlFactorOp = new("aten::linalg_ldl_factor");
        private static readonly Operator LdlFactorExOp = new("aten::linalg_ldl_factor_ex");
        private static readonly Operator LdlSolveOp = new("aten::linalg_ldl_solve");
        private static readonly Operator LstsqOp = new("aten::linalg_lstsq");
        private static readonly Operator LuOp = new("aten::linalg_lu");
        private static readonly Operator LuFactorOp = new("aten::linalg_lu_factor");
        private static readonly Operator LuSolveOp = new("aten::linalg_lu_solve");
        private static readonly Operator LuSolveOutOp = new("aten::linalg_lu_solve", "out");
        private static readonly Operator MatrixExpOp = new("aten::linalg_matrix_exp");
        private static readonly Operator MatrixNormOp = new("aten::linalg_matrix_norm");
        private static readonly Operator MatrixNormStrOrdOp = new("aten::linalg_matrix_norm", "str_ord");
        private static readonly Operator MatrixRankAtolRtolTensorOp = new("aten::linalg_matrix_rank", "atol_rtol_tensor");
        private static readonly Operator MatrixRankAtolRtolFloatOp = new("aten::linalg_matrix_rank", "atol_rtol_float");
        private static readonly Operator MultiDotOp = new("aten::linalg_multi_dot");
        private static readonly Operator NormOp = new("aten::linalg_norm");
        private static readonly Operator NormOrdStrOp = new("aten::linalg_norm", "ord_str");
        private static readonly Operator PinvAtolRtolTensorOp = new("aten::linalg_pinv", "atol_rtol_tensor");
        private static readonly Operator PinvAtolRtolFloatOp = new("aten::linalg_pinv", "atol_rtol_float");
        private static readonly Operator QrOp = new("aten::linalg_qr");
        private static readonly Operator SlogdetOp = new("aten::linalg_slogdet");
        private static readonly Operator SolveOp = new("aten::linalg_solve");
        private static readonly Operator SolveExOp = new("aten::linalg_solve_ex");
        private static readonly Operator SolveTriangularOp = new("aten::linalg_solve_triangular");
        private static readonly Operator SolveTriangularOutOp = new("aten::linalg_solve_triangular", "out");
        private static readonly Operator SvdOp = new("aten::linalg_svd");
        private static readonly Operator SvdvalsOp = new("aten::linalg_svdvals");
        private static readonly Operator TensorinvOp = new("aten::linalg_tensorinv");
        private static readonly Operator TensorsolveOp = new("aten::linalg_tensorsolve");
        private static readonly Operator VanderOp = new("aten::linalg_vander");
        private static readonly Operator VecdotOp = new("aten::linalg_vecdot");
        private static readonly Operator VecdotOutOp = new("aten::linalg_vecdot", "out");
        private static readonly Operator VectorNormOp = new("aten::linalg_vector_norm");

        public enum QRMode
        {
            Reduced = 0,
            Complete = 1,
            R = 2,
        }

        public static Tensor cholesky(Tensor input) => CholeskyOp.Call(input);

        public static (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false) =>
            CholeskyExOp.Call2(input, check_errors);

        public static Tensor cond(Tensor input) => CondOp.Call(input);

        public static Tensor cond(Tensor input, double p) => CondOp.Call(input, p);

        public static Tensor cond(Tensor input, int p) => CondOp.Call(input, p);

        public static Tensor cond(Tensor input, string p) => CondPStrOp.Call(input, p);

        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => CrossOp.Call(input, other, dim);

        public static Tensor det(Tensor input) => DetOp.Call(input);

        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) =>
            DiagonalOp.Call(input, offset, dim1, dim2);

        public static (Tensor eigvals, Tensor eigvecs) eig(Tensor input) => EigOp.Call2(input);

        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => EighOp.Call2(input, UPLO.ToString());

        public static Tensor eigvals(Tensor input) => EigvalsOp.Call(input);

        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => EigvalshOp.Call(input, UPLO.ToString());

        public static Tensor householder_product(Tensor A, Tensor tau) => HouseholderProductOp.Call(A, tau);

        public static Tensor inv(Tensor input) => InvOp.Call(input);

        public static (Tensor L, Tensor info) inv_ex(Tensor input, bool check_errors = false) => InvExOp.Call2(input, check_errors);

        public static (Tensor LU, Tensor Pivots) ldl_factor(Tensor input, bool hermitian = true) => LdlFactorOp.Call2(input, hermitian);

        public static (Tensor LU, Tensor Pivots, Tensor info) ldl_factor_ex(
            Tensor input, bool hermitian = true, bool check_errors = false) =>
            LdlFactorExOp.Call3(input, hermitian, check_errors);

        public static Tensor ldl_solve(Tensor LD, Tensor pivots, Tensor B, bool hermitian = false) =>
            LdlSolveOp.Call(LD, pivots, B, hermitian);

        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) =>
            LstsqOp.Call4(input, other);

        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(
            Tensor input, Tensor other, double rcond) =>
            LstsqOp.Call4(input, other, rcond);

        public static (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true) => LuOp.Call3(input, pivot);

        public static (Tensor LU, Tensor Pivots) lu_factor(Tensor input, bool pivot = true) => LuFactorOp.Call2(input, pivot);

        public static Tensor lu_solve(Tensor LU, Tensor pivots, Tensor B, bool left = true, bool adjoint = false, Tensor? @out = null)
        {
            if (@out is null) {
                return LuSolveOp.Call(LU, pivots, B, left, adjoint);
            }

            LuSolveOutOp.CallVoid(LU, pivots, B, left, adjoint, @out);
            return @out;
        }

        public static Tensor matrix_exp(Tensor input) => MatrixExpOp.Call(input);

        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            MatrixNormOp.Call(input, ord, dims ?? [-2, -1], keepdim);

        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) =>
            MatrixNormStrOrdOp.Call(input, ord, dims ?? [-2, -1], keepdim);

        public static Tensor matrix_rank(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            MatrixRankAtolRtolTensorOp.Call(input, atol, rtol, hermitian);

        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            MatrixRankAtolRtolFloatOp.Call(input, atol, rtol, hermitian);

        public static Tensor multi_dot(IList<Tensor> tensors) => MultiDotOp.Call(tensors.ToArray());

        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            NormOp.Call(input, ord, dims, keepdim);

        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            NormOp.Call(input, ord, dims, keepdim);

        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            NormOp.Call(input, Argument.None, dims, keepdim);

        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            NormOrdStrOp.Call(input, ord, dims, keepdim);

        public static Tensor pinv(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            PinvAtolRtolTensorOp.Call(input, atol, rtol, hermitian);

        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            PinvAtolRtolFloatOp.Call(input, atol, rtol, hermitian);

        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) =>
            QrOp.Call2(input, mode.ToString().ToLowerInvariant());

        public static (Tensor res, Tensor logabsdet) slogdet(Tensor input) => SlogdetOp.Call2(input);

        public static Tensor solve(Tensor A, Tensor B, bool left = true) => SolveOp.Call(A, B, left);

        public static (Tensor result, Tensor info) solve_ex(Tensor A, Tensor B, bool left = true, bool check_errors = false) =>
            SolveExOp.Call2(A, B, left, check_errors);

        public static Tensor solve_triangular(Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false, Tensor? @out = null)
        {
            if (@out is null) {
                return SolveTriangularOp.Call(A, B, upper, left, unitriangular);
            }

            SolveTriangularOutOp.CallVoid(A, B, upper, left, unitriangular, @out);
            return @out;
        }

        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) => SvdOp.Call3(input, fullMatrices);

        public static Tensor svdvals(Tensor input) => SvdvalsOp.Call(input);

        public static Tensor tensorinv(Tensor input, long ind) => TensorinvOp.Call(input, ind);

        public static Tensor tensorsolve(Tensor A, Tensor B, long[] dims) => TensorsolveOp.Call(A, B, dims);

        public static Tensor vander(Tensor input, long? N = null) => VanderOp.Call(input, N);

        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null)
        {
            if (@out is null) {
                return VecdotOp.Call(x, y, dim);
            }

            VecdotOutOp.CallVoid(x, y, dim, @out);
            return @out;
        }

        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            VectorNormOp.Call(input, ord, dims, keepdim);
    }
}
