using Mpuc.Weights.Safetensors;
using Mpuc.Weights.Tests.Tfjs;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Weights.Tests;

public sealed class WeightsReaderTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("types.zip.pt", WeightsFormat.PyTorch)]
    [TestCase("types.legacy.pt", WeightsFormat.PyTorchLegacy)]
    [TestCase("expected.json", WeightsFormat.Tfjs)]
    public void A_format_is_told_whatever_the_file_is_called(string file, WeightsFormat format)
    {
        File.Copy(TestData.GoldenFile(file), _folder.File("weights.bin"));
        Assert.That(WeightsReader.FormatOf(_folder.File("weights.bin")), Is.EqualTo(format));
    }

    [Test]
    public void A_safetensors_file_is_told_even_where_its_length_looks_like_json()
    {
        var header = """{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""".PadRight('{');
        File.WriteAllBytes(
            _folder.File("x"), [.. BitConverter.GetBytes((ulong)header.Length), .. header.Select(letter => (byte)letter), 9]);
        Assert.That(File.ReadAllBytes(_folder.File("x"))[0], Is.EqualTo((byte)'{'));
        Assert.That(WeightsReader.FormatOf(_folder.File("x")), Is.EqualTo(WeightsFormat.Safetensors));
        using var scope = NewDisposeScope();
        Assert.That(WeightsReader.Read(_folder.File("x"))["a"].item<byte>(), Is.EqualTo(9));
    }

    [TestCase("module.a", "module.b.c", "a", "b.c")]
    [TestCase("_orig_mod.module.a", "_orig_mod.module.b", "a", "b")]
    [TestCase("module.a", "b", "module.a", "b")]
    [TestCase("module.", "module.b", "module.", "module.b")]
    public void What_stands_before_every_name_because_several_devices_trained_the_network_is_left_out(
        string first, string second, params string[] names)
    {
        var header = $$$"""{"{{{first}}}":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"{{{second}}}":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""";
        File.WriteAllBytes(
            _folder.File("x"), [.. BitConverter.GetBytes((ulong)header.Length), .. header.Select(letter => (byte)letter), 8, 9]);

        using var scope = NewDisposeScope();
        var read = WeightsReader.Read(_folder.File("x"));

        Assert.That(read.Keys, Is.EqualTo(names));
        Assert.That(read[names[1]].item<byte>(), Is.EqualTo(9));
    }

    [TestCase("x.safetensors", "is not a sound safetensors file")]
    [TestCase("x.pt", "its pickle ends in the middle")]
    [TestCase("x.PTH", "its pickle ends in the middle")]
    [TestCase("x.bin", "none of the formats")]
    public void An_empty_file_is_refused_as_what_it_calls_itself(string name, string problem)
    {
        File.WriteAllBytes(_folder.File(name), []);
        Assert.That(
            () => WeightsReader.Read(_folder.File(name)),
            Throws.TypeOf<MpucException>().With.Message.Contains(problem).And.Message.Contains(name));
    }

    [Test]
    public void A_folder_is_refused() => Assert.That(
        () => WeightsReader.Read(_folder.Path),
        Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{_folder.Path}' is a folder, not a regular file; name a file in it."));

    [Test]
    public void A_file_in_a_folder_that_does_not_exist_is_said_not_to() => Assert.That(
        () => WeightsReader.FormatOf(_folder.File("no/x.pt")),
        Throws.TypeOf<MpucException>().With.Message.EqualTo($"{_folder.File("no/x.pt")} does not exist."));

    [Test]
    public void The_tensors_belong_to_the_caller_and_his_scope()
    {
        IReadOnlyDictionary<string, Tensor> tensors;
        using (NewDisposeScope())
        {
            tensors = WeightsReader.Read(TestData.GoldenFile("types.zip.pt"));
            Assert.That(tensors.Values.All(tensor => !tensor.IsInvalid), Is.True);
        }

        Assert.That(tensors.Values.All(tensor => tensor.IsInvalid), Is.True);
    }

    [Test]
    public void Nothing_is_left_of_a_file_that_is_refused_halfway()
    {
        var path = TfjsFiles.Write(
            _folder,
            """
            [{"paths":["shard1.bin"],"weights":[{"name":"a","shape":[4],"dtype":"uint8"}]},
             {"paths":["shard2.bin"],"weights":[{"name":"b","shape":[4],"dtype":"uint8"}]}]
            """,
            [1, 2, 3, 4],
            [1]);
        using var scope = NewDisposeScope();
        Assert.That(() => WeightsReader.Read(path), Throws.TypeOf<MpucException>());
        Assert.That(scope.DisposablesCount, Is.Zero);
    }

    [Test]
    public void Safetensors_come_in_the_files_order()
    {
        using var scope = NewDisposeScope();
        SafetensorsFile.Write(_folder.File("x.safetensors"), new Dictionary<string, Tensor>
        {
            ["small"] = zeros(2, ScalarType.Byte),
            ["wide"] = zeros(2, ScalarType.Float64),
            ["middle"] = zeros(2, ScalarType.Int16),
        });
        Assert.That(WeightsReader.Read(_folder.File("x.safetensors")).Keys, Is.EqualTo(new[] { "wide", "middle", "small" }));
    }

    [Test]
    public void A_manifest_stands_for_itself_and_the_shards_that_are_there()
    {
        var path = TfjsFiles.Write(_folder, """[{"paths":["shard1.bin","shard2.bin"],"weights":[]}]""", [1]);
        Assert.That(WeightsReader.FilesOf(path), Is.EqualTo(new[] { path, _folder.File("shard1.bin") }));
    }

    [TestCase("x-weights_manifest.json", "damaged")]
    [TestCase("model.json", "{}")]
    [TestCase("vectors.json", """[{"paths":["shard1.bin"],"weights":[]}]""")]
    [TestCase("onet.pt", "anything")]
    public void Any_other_file_stands_for_itself(string name, string content)
    {
        File.WriteAllText(_folder.File(name), content);
        Assert.That(WeightsReader.FilesOf(_folder.File(name)), Is.EqualTo(new[] { _folder.File(name) }));
        Assert.That(WeightsReader.FilesOf(_folder.File("missing-weights_manifest.json")), Has.Count.EqualTo(1));
    }

    [TestCase(WeightsFormat.Safetensors, "safetensors")]
    [TestCase(WeightsFormat.Tfjs, "tfjs")]
    [TestCase(WeightsFormat.PyTorch, "pytorch")]
    [TestCase(WeightsFormat.PyTorchLegacy, "pytorch-legacy")]
    public void Every_format_has_a_name(WeightsFormat format, string name) => Assert.That(format.Name(), Is.EqualTo(name));
}
