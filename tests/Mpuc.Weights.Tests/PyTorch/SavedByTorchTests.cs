using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Weights.Tests.PyTorch;

/// <summary>Files that PyTorch itself wrote (tests/golden/make_weights_golden.py), and what PyTorch says is in them.</summary>
public sealed class SavedByTorchTests
{
    private DisposeScope _scope = null!;

    [SetUp]
    public void OpenScope() => _scope = NewDisposeScope();

    [TearDown]
    public void CloseScope() => _scope.Dispose();

    [Test]
    public void A_state_dict_has_the_tensors_that_torch_saved(
        [Values("types", "views", "module", "checkpoint", "parts", "wrapped", "parameters")] string content,
        [Values("zip", "legacy")] string form)
    {
        var tensors = WeightsReader.Read(TestData.GoldenFile($"{content}.{form}.pt"));
        var expected = TestData.Golden("expected.json")[content]!.AsObject();
        Assert.That(tensors.Keys, Is.EqualTo(expected.Select(entry => entry.Key)), "names, in the file's order");
        foreach (var (name, tensor) in tensors)
        {
            Assert.That(Describe(tensor), Is.EqualTo(expected[name]!.ToJsonString()), name);
        }
    }

    [Test]
    public void A_newer_pickle_protocol_is_read() => Assert.That(
        WeightsReader.Read(TestData.GoldenFile("types.protocol4.pt")).ToDictionary(tensor => tensor.Key, tensor => Describe(tensor.Value)),
        Is.EqualTo(
            WeightsReader.Read(TestData.GoldenFile("types.zip.pt")).ToDictionary(tensor => tensor.Key, tensor => Describe(tensor.Value))));

    [Test]
    public void The_format_is_told_by_content()
    {
        using var folder = new TemporaryFolder();
        File.Copy(TestData.GoldenFile("module.zip.pt"), folder.File("a.safetensors"));
        File.Copy(TestData.GoldenFile("module.legacy.pt"), folder.File("b"));
        Assert.That(WeightsReader.FormatOf(folder.File("a.safetensors")), Is.EqualTo(WeightsFormat.PyTorch));
        Assert.That(WeightsReader.FormatOf(folder.File("b")), Is.EqualTo(WeightsFormat.PyTorchLegacy));
        Assert.That(WeightsReader.Read(folder.File("a.safetensors")).Keys, Is.EqualTo(WeightsReader.Read(folder.File("b")).Keys));
    }

    [Test]
    public void Views_of_one_storage_have_memory_of_their_own()
    {
        var tensors = WeightsReader.Read(TestData.GoldenFile("views.zip.pt"));
        tensors["whole"].fill_(-1);
        Assert.That(tensors["inner"].data<float>().ToArray(), Has.None.EqualTo(-1f));
        Assert.That(tensors.Values.All(tensor => tensor.is_contiguous()), Is.True);
    }

    [TestCase("pnet.pt")]
    [TestCase("rnet.pt")]
    [TestCase("onet.pt")]
    public void The_detectors_of_facenet_equal_what_torch_loads(string file)
    {
        var tensors = WeightsReader.Read(TestData.Shared("weights", "facenet-mtcnn", file));
        var expected = TestData.Golden("facenet-mtcnn.json")[file]!.AsObject();
        Assert.That(tensors.Keys, Is.EqualTo(expected.Select(entry => entry.Key)));
        foreach (var (name, tensor) in tensors)
        {
            Assert.That(tensor.shape, Is.EqualTo(expected[name]!["shape"].Deserialize<long[]>()), name);
            Assert.That(
                tensor.to(ScalarType.Float64).sum().item<double>(),
                Is.EqualTo(expected[name]!["sum"]!.GetValue<double>()).Within(1e-9),
                name);
            Assert.That(
                Convert.ToHexStringLower(SHA256.HashData(tensor.bytes)), Is.EqualTo(expected[name]!["sha256"]!.GetValue<string>()), name);
        }
    }

    private static string Describe(Tensor tensor) => JsonSerializer.Serialize(new
    {
        dtype = tensor.dtype == ScalarType.Byte ? "uint8" : tensor.dtype.ToString().ToLowerInvariant(),
        shape = tensor.shape,
        values = tensor.to(ScalarType.Float64).reshape(-1).data<double>().ToArray().Select(PythonText),
    });

    private static string PythonText(double value) => value switch
    {
        double.PositiveInfinity => "inf",
        _ when value == Math.Floor(value) => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
