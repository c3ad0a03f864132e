using System.Numerics;
using Mpuc.Weights.PyTorch;
using Mpuc.Weights.PyTorch.Pickle;
using static Mpuc.Weights.Tests.PyTorch.PickleBytes;

namespace Mpuc.Weights.Tests.PyTorch;

public sealed class PickleReaderTests
{
    private static IEnumerable<TestCaseData> PlainData =>
    [
        Case("none", "N", null),
        Case("true", "\u0088", true),
        Case("false", "\u0089", false),
        Case("four-byte integer", "J\u00FE\u00FF\u00FF\u00FF", -2L),
        Case("one-byte integer", "K\u00FF", 255L),
        Case("two-byte integer", "M\u0001\u0002", 513L),
        Case("long of nine bytes", "\u008A\u0009\0\0\0\0\0\0\0\0\u0001", BigInteger.Pow(2, 64)),
        Case("negative long", "\u008A\u0001\u0080", -128L),
        Case("long of no bytes", "\u008A\0", 0L),
        Case("float", "G\u003F\u00F8\0\0\0\0\0\0", 1.5),
        Case("text", "X\u0002\0\0\0\u00C3\u00A4", "ä"),
        Case("short text", "\u008C\u0001a", "a"),
        Case("long text", "\u008D\u0001\0\0\0\0\0\0\0a", "a"),
        Case("byte text", "U\u0001a", "a"),
        Case("longer byte text", "T\u0001\0\0\0a", "a"),
        Case("empty tuple", ")", Array.Empty<object?>()),
        Case("tuples", "K\u0001\u0085K\u0002\u0086", new object?[] { new object?[] { 1L }, 2L }),
        Case("tuple of three", "K\u0001K\u0002K\u0003\u0087", new object?[] { 1L, 2L, 3L }),
        Case("marked tuple", "(K\u0001K\u0002t", new object?[] { 1L, 2L }),
        Case("list", "]K\u0001a(K\u0002K\u0003e", new List<object?> { 1L, 2L, 3L }),
        Case("marked list", "(K\u0001l", new List<object?> { 1L }),
        Case("memo", "]q\u0005h\u0005ar\u0001\u0002\0\0j\u0001\u0002\0\0\u00860K\u0001", 1L),
        Case("memoize", "K\u0007\u00940h\0", 7L),
        Case("popped mark", "K\u0001(K\u00021", 1L),
        Case("frame", "\u0095\u0002\0\0\0\0\0\0\0K\u0001", 1L),
    ];

    [TestCaseSource(nameof(PlainData))]
    public void Plain_data_are_read(string pickle, object? expected) => Assert.That(Read(Ascii(pickle + ".")), Is.EqualTo(expected));

    [Test]
    public void Dictionaries_have_texts_or_numbers_as_keys_and_keep_their_order()
    {
        var dictionary = (PickleDictionary)Read(Ascii("}(U\u0001zK\u0001K\u0007K\u0002uU\u0001aK\u0003s."))!;
        Assert.That(
            dictionary.Select(entry => (entry.Key, entry.Value)), Is.EqualTo(new (string, object?)[] { ("z", 1L), ("7", 2L), ("a", 3L) }));
        Assert.That(((PickleDictionary)Read(Ascii("(U\u0001zK\u0001d."))!).Single().Value, Is.EqualTo(1L));
    }

    [TestCase("S'a'\n", "String")]
    [TestCase("I1\n", "Int")]
    [TestCase("F1.5\n", "Float")]
    [TestCase("L1L\n", "Long")]
    [TestCase("V\n", "Unicode")]
    [TestCase("Pid\n", "PersId")]
    [TestCase("K\u00012", "Dup")]
    [TestCase("B\u0001\0\0\0a", "BinBytes")]
    [TestCase("C\u0001a", "ShortBinBytes")]
    [TestCase("\u008F", "EmptySet")]
    [TestCase("(\u0091", "FrozenSet")]
    [TestCase("\u0082\u0001", "Ext1")]
    [TestCase("\u0083\u0001\0", "Ext2")]
    [TestCase("\u0084\u0001\0\0\0", "Ext4")]
    [TestCase("\u008B\u0001\0\0\0\u0001", "Long4")]
    [TestCase("\u0096\u0001\0\0\0\0\0\0\0a", "ByteArray8")]
    [TestCase("\u0097", "NextBuffer")]
    [TestCase("ccollections\nOrderedDict\n)\u0081", "NewObj")]
    [TestCase("ccollections\nOrderedDict\n)}\u0092", "NewObjEx")]
    [TestCase("(ccollections\nOrderedDict\no", "Obj")]
    [TestCase("(icollections\nOrderedDict\n", "Inst")]
    [TestCase("g0\n", "Get")]
    [TestCase("p0\n", "Put")]
    public void Every_other_instruction_is_refused_with_its_name(string pickle, string instruction) => Assert.That(
        Refusal(pickle + "."), Is.EqualTo($"x.pt has a pickle with the instruction {instruction}; only tensors are read."));

    [TestCase("cos\nsystem\n", "os.system")]
    [TestCase("(ios\nsystem\n", "os.system")]
    [TestCase("U\u0002osU\u0006system\u0093", "os.system")]
    [TestCase("cnumpy.core.multiarray\nscalar\n", "numpy.core.multiarray.scalar")]
    [TestCase("c__main__\nModel\n", "__main__.Model")]
    [TestCase("ctorch\nload\n", "torch.load")]
    [TestCase("ctorch._utils\n_rebuild_tensor_v2.__globals__\n", "torch._utils._rebuild_tensor_v2.__globals__")]
    [TestCase("cevil\u001B[31m\nx\n", "evil?[31m.x")]
    public void Every_other_name_is_refused(string pickle, string name) =>
        Assert.That(Refusal(pickle + "."), Is.EqualTo($"x.pt calls {name}; only tensors are read."));

    [TestCase("", "ends in the middle")]
    [TestCase("K", "ends in the middle")]
    [TestCase("X\u00FF\u00FF\u00FF\u00FFx", "ends in the middle")]
    [TestCase("\u008D\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FFx", "ends in the middle")]
    [TestCase("cos", "ends in the middle")]
    [TestCase(".", "takes more off its stack")]
    [TestCase("0.", "takes more off its stack")]
    [TestCase("K\u0001\u0086.", "takes more off its stack")]
    [TestCase("K\u0001(0.", "takes more off its stack")]
    [TestCase("t.", "a mark that it never set")]
    [TestCase("e.", "a mark that it never set")]
    [TestCase("K\u0001K\u0002.", "more than one object")]
    [TestCase("h\u0005.", "recalls item 5, which it never stored")]
    [TestCase("K\u0001a.", "takes more off its stack")]
    [TestCase("K\u0001K\u0002a.", "something else where a list is due")]
    [TestCase("K\u0001K\u0002K\u0003s.", "something else where a dictionary is due")]
    [TestCase("}(K\u0001u.", "a key without a value")]
    [TestCase("})K\u0001s.", "keys are neither texts nor whole numbers")]
    [TestCase("}U\u0001aK\u0001sU\u0001aK\u0002s.", "the key 'a' twice")]
    [TestCase("K\u0001)R.", "something else where a function is due")]
    [TestCase("ccollections\nOrderedDict\nK\u0001R.", "something else where a tuple is due")]
    [TestCase("ccollections\nOrderedDict\nK\u0001\u0085R.", "calls collections.OrderedDict with other arguments")]
    [TestCase("ctorch\nFloatStorage\n)R.", "calls torch.FloatStorage with other arguments")]
    [TestCase("K\u0001Q.", "refers to something that is no storage")]
    [TestCase("K\u0001}b.", "something else where a dictionary is due")]
    [TestCase("K\u0001K\u0002\u0093.", "something else where a text is due")]
    [TestCase("U\u0001\u00FF.", "not UTF-8")]
    [TestCase("\u0080\u0006.", "protocol 6")]
    [TestCase("\u0001.", "a byte 01 where an instruction is due")]
    public void A_damaged_pickle_is_refused(string pickle, string problem) =>
        Assert.That(Refusal(pickle), Does.StartWith("x.pt ").And.Contain(problem));

    [Test]
    public void A_name_without_end_is_refused() => Assert.That(Refusal("c" + new string('a', 400)), Does.Contain("longer than 256 bytes"));

    [Test]
    public void Instructions_are_counted() => Assert.That(
        Refusal(new string('N', PickleReader.MaximumInstructions + 1)),
        Does.Contain($"more than {PickleReader.MaximumInstructions} instructions"));

    [Test]
    public void The_bytes_of_a_pickle_are_counted() => Assert.That(
        Refusal($"X\0\0\0\u0001{new string('a', 1 << 24)}."), Does.Contain("more than 16 MiB"));

    [Test]
    public void An_ordered_dictionary_may_come_with_its_pairs()
    {
        var dictionary = (PickleDictionary)Read(Ascii("ccollections\nOrderedDict\n]]U\u0001aaK\u0001aa\u0085R."))!;
        Assert.That(dictionary.Single(), Is.EqualTo(KeyValuePair.Create("a", (object?)1L)));
    }

    private static TestCaseData Case(string name, string pickle, object? expected) =>
        new TestCaseData(pickle, expected).SetArgDisplayNames(name);

    private static object? Read(byte[] pickle)
    {
        var source = new PickleSource(new MemoryStream(pickle), "x.pt");
        return new PickleReader(source, new TorchVocabulary(source)).Read();
    }

    private static string Refusal(string pickle) => Assert.Throws<MpucException>(() => Read(Ascii(pickle)))!.Message;
}
