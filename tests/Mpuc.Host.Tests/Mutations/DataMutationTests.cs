using System.Security.Cryptography;
using System.Text;
using Mpuc.Host.Data.Content;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Datasets.Manifests;
using Mpuc.Host.Datasets.Mosei;
using Mpuc.Host.Datasets.Ravdess;

namespace Mpuc.Host.Tests.Mutations;

/// <summary>
/// What describes data sets, and what the cache keeps of them: read, refused in a sentence that names the file, or, of the cache, taken for
/// nothing.
/// </summary>
[TestFixture]
internal sealed class DataMutationTests
{
    private const string Table = "id,group,split,start,end,emotion,source.audio,source.text\na,g1,train,0,1.5,calm,a.wav,t.csv#1\nb,\"g,2\",test,,,\"sa\"\"d\",b.wav,\n";

    private const string Lines =
        """
        {"id":"a","group":"g1","split":"train","labels":{"emotion":"calm","strong":true},"sources":{"audio":"a.wav","text":{"path":"t.csv","key":"1","start":0.5,"end":2}}}
        { "id": "b\u00e9", "labels": null, "sources": { "audio": "b.wav", "face": null } }

        """;

    private const string Folds = "{ \"train\": [\"a\", \"b\"], // some\n \"valid\": [\"c\"], \"test\": [\"d\",], }";
    private const string PythonFolds = "standard_train_fold = ['a', 'b']\nstandard_valid_fold = [\"c\"]\nstandard_test_fold = [\n'd']\n";

    private static IEnumerable<Parser> Parsers =>
    [
        Parser.OfFile("manifests as CSV", "m.csv", () => Bytes(Table), path => ManifestReader.Read(path, requireFiles: false))
            with { IsText = true, Tokens = ["source.", "id", "split", "train", "start", "\"", "\"\"", "#", "..", "1.#QNAN", "#N/A"] },
        Parser.OfFile("manifests as JSON Lines", "m.jsonl", () => Bytes(Lines), path => ManifestReader.Read(path, requireFiles: false))
            with { IsText = true, Tokens = ["\"id\":", "\"labels\":", "\"sources\":", "\"path\":", "\"start\":", "{}", "\\u0000"] },
        Parser.OfFile(
            "lists of folds",
            "folds.json",
            () => Bytes(Folds, PythonFolds),
            path => MoseiFolds.Read(path)) with { IsText = true, Tokens = ["train", "validation", "standard_test_fold = [", "'", "]"] },
        Parser.OfBytes(
            "names of RAVDESS",
            () => Bytes("03-01-06-01-02-01-12"),
            bytes => RavdessName.Parse(Encoding.UTF8.GetString(bytes))) with { IsText = true, Tokens = ["-", "01", "99"] },
        Parser.OfFile("cached sequences", "a.seq", () => [Sequence()], Read) with { Subject = string.Empty },
        Parser.OfFile("sealed headers of cached sequences", "a.seq", () => [Sequence()], Read) with
        {
            Subject = string.Empty,
            Open = scratch => bytes => Read(scratch.Write("a.seq", Sealed(bytes))),
        },
        new("hashes of content", () => Bytes($"{new string('a', 64)}\t1 2 3 4\t/data/a.wav\n{new string('b', 64)}\t5 6\t/data/b.wav\n"), scratch => bytes =>
        {
            scratch.Write("hashes.tsv", bytes);
            _ = new ContentHashes(scratch.Folder);
        }) { IsText = true },
    ];

    [TestCaseSource(nameof(Parsers))]
    public void Damaged_descriptions_of_data_are_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Few);

    [TestCaseSource(nameof(Parsers))]
    [Category("Slow")]
    public void A_million_damaged_descriptions_of_data_are_read_or_refused(Parser parser) =>
        MutationTrials.Try(parser, MutationTrials.Many);

    private static void Read(string path)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        SequenceFile.TryOpen(path)?.Read();
    }

    private static byte[] Sequence()
    {
        using var file = new MemoryStream();
        float[] values = [1, 2, 3, 4, 5, 6];
        byte[] data = [.. values.SelectMany(BitConverter.GetBytes)];
        new SequenceHeader([3, 2], 30, SHA256.HashData(data)).Write(file);
        file.Write(data);
        return file.ToArray();
    }

    // With the hashes that its content should have, as a program that writes caches at will could: of the header as long as its rank says,
    // and of all behind it.
    private static byte[] Sealed(byte[] bytes)
    {
        var rank = bytes.Length > 24 ? BitConverter.ToInt64(bytes, 16) : 0;
        if (rank is < 1 or > 8 || bytes.Length < 24 + (8 * rank) + 64)
        {
            return bytes;
        }

        var (data, end) = ((24 + (8 * (int)rank) + 64 + 63) / 64 * 64, 24 + (8 * (int)rank) + 32);
        var changed = bytes.ToArray();
        SHA256.HashData(changed.AsSpan(Math.Min(data, changed.Length))).CopyTo(changed, end - 32);
        SHA256.HashData(changed.AsSpan(0, end)).CopyTo(changed, end);
        return changed;
    }

    private static byte[][] Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
