using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Mpuc.Plugins.Text.Vectors;

namespace Mpuc.Plugins.Text.Tests.Mutations;

/// <summary>
/// Damaged word vectors and damaged indexes of them: read, refused in a sentence that names the file, or, of an index, taken for none.
/// </summary>
[TestFixture]
internal sealed class WordVectorMutationTests
{
    private const string Lines = "the 0.25 -1 1e-3\n, 2 3 4\n\u00E9t\u00E9 5 6 7\n. . . 8 9 10\n";
    private const string Json =
        "{\"dimensions\":2,\"words\":[\"a\"],\"vectors\":{\"a\":[1,-2.5e-1,3],\"\\u00e9\":[4,5,6]},\"unkVector\":[0,0]}";
    private static readonly byte[] Hash = SHA256.HashData("source"u8);

    private static IEnumerable<Parser> Parsers =>
    [
        new(
            "word vectors as text",
            () => [Encoding.UTF8.GetBytes(Lines), Encoding.UTF8.GetBytes("2 3\nso 1 2 3\nhome 4 5 6\n")],
            _ => ReadText) { Subject = "vectors.txt", IsText = true },
        new("word vectors as JSON", () => [Encoding.UTF8.GetBytes(Json)], _ => ReadJson)
        {
            Subject = "vectors.txt",
            IsText = true,
            Tokens = ["\"vectors\":", "\"dimensions\":", "{", "}", "[1,2]"],
        },
        Parser.OfFile(
            "word vectors in files",
            "vectors.txt",
            () => [Encoding.UTF8.GetBytes(Lines), Encoding.UTF8.GetBytes(Json), Packed(Lines), Packed(Json)],
            ReadFile),
        new("indexes of word vectors", () => [Index()], scratch => bytes => ReadIndex(scratch.Write("vectors.index", bytes))),
        new("words and rows of an index", () => [Index()], scratch => bytes => ReadIndex(scratch.Write("vectors.index", Sealed(bytes)))),
    ];

    [TestCaseSource(nameof(Parsers))]
    public void Damaged_vectors_are_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Few);

    [TestCaseSource(nameof(Parsers))]
    [Category("Slow")]
    public void A_million_damaged_vectors_are_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Many);

    private static void ReadText(byte[] bytes) =>
        new WordVectorText("vectors.txt", new Sink()).Read(new MemoryStream(bytes), CancellationToken.None);

    private static void ReadJson(byte[] bytes) =>
        new WordVectorJson("vectors.txt", new Sink()).Read(new MemoryStream(bytes), CancellationToken.None);

    private static void ReadFile(string path) => WordVectorSource.Read(path, new Sink(), CancellationToken.None);

    private static void ReadIndex(string path)
    {
        using var vectors = WordVectors.TryOpen(path, Hash);
        if (vectors?.Find("home") is >= 0 and var row)
        {
            vectors.Read(row, new float[vectors.Width]);
        }
    }

    private static byte[] Index()
    {
        using var scratch = new Scratch();
        using (var file = new FileStream(scratch.File("index"), FileMode.Create))
        {
            var writer = new WordVectorWriter(file);
            writer.Add("home"u8, [1, 2]);
            writer.Add("so"u8, [3, 4]);
            writer.Complete(Hash);
        }

        return File.ReadAllBytes(scratch.File("index"));
    }

    // With the hash that its content should have, as a program that writes indexes at will could.
    private static byte[] Sealed(byte[] bytes)
    {
        if (WordVectorIndex.Parse(bytes, Hash) is not { } index || index.FileLength != bytes.Length)
        {
            return bytes;
        }

        var tables = bytes.AsSpan((int)index.TablesOffset);
        return [.. index.ToHeader(Hash, tables), .. bytes.AsSpan(WordVectorIndex.HeaderLength)];
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private sealed class Sink : IWordVectorSink
    {
        public void Add(ReadOnlySpan<byte> word, ReadOnlySpan<float> vector)
        {
            if (word.IsEmpty || vector.ContainsAnyExceptInRange(float.MinValue, float.MaxValue))
            {
                throw new InvalidOperationException("A word is empty, or its vector is not finite.");
            }
        }
    }
}
