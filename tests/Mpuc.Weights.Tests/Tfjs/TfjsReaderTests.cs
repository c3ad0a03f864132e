using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Weights.Tests.Tfjs;

public sealed class TfjsReaderTests
{
    private DisposeScope _scope = null!;
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Open() => (_scope, _folder) = (NewDisposeScope(), new TemporaryFolder());

    [TearDown]
    public void Close()
    {
        _scope.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void Plain_values_of_every_type_are_read()
    {
        var tensors = Read(
            """
            [{"paths":["shard1.bin"],"weights":[
              {"name":"a/filters","shape":[2,1],"dtype":"float32"},{"name":"b","shape":[],"dtype":"int32"},
              {"name":"c","shape":[2],"dtype":"uint8"},{"name":"d","shape":[3],"dtype":"bool"},{"name":"e","shape":[0,4],"dtype":"float32"}]}]
            """,
            [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 0xFE, 0xFF, 0xFF, 0xFF, 7, 255, 1, 0, 1]);
        Assert.That(tensors.Keys, Is.EqualTo(new[] { "a/filters", "b", "c", "d", "e" }));
        Assert.That((tensors["a/filters"].dtype, tensors["a/filters"].shape), Is.EqualTo((ScalarType.Float32, new long[] { 2, 1 })));
        Assert.That(tensors["a/filters"].data<float>().ToArray(), Is.EqualTo(new[] { 1f, -2f }));
        Assert.That((tensors["b"].shape, tensors["b"].item<int>()), Is.EqualTo((Array.Empty<long>(), -2)));
        Assert.That(tensors["c"].data<byte>().ToArray(), Is.EqualTo(new byte[] { 7, 255 }));
        Assert.That(tensors["d"].data<bool>().ToArray(), Is.EqualTo(new[] { true, false, true }));
        Assert.That(tensors["e"].shape, Is.EqualTo(new long[] { 0, 4 }));
    }

    [Test]
    public void Quantised_values_become_what_they_stand_for()
    {
        var tensors = Read(
            """
            [{"paths":["shard1.bin"],"weights":[
              {"name":"bytes","shape":[3],"dtype":"float32","quantization":{"dtype":"uint8","scale":0.1,"min":-1.2}},
              {"name":"shorts","shape":[2],"dtype":"float32","quantization":{"dtype":"uint16","scale":0.001,"min":5}},
              {"name":"halves","shape":[2],"dtype":"float32","quantization":{"dtype":"float16"}},
              {"name":"whole","shape":[3],"dtype":"int32","quantization":{"dtype":"uint8","scale":0.5,"min":-3}}]}]
            """,
            [0, 1, 255, 0, 0, 0xFF, 0xFF, 0, 0x3C, 0, 0xC0, 1, 2, 3]);
        Assert.That(tensors["bytes"].data<float>().ToArray(), Is.EqualTo(new[] { -1.2f, -1.1f, (float)((255 * 0.1) - 1.2) }).Within(1e-7));
        Assert.That(tensors["shorts"].data<float>().ToArray(), Is.EqualTo(new[] { 5f, 70.535f }).Within(1e-5));
        Assert.That(tensors["halves"].data<float>().ToArray(), Is.EqualTo(new[] { 1f, -2f }));
        Assert.That(tensors["whole"].data<int>().ToArray(), Is.EqualTo(new[] { -2, -2, -1 }), "halves are rounded upwards");
    }

    [Test]
    public void Weights_may_lie_across_shards_and_in_several_groups()
    {
        var path = TfjsFiles.Write(
            _folder,
            """
            {"modelTopology":{"deep":[[{"x":[1]}]]},"weightsManifest":[
              {"paths":["shard1.bin","shard2.bin"],"weights":[{"name":"a","shape":[2],"dtype":"int32"}]},
              {"paths":["./shard3.bin"],"weights":[{"name":"b","shape":[1],"dtype":"uint8"}]}]}
            """,
            [1, 0, 0],
            [0, 2, 0, 0, 0],
            [9]);
        File.Move(path, _folder.File("model.json"));
        var tensors = WeightsReader.Read(_folder.File("model.json"));
        Assert.That(tensors["a"].data<int>().ToArray(), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(tensors["b"].item<byte>(), Is.EqualTo(9));
    }

    [TestCase("../secret.bin")]
    [TestCase("/etc/hostname")]
    [TestCase("a/../../secret.bin")]
    [TestCase("..")]
    [TestCase("a\\\\..\\\\secret.bin")]
    [TestCase("")]
    public void A_shard_outside_the_folder_is_refused(string shard) =>
        Refuses(
            $$"""[{"paths":["{{shard}}"],"weights":[{"name":"a","shape":[1],"dtype":"float32"}]}]""",
            "[0].paths[0] must be the path of a file in the manifest's own folder");

    [TestCase("""[{"paths":["none.bin"],"weights":[{"name":"a","shape":[1],"dtype":"float32"}]}]""", "none.bin, which is not beside it")]
    [TestCase(
        """[{"paths":["shard1.bin"],"weights":[{"name":"a","shape":[2],"dtype":"float32"}]}]""",
        "describes 8 bytes of weights, while shard1.bin has 4")]
    [TestCase(
        """[{"paths":["shard1.bin"],"weights":[{"name":"a","shape":[4611686018427387904,4611686018427387904],"dtype":"float32"}]}]""",
        "while shard1.bin has 4")]
    [TestCase(
        """[{"paths":["shard1.bin"],"weights":[{"name":"a","shape":[-1],"dtype":"float32"}]}]""",
        "[0].weights[0].shape must be an array of whole numbers from 0 up")]
    [TestCase(
        """[{"paths":["shard1.bin"],"weights":[{"name":"a","shape":[1],"dtype":"string"}]}]""", "[0].weights[0].dtype must be one of")]
    [TestCase(
        """[{"paths":["shard1.bin"],"weights":[{"name":"a","shape":[1],"dtype":"float32","quantization":{"dtype":"uint8","scale":1}}]}]""",
        "[0].weights[0].quantization must be an object with the numbers scale and min")]
    [TestCase("""[{"paths":["shard1.bin"],"weights":[{"name":"a","shape":[1],"dtype":"float32","quantization":{"dtype":"uint4","scale":1,"min":0}}]}]""", "quantization must be an object with a dtype")]
    [TestCase("""[{"paths":["shard1.bin"],"weights":[{"name":"a","shape":[4],"dtype":"bool","quantization":{"dtype":"uint8","scale":1,"min":0}}]}]""", "[0].weights[0].dtype must be float32 or int32")]
    [TestCase(
        """[{"paths":["shard1.bin"],"weights":[{"name":"a","shape":[1],"dtype":"uint8"},{"name":"a","shape":[3],"dtype":"uint8"}]}]""",
        "a name of its own")]
    [TestCase("""{"weights":[]}""", "the file must be an array of groups")]
    [TestCase("""[]""", "names no weights")]
    [TestCase("""[{"paths":["shard1.bin"]""", "not sound JSON")]
    public void A_damaged_manifest_is_refused(string manifest, string problem) => Refuses(manifest, problem);

    [Test]
    public void Every_manifest_of_a_published_package_is_read()
    {
        if (!Directory.Exists(FaceApi.Models))
        {
            Assert.Ignore(FaceApi.Missing);
        }

        var manifests = Directory.GetFiles(FaceApi.Models, "*-weights_manifest.json");
        Assert.That(manifests, Is.Not.Empty);
        foreach (var manifest in manifests)
        {
            var tensors = WeightsReader.Read(manifest);
            Assert.That(
                tensors.Values.Where(tensor => tensor.is_floating_point()).All(tensor => tensor.isfinite().all().item<bool>()),
                Is.True,
                manifest);
            TestContext.Out.WriteLine(
                $"{Path.GetFileName(manifest)}: {tensors.Count} "
                    + $"{tensors.Values.Sum(tensor => tensor.to(ScalarType.Float64).sum().item<double>()):R}");
        }
    }

    private IReadOnlyDictionary<string, Tensor> Read(string manifest, params byte[][] shards) =>
        WeightsReader.Read(TfjsFiles.Write(_folder, manifest, shards));

    private void Refuses(string manifest, string problem)
    {
        var path = TfjsFiles.Write(_folder, manifest, [1, 2, 3, 4]);
        Assert.That(
            () => WeightsReader.Read(path),
            Throws.TypeOf<MpucException>().With.Message.Contains(problem).And.Message.Contains("x-weights_manifest.json"));
    }
}
