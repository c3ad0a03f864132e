using System.Globalization;
using System.Text;
using Mpuc.Weights;
using TorchSharp;

namespace Mpuc.Host.Inference;

/// <summary>Writes tensors in NumPy's format 1.0, atomically.</summary>
internal static class NumpyFile
{
    private const int Preamble = 10;

    /// <summary>Writes a tensor.</summary>
    /// <param name="tensor">Of 32 or 64-bit floating point numbers, contiguous, on the CPU.</param>
    public static void Write(string path, torch.Tensor tensor)
    {
        // A tuple of one is written with a comma in Python.
        var sizes = string.Join(", ", tensor.shape.Select(size => size.ToString(CultureInfo.InvariantCulture)))
            + (tensor.dim() == 1 ? "," : string.Empty);
        var header = string.Create(
            CultureInfo.InvariantCulture, $"{{'descr': '<f{tensor.ElementSize}', 'fortran_order': False, 'shape': ({sizes}), }}");
        var padded = header.PadRight((((header.Length + Preamble + 1 + 63) / 64) * 64) - Preamble - 1) + '\n';
        AtomicFile.Write(path, stream =>
        {
            stream.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)(padded.Length & 0xFF), (byte)(padded.Length >> 8)]);
            stream.Write(Encoding.ASCII.GetBytes(padded));
            stream.Write(tensor.bytes);
        });
    }
}
