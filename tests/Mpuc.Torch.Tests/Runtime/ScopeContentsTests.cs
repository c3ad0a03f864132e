using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

public class ScopeContentsTests
{
    [Test]
    public void Tensors_taken_out_in_any_order_leave_the_others()
    {
        using var scope = NewDisposeScope();
        var tensors = Enumerable.Range(0, 50).Select(i => zeros(1)).ToArray();
        var random = new Random(3);
        var gone = tensors.OrderBy(_ => random.Next()).Take(30).ToHashSet(ReferenceEqualityComparer.Instance);

        foreach (var tensor in tensors.Where(gone.Contains)) {
            tensor.Dispose();
        }

        Assert.That(scope.DisposablesCount, Is.EqualTo(20));
        Assert.That(tensors.Select(scope.Contains), Is.EqualTo(tensors.Select(tensor => !gone.Contains(tensor))));
    }

    [Test]
    public void A_scope_that_lives_long_does_not_grow_with_what_was_disposed()
    {
        using var scope = NewDisposeScope();

        for (var i = 0; i < 1000; i++) {
            zeros(1).Dispose();
        }

        Assert.That(scope.DisposablesCount, Is.Zero);
    }

    [Test]
    public void Another_object_attached_twice_is_in_it_once()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        scope.Attach((IDisposable)stream);
        scope.Attach((IDisposable)stream);

        Assert.That(scope.DisposablesCount, Is.EqualTo(1));
        Assert.That(scope.Contains(stream));
    }

    [Test]
    public void A_tensor_is_in_the_scope_that_it_was_moved_to_alone()
    {
        using var outer = NewDisposeScope();
        var first = zeros(1);
        using var inner = NewDisposeScope();
        var second = zeros(1);
        var third = zeros(1);

        second.MoveToOuterDisposeScope();
        outer.Attach(third);

        Assert.That(new[] { first, second, third }.Select(outer.Contains), Is.All.True);
        Assert.That(inner.DisposablesCount, Is.Zero);
        Assert.That(inner.Contains(second), Is.False);
    }

    [Test]
    public void What_is_disposed_with_the_scope_may_take_others_with_it()
    {
        var tensor = zeros(1);
        using (var scope = NewDisposeScope()) {
            var inside = zeros(1);
            scope.Attach(tensor);
            scope.Attach((IDisposable)new Companion(inside));
        }

        Assert.That(tensor.IsInvalid);
    }

    private sealed class Companion(Tensor tensor) : IDisposable
    {
        public void Dispose() => tensor.Dispose();
    }
}
