using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mpuc.Torch.Tests.Modules;

internal sealed class TrainingModeTests : ScopedTests
{
    [Test]
    public void A_module_starts_in_training_mode() => Assert.That(Linear(1, 1).training, Is.True);

    [Test]
    public void The_mode_reaches_every_module_below()
    {
        var model = Sequential(Linear(2, 2), Sequential(Dropout(), BatchNorm1d(2)));

        model.eval();
        Assert.That(model.modules().Append(model).Select(module => module.training), Is.All.False);
        model.train();
        Assert.That(model.modules().Append(model).Select(module => module.training), Is.All.True);
    }

    [Test]
    public void Batch_normalisation_learns_statistics_in_training_only()
    {
        var norm = BatchNorm1d(2, momentum: 0.5);
        var batch = tensor(new[,] { { 1f, 10f }, { 3f, 30f } });

        norm.call(batch);
        Assert.That(norm.running_mean!.data<float>(), Is.EqualTo(new[] { 1f, 10f }));
        Assert.That(norm.running_var!.data<float>(), Is.EqualTo(new[] { 1.5f, 100.5f }));
        Assert.That(norm.num_batches_tracked!.item<long>(), Is.EqualTo(1));

        norm.eval();
        norm.call(batch);
        Assert.That(norm.num_batches_tracked.item<long>(), Is.EqualTo(1));
        norm.reset_running_stats();
        Assert.That(norm.running_var.data<float>(), Is.EqualTo(new[] { 1f, 1f }));
    }

    [Test]
    public void Without_a_momentum_the_statistics_are_the_mean_over_all_batches()
    {
        var norm = BatchNorm1d(1);
        norm.momentum = null;

        foreach (var value in new[] { 1f, 2f, 6f })
        {
            norm.call(tensor(new[,] { { value }, { value } }));
        }

        Assert.That(norm.running_mean!.item<float>(), Is.EqualTo(3f).Within(1e-6));
    }

    [Test]
    public void Dropout_zeroes_its_share_and_keeps_the_mean_in_training()
    {
        manual_seed(7);
        var dropped = Dropout(0.3).call(ones(100_000));

        var zeroed = dropped.eq(0).to(ScalarType.Float64).mean().item<double>();
        Assert.That(zeroed, Is.EqualTo(0.3).Within(0.01));
        Assert.That(dropped.mean().item<float>(), Is.EqualTo(1).Within(0.02));
        Assert.That(dropped.max().item<float>(), Is.EqualTo(1 / 0.7f).Within(1e-5));
    }

    [Test]
    public void Dropout_of_channels_zeroes_them_whole([Values(1, 2, 3)] int dimensions, [Values] bool batched)
    {
        manual_seed(7);
        long[] shape = [.. batched ? new long[] { 4 } : [], 500, .. Enumerable.Repeat(3L, dimensions)];
        Module<Tensor, Tensor> layer = dimensions switch { 1 => Dropout1d(0.4), 2 => Dropout2d(0.4), _ => Dropout3d(0.4) };

        var dropped = layer.call(ones(shape));

        var channels = dropped.flatten(batched ? 2 : 1);
        Assert.That(channels.amax([-1]).Equals(channels.amin([-1])), Is.True);
        Assert.That(dropped.eq(0).to(ScalarType.Float64).mean().item<double>(), Is.EqualTo(0.4).Within(0.06));
        Assert.That(dropped.shape, Is.EqualTo(shape));
    }

    [Test]
    public void Alpha_dropout_keeps_mean_and_variance()
    {
        manual_seed(7);
        var dropped = AlphaDropout(0.2).call(randn(200_000));

        Assert.That(dropped.mean().item<float>(), Is.EqualTo(0).Within(0.02));
        Assert.That(dropped.var().item<float>(), Is.EqualTo(1).Within(0.02));
    }

    [Test]
    public void Dropout_does_nothing_in_evaluation()
    {
        var layer = Dropout(0.9);
        layer.eval();

        Assert.That(layer.call(ones(50)).Equals(ones(50)), Is.True);
    }

    [Test]
    public void A_probability_above_one_is_refused()
        => Assert.That(
            () => Dropout(1.5).call(ones(1)), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("between 0 and 1"));

    [Test]
    public void Dropout_of_channels_without_channels_is_refused()
        => Assert.That(() => Dropout2d().call(ones(3, 3)), Throws.ArgumentException.With.Message.Contains("dropout2d"));

    [Test]
    public void Apply_visits_children_before_their_parents()
    {
        var visited = new List<string>();
        var model = Sequential(Linear(1, 1), Sequential(ReLU()));

        model.apply(module => visited.Add(module.GetName()));

        Assert.That(visited, Is.EqualTo(new[] { "Linear", "ReLU", "Sequential", "Sequential" }));
    }

    [Test]
    public void Gradients_are_dropped_or_zeroed([Values] bool drop)
    {
        var layer = Linear(2, 1);
        layer.call(ones(1, 2)).sum().backward();
        Assert.That(layer.weight.grad!.Equals(ones(1, 2)), Is.True);

        layer.zero_grad(set_to_none: drop);

        Assert.That(layer.weight.grad is null, Is.EqualTo(drop));
        Assert.That(drop || layer.weight.grad!.Equals(zeros(1, 2)), Is.True);
    }

    [Test]
    public void A_parameter_takes_its_tensors_data_over()
    {
        var data = ones(2);
        var parameter = new Parameter(data, requires_grad: false);

        Assert.That(data.IsInvalid, Is.True);
        Assert.That(parameter.Equals(ones(2)) && !parameter.requires_grad, Is.True);
    }
}
