namespace TorchSharp;

/// <content>Short-time Fourier transforms and windows.</content>
public static partial class torch
{
    private static readonly Operator StftOp = new("aten::stft", "center");
    private static readonly Operator IstftOp = new("aten::istft");
    private static readonly Operator HannWindowOp = new("aten::hann_window", "periodic");
    private static readonly Operator HammingWindowOp = new("aten::hamming_window", "periodic_alpha_beta");
    private static readonly Operator BlackmanWindowOp = new("aten::blackman_window", "periodic");
    private static readonly Operator BartlettWindowOp = new("aten::bartlett_window", "periodic");
    private static readonly Operator KaiserWindowOp = new("aten::kaiser_window", "beta");

    /// <content>Short-time Fourier transforms.</content>
    public partial class Tensor
    {
        /// <summary>
        /// Spectra of windows of a signal [..., samples], as [..., frequencies, frames]; with centering the signal is padded by half a
        /// window at both ends. A negative hop or window length takes the default: a quarter of <paramref name="n_fft"/>, all of it.
        /// </summary>
        public Tensor stft(
            long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
            PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null) =>
            StftOp.Call(
                this, n_fft, NullIfNegative(hop_length), NullIfNegative(win_length), window, center, PadModeName(pad_mode), normalized,
                onesided, return_complex);

        /// <summary>The signal whose <see cref="stft"/> comes closest to this one.</summary>
        public Tensor istft(
            long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true, bool normalized = false,
            bool? onesided = null, long length = -1, bool return_complex = false) =>
            IstftOp.Call(
                this, n_fft, NullIfNegative(hop_length), NullIfNegative(win_length), window, center, normalized, onesided, NullIfNegative(length),
                return_complex);

        private static long? NullIfNegative(long value) => value < 0 ? null : value;

        private static string PadModeName(PaddingModes mode) => mode switch
        {
            PaddingModes.Zeros => "constant",
            _ => mode.ToString().ToLowerInvariant(),
        };
    }

    public static Tensor stft(
        Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
        PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null) =>
        input.stft(n_fft, hop_length, win_length, window, center, pad_mode, normalized, onesided, return_complex);

    public static Tensor istft(
        Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
        bool normalized = false, bool? onesided = null, long length = -1, bool return_complex = false) =>
        input.istft(n_fft, hop_length, win_length, window, center, normalized, onesided, length, return_complex);

    public static Tensor hann_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Tracked(HannWindowOp.Call(len, periodic, dtype, Argument.None, device), requires_grad);

    public static Tensor hamming_window(
        long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Tracked(HammingWindowOp.Call(len, periodic, AsWritten(alpha), AsWritten(beta), dtype, Argument.None, device), requires_grad);

    public static Tensor blackman_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Tracked(BlackmanWindowOp.Call(len, periodic, dtype, Argument.None, device), requires_grad);

    public static Tensor bartlett_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Tracked(BartlettWindowOp.Call(len, periodic, dtype, Argument.None, device), requires_grad);

    public static Tensor kaiser_window(
        long len, bool periodic = true, float beta = 12, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Tracked(KaiserWindowOp.Call(len, periodic, beta, dtype, Argument.None, device), requires_grad);

    // 0.54f is not 0.54: a Float64 window wants the decimal number that the caller wrote.
    private static double AsWritten(float value) => (double)(decimal)value;
}
