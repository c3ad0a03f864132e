namespace TorchSharp;

public static partial class torch
{
    /// <summary>Discrete Fourier transforms.</summary>
    public static class fft
    {
        private static readonly Operator FftFft2Op = new("aten::fft_fft2");
        private static readonly Operator FftFftOp = new("aten::fft_fft");
        private static readonly Operator FftFftfreqOp = new("aten::fft_fftfreq");
        private static readonly Operator FftFftnOp = new("aten::fft_fftn");
        private static readonly Operator FftFftshiftOp = new("aten::fft_fftshift");
        private static readonly Operator FftHfftOp = new("aten::fft_hfft");
        private static readonly Operator FftHfft2Op = new("aten::fft_hfft2");
        private static readonly Operator FftHfftnOp = new("aten::fft_hfftn");
        private static readonly Operator FftIfftOp = new("aten::fft_ifft");
        private static readonly Operator FftIfft2Op = new("aten::fft_ifft2");
        private static readonly Operator FftIfftnOp = new("aten::fft_ifftn");
        private static readonly Operator FftIfftshiftOp = new("aten::fft_ifftshift");
        private static readonly Operator FftIhfftOp = new("aten::fft_ihfft");
        private static readonly Operator FftIhfft2Op = new("aten::fft_ihfft2");
        private static readonly Operator FftIhfftnOp = new("aten::fft_ihfftn");
        private static readonly Operator FftIrfftOp = new("aten::fft_irfft");
        private static readonly Operator FftIrfft2Op = new("aten::fft_irfft2");
        private static readonly Operator FftIrfftnOp = new("aten::fft_irfftn");
        private static readonly Operator FftRfftOp = new("aten::fft_rfft");
        private static readonly Operator FftRfft2Op = new("aten::fft_rfft2");
        private static readonly Operator FftRfftfreqOp = new("aten::fft_rfftfreq");
        private static readonly Operator FftRfftnOp = new("aten::fft_rfftn");

        public static Tensor fft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            FftFft2Op.Call(input, s, dim ?? [-2, -1], Name(norm));

        public static Tensor fft_(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            FftFftOp.Call(input, Length(n), dim, Name(norm));

        public static Tensor fftfreq(long n, double d = 1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Tracked(FftFftfreqOp.Call(n, d, dtype, Argument.None, device), requires_grad);

        public static Tensor fftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            FftFftnOp.Call(input, s, dim, Name(norm));

        public static Tensor fftshift(Tensor input, long[]? dim = null) => FftFftshiftOp.Call(input, dim);

        public static Tensor hfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            FftHfftOp.Call(input, Length(n), dim, Name(norm));

        public static Tensor hfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            FftHfft2Op.Call(input, s, dim ?? [-2, -1], Name(norm));

        public static Tensor hfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            FftHfftnOp.Call(input, s, dim, Name(norm));

        public static Tensor ifft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            FftIfftOp.Call(input, Length(n), dim, Name(norm));

        public static Tensor ifft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            FftIfft2Op.Call(input, s, dim ?? [-2, -1], Name(norm));

        public static Tensor ifftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            FftIfftnOp.Call(input, s, dim, Name(norm));

        public static Tensor ifftshift(Tensor input, long[]? dim = null) => FftIfftshiftOp.Call(input, dim);

        public static Tensor ihfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            FftIhfftOp.Call(input, Length(n), dim, Name(norm));

        public static Tensor ihfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            FftIhfft2Op.Call(input, s, dim ?? [-2, -1], Name(norm));

        public static Tensor ihfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            FftIhfftnOp.Call(input, s, dim, Name(norm));

        public static Tensor irfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            FftIrfftOp.Call(input, Length(n), dim, Name(norm));

        public static Tensor irfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            FftIrfft2Op.Call(input, s, dim ?? [-2, -1], Name(norm));

        public static Tensor irfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            FftIrfftnOp.Call(input, s, dim, Name(norm));

        public static Tensor rfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            FftRfftOp.Call(input, Length(n), dim, Name(norm));

        public static Tensor rfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            FftRfft2Op.Call(input, s, dim ?? [-2, -1], Name(norm));

        public static Tensor rfftfreq(long n, double d = 1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Tracked(FftRfftfreqOp.Call(n, d, dtype, Argument.None, device), requires_grad);

        public static Tensor rfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            FftRfftnOp.Call(input, s, dim, Name(norm));

        private static string Name(FFTNormType norm) => norm.ToString().ToLowerInvariant();

        private static long? Length(long n) => n < 0 ? null : n;
    }
}
