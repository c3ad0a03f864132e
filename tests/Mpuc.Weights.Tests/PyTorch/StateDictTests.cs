using Mpuc.Weights.PyTorch;
using Mpuc.Weights.PyTorch.Pickle;
using TorchSharp;

namespace Mpuc.Weights.Tests.PyTorch;

public sealed class StateDictTests
{
    private static readonly PickleSource Source = new(new MemoryStream(), "x.pt");

    [Test]
    public void The_tensors_of_a_state_dict_keep_their_keys_and_order() => Assert.That(
        Names(Dictionary(("module.b.weight", Tensor()), ("module.a.weight", Tensor()))),
        Is.EqualTo(new[] { "module.b.weight", "module.a.weight" }));

    [Test]
    public void Numbers_and_texts_beside_tensors_are_left_out() => Assert.That(
        Names(Dictionary(("epoch", 3L), ("weight", Tensor()), ("name", "run"), ("best", null), ("rate", 0.1))),
        Is.EqualTo(new[] { "weight" }));

    [TestCase("state_dict")]
    [TestCase("model_state_dict")]
    public void A_checkpoint_is_read_as_the_state_dict_in_it(string key) => Assert.That(
        Names(Dictionary(("optimizer", Dictionary(("exp_avg", Tensor()))), (key, Dictionary(("weight", Tensor()))))),
        Is.EqualTo(new[] { "weight" }));

    [Test]
    public void The_only_dictionary_with_tensors_is_unwrapped_however_deep() => Assert.That(
        Names(
            Dictionary(
                ("epoch", 3L), ("checkpoint", Dictionary(("args", Dictionary(("lr", 0.1))), ("net", Dictionary(("weight", Tensor()))))))),
        Is.EqualTo(new[] { "weight" }));

    [Test]
    public void Several_dictionaries_with_tensors_are_told_apart() => Assert.That(
        Names(Dictionary(("pnet", Dictionary(("weight", Tensor()))), ("rnet", Dictionary(("weight", Tensor()))))),
        Is.EqualTo(new[] { "pnet.weight", "rnet.weight" }));

    [Test]
    public void Nested_dictionaries_beside_tensors_keep_their_prefix() => Assert.That(
        Names(Dictionary(("weight", Tensor()), ("state_dict", Dictionary(("weight", Tensor()))))),
        Is.EqualTo(new[] { "weight", "state_dict.weight" }));

    [Test]
    public void Lists_and_tuples_count_their_tensors() => Assert.That(
        Names(Dictionary(("layers", new List<object?> { Tensor(), 1L, new object?[] { Tensor(), Tensor() } }))),
        Is.EqualTo(new[] { "layers.0", "layers.2.0", "layers.2.1" }));

    [Test]
    public void A_list_of_tensors_alone_has_their_places_as_names() =>
        Assert.That(Names(new List<object?> { Tensor(), Tensor() }), Is.EqualTo(new[] { "0", "1" }));

    [TestCase(null)]
    [TestCase(3L)]
    [TestCase("text")]
    public void What_holds_no_tensor_is_refused(object? root) =>
        Assert.That(
            () => Names(root), Throws.TypeOf<MpucException>().With.Message.EqualTo("x.pt holds no tensor; save a network's state_dict()."));

    [Test]
    public void Too_many_tensors_are_refused()
    {
        var tensor = Tensor();
        var many = Enumerable.Range(0, 20_001).Select(_ => (object?)tensor).ToList();
        Assert.That(() => Names(many), Throws.TypeOf<MpucException>().With.Message.EqualTo("x.pt has more than 20000 tensors."));
        Assert.That(Names(many[1..]).Count(), Is.EqualTo(20_000));
    }

    [Test]
    public void Nesting_is_read_to_a_depth_of_32_and_no_deeper()
    {
        object? nested = Tensor();
        for (var depth = 0; depth < 31; depth++)
        {
            nested = new object?[] { 1L, nested };
        }

        Assert.That(Names(new object?[] { nested }).Count(), Is.EqualTo(1));
        Assert.That(
            () => Names(new object?[] { new object?[] { nested } }),
            Throws.TypeOf<MpucException>().With.Message.Contains("deeper than 32"));
    }

    private static IEnumerable<string> Names(object? root) => StateDict.Read(root, Source).Keys;

    private static TorchTensor Tensor() => new(new TorchStorage("0", torch.ScalarType.Byte, 1, 1), 0, [1], [1]);

    private static PickleDictionary Dictionary(params (string Key, object? Value)[] entries)
    {
        var dictionary = new PickleDictionary();
        foreach (var (key, value) in entries)
        {
            dictionary.Add(key, value);
        }

        return dictionary;
    }
}
