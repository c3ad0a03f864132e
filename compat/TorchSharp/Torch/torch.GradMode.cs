namespace TorchSharp;

public static partial class torch
{
    /// <summary>Until disposed, operators on this thread record nothing for backward.</summary>
    public static IDisposable no_grad() => new GradMode(enabled: false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    public static bool is_grad_enabled() => NativeMethods.mpuc_grad_mode() != 0;

    /// <summary>Like <see cref="no_grad"/>, and cheaper: tensors made in it can never take part in backward.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_inference_mode_enabled() => NativeMethods.mpuc_inference_mode() != 0;

    private sealed class GradMode : IDisposable
    {
        private readonly bool before = is_grad_enabled();

        internal GradMode(bool enabled) => NativeMethods.mpuc_set_grad_mode(enabled ? 1 : 0);

        public void Dispose() => NativeMethods.mpuc_set_grad_mode(before ? 1 : 0);
    }

    private sealed class InferenceMode(bool enabled) : IDisposable
    {
        private IntPtr guard = NativeMethods.mpuc_inference_mode_begin(enabled ? 1 : 0);

        public void Dispose() => NativeMethods.mpuc_inference_mode_end(Interlocked.Exchange(ref guard, IntPtr.Zero));
    }
}
