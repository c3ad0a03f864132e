using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gated recurrent units (Cho et al. 2014), in layers, forwards or in both directions.</summary>
public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private static readonly Operator Recur = new("aten::gru", "input");
    private readonly RecurrentWeights _weights;

    internal GRU(RecurrentWeights weights) : base(nameof(GRU))
    {
        _weights = weights;
        foreach (var (name, parameter) in weights.Entries)
        {
            register_parameter(name, parameter);
        }
    }

    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    /// <param name="input"><c>[L, N, inputs]</c>, or <c>[N, L, inputs]</c> where the batch comes first.</param>
    /// <param name="h0">The state before, <c>[layers * directions, N, hidden]</c>; zeros if null.</param>
    /// <returns>The outputs of the last layer, <c>[L, N, directions * hidden]</c> (or batch first), and the state after.</returns>
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
    {
        using var zero = h0 is null ? _weights.StartingState(input) : null;
        return _weights.Run(Recur, input, h0 ?? zero!, training);
    }
}
