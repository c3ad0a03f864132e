using System.Buffers.Binary;
using Mpuc.Weights.Safetensors;

namespace Mpuc.Weights;

/// <summary>Tells a file's format by its content; the name's extension decides only where the content is nobody's.</summary>
public static class WeightsFormats
{
    private static readonly string[] PickleExtensions = [".pt", ".pth", ".pkl"];

    /// <summary>Tells the format.</summary>
    /// <param name="stream">The file, at its start.</param>
    /// <param name="path">The file's name.</param>
    /// <exception cref="MpucException">It is none that is read.</exception>
    internal static WeightsFormat Of(Stream stream, string path)
    {
        Span<byte> start = stackalloc byte[16];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        var extension = Path.GetExtension(path);
        if (IsSafetensors(start))
        {
            return WeightsFormat.Safetensors;
        }

        if (start.StartsWith("PK\x03\x04"u8))
        {
            return WeightsFormat.PyTorch;
        }

        if (start is [(byte)0x80, <= 5, ..])
        {
            return WeightsFormat.PyTorchLegacy;
        }

        if (start.TrimStart(" \t\r\n"u8) is [(byte)'[' or (byte)'{', ..])
        {
            return WeightsFormat.Tfjs;
        }

        // These readers say best what is wrong with a file that calls itself theirs.
        return extension.Equals(".safetensors", StringComparison.OrdinalIgnoreCase) ? WeightsFormat.Safetensors
            : PickleExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase) ? WeightsFormat.PyTorchLegacy
            : throw new MpucException(
                $"{path} is none of the formats that are read: safetensors, a tfjs weights manifest, a PyTorch state dict (.pt, .pth).");
    }

    /// <summary>The format's name for programs and people, such as <c>pytorch-legacy</c>.</summary>
    /// <param name="format">The format.</param>
    /// <returns>The name.</returns>
    public static string Name(this WeightsFormat format) => format switch
    {
        WeightsFormat.Safetensors => "safetensors",
        WeightsFormat.Tfjs => "tfjs",
        WeightsFormat.PyTorch => "pytorch",
        _ => "pytorch-legacy",
    };

    private static bool IsSafetensors(ReadOnlySpan<byte> start) =>
        start.Length > 8 && start[8] == '{' && BinaryPrimitives.ReadUInt64LittleEndian(start) <= SafetensorsHeader.MaximumLength;
}
