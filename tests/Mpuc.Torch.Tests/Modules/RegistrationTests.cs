using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Modules;

internal sealed class RegistrationTests
{
    [Test]
    public void Fields_are_registered_under_their_names_in_declaration_order()
    {
        using var block = new Block();

        Assert.That(
            block.named_parameters().Select(entry => entry.name),
            Is.EqualTo(new[]
            {
                "scale", "first.weight", "first.bias", "renamed.weight", "stack.0.weight", "stack.0.bias", "stack.2.weight",
            }));
        Assert.That(block.named_buffers().Select(entry => entry.name), Is.EqualTo(new[] { "offset" }));
        Assert.That(block.named_children().Select(entry => entry.name), Is.EqualTo(new[] { "first", "renamed", "stack" }));
    }

    [Test]
    public void The_modules_below_come_children_first_and_without_the_root()
    {
        using var block = new Block();

        Assert.That(
            block.named_modules().Select(entry => entry.name),
            Is.EqualTo(new[] { "first", "renamed", "stack", "stack.0", "stack.1", "stack.2" }));
    }

    [Test]
    public void Registering_twice_changes_nothing()
    {
        using var block = new Block();
        var before = block.named_parameters().ToList();

        block.RegisterAgain();

        Assert.That(block.named_parameters().Select(entry => entry.name), Is.EqualTo(before.Select(entry => entry.name)));
    }

    [Test]
    public void A_field_that_holds_null_is_passed_over()
    {
        using var module = new Optional(null);

        Assert.That(module.named_parameters(), Is.Empty);
    }

    [Test]
    public void A_component_is_found_by_its_path()
    {
        using var block = new Block();

        Assert.That(block.get_parameter("stack.0.weight").shape, Is.EqualTo(new[] { 4L, 3L }));
        Assert.That(block.get_buffer("offset").shape, Is.EqualTo(new[] { 2L }));
        Assert.That(block.has_parameter("stack.1.weight"), Is.False);
        Assert.That(() => block.get_parameter("stack.9.weight"), Throws.ArgumentException.With.Message.Contains("stack.9.weight"));
    }

    [Test]
    public void A_name_that_is_taken_is_refused()
    {
        using var module = new Optional(null);
        module.register_buffer("memory", zeros(1));
        using var layer = nn.Linear(1, 1);

        Assert.That(() => module.register_module("memory", layer), Throws.InvalidOperationException.With.Message.Contains("memory"));
    }

    [Test]
    public void A_name_with_a_dot_is_refused()
    {
        using var module = new Optional(null);
        using var layer = nn.Linear(1, 1);

        Assert.That(() => module.register_module("a.b", layer), Throws.ArgumentException.With.Message.Contains("a.b"));
    }

    [Test]
    public void A_parameter_shared_by_two_modules_is_listed_once_and_saved_twice()
    {
        using var first = nn.Linear(2, 2, hasBias: false);
        using var second = nn.Linear(first.weight);
        using var pair = nn.ModuleList(first, second);

        Assert.That(pair.parameters().Count(), Is.EqualTo(1));
        Assert.That(pair.state_dict().Keys, Is.EqualTo(new[] { "0.weight", "1.weight" }));
    }

    [Test]
    public void A_name_without_letters_is_refused()
    {
        using var module = new Optional(null);
        using var layer = nn.Linear(1, 1);

        Assert.That(() => module.add_module("", layer), Throws.ArgumentException);
    }

    [Test]
    public void A_path_that_leaves_the_tree_has_nothing()
    {
        using var block = new Block();

        Assert.That(block.has_buffer("first.inner.offset") || block.has_parameter("nothing.weight"), Is.False);
        Assert.That(() => block.get_buffer("first.offset"), Throws.ArgumentException.With.Message.Contains("first.offset"));
        Assert.That(block.children().Count(), Is.EqualTo(3));
        Assert.That(block.parameters(recurse: false).Single().shape, Is.EqualTo(new[] { 1L }));
    }

    [Test]
    public void A_submodule_that_did_not_register_itself_is_registered_with_its_parent()
    {
        using var parent = nn.Sequential(new Forgetful());

        Assert.That(parent.named_parameters().Select(entry => entry.name), Is.EqualTo(new[] { "0.inner.weight", "0.inner.bias" }));
    }

    [Test]
    public void A_layer_given_a_new_weight_trains_the_new_one()
    {
        using var layer = nn.Linear(2, 3);
        using var replaced = layer.weight;
        layer.weight = new Parameter(ones(3, 2));

        Assert.That(layer.parameters().First(), Is.SameAs(layer.weight));
        layer.bias = null;
        Assert.That(layer.named_parameters().Select(entry => entry.name), Is.EqualTo(new[] { "weight" }));
    }

    private sealed class Block : nn.Module<Tensor, Tensor>
    {
        private readonly Linear first = nn.Linear(2, 2);
        private readonly Parameter scale = new(ones(1));
        private readonly Tensor offset = zeros(2);

        [ComponentName(Name = "renamed")]
        private readonly PReLU activation = nn.PReLU(1);

        private readonly Sequential stack = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1, hasBias: false));
        private readonly int count = 3;

        public Block() : base(nameof(Block)) => RegisterComponents();

        public void RegisterAgain() => RegisterComponents();

        public override Tensor forward(Tensor input) => (first.call(activation.call(stack.call(input))) * scale) + offset + count;
    }

    private sealed class Optional : nn.Module<Tensor, Tensor>
    {
        private readonly Linear? layer;

        public Optional(Linear? layer) : base(nameof(Optional))
        {
            this.layer = layer;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => layer?.call(input) ?? input;
    }

    private sealed class Forgetful() : nn.Module<Tensor, Tensor>(nameof(Forgetful))
    {
        private readonly Linear inner = nn.Linear(1, 1);

        public override Tensor forward(Tensor input) => inner.call(input);
    }
}
