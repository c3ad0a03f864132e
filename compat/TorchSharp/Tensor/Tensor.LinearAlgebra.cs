namespace TorchSharp;

public static partial class torch
{
    /// <content>Products and factorisations of matrices.</content>
    public partial class Tensor
    {
        private static readonly Operator MatmulOp = new("aten::matmul");
        public Tensor matmul(Tensor target) => MatmulOp.Call(this, target);

        private static readonly Operator MmOp = new("aten::mm");
        public Tensor mm(Tensor target) => MmOp.Call(this, target);

        private static readonly Operator BmmOp = new("aten::bmm");
        public Tensor bmm(Tensor batch2) => BmmOp.Call(this, batch2);

        private static readonly Operator MvOp = new("aten::mv");
        public Tensor mv(Tensor target) => MvOp.Call(this, target);

        private static readonly Operator DotOp = new("aten::dot");
        public Tensor dot(Tensor target) => DotOp.Call(this, target);

        private static readonly Operator VdotOp = new("aten::vdot");
        public Tensor vdot(Tensor target) => VdotOp.Call(this, target);

        private static readonly Operator InnerOp = new("aten::inner");
        public Tensor inner(Tensor vec2) => InnerOp.Call(this, vec2);

        private static readonly Operator OuterOp = new("aten::outer");
        public Tensor outer(Tensor vec2) => OuterOp.Call(this, vec2);

        private static readonly Operator GerOp = new("aten::ger");
        public Tensor ger(Tensor vec2) => GerOp.Call(this, vec2);

        private static readonly Operator KronOp = new("aten::kron");
        public Tensor kron(Tensor other) => KronOp.Call(this, other);

        private static readonly Operator AddmmOp = new("aten::addmm");
        private static readonly Operator AddmmInPlaceOp = new("aten::addmm_");
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => AddmmOp.Call(this, mat1, mat2, beta, alpha);
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            AddmmInPlaceOp.CallInPlace(this, mat1, mat2, beta, alpha);

        private static readonly Operator AddmvOp = new("aten::addmv");
        private static readonly Operator AddmvInPlaceOp = new("aten::addmv_");
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => AddmvOp.Call(this, mat, vec, beta, alpha);
        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) =>
            AddmvInPlaceOp.CallInPlace(this, mat, vec, beta, alpha);

        private static readonly Operator AddrOp = new("aten::addr");
        private static readonly Operator AddrInPlaceOp = new("aten::addr_");
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => AddrOp.Call(this, vec1, vec2, beta, alpha);
        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
            AddrInPlaceOp.CallInPlace(this, vec1, vec2, beta, alpha);

        private static readonly Operator AddbmmOp = new("aten::addbmm");
        private static readonly Operator AddbmmInPlaceOp = new("aten::addbmm_");
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            AddbmmOp.Call(this, batch1, batch2, beta, alpha);
        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            AddbmmInPlaceOp.CallInPlace(this, batch1, batch2, beta, alpha);

        private static readonly Operator BaddbmmOp = new("aten::baddbmm");
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            BaddbmmOp.Call(this, batch1, batch2, beta, alpha);

        private static readonly Operator TensordotOp = new("aten::tensordot");
        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => TensordotOp.Call(this, b, dims1, dims2);

        private static readonly Operator MatrixExpOp = new("aten::matrix_exp");
        public Tensor matrix_exp() => MatrixExpOp.Call(this);

        private static readonly Operator MatrixPowerOp = new("aten::matrix_power");
        public Tensor matrix_power(int n) => MatrixPowerOp.Call(this, n);

        private static readonly Operator DetOp = new("aten::det");
        public Tensor det() => DetOp.Call(this);

        private static readonly Operator LogdetOp = new("aten::logdet");
        public Tensor logdet() => LogdetOp.Call(this);

        private static readonly Operator InverseOp = new("aten::inverse");
        public Tensor inverse() => InverseOp.Call(this);

        private static readonly Operator CholeskyOp = new("aten::cholesky");
        public Tensor cholesky(bool upper = false) => CholeskyOp.Call(this, upper);

        private static readonly Operator CholeskyInverseOp = new("aten::cholesky_inverse");
        public Tensor cholesky_inverse(bool upper = false) => CholeskyInverseOp.Call(this, upper);

        private static readonly Operator CholeskySolveOp = new("aten::cholesky_solve");
        public Tensor cholesky_solve(Tensor input2, bool upper = false) => CholeskySolveOp.Call(this, input2, upper);

        private static readonly Operator GeqrfOp = new("aten::geqrf");
        public (Tensor a, Tensor tau) geqrf() => GeqrfOp.Call2(this);

        private static readonly Operator OrmqrOp = new("aten::ormqr");
        public Tensor ormqr(Tensor tau, Tensor other, bool left = true, bool transpose = false) =>
            OrmqrOp.Call(this, tau, other, left, transpose);

        private static readonly Operator TraceOp = new("aten::trace");
        public Tensor trace() => TraceOp.Call(this);

        private static readonly Operator VanderOp = new("aten::vander");
        public Tensor vander(long N = -1, bool increasing = false) => VanderOp.Call(this, N, increasing);

        private static readonly Operator RenormOp = new("aten::renorm");
        public Tensor renorm(float p, long dim, float maxnorm) => RenormOp.Call(this, p, dim, maxnorm);

        private static readonly Operator AdjointOp = new("aten::adjoint");
        public Tensor adjoint() => AdjointOp.Call(this);
    }
}
