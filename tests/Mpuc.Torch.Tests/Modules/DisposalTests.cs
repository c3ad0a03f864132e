using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mpuc.Torch.Tests.Modules;

[NonParallelizable]
internal sealed class DisposalTests
{
    [Test]
    public void A_disposed_model_leaves_no_native_tensors()
        => AssertNothingIsLeft(() =>
        {
            using var model = Model();
        });

    [Test]
    public void Training_steps_leave_no_native_tensors()
        => AssertNothingIsLeft(() =>
        {
            using var model = Model();
            using var optimizer = optim.AdamW(model.parameters(), weight_decay: 0.1, amsgrad: true);
            for (var step = 0; step < 3; step++)
            {
                using var input = randn(4, 2, 8);
                using var output = model.call(input);
                using var target = zeros(4, dtype: ScalarType.Int64);
                using var loss = functional.cross_entropy(output, target, label_smoothing: 0.1);
                optimizer.zero_grad();
                loss.backward();
                utils.clip_grad_norm_(model.parameters(), 1);
                optimizer.step();
            }
        });

    [Test]
    public void An_optimizers_state_outlives_the_scope_of_its_step()
    {
        using var parameter = new Parameter(ones(2));
        using var optimizer = optim.SGD([parameter], 0.1, momentum: 0.9);
        using (NewDisposeScope())
        {
            parameter.grad = ones(2);
            optimizer.step();
        }

        Assert.That(() => optimizer.step(), Throws.Nothing);
        using var expected = full([2], 1 - 0.1 - 0.19, ScalarType.Float32);
        Assert.That(parameter.allclose(expected), Is.True);
    }

    [Test]
    public void Sequence_layers_leave_only_their_outputs()
        => AssertNothingIsLeft(() =>
        {
            using var layer = TransformerEncoderLayer(4, 2, 8);
            using var encoder = TransformerEncoder(layer, 2);
            using var recurrent = LSTM(4, 3, bidirectional: true);
            using var input = randn(5, 2, 4);
            using var padding = zeros([2, 5], ScalarType.Bool);
            using var encoded = encoder.call(input, null!, padding);
            var (output, hidden, cell) = recurrent.call(encoded);
            output.Dispose();
            hidden.Dispose();
            cell.Dispose();
        });

    [Test]
    public void Functions_that_work_in_steps_leave_only_their_outputs()
        => AssertNothingIsLeft(() =>
        {
            using var input = randn(2, 3, 4);
            functional.normalize(input).Dispose();
            functional.softmin(input, 1).Dispose();
            functional.softsign(input).Dispose();
            functional.tanhshrink(input).Dispose();
            functional.dropout2d(input).Dispose();
            functional.adaptive_max_pool1d(input, 2).Dispose();
            functional.scaled_dot_product_attention(input, input, input, is_casual: true).Dispose();
            init.trunc_normal_(input);
            init.orthogonal_(input);
        });

    [Test]
    public void A_conversion_leaves_no_native_tensors()
        => AssertNothingIsLeft(() =>
        {
            using var model = Model();
            model.to(ScalarType.Float64).to(ScalarType.Float32);
        });

    [Test]
    public void A_parameter_lives_in_the_scope_of_its_data()
    {
        using var outer = NewDisposeScope();
        var data = zeros(1);
        Parameter parameter;
        using (NewDisposeScope())
        {
            parameter = new Parameter(data);
        }

        Assert.That(parameter.IsInvalid, Is.False);
        outer.Dispose();
        Assert.That(parameter.IsInvalid, Is.True);
    }

    [Test]
    public void A_module_made_in_a_scope_goes_with_it()
    {
        Linear layer;
        using (NewDisposeScope())
        {
            layer = Linear(2, 2);
        }

        Assert.That(layer.weight.IsInvalid, Is.True);
    }

    private static Sequential Model()
        => Sequential(
            Conv1d(2, 4, 3, Padding.Same, padding_mode: PaddingModes.Reflect), BatchNorm1d(4), PReLU(4), Dropout(0.1), MaxPool1d(2),
            Flatten(), Linear(16, 3), LayerNorm(3));

    private static void AssertNothingIsLeft(Action action)
    {
        // The first run may load and cache what stays.
        action();

        Assert.That(LiveTensors.LeftBy(action), Is.Zero);
    }
}
