namespace Mpuc.Host.Plugins.Contact;

/// <summary>What came of a plugin's first contact.</summary>
/// <param name="Fault">What it did wrong, to be read after the plugin's name; null where it passed.</param>
/// <param name="IsLasting">Whether the same files would do the same again, so that they need not be tried again.</param>
internal sealed record ContactVerdict(string? Fault, bool IsLasting = true)
{
    /// <summary>Nothing that it did ended the process, or kept it.</summary>
    public static ContactVerdict Passed { get; } = new((string?)null);
}
