using System.IO.Compression;
using TorchSharp;
using static Mpuc.Weights.Tests.PyTorch.PickleBytes;

namespace Mpuc.Weights.Tests.PyTorch;

public sealed class TorchZipFileTests
{
    private static readonly byte[] Eight = [0, 1, 2, 3, 4, 5, 6, 7];

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_file_put_together_by_hand_is_read()
    {
        using var scope = torch.NewDisposeScope();
        var path = TorchZip.Write(_folder, Whole(Dictionary(("w", Tensor(Bytes(8), 1, [2, 3], [3, 1])))), ("0", Eight));
        Assert.That(WeightsReader.Read(path)["w"].data<byte>().ToArray(), Is.EqualTo(new byte[] { 1, 2, 3, 4, 5, 6 }));
    }

    [TestCase(new long[] { 9 }, new long[] { 1 }, 0, TestName = "More_elements_than_the_storage_has")]
    [TestCase(new long[] { 8 }, new long[] { 1 }, 1, TestName = "An_offset_that_leaves_the_storage")]
    [TestCase(new long[] { 2, 2 }, new long[] { 7, 1 }, 0, TestName = "Strides_that_leave_the_storage")]
    [TestCase(new long[] { 2, 2 }, new long[] { 1 }, 0, TestName = "Fewer_strides_than_dimensions")]
    [TestCase(
        new long[] { long.MaxValue, long.MaxValue }, new long[] { long.MaxValue, long.MaxValue }, 0, TestName = "Sizes_that_overflow")]
    [TestCase(new long[] { 2 }, new long[] { long.MaxValue }, long.MaxValue, TestName = "An_offset_that_overflows")]
    [TestCase(new long[] { 1 }, new long[] { 1 }, -1, TestName = "A_negative_offset")]
    public void Refuses_a_view_outside_its_storage(long[] shape, long[] strides, long offset) =>
        Refuses(Whole(Dictionary(("w", Tensor(Bytes(8), offset, shape, strides)))), "leaves its storage of 8 elements");

    [Test]
    public void Negative_sizes_and_too_many_dimensions_are_no_tensor()
    {
        Refuses(Whole(Dictionary(("w", Tensor(Bytes(8), 0, [-1], [1])))), "calls torch._utils._rebuild_tensor_v2 with other arguments");
        Refuses(Whole(Dictionary(("w", Tensor(Bytes(8), 0, [2], [-1])))), "calls torch._utils._rebuild_tensor_v2 with other arguments");
        Refuses(
            Whole(Dictionary(("w", Tensor(Bytes(8), 0, new long[65], new long[65])))),
            "calls torch._utils._rebuild_tensor_v2 with other arguments");
    }

    [Test]
    public void A_tensor_that_repeats_a_storage_beyond_measure_is_refused() =>
        Refuses(
            Whole(Dictionary(("w", Tensor(Bytes(8), 0, [1L << 40, 8], [0, 1])))), "describes tensors of 8796093022208 bytes in a file of");

    [TestCase(7, "has 8 bytes, where 7 elements of 1 are due")]
    [TestCase(9, "has 8 bytes, where 9 elements of 1 are due")]
    [TestCase(long.MaxValue, "has 8 bytes, where 9223372036854775807 elements of 1 are due")]
    public void A_storage_of_another_size_than_declared_is_refused(long declared, string problem) =>
        Refuses(Whole(Dictionary(("w", Tensor(Bytes(declared), 0, [1], [1])))), problem);

    [Test]
    public void A_missing_storage_is_refused() =>
        Refuses(
            Whole(Dictionary(("w", Tensor(Storage("ByteStorage", "1", 8), 0, [1], [1])))),
            "it has no entry data/1, which its tensors are in");

    [Test]
    public void A_storage_described_in_two_ways_is_refused() => Refuses(
        Whole(Dictionary(("v", Tensor(Bytes(8), 0, [1], [1])), ("w", Tensor(Storage("IntStorage", "0", 2), 0, [1], [1])))),
        "describes the storage '0' in two ways");

    [TestCase("ComplexFloatStorage")]
    [TestCase("QInt8Storage")]
    [TestCase("UntypedStorage")]
    public void A_storage_of_another_type_is_refused(string type) =>
        Refuses(Whole(Dictionary(("w", Tensor(Storage(type, "0", 1), 0, [1], [1])))), $"calls torch.{type}; only tensors are read");

    [Test]
    public void A_file_without_tensors_is_refused() => Refuses(Whole(Dictionary(("epoch", Number(3)))), "holds no tensor");

    [Test]
    public void Two_tensors_of_one_name_are_refused()
    {
        var tensor = Tensor(Bytes(8), 0, [1], [1]);
        Refuses(Whole(Dictionary(("a.b", tensor), ("a", Dictionary(("b", tensor))))), "has two tensors named 'a.b'");
    }

    [Test]
    public void A_list_in_itself_is_refused() =>
        Refuses(
            Whole(Dictionary(("a", Join(Ascii("]q\0h\0a"))), ("w", Tensor(Bytes(8), 0, [1], [1])))),
            "nests its dictionaries deeper than 32");

    [Test]
    public void Lists_of_lists_of_lists_without_end_are_refused()
    {
        var doubling = string.Concat(Enumerable.Range(0, 25).Select(index => $"]q{(char)(index + 1)}h{(char)index}ah{(char)index}a"));
        Refuses(
            Whole(Ascii("]q\0"), Ascii(doubling), Ascii(string.Concat(Enumerable.Repeat("\u0086", 25)))), "has more than 1000000 items");
    }

    [Test]
    public void A_compressed_entry_is_refused()
    {
        var path = TorchZip.Write(
            _folder, [("archive/data.pkl", Whole(None)), ("archive/data/0", new byte[1 << 20])], CompressionLevel.Optimal);
        Assert.That(() => WeightsReader.Read(path), Throws.TypeOf<MpucException>().With.Message.Contains("compressed entry archive/data"));
    }

    [Test]
    public void An_entry_that_is_there_twice_is_refused()
    {
        var path = TorchZip.Write(_folder, [("archive/data.pkl", Whole(None)), ("archive/data/0", [1]), ("archive/data/0", [2])]);
        Assert.That(() => WeightsReader.Read(path), Throws.TypeOf<MpucException>().With.Message.Contains("the entry archive/data/0 twice"));
    }

    [Test]
    public void A_big_endian_file_is_refused()
    {
        var path = TorchZip.Write(_folder, [("archive/data.pkl", Whole(None)), ("archive/byteorder", Ascii("big"))]);
        Assert.That(() => WeightsReader.Read(path), Throws.TypeOf<MpucException>().With.Message.EqualTo(
            $"{path} has the byte order 'big'; only little-endian files are read."));
    }

    [Test]
    public void A_zip_file_of_something_else_is_refused()
    {
        var path = TorchZip.Write(_folder, [("word/document.xml", [1])]);
        Assert.That(() => WeightsReader.Read(path), Throws.TypeOf<MpucException>().With.Message.EqualTo(
            $"{path} is a zip file without one data.pkl; torch.save writes one."));
    }

    private static byte[] Bytes(long count) => Storage("ByteStorage", "0", count);

    private void Refuses(byte[] pickle, string problem)
    {
        var path = TorchZip.Write(_folder, pickle, ("0", Eight));
        Assert.That(
            () => WeightsReader.Read(path), Throws.TypeOf<MpucException>().With.Message.StartsWith(path).And.Message.Contains(problem));
    }
}
