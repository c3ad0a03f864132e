using TorchSharp;
using static Mpuc.Weights.Tests.PyTorch.PickleBytes;

namespace Mpuc.Weights.Tests.PyTorch;

public sealed class TorchLegacyFileTests
{
    private static readonly byte[] Magic = Whole([0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19]);
    private static readonly byte[] Version = Whole(Number(1001));
    private static readonly byte[] LittleEndian = Whole(Dictionary(("little_endian", [0x88])));
    private static readonly byte[] Tensors = Whole(Dictionary(("w", Tensor(Stored(2), 0, [2], [1]))));
    private static readonly byte[] Keys = Whole(List(Text("0")));
    private static readonly byte[] Elements = [2, 0, 0, 0, 0, 0, 0, 0, 7, 8];

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_file_put_together_by_hand_is_read()
    {
        using var scope = torch.NewDisposeScope();
        Assert.That(
            WeightsReader.Read(Write(Magic, Version, LittleEndian, Tensors, Keys, Elements))["w"].data<byte>().ToArray(),
            Is.EqualTo(new byte[] { 7, 8 }));
    }

    [Test]
    public void A_pickle_of_something_else_is_refused() => Refuses("is a pickle, but not one that torch.save wrote", Whole(Number(1)));

    [Test]
    public void Another_version_is_refused() => Refuses("not one that torch.save wrote", Magic, Whole(Number(1002)));

    [Test]
    public void A_big_endian_file_is_refused() =>
        Refuses(
            "was not written on a little-endian machine",
            Magic,
            Version,
            Whole(Dictionary(("little_endian", False))),
            Tensors,
            Keys,
            Elements);

    [Test]
    public void A_storage_that_no_tensor_names_is_refused() =>
        Refuses("names others than its tensors do", Magic, Version, LittleEndian, Tensors, Whole(List(Text("1"))), Elements);

    [Test]
    public void A_storage_that_is_missing_from_the_list_is_refused() =>
        Refuses("does not name each one once", Magic, Version, LittleEndian, Tensors, Whole(List()));

    [Test]
    public void A_storage_that_is_twice_in_the_list_is_refused() =>
        Refuses(
            "does not name each one once", Magic, Version, LittleEndian, Tensors, Whole(List(Text("0"), Text("0"))), Elements, Elements);

    [Test]
    public void A_storage_of_another_length_is_refused() => Refuses(
        "has 3 elements, where 2 are due", Magic, Version, LittleEndian, Tensors, Keys, [3, .. Elements[1..]]);

    [Test]
    public void A_storage_that_is_cut_short_is_refused() =>
        Refuses("the storage '0' of 2 bytes is not all there", Magic, Version, LittleEndian, Tensors, Keys, Elements[..^1]);

    [Test]
    public void Bytes_after_the_last_storage_are_refused() =>
        Refuses("goes on after its last storage", Magic, Version, LittleEndian, Tensors, Keys, Elements, [0]);

    [Test]
    public void A_declared_length_is_checked_before_memory_is_taken() => Refuses(
        "is not all there",
        Magic,
        Version,
        LittleEndian,
        Whole(Dictionary(("w", Tensor(Storage("DoubleStorage", "0", long.MaxValue), 0, [1], [1])))),
        Keys,
        Elements);

    private static byte[] Stored(long count) =>
        [.. Tuple(Text("storage"), Global("torch", "ByteStorage"), Text("0"), Text("cpu"), Number(count), None), (byte)'Q'];

    private string Write(params byte[][] parts)
    {
        File.WriteAllBytes(_folder.File("x.pt"), Join(parts));
        return _folder.File("x.pt");
    }

    private void Refuses(string problem, params byte[][] parts) =>
        Assert.That(() => WeightsReader.Read(Write(parts)), Throws.TypeOf<MpucException>().With.Message.Contains(problem));
}
