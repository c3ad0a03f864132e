using System.Security.Cryptography;
using System.Text;
using TorchSharp;

namespace Mpuc.Host.Training.Checkpoints;

/// <summary>Tells whether tensors on disk are those that were written.</summary>
internal static class TensorChecksum
{
    /// <summary>Hashes tensors.</summary>
    /// <returns>SHA-256 of names and bytes in the names' order, lower-case hexadecimal.</returns>
    public static string Of(IEnumerable<(string Name, torch.Tensor Tensor)> tensors)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, tensor) in tensors.OrderBy(tensor => tensor.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(tensor.detach().cpu().contiguous().bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
