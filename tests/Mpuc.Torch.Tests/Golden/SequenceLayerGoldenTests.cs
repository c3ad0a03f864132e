using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mpuc.Torch.Tests.Golden;

internal sealed class SequenceLayerGoldenTests
{
    private static readonly GoldenFile Golden = new("sequence_layers.safetensors");

    private static readonly Dictionary<string, Action<GoldenCase>> Layers = new()
    {
        ["attention"] = Case(() => MultiheadAttention(4, 2), (m, x) => Both(m.call(x[0], x[0], x[0]))),
        ["attention_cross"] = Case(() => MultiheadAttention(4, 2), (m, x) => Both(m.call(x[0], x[1], x[1]))),
        ["attention_sizes"] = Case(
            () => MultiheadAttention(4, 2, bias: false, kdim: 3, vdim: 5), (m, x) => Both(m.call(x[0], x[1], x[2]))),
        ["attention_masks"] = Case(
            () => MultiheadAttention(4, 2), (m, x) => Both(m.call(x[0], x[0], x[0], key_padding_mask: x[1], attn_mask: x[2]))),
        ["attention_added"] = Case(
            () => MultiheadAttention(4, 1), (m, x) => Both(m.call(x[0], x[0], x[0], key_padding_mask: x[1], attn_mask: x[2]))),
        ["attention_added_per_head"] = Case(
            () => MultiheadAttention(4, 2), (m, x) => Both(m.call(x[0], x[1], x[1], attn_mask: x[2]))),
        ["attention_extra_keys"] = Case(
            () => MultiheadAttention(4, 2, add_bias_kv: true, add_zero_attn: true),
            (m, x) => Both(m.call(x[0], x[0], x[0], key_padding_mask: x[1]))),
        ["encoder_layer"] = Case(() => TransformerEncoderLayer(4, 2, 6, dropout: 0), (m, x) => [m.call(x[0])]),
        ["encoder_layer_gelu"] = Case(
            () => TransformerEncoderLayer(4, 1, 3, dropout: 0, activation: Activations.GELU), (m, x) => [m.call(x[0])]),
        ["encoder_layer_masks"] = Case(() => TransformerEncoderLayer(4, 2, 6, dropout: 0), (m, x) => [m.call(x[0], x[1], x[2])]),
        ["encoder"] = Case(() => TransformerEncoder(TransformerEncoderLayer(4, 2, 6, dropout: 0), 2), (m, x) => [m.call(x[0])]),
        ["encoder_masks"] = Case(
            () => TransformerEncoder(TransformerEncoderLayer(4, 2, 6, dropout: 0), 2), (m, x) => [m.call(x[0], x[1], x[2])]),
        ["lstm"] = Case(() => LSTM(3, 2), (m, x) => All(m.call(x[0]))),
        ["lstm_states"] = Case(
            () => LSTM(3, 2, numLayers: 2, bidirectional: true, batchFirst: true), (m, x) => All(m.call(x[0], (x[1], x[2])))),
        ["gru"] = Case(() => GRU(3, 2, bias: false, batchFirst: true), (m, x) => All(m.call(x[0]))),
        ["gru_state"] = Case(() => GRU(3, 2, numLayers: 2, bidirectional: true), (m, x) => All(m.call(x[0], x[1]))),
    };

    public static IEnumerable<string> Cases => Golden.Cases;

    [Test]
    public void A_sequence_layer_computes_what_PyTorch_computes(
        [ValueSource(nameof(Cases))] string layer, [Values(ScalarType.Float64, ScalarType.Float32)] ScalarType dtype)
    {
        using var scope = NewDisposeScope();

        Layers[layer](new GoldenCase(Golden, layer, dtype));
    }

    [Test]
    public void Every_sequence_layer_has_golden_values() => Assert.That(Layers.Keys, Is.EquivalentTo(Golden.Cases));

    private static Action<GoldenCase> Case<T>(Func<T> make, Func<T, Tensor[], Tensor?[]> call) where T : Module
        => golden =>
        {
            var module = make();
            golden.Agrees(module, inputs => call(module, inputs));
        };

    private static Tensor?[] Both(Tuple<Tensor, Tensor?> outputs) => [outputs.Item1, outputs.Item2];

    private static Tensor?[] All((Tensor, Tensor) outputs) => [outputs.Item1, outputs.Item2];

    private static Tensor?[] All((Tensor, Tensor, Tensor) outputs) => [outputs.Item1, outputs.Item2, outputs.Item3];
}
