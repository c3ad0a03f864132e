using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

/// <summary>Owners of native tensors and memory of small ones are used again; no tensor may notice.</summary>
public class OwnershipTests
{
    [Test]
    public void Disposing_a_tensor_again_leaves_the_one_that_came_after_it()
    {
        var first = zeros(3);
        first.Dispose();
        using var second = ones(3);

        first.Dispose();

        Assert.That(second.sum().item<float>(), Is.EqualTo(3));
    }

    [Test]
    public void A_decoupled_tensor_leaves_the_one_that_came_after_it()
    {
        var first = zeros(3);
        using var adopted = Tensor.UnsafeCreateTensor(first.DecoupleFromNativeHandle());
        using var second = ones(3);

        first.Dispose();

        Assert.That(adopted.IsInvalid || second.IsInvalid, Is.False);
    }

    [Test]
    public void A_forgotten_tensor_is_released_after_many_were_disposed()
    {
        var before = LiveTensors.Settled();

        for (var i = 0; i < 200; i++) {
            DisposeOneAndForgetOne();
        }

        Assert.That(LiveTensors.Settled(), Is.EqualTo(before));
    }

    [Test]
    public void A_tensor_is_released_once_however_many_threads_dispose_it()
    {
        var left = LiveTensors.LeftBy(() =>
        {
            for (var i = 0; i < 500; i++) {
                var shared = zeros(2);
                Parallel.For(0, 4, _ => shared.Dispose());
            }
        });

        Assert.That(left, Is.Zero);
    }

    [TestCase(1)]
    [TestCase(16)]
    [TestCase(17)]
    [TestCase(1024)]
    [TestCase(1025)]
    public void Tensors_of_many_threads_keep_their_values_while_others_are_released(int elements)
    {
        var made = new Tensor[64];
        Parallel.For(0, made.Length, i => made[i] = full(elements, (float)i));
        for (var round = 0; round < 20; round++) {
            Parallel.For(0, made.Length, i =>
            {
                if ((i + round) % 3 == 0) {
                    made[i].Dispose();
                    made[i] = full(elements, (float)i);
                }
            });
        }

        Assert.That(made.Select(tensor => (tensor.min().item<float>(), tensor.max().item<float>())), Is.EqualTo(Enumerable.Range(0, 64).Select(i => ((float)i, (float)i))));
        Array.ForEach(made, tensor => tensor.Dispose());
    }

    [Test]
    public void Memory_of_a_thread_that_has_ended_is_not_lost_to_its_tensors()
    {
        Tensor[] made = [];
        var thread = new Thread(() =>
        {
            made = [.. Enumerable.Range(0, 40).Select(i => full(8, (float)i))];
            made[0].Dispose();
        });
        thread.Start();
        thread.Join();

        Assert.That(made.Skip(1).Select(tensor => tensor.sum().item<float>()), Is.EqualTo(Enumerable.Range(1, 39).Select(i => 8f * i)));
        Array.ForEach(made, tensor => tensor.Dispose());
    }

    [Test]
    public void An_empty_tensor_needs_no_memory()
    {
        using var empty = zeros(0, 3);

        Assert.That(empty.sum().item<float>(), Is.Zero);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DisposeOneAndForgetOne()
    {
        _ = zeros(10);
        zeros(10).Dispose();
    }
}
