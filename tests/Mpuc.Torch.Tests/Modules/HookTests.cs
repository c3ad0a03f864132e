using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mpuc.Torch.Tests.Modules;

internal sealed class HookTests : ScopedTests
{
    [Test]
    public void Hooks_run_around_forward_in_order()
    {
        var order = new List<string>();
        var layer = Identity();
        layer.register_forward_hook(_ => order.Add("after"));
        layer.register_forward_hook((_, _, output) => Note(order, "output", output));
        layer.register_forward_pre_hook((_, input) => Note(order, "input", input));
        layer.register_forward_pre_hook(_ => order.Add("before"));

        layer.call(ones(1));

        Assert.That(order, Is.EqualTo(new[] { "before", "input", "output", "after" }));
    }

    [Test]
    public void Hooks_replace_input_and_output()
    {
        var layer = Identity();
        layer.register_forward_pre_hook((_, input) => input + 1);
        layer.register_forward_hook((_, _, output) => output * 10);

        Assert.That(layer.call(ones(1)).item<float>(), Is.EqualTo(20));
    }

    [Test]
    public void A_hook_of_two_inputs_replaces_both()
    {
        var layer = CosineSimilarity(0);
        layer.register_forward_pre_hook((_, first, second) => (second, first));
        Tensor? seen = null;
        layer.register_forward_hook((_, first, _, output) =>
        {
            seen = first;
            return output;
        });
        var (left, right) = (ones(2), zeros(2));

        layer.call(left, right);

        Assert.That(seen, Is.SameAs(right));
    }

    [Test]
    public void A_removed_hook_does_not_run()
    {
        var layer = Identity();
        var remover = layer.register_forward_hook((_, _, output) => output * 10);
        layer.register_forward_hook((_, _, output) => output + 1);

        remover.remove();

        Assert.That(layer.call(ones(1)).item<float>(), Is.EqualTo(2));
    }

    [Test]
    public void A_hook_may_remove_itself()
    {
        var layer = Identity();
        var calls = 0;
        var remove = () => { };
        remove = layer.register_forward_hook(_ =>
        {
            calls++;
            remove();
        }).remove;

        layer.call(ones(1));
        layer.call(ones(1));

        Assert.That(calls, Is.EqualTo(1));
    }

    [Test]
    public void Hooks_run_inside_a_chain()
    {
        var layer = Identity();
        layer.register_forward_hook((_, _, output) => output + 5);

        Assert.That(Sequential(layer, ReLU()).call(ones(1)).item<float>(), Is.EqualTo(6));
    }

    [Test]
    public void Modules_of_more_inputs_have_hooks_too()
    {
        Assert.That(Sums().Select(sum => sum.item<float>()), Is.EqualTo(new[] { 130f, 140f, 150f, 160f }));
    }

    // Of ones: the hook before makes an eleven of the first, the hook after a tenfold of the sum.
    private static IEnumerable<Tensor> Sums()
    {
        var one = ones(1);
        var three = new Sum3();
        three.register_forward_pre_hook((_, _, b, c) => (b * 11, b, c));
        three.register_forward_hook((_, _, _, _, sum) => sum * 10);
        yield return three.call(one, one, one);

        var four = new Sum4();
        four.register_forward_pre_hook((_, _, b, c, d) => (b * 11, b, c, d));
        four.register_forward_hook((_, _, _, _, _, sum) => sum * 10);
        yield return four.call(one, one, one, one);

        var five = new Sum5();
        five.register_forward_pre_hook((_, _, b, c, d, e) => (b * 11, b, c, d, e));
        five.register_forward_hook((_, _, _, _, _, _, sum) => sum * 10);
        yield return five.call(one, one, one, one, one);

        var six = new Sum6();
        six.register_forward_pre_hook((_, _, b, c, d, e, f) => (b * 11, b, c, d, e, f));
        six.register_forward_hook((_, _, _, _, _, _, _, sum) => sum * 10);
        yield return six.call(one, one, one, one, one, one);
    }

    private static Tensor Note(List<string> order, string what, Tensor tensor)
    {
        order.Add(what);
        return tensor;
    }

    private sealed class Sum3() : Module<Tensor, Tensor, Tensor, Tensor>(nameof(Sum3))
    {
        public override Tensor forward(Tensor input1, Tensor input2, Tensor input3) => input1 + input2 + input3;
    }

    private sealed class Sum4() : Module<Tensor, Tensor, Tensor, Tensor, Tensor>(nameof(Sum4))
    {
        public override Tensor forward(Tensor input1, Tensor input2, Tensor input3, Tensor input4) => input1 + input2 + input3 + input4;
    }

    private sealed class Sum5() : Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>(nameof(Sum5))
    {
        public override Tensor forward(Tensor input1, Tensor input2, Tensor input3, Tensor input4, Tensor input5)
            => input1 + input2 + input3 + input4 + input5;
    }

    private sealed class Sum6() : Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>(nameof(Sum6))
    {
        public override Tensor forward(Tensor input1, Tensor input2, Tensor input3, Tensor input4, Tensor input5, Tensor input6)
            => input1 + input2 + input3 + input4 + input5 + input6;
    }
}
