using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

/// <summary>Large tensors take their memory from blocks that are kept for the next one.</summary>
[TestFixture]
internal sealed class LargeTensorTests
{
    private const long Elements = 3_000_001;

    [Test]
    public void Memory_that_was_let_go_is_used_again()
    {
        var first = Address(empty(Elements));

        Assert.That(Enumerable.Range(0, 3).Select(_ => Address(empty(Elements))), Is.All.EqualTo(first));
    }

    [Test]
    public void Tensors_that_live_at_the_same_time_have_memory_of_their_own()
    {
        using var scope = NewDisposeScope();
        var tensors = Enumerable.Range(0, 5).Select(index => full(Elements + (index * 1000), (float)index, ScalarType.Float32)).ToArray();

        for (var index = 0; index < tensors.Length; index++)
        {
            Assert.That(tensors[index].min().item<float>(), Is.EqualTo(index));
            Assert.That(tensors[index].max().item<float>(), Is.EqualTo(index));
        }
    }

    [Test]
    public void Memory_used_again_is_zero_where_zeros_are_asked_for()
    {
        full(Elements, 7f, ScalarType.Float32).Dispose();

        using var fresh = zeros(Elements);

        Assert.That(fresh.abs().max().item<float>(), Is.Zero);
    }

    [Test]
    public void A_tensor_may_be_let_go_on_another_thread()
    {
        var tensor = full(Elements, 1f, ScalarType.Float32);
        var thread = new Thread(tensor.Dispose);
        thread.Start();
        thread.Join();

        using var next = full(Elements, 2f, ScalarType.Float32);
        Assert.That(next.sum(ScalarType.Float64).item<double>(), Is.EqualTo(2 * Elements));
    }

    [Test]
    public void More_memory_than_there_is_is_refused_in_words() => Assert.That(
        () => empty(1L << 50, ScalarType.Float32), Throws.InstanceOf<System.Runtime.InteropServices.ExternalException>().With.Message.Contains("memory"));

    // The address outlives the tensor on purpose.
    private static unsafe nint Address(Tensor tensor)
    {
        using (tensor)
        {
            fixed (byte* start = tensor.bytes)
            {
                return (nint)start;
            }
        }
    }
}
