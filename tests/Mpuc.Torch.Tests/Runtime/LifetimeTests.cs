using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

public class LifetimeTests
{
    [Test]
    public void Disposing_releases_the_native_tensor() => Assert.That(LiveTensors.LeftBy(() => zeros(3).Dispose()), Is.Zero);

    [Test]
    public void A_tensor_lives_until_it_is_disposed()
    {
        Tensor? kept = null;

        Assert.That(LiveTensors.LeftBy(() => kept = zeros(3)), Is.EqualTo(1));

        kept!.Dispose();
    }

    [Test]
    public void Disposing_twice_is_harmless()
    {
        var left = LiveTensors.LeftBy(() =>
        {
            var tensor = zeros(3);
            tensor.Dispose();
            tensor.Dispose();
        });

        Assert.That(left, Is.Zero);
    }

    [Test]
    public void The_collector_releases_a_forgotten_tensor()
    {
        var before = LiveTensors.Settled();

        Forget();

        Assert.That(LiveTensors.Settled(), Is.EqualTo(before));
    }

    [Test]
    public void A_scope_releases_every_intermediate_result()
    {
        var left = LiveTensors.LeftBy(() =>
        {
            using var scope = NewDisposeScope();
            _ = ((zeros(3) + 1) * zeros(3)).sum();
        });

        Assert.That(left, Is.Zero);
    }

    [Test]
    public void A_failing_operator_leaves_nothing_behind()
    {
        using var matrix = zeros(2, 3);

        var left = LiveTensors.LeftBy(() => Assert.Throws<ExternalException>(() => matrix.mm(matrix)));

        Assert.That(left, Is.Zero);
    }

    [Test]
    public void Operators_that_return_several_tensors_hand_over_each_of_them()
    {
        using var matrix = rand(4, 6);

        var left = LiveTensors.LeftBy(() =>
        {
            foreach (var part in matrix.split(2, 1)) {
                part.Dispose();
            }

            var (values, indices) = matrix.max(0);
            values.Dispose();
            indices.Dispose();
        });

        Assert.That(left, Is.Zero);
    }

    [Test]
    public void Results_that_are_not_wanted_are_released()
    {
        using var numbers = tensor(new long[] { 3, 1, 3 });

        var left = LiveTensors.LeftBy(() => numbers.unique().output.Dispose());

        Assert.That(left, Is.Zero);
    }

    [Test]
    public void Indexing_and_assigning_leave_no_intermediate_views()
    {
        using var numbers = zeros(4, 5);
        using var mask = tensor(new[] { true, false, true, false });

        var left = LiveTensors.LeftBy(() =>
        {
            numbers[1, 2].Dispose();
            numbers[1..3, ^1, TensorIndex.None].Dispose();
            numbers[TensorIndex.Tensor(mask), 2].Dispose();
            using Tensor one = 1f;
            numbers[TensorIndex.Ellipsis, 0] = one;
            numbers[TensorIndex.Tensor(mask)] = one;
            numbers[TensorIndex.Bool(true)].Dispose();
            Assert.Throws<ExternalException>(() => _ = numbers[0, 9]);
        });

        Assert.That(left, Is.Zero);
    }

    [Test]
    public void Backward_and_the_gradient_handle_leave_nothing_behind()
    {
        using var weight = ones([3], requires_grad: true);

        var left = LiveTensors.LeftBy(() =>
        {
            using var scope = NewDisposeScope();
            (weight * 2).sum().backward();
            _ = weight.grad;
        });

        Assert.That(left, Is.Zero);
    }

    [Test]
    public void Using_a_disposed_tensor_says_that_it_is_disposed()
    {
        var tensor = zeros(3);
        tensor.Dispose();

        Assert.That(tensor.IsInvalid);
        Assert.That(() => tensor.shape, Throws.InstanceOf<ObjectDisposedException>().With.Message.Contains("has been disposed"));
        Assert.That(() => tensor + 1, Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(tensor.ToString(), Is.EqualTo("a disposed tensor"));
    }

    [Test]
    public void A_decoupled_handle_belongs_to_whoever_took_it()
    {
        var original = tensor(new long[] { 7 });
        var handle = original.DecoupleFromNativeHandle();

        using var adopted = Tensor.UnsafeCreateTensor(handle);

        Assert.That(original.IsInvalid);
        Assert.That(adopted.item<long>(), Is.EqualTo(7));
    }

    [Test]
    public void Tensors_of_several_threads_are_counted_together()
    {
        var left = LiveTensors.LeftBy(() => Parallel.For(0, 64, _ => zeros(10).Dispose()));

        Assert.That(left, Is.Zero);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget() => _ = zeros(100);
}
