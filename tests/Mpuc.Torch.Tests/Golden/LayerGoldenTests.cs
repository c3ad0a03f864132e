using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mpuc.Torch.Tests.Golden;

internal sealed class LayerGoldenTests
{
    private static readonly GoldenFile Golden = new("layers.safetensors");

    private static readonly Dictionary<string, Func<Module>> Layers = new()
    {
        ["linear"] = () => Linear(3, 4),
        ["linear_no_bias"] = () => Linear(3, 4, hasBias: false),
        ["bilinear"] = () => Bilinear(3, 2, 4),
        ["embedding"] = () => Embedding(5, 3),
        ["embedding_padding"] = () => Embedding(5, 3, padding_idx: -2),
        ["embedding_by_frequency"] = () => Embedding(5, 3, scale_grad_by_freq: true),
        ["conv1d"] = () => Conv1d(3, 4, 3),
        ["conv1d_options"] = () => Conv1d(4, 6, 3, stride: 2, padding: 3, dilation: 2, groups: 2, bias: false),
        ["conv1d_same"] = () => Conv1d(2, 3, 4, Padding.Same, dilation: 3),
        ["conv1d_valid"] = () => Conv1d(2, 3, 3, Padding.Valid),
        ["conv1d_unbatched"] = () => Conv1d(2, 3, 3),
        ["conv1d_reflect"] = () => Conv1d(2, 3, 3, padding: 2, padding_mode: PaddingModes.Reflect),
        ["conv1d_replicate"] = () => Conv1d(2, 3, 3, padding: 2, padding_mode: PaddingModes.Replicate),
        ["conv1d_circular"] = () => Conv1d(2, 3, 4, Padding.Same, padding_mode: PaddingModes.Circular),
        ["conv2d"] = () => Conv2d(2, 3, 3, padding: 1),
        ["conv2d_rectangular"] = () => Conv2d(2, 4, (3, 2), stride: (2, 1), padding: (1, 2), dilation: (1, 2), groups: 2),
        ["conv2d_same_reflect"] = () => Conv2d(2, 3, (2, 3), Padding.Same, padding_mode: PaddingModes.Reflect),
        ["conv3d"] = () => Conv3d(2, 3, 2),
        ["conv3d_cuboid"] = () => Conv3d(2, 2, (1, 3, 2), stride: (1, 2, 1), padding: (0, 1, 1), groups: 2),
        ["conv_transpose1d"] = () => ConvTranspose1d(3, 4, 3, stride: 2, padding: 1, output_padding: 1),
        ["conv_transpose2d"] = () => ConvTranspose2d(4, 2, (3, 2), stride: (2, 1), padding: (1, 0), groups: 2, dilation: (1, 2)),
        ["conv_transpose3d"] = () => ConvTranspose3d(2, 2, 2, stride: 2, bias: false),
        ["batch_norm1d"] = () => BatchNorm1d(3),
        ["batch_norm1d_flat"] = () => BatchNorm1d(3, eps: 1e-3, momentum: 0.3),
        ["batch_norm1d_evaluation"] = () => Evaluating(BatchNorm1d(3)),
        ["batch_norm1d_untracked"] = () => Evaluating(BatchNorm1d(3, affine: false, track_running_stats: false)),
        ["batch_norm2d"] = () => BatchNorm2d(2),
        ["batch_norm3d"] = () => BatchNorm3d(2),
        ["instance_norm1d"] = () => InstanceNorm1d(3),
        ["instance_norm1d_unbatched"] = () => InstanceNorm1d(3, affine: true),
        ["instance_norm2d_tracked"] = () => InstanceNorm2d(2, affine: true, track_running_stats: true),
        ["instance_norm3d"] = () => InstanceNorm3d(2, eps: 1e-3),
        ["layer_norm"] = () => LayerNorm(5),
        ["layer_norm_two_dimensions"] = () => LayerNorm([3, 5], eps: 1e-3),
        ["layer_norm_plain"] = () => LayerNorm(5, elementwise_affine: false),
        ["group_norm"] = () => GroupNorm(2, 6),
        ["group_norm_plain"] = () => GroupNorm(1, 4, eps: 1e-3, affine: false),
        ["prelu"] = () => PReLU(1),
        ["prelu_channels"] = () => PReLU(3, init: 0.1),
        ["sequential"] = () => Sequential(Conv1d(2, 3, 3), PReLU(1), Flatten(), Linear(12, 2)),
    };

    public static IEnumerable<string> Cases => Golden.Cases;

    [Test]
    public void A_layer_computes_what_PyTorch_computes(
        [ValueSource(nameof(Cases))] string layer, [Values(ScalarType.Float64, ScalarType.Float32)] ScalarType dtype)
    {
        using var scope = NewDisposeScope();
        var module = Layers[layer]();

        new GoldenCase(Golden, layer, dtype).Agrees(module, inputs => [Call(module, inputs)]);
    }

    [Test]
    public void Every_layer_has_golden_values() => Assert.That(Layers.Keys, Is.EquivalentTo(Golden.Cases));

    private static Tensor Call(Module module, Tensor[] inputs)
        => module switch
        {
            IModule<Tensor, Tensor> one => one.call(inputs[0]),
            IModule<Tensor, Tensor, Tensor> two => two.call(inputs[0], inputs[1]),
            _ => throw new ArgumentException($"{module.GetName()} takes other inputs.", nameof(module)),
        };

    private static Module Evaluating(Module module)
    {
        module.eval();
        return module;
    }
}
