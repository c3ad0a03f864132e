using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

public class DisposeScopeTests
{
    [Test]
    public void A_scope_disposes_what_was_created_in_it_and_nothing_else()
    {
        using var outside = zeros(1);
        Tensor inside;
        using (NewDisposeScope()) {
            inside = zeros(1);
        }

        Assert.That(inside.IsInvalid);
        Assert.That(outside.IsInvalid, Is.False);
    }

    [Test]
    public void A_tensor_moved_to_the_outer_scope_outlives_the_inner_one()
    {
        using var outer = NewDisposeScope();
        Tensor moved;
        using (NewDisposeScope()) {
            moved = zeros(1).MoveToOuterDisposeScope();
        }

        Assert.That(moved.IsInvalid, Is.False);
        Assert.That(outer.Contains(moved));
        outer.Dispose();
        Assert.That(moved.IsInvalid);
    }

    [Test]
    public void Without_an_outer_scope_a_moved_tensor_is_the_callers()
    {
        Tensor moved;
        using (NewDisposeScope()) {
            moved = zeros(1).MoveToOuterDisposeScope();
        }

        Assert.That(moved.IsInvalid, Is.False);
        moved.Dispose();
    }

    [Test]
    public void A_detached_tensor_outlives_every_scope()
    {
        Tensor detached;
        using (NewDisposeScope()) {
            using (NewDisposeScope()) {
                detached = zeros(1).DetachFromDisposeScope();
            }
        }

        Assert.That(detached.IsInvalid, Is.False);
        detached.Dispose();
    }

    [Test]
    public void A_tensor_can_be_moved_to_the_scope_of_another()
    {
        using var outer = NewDisposeScope();
        var anchor = zeros(1);
        Tensor moved;
        using (NewDisposeScope()) {
            moved = zeros(1).MoveToOtherDisposeScope(anchor);
        }

        Assert.That(outer.Contains(moved));
    }

    [Test]
    public void Everything_but_the_kept_tensors_can_be_disposed()
    {
        using var scope = NewDisposeScope();
        var first = zeros(1);
        var second = zeros(1);
        var third = zeros(1);

        var (keptFirst, keptThird) = scope.DisposeEverythingBut(first, third);

        Assert.That(second.IsInvalid);
        Assert.That(keptFirst.IsInvalid || keptThird.IsInvalid, Is.False);
        Assert.That(scope.DisposablesCount, Is.EqualTo(2));
    }

    [Test]
    public void Equal_tensors_are_told_apart_by_identity()
    {
        using var scope = NewDisposeScope();
        var kept = zeros(1);
        var equal = zeros(1);

        scope.DisposeEverythingBut(kept);

        Assert.That(kept.IsInvalid, Is.False);
        Assert.That(equal.IsInvalid);
    }

    [Test]
    public void Attaching_hands_a_tensor_to_the_scope()
    {
        var loose = zeros(1);
        using (var scope = NewDisposeScope()) {
            scope.Attach(loose);
        }

        Assert.That(loose.IsInvalid);
    }

    [Test]
    public void Any_disposable_can_be_attached()
    {
        var stream = new MemoryStream();
        using (var scope = NewDisposeScope()) {
            scope.Attach(stream);
        }

        Assert.That(stream.CanRead, Is.False);
    }

    [Test]
    public void The_innermost_scope_is_the_current_one()
    {
        Assert.That(CurrentDisposeScope, Is.Null);
        using var outer = NewDisposeScope();
        using (var inner = NewDisposeScope()) {
            Assert.That(CurrentDisposeScope, Is.SameAs(inner));
        }

        Assert.That(CurrentDisposeScope, Is.SameAs(outer));
    }

    [Test]
    public void A_scope_belongs_to_its_thread()
    {
        using var scope = NewDisposeScope();
        Tensor? created = null;
        var thread = new Thread(() => created = zeros(1));
        thread.Start();
        thread.Join();

        Assert.That(scope.Contains(created!), Is.False);
        created!.Dispose();
    }

    [Test]
    public void A_wrapped_expression_returns_only_its_result()
    {
        Tensor? intermediate = null;

        using var result = WrappedTensorDisposeScope(() =>
        {
            intermediate = ones(3);
            return intermediate.sum();
        });

        Assert.That(intermediate!.IsInvalid);
        Assert.That(result.ToSingle(), Is.EqualTo(3));
    }

    [Test]
    public void The_statistics_tell_what_became_of_the_tensors_of_a_thread()
    {
        var statistics = DisposeScopeManager.Statistics;
        statistics.Reset();

        zeros(1).Dispose();
        using (var scope = NewDisposeScope()) {
            _ = zeros(1);
            zeros(1).Dispose();
            zeros(1).DetachFromDisposeScope().Dispose();
            scope.Attach(zeros(1).DetachFromDisposeScope());
        }

        Assert.That(statistics.CreatedOutsideScopeCount, Is.EqualTo(1));
        Assert.That(statistics.CreatedInScopeCount, Is.EqualTo(4));
        Assert.That(statistics.AttachedToScopeCount, Is.EqualTo(1));
        Assert.That(statistics.DetachedFromScopeCount, Is.EqualTo(2));
        Assert.That(statistics.DisposedInScopeCount, Is.EqualTo(3));
        Assert.That(statistics.DisposedOutsideScopeCount, Is.EqualTo(2));
        Assert.That(statistics.ThreadTotalLiveCount, Is.Zero);
        Assert.That(statistics.TensorStatistics.CreatedInScopeCount, Is.EqualTo(4));
        Assert.That(statistics.PackedSequenceStatistics.CreatedInScopeCount, Is.Zero);
    }
}
