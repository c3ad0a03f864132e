namespace TorchSharpPeer.Models;

/// <summary>What every encoder gives.</summary>
internal static class Features
{
    /// <summary>The size of a feature vector.</summary>
    public const int Size = 512;
}
