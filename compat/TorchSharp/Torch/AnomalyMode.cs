namespace TorchSharp;

/// <summary>Turns anomaly detection in backward on or off until disposed.</summary>
public class AnomalyMode : IDisposable
{
    private readonly bool wasEnabled = IsEnabled;
    private readonly bool wasCheckingNaN = ShouldCheckNaN;

    public AnomalyMode(bool enabled, bool check_nan = true) =>
        NativeMethods.mpuc_set_anomaly_mode(enabled ? 1 : 0, check_nan ? 1 : 0);

    public static bool IsEnabled => NativeMethods.mpuc_anomaly_mode() != 0;

    public static bool ShouldCheckNaN => NativeMethods.mpuc_anomaly_checks_nan() != 0;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) =>
        NativeMethods.mpuc_set_anomaly_mode(wasEnabled ? 1 : 0, wasCheckingNaN ? 1 : 0);
}
