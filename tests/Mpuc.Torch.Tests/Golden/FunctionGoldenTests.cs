using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mpuc.Torch.Tests.Golden;

internal sealed class FunctionGoldenTests
{
    private static readonly GoldenFile Golden = new("functions.safetensors");

    private static readonly Dictionary<string, Func<Module<Tensor, Tensor>>> Layers = new()
    {
        ["relu"] = () => ReLU(),
        ["relu6"] = () => ReLU6(),
        ["leaky_relu"] = () => LeakyReLU(0.2),
        ["elu"] = () => ELU(0.7),
        ["selu"] = () => SELU(),
        ["celu"] = () => CELU(0.7),
        ["gelu"] = GELU,
        ["gelu_tanh"] = () => GELU(TorchSharp.Modules.GELU.Approximate.tanh),
        ["silu"] = SiLU,
        ["mish"] = Mish,
        ["sigmoid"] = Sigmoid,
        ["tanh"] = () => Tanh(),
        ["hardtanh"] = () => Hardtanh(-0.5, 1.5),
        ["hardsigmoid"] = () => Hardsigmoid(),
        ["hardswish"] = () => Hardswish(),
        ["hardshrink"] = () => Hardshrink(0.6),
        ["softshrink"] = () => Softshrink(0.6),
        ["tanhshrink"] = () => Tanhshrink(),
        ["softsign"] = Softsign,
        ["softplus"] = () => Softplus(2, 3),
        ["logsigmoid"] = LogSigmoid,
        ["glu"] = () => GLU(1),
        ["softmax"] = () => Softmax(1),
        ["log_softmax"] = () => LogSoftmax(2),
        ["softmin"] = () => Softmin(1),
        ["softmax2d"] = Softmax2d,
        ["threshold"] = () => Threshold(0.3, -2),
        ["flatten"] = () => Flatten(),
        ["unflatten"] = () => Unflatten(1, [2, 2]),
        ["identity"] = Identity,
        ["dropout_evaluation"] = () => Evaluating(Dropout()),
        ["max_pool1d"] = () => MaxPool1d(3, 2, 1),
        ["max_pool1d_dilated"] = () => MaxPool1d(2, dilation: 2, ceil_mode: true),
        ["max_pool2d"] = () => MaxPool2d(2),
        ["max_pool2d_rectangular"] = () => MaxPool2d((3, 2), (2, 1), (1, 0)),
        ["max_pool3d"] = () => MaxPool3d([2, 2, 1]),
        ["avg_pool1d"] = () => AvgPool1d(3, 2, 1, count_include_pad: false),
        ["avg_pool2d"] = () => AvgPool2d(2),
        ["avg_pool2d_rectangular"] = () => AvgPool2d((3, 2), (2, 1), (1, 0), ceil_mode: true, divisor_override: 5),
        ["avg_pool3d"] = () => AvgPool3d((2, 3, 1)),
        ["adaptive_avg_pool1d"] = () => AdaptiveAvgPool1d(3),
        ["adaptive_avg_pool2d"] = () => AdaptiveAvgPool2d((2, 4)),
        ["adaptive_avg_pool3d"] = () => AdaptiveAvgPool3d(2),
        ["adaptive_max_pool1d"] = () => AdaptiveMaxPool1d(3),
        ["adaptive_max_pool2d"] = () => AdaptiveMaxPool2d([2, 4]),
        ["adaptive_max_pool3d"] = () => AdaptiveMaxPool3d([2, 1, 3]),
        ["constant_pad1d"] = () => ConstantPad1d((1, 2), 0.5),
        ["constant_pad2d"] = () => ConstantPad2d(1, 0.5),
        ["constant_pad3d"] = () => ConstantPad3d((1, 0, 0, 2, 1, 1), 0.5),
        ["reflection_pad1d"] = () => ReflectionPad1d((2, 1)),
        ["reflection_pad2d"] = () => ReflectionPad2d((1, 2, 0, 1)),
        ["reflection_pad3d"] = () => ReflectionPad3d(1),
        ["replication_pad1d"] = () => ReplicationPad1d(2),
        ["replication_pad2d"] = () => ReplicationPad2d((1, 2, 0, 1)),
        ["replication_pad3d"] = () => ReplicationPad3d(1),
        ["zero_pad2d"] = () => ZeroPad2d((1, 2, 0, 1)),
    };

    private static readonly Dictionary<string, Func<Tensor[], Tensor>> Functions = new()
    {
        ["pad_circular"] = x => functional.pad(x[0], (2, 1), PaddingModes.Circular),
        ["pad_cut"] = x => functional.pad(x[0], (-1, 2, 1, -1)),
        ["interpolate_nearest1d"] = x => functional.interpolate(x[0], [10]),
        ["interpolate_nearest2d"] = x => functional.interpolate(x[0], scale_factor: [1.7]),
        ["interpolate_nearest3d"] = x => functional.interpolate(x[0], scale_factor: [2, 1, 1.5]),
        ["interpolate_nearest_exact2d"] = x => functional.interpolate(x[0], [7, 4], mode: InterpolationMode.NearestExact),
        ["interpolate_linear"] = x => functional.interpolate(x[0], [10], mode: InterpolationMode.Linear),
        ["interpolate_bilinear"] = x => functional.interpolate(x[0], scale_factor: [1.7], mode: InterpolationMode.Bilinear),
        ["interpolate_bilinear_aligned"] = x => functional.interpolate(x[0], [8, 3], mode: InterpolationMode.Bilinear, align_corners: true),
        ["interpolate_bilinear_smooth"] = x => functional.interpolate(x[0], [3, 3], mode: InterpolationMode.Bilinear, antialias: true),
        ["interpolate_bilinear_recomputed"] = x
            => functional.interpolate(x[0], scale_factor: [1.7], mode: InterpolationMode.Bilinear, recompute_scale_factor: true),
        ["interpolate_bicubic"] = x => functional.interpolate(x[0], scale_factor: [2, 1.5], mode: InterpolationMode.Bicubic),
        ["interpolate_bicubic_smooth"] = x => functional.interpolate(x[0], [3, 4], mode: InterpolationMode.Bicubic, antialias: true),
        ["interpolate_trilinear"] = x => functional.interpolate(x[0], [5, 4, 4], mode: InterpolationMode.Trilinear),
        ["interpolate_area1d"] = x => functional.interpolate(x[0], [4], mode: InterpolationMode.Area),
        ["interpolate_area2d"] = x => functional.interpolate(x[0], scale_factor: [0.5], mode: InterpolationMode.Area),
        ["interpolate_area3d"] = x => functional.interpolate(x[0], [2, 2, 2], mode: InterpolationMode.Area),
        ["cosine_similarity"] = x => CosineSimilarity(2).call(x[0], x[1]),
        ["pairwise_distance"] = x => PairwiseDistance(3, keepdim: true).call(x[0], x[1]),
        ["normalize"] = x => functional.normalize(x[0]),
        ["normalize_one"] = x => functional.normalize(x[0], p: 1, dim: 2),
        ["one_hot"] = x => functional.one_hot(x[0], 5),
        ["scaled_dot_product"] = x => functional.scaled_dot_product_attention(x[0], x[1], x[2], x[3]),
        ["scaled_dot_product_causal"] = x => functional.scaled_dot_product_attention(x[0], x[1], x[2], is_casual: true),
    };

    public static IEnumerable<string> Cases => Golden.Cases;

    [Test]
    public void A_function_computes_what_PyTorch_computes(
        [ValueSource(nameof(Cases))] string name, [Values(ScalarType.Float64, ScalarType.Float32)] ScalarType dtype)
    {
        using var scope = NewDisposeScope();
        var compute = Functions.GetValueOrDefault(name) ?? (inputs => Layers[name]().call(inputs[0]));

        new GoldenCase(Golden, name, dtype).Agrees(inputs => [compute(inputs)]);
    }

    [Test]
    public void Every_function_has_golden_values() => Assert.That(Layers.Keys.Concat(Functions.Keys), Is.EquivalentTo(Golden.Cases));

    private static Dropout Evaluating(Dropout module)
    {
        module.eval();
        return module;
    }
}
