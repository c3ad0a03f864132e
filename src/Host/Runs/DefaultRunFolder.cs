using System.Globalization;

namespace Mpuc.Host.Runs;

/// <summary>Where a run goes whose user names no folder.</summary>
internal static class DefaultRunFolder
{
    /// <summary>Names a folder after the run and the present time.</summary>
    public static string For(string name) =>
        Path.Combine("runs", $"{name}-{DateTime.Now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}");
}
