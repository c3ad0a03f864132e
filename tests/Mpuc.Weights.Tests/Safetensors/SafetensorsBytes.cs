using System.Text;

namespace Mpuc.Weights.Tests.Safetensors;

/// <summary>Safetensors files put together byte by byte, independently of the writer under test.</summary>
internal static class SafetensorsBytes
{
    public static byte[] Of(string header, params byte[] data) => Of(Encoding.UTF8.GetBytes(header), data);

    public static byte[] Of(byte[] header, params byte[] data) => [.. BitConverter.GetBytes((ulong)header.Length), .. header, .. data];
}
