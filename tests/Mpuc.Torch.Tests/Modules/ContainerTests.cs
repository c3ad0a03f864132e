using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mpuc.Torch.Tests.Modules;

internal sealed class ContainerTests : ScopedTests
{
    [Test]
    public void A_chain_passes_each_output_on()
    {
        var chain = Sequential(Linear(2, 3), ReLU(), Linear(3, 1));
        var input = randn(4, 2);

        var expected = ((Linear)chain[2]).call(functional.relu(((Linear)chain[0]).call(input)));

        Assert.That(chain.call(input).Equals(expected), Is.True);
        Assert.That(chain.Count, Is.EqualTo(3));
    }

    [Test]
    public void An_empty_chain_returns_its_input()
    {
        var input = ones(2);

        var output = Sequential().call(input);
        output.Dispose();

        Assert.That(input.IsInvalid, Is.False);
    }

    [Test]
    public void A_chain_disposes_what_passes_between_its_modules_and_nothing_else()
    {
        var between = new List<Tensor>();
        var chain = Sequential(Linear(2, 2), ReLU(), Linear(2, 2));
        chain.apply(module => (module as Module<Tensor, Tensor>)!.register_forward_hook((_, _, output) =>
        {
            between.Add(output);
            return output;
        }));
        var input = ones(1, 2);

        var output = chain.call(input);

        Assert.That(between.Select(tensor => tensor.IsInvalid), Is.EqualTo(new[] { true, true, false, false }));
        Assert.That(output.IsInvalid || input.IsInvalid, Is.False);
    }

    [Test]
    public void A_slice_of_a_chain_shares_its_modules_under_their_names()
    {
        var chain = Sequential(("a", Linear(2, 3)), ("b", ReLU()), ("c", Linear(3, 1)));

        Assert.That(chain[1..].named_children().Select(entry => entry.name), Is.EqualTo(new[] { "b", "c" }));
        Assert.That(chain[(null, 1)].parameters().First(), Is.SameAs(((Linear)chain[0]).weight));
    }

    [Test]
    public void A_chain_grows_under_the_next_number()
    {
        var chain = Sequential(ReLU()).append(Linear(1, 1)).append("named", Tanh());

        Assert.That(chain.named_children().Select(entry => entry.name), Is.EqualTo(new[] { "0", "1", "named" }));
    }

    [Test]
    public void A_list_keeps_its_numbers_in_order()
    {
        var list = ModuleList<Module<Tensor, Tensor>>(Linear(1, 1), Linear(2, 2));
        list.Insert(0, PReLU(1));
        list.Add(Linear(3, 3));
        list.RemoveAt(1);

        Assert.That(
            list.named_parameters().Select(entry => entry.name),
            Is.EqualTo(new[] { "0.weight", "1.weight", "1.bias", "2.weight", "2.bias" }));
        Assert.That(((Linear)list[1]).in_features, Is.EqualTo(2));
        Assert.That(list.Remove(list[2]), Is.True);
        Assert.That(list, Has.Count.EqualTo(2));
        list[1] = Tanh();
        Assert.That(list.parameters().Count(), Is.EqualTo(1));
    }

    [Test]
    public void A_dictionary_registers_modules_under_their_keys()
    {
        var dictionary = ModuleDict(("audio", Linear(1, 1)), ("text", (Module)PReLU(1)));
        Assert.That(
            dictionary.named_parameters().Select(entry => entry.name), Is.EqualTo(new[] { "audio.weight", "audio.bias", "text.weight" }));

        dictionary["audio"] = PReLU(2);
        Assert.That(dictionary.keys(), Is.EqualTo(new[] { "audio", "text" }));
        Assert.That(dictionary.get_parameter("audio.weight").shape, Is.EqualTo(new[] { 2L }));
        Assert.That(dictionary.Remove("audio") && !dictionary.ContainsKey("audio"), Is.True);
        Assert.That(dictionary.Remove("audio"), Is.False);
    }

    [Test]
    public void Parameters_are_listed_under_their_indices()
    {
        var list = ParameterList(new Parameter(zeros(1)), new Parameter(zeros(2)));
        list.Insert(1, new Parameter(zeros(3)));

        Assert.That(list.named_parameters().Select(entry => entry.name), Is.EqualTo(new[] { "0", "1", "2" }));
        Assert.That(list[1].shape, Is.EqualTo(new[] { 3L }));
        Assert.That(list.IndexOf(list[2]), Is.EqualTo(2));
        list.Clear();
        Assert.That(list.parameters(), Is.Empty);
    }

    [Test]
    public void Parameters_are_kept_under_their_keys()
    {
        var dictionary = ParameterDict(("scale", new Parameter(ones(1))));
        dictionary.Add("shift", new Parameter(zeros(1)));
        dictionary.Insert(0, ("first", new Parameter(zeros(1))));

        Assert.That(dictionary.named_parameters().Select(entry => entry.name), Is.EqualTo(new[] { "first", "scale", "shift" }));
        Assert.That(dictionary.TryGetValue("shift", out var shift) && ReferenceEquals(shift, dictionary[2].Item2), Is.True);
    }

    [Test]
    public void Lists_of_modules_and_parameters_are_lists()
    {
        AssertIsAList(ModuleList(Linear(1, 1), ReLU(), Tanh()), ReLU());
        AssertIsAList(ParameterList(new Parameter(zeros(1)), new Parameter(zeros(1)), new Parameter(zeros(1))), new Parameter(zeros(1)));
    }

    [Test]
    public void Dictionaries_of_modules_change_by_key_and_by_index()
    {
        var dictionary = ModuleDict<Module>(("a", ReLU()), ("b", Tanh()));
        dictionary.Add(("c", Linear(1, 1)));
        dictionary[0] = ("first", PReLU(1));
        dictionary.Insert(1, ("second", PReLU(1)));
        dictionary.RemoveAt(2);

        Assert.That(dictionary.Keys, Is.EqualTo(new[] { "first", "second", "c" }));
        Assert.That(dictionary.Select(entry => entry.Item2), Is.EqualTo(dictionary.values()));
        Assert.That(dictionary.named_children().Select(entry => entry.name), Is.EqualTo(dictionary.keys()));
        Assert.That(dictionary.Values, Has.Count.EqualTo(dictionary.Count));
        Assert.That(dictionary.TryGetValue("b", out _), Is.False);
        Assert.That(dictionary[2].Item2, Is.SameAs(dictionary["c"]));
        using var items = dictionary.items();
        Assert.That(items.MoveNext() && items.Current.Item1 == "first", Is.True);
        dictionary.clear();
        Assert.That(dictionary.children(), Is.Empty);
    }

    [Test]
    public void Dictionaries_of_parameters_change_by_key_and_by_index()
    {
        var dictionary = ParameterDict(("a", new Parameter(zeros(1))), ("b", new Parameter(zeros(2))));
        dictionary["a"] = new Parameter(zeros(3));
        dictionary[1] = ("c", new Parameter(zeros(4)));
        dictionary.Add(("d", new Parameter(zeros(5))));
        Assert.That(dictionary.Remove("d") && !dictionary.Remove("d"), Is.True);

        Assert.That(dictionary.Keys, Is.EqualTo(new[] { "a", "c" }));
        Assert.That(dictionary.Values.Select(parameter => parameter.numel()), Is.EqualTo(new[] { 3L, 4L }));
        Assert.That(dictionary.values(), Is.EqualTo(dictionary.parameters()));
        Assert.That(dictionary.Select(entry => entry.Item1), Is.EqualTo(dictionary.keys()));
        Assert.That(dictionary.has_parameter("c") && dictionary.ContainsKey("c"), Is.True);
        using var items = dictionary.items();
        Assert.That(items.MoveNext() && items.Current.Item1 == "a", Is.True);
        dictionary.RemoveAt(0);
        dictionary.clear();
        Assert.That(dictionary.Count, Is.Zero);
    }

    private static void AssertIsAList<T>(IList<T> list, T other) where T : class
    {
        var (first, last) = (list[0], list[^1]);
        Assert.That(list.IsReadOnly, Is.False);
        Assert.That(list.Contains(first) && !list.Contains(other), Is.True);
        Assert.That((list.IndexOf(last), list.IndexOf(other)), Is.EqualTo((2, -1)));
        Assert.That(list.Remove(other), Is.False);

        list[1] = other;
        var copy = new T[4];
        list.CopyTo(copy, 1);
        Assert.That(copy.Select(item => ReferenceEquals(item, other)), Is.EqualTo(new[] { false, false, true, false }));
        Assert.That(list.Remove(first), Is.True);
        list.RemoveAt(1);
        Assert.That(list.Single(), Is.SameAs(other));
        list.Clear();
        Assert.That(list, Is.Empty);
    }
}
