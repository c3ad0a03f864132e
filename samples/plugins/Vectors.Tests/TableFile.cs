using Mpuc;
using TorchSharp;

namespace Samples.Vectors.Tests;

/// <summary>A CSV file that lives as long as a test.</summary>
internal sealed class TableFile : IDisposable
{
    public TableFile(string content)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + ".csv");
        File.WriteAllText(Path, content);
    }

    public string Path { get; }

    public ModalitySource Row(string? key) => new(Path) { Key = key };

    public void Dispose() => File.Delete(Path);

    public static async Task<float[]> Read(IFittedEncoder encoder, ModalitySource source)
    {
        using var sequence = await encoder.ReadAsync(source, CancellationToken.None);
        return sequence.Values.data<float>().ToArray();
    }
}
