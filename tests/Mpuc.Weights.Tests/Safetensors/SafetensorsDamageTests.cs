using System.Text;
using Mpuc.Weights.Safetensors;

namespace Mpuc.Weights.Tests.Safetensors;

public sealed class SafetensorsDamageTests
{
    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "takes 8 bytes", TestName = "Fewer_bytes_than_the_shape_needs")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "where", TestName = "A_gap_before_the_first_tensor")]
    [TestCase(
        """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "where its header makes", TestName = "Data_that_no_tensor_claims")]
    [TestCase(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""",
        "'b' begins",
        TestName = "Overlapping_tensors")]
    [TestCase(
        """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""",
        "where its header makes",
        TestName = "Offsets_beyond_the_file")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", "takes 8 bytes", TestName = "Reversed_offsets")]
    [TestCase("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "exactly dtype", TestName = "A_negative_size")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,8]}}""", "exactly dtype", TestName = "A_broken_size")]
    [TestCase(
        """{"a":{"dtype":"F32","shape":[4611686018427387904,4611686018427387904],"data_offsets":[0,8]}}""",
        "takes",
        TestName = "A_shape_that_overflows")]
    [TestCase(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,9223372036854775807]}}""", "takes", TestName = "An_offset_that_overflows")]
    [TestCase("""{"a":{"dtype":"F99","shape":[2],"data_offsets":[0,8]}}""", "'F99'", TestName = "An_unknown_type")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2]}}""", "exactly dtype", TestName = "Missing_offsets")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"more":1}}""", "exactly dtype", TestName = "An_unknown_property")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4,8]}}""", "exactly dtype", TestName = "Three_offsets")]
    [TestCase("""{"a":7}""", "exactly dtype", TestName = "A_tensor_that_is_no_object")]
    [TestCase(
        """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""",
        "not sound JSON",
        TestName = "A_duplicate_name")]
    [TestCase(
        """{"__metadata__":{"n":1},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""",
        "__metadata__.n",
        TestName = "Metadata_that_are_no_texts")]
    [TestCase(
        """{"__metadata__":[],"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""",
        "__metadata__",
        TestName = "Metadata_that_are_no_object")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}""", "not sound JSON", TestName = "JSON_that_is_cut_short")]
    [TestCase(
        """{"\ud800":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "not sound JSON", TestName = "A_name_that_is_half_a_character")]
    [TestCase("""[{"a":[[[[[[]]]]]]}]""", "not a JSON object", TestName = "A_header_that_is_no_object")]
    [TestCase(
        """ {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "not a JSON object", TestName = "A_header_that_begins_with_a_space")]
    public void Is_refused(string header, string problem) => Refuses(SafetensorsBytes.Of(header, new byte[8]), problem);

    [Test]
    public void A_file_without_a_whole_header_length_is_refused([Values(0, 7)] int length) => Refuses(new byte[length], "header length");

    [Test]
    public void A_header_longer_than_the_file_is_refused() =>
        Refuses([.. BitConverter.GetBytes(100UL), .. new byte[50]], "said to have 100 bytes");

    [Test]
    public void An_absurd_header_length_is_refused([Values(ulong.MaxValue, 1UL << 40, 0UL)] ulong length) =>
        Refuses([.. BitConverter.GetBytes(length), .. new byte[50]], $"said to have {length} bytes");

    [Test]
    public void Bytes_that_are_no_utf_8_are_refused() =>
        Refuses(SafetensorsBytes.Of([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}']), "UTF-8");

    [Test]
    public void A_missing_file_is_named()
    {
        using var folder = new TemporaryFolder();
        Assert.That(
            () => SafetensorsFile.Open(folder.File("none.safetensors")),
            Throws.TypeOf<MpucException>().With.Message.Contains("none.safetensors"));
    }

    [Test]
    public void A_file_cut_short_anywhere_is_refused()
    {
        var whole = SafetensorsBytes.Of("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", new byte[8]);
        for (var length = 0; length < whole.Length; length++)
        {
            Refuses(whole[..length], string.Empty);
        }
    }

    [Test]
    public void A_refused_file_is_closed()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("x.safetensors"), "no tensors");
        Assert.That(() => SafetensorsFile.Open(folder.File("x.safetensors")), Throws.TypeOf<MpucException>());
        Assert.That(
            () => new FileStream(folder.File("x.safetensors"), FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose(),
            Throws.Nothing);
    }

    private static void Refuses(byte[] bytes, string problem)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("broken.safetensors"), bytes);
        var exception = Assert.Throws<MpucException>(() => SafetensorsFile.Open(folder.File("broken.safetensors")).Dispose());
        Assert.That(exception!.Message, Does.Contain("broken.safetensors").And.Contain(problem), Encoding.UTF8.GetString(bytes));
    }
}
