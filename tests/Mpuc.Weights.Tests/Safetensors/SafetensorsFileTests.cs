using System.Text.Json;
using Mpuc.Weights.Safetensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Weights.Tests.Safetensors;

public sealed class SafetensorsFileTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_file_built_by_hand_is_read()
    {
        var path = Write(SafetensorsBytes.Of(
            """{"__metadata__":{"who":"me"},"b":{"dtype":"I16","shape":[3],"data_offsets":[8,14]},"a":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}  """,
            [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 1, 0, 0xFF, 0xFF, 0, 1]));
        using var file = SafetensorsFile.Open(path);
        Assert.That(file.Metadata, Is.EqualTo(new Dictionary<string, string> { ["who"] = "me" }));
        Assert.That(file.Entries.Keys, Is.EquivalentTo(new[] { "a", "b" }));
        var a = file.Read("a");
        Assert.That((a.dtype, a.shape), Is.EqualTo((ScalarType.Float32, new long[] { 1, 2 })));
        Assert.That(a.data<float>().ToArray(), Is.EqualTo(new[] { 1f, -2f }));
        Assert.That(file.Read("b").data<short>().ToArray(), Is.EqualTo(new short[] { 1, -1, 256 }));
    }

    [Test]
    public void A_written_file_has_the_bytes_of_the_format()
    {
        using var tensor = torch.tensor(new[] { 1f, -2f });
        SafetensorsFile.Write(
            _folder.File("x.safetensors"),
            new Dictionary<string, Tensor> { ["a"] = tensor },
            new Dictionary<string, string> { ["who"] = "me" });
        var bytes = File.ReadAllBytes(_folder.File("x.safetensors"));
        var length = (int)BitConverter.ToUInt64(bytes);
        using var header = JsonDocument.Parse(bytes.AsMemory(8, length));
        Assert.That(header.RootElement.GetProperty("__metadata__").GetProperty("who").GetString(), Is.EqualTo("me"));
        Assert.That(header.RootElement.GetProperty("a").GetRawText(), Is.EqualTo("""{"dtype":"F32","shape":[2],"data_offsets":[0,8]}"""));
        Assert.That(bytes[(8 + length)..], Is.EqualTo(new byte[] { 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0 }));
        Assert.That((8 + length) % 8, Is.Zero, "the data are aligned");
    }

    [Test]
    public void Every_type_survives_bit_for_bit(
        [Values(
            ScalarType.Bool, ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, ScalarType.Int32, ScalarType.Int64,
            ScalarType.Float16, ScalarType.BFloat16, ScalarType.Float32, ScalarType.Float64)] ScalarType type)
    {
        using var tensor = torch.tensor(new[] { 0.0, 1.0, 2.5, 100.0 }).to(type).reshape(2, 2);
        using var copy = RoundTrip(tensor);
        Assert.That((copy.dtype, copy.shape), Is.EqualTo((type, new long[] { 2, 2 })));
        Assert.That(copy.bytes.ToArray(), Is.EqualTo(tensor.bytes.ToArray()));
    }

    [Test]
    public void A_scalar_keeps_its_empty_shape() => Assert.That(RoundTrip(torch.tensor(7L, ScalarType.Int64)).shape, Is.Empty);

    [Test]
    public void An_empty_tensor_keeps_its_shape() => Assert.That(RoundTrip(zeros(0, 512)).shape, Is.EqualTo(new long[] { 0, 512 }));

    [Test]
    public void A_transposed_tensor_is_written_in_its_logical_order() =>
        Assert.That(
            RoundTrip(arange(6, ScalarType.Int64).reshape(2, 3).transpose(0, 1)).data<long>().ToArray(),
            Is.EqualTo(new long[] { 0, 3, 1, 4, 2, 5 }));

    [Test]
    public void Not_a_number_and_the_infinities_survive() => Assert.That(
        RoundTrip(torch.tensor(new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })).data<double>().ToArray(),
        Is.EqualTo(new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity }));

    [Test]
    public void Tensors_of_all_sizes_are_aligned_to_their_elements()
    {
        var tensors = new Dictionary<string, Tensor>
        {
            ["a"] = ones(3).to(ScalarType.Bool),
            ["b"] = ones(5),
            ["c"] = ones(1).to(ScalarType.Float64),
        };
        SafetensorsFile.Write(_folder.File("x.safetensors"), tensors);
        using var file = SafetensorsFile.Open(_folder.File("x.safetensors"));
        Assert.That(
            file.Entries.Values.All(entry => entry.Offset % tensors.Values.First(tensor => tensor.dtype == entry.Type).ElementSize == 0),
            Is.True);
    }

    [Test]
    public void Names_and_texts_beyond_ascii_survive()
    {
        SafetensorsFile.Write(
            _folder.File("x.safetensors"),
            new Dictionary<string, Tensor> { ["ton \"ä\".gewicht"] = ones(1) },
            new Dictionary<string, string> { ["wér"] = "ich \n 你" });
        using var file = SafetensorsFile.Open(_folder.File("x.safetensors"));
        Assert.That(file.Entries.Keys, Is.EqualTo(new[] { "ton \"ä\".gewicht" }));
        Assert.That(file.Metadata["wér"], Is.EqualTo("ich \n 你"));
    }

    [Test]
    public void Tensors_are_found_by_their_prefix()
    {
        SafetensorsFile.Write(
            _folder.File("x.safetensors"),
            new Dictionary<string, Tensor> { ["model.a"] = ones(1), ["model.b"] = ones(1), ["other"] = ones(1) });
        using var file = SafetensorsFile.Open(_folder.File("x.safetensors"));
        Assert.That(file.ReadAll("model.").Keys, Is.EquivalentTo(new[] { "a", "b" }));
        Assert.That(
            () => file.Read("missing"),
            Throws.TypeOf<MpucException>().With.Message.Contains("x.safetensors").And.Message.Contains("'missing'"));
    }

    [Test]
    public void A_type_that_the_format_lacks_is_refused() => Assert.That(
        () => RoundTrip(zeros(2, dtype: ScalarType.ComplexFloat64)),
        Throws.TypeOf<MpucException>().With.Message.Contains("ComplexFloat64"));

    [Test]
    public void A_tensor_named_as_the_free_texts_is_refused() => Assert.That(
        () => SafetensorsFile.Write(_folder.File("x.safetensors"), new Dictionary<string, Tensor> { ["__metadata__"] = ones(1) }),
        Throws.TypeOf<MpucException>().With.Message.Contains("'__metadata__'"));

    private Tensor RoundTrip(Tensor tensor)
    {
        SafetensorsFile.Write(_folder.File("x.safetensors"), new Dictionary<string, Tensor> { ["x"] = tensor });
        using var file = SafetensorsFile.Open(_folder.File("x.safetensors"));
        return file.Read("x");
    }

    private string Write(byte[] bytes)
    {
        File.WriteAllBytes(_folder.File("x.safetensors"), bytes);
        return _folder.File("x.safetensors");
    }
}
