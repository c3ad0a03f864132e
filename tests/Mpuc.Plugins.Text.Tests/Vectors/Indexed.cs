using System.Security.Cryptography;
using Mpuc.Plugins.Text.Vectors;

namespace Mpuc.Plugins.Text.Tests.Vectors;

/// <summary>Builds indexes in a test's folder.</summary>
internal static class Indexed
{
    public static readonly byte[] Source = SHA256.HashData("source"u8);

    /// <summary>Reads a file of word vectors into an index and opens that.</summary>
    public static WordVectors Vectors(string path)
    {
        var index = Write(path, writer => WordVectorSource.Read(path, writer, CancellationToken.None));
        return WordVectors.TryOpen(index, Source)!;
    }

    /// <summary>Writes an index.</summary>
    public static string Write(string path, Action<WordVectorWriter> write)
    {
        var index = $"{path}.{Path.GetRandomFileName()}.index";
        using var file = new FileStream(index, FileMode.CreateNew);
        var writer = new WordVectorWriter(file);
        write(writer);
        writer.Complete(Source);
        return index;
    }

    public static float[]? Vector(this WordVectors vectors, string word)
    {
        var row = vectors.Find(word);
        return row < 0 ? null : vectors.Row(row);
    }

    public static float[] Row(this WordVectors vectors, int row)
    {
        var vector = new float[vectors.Width];
        vectors.Read(row, vector);
        return vector;
    }
}
