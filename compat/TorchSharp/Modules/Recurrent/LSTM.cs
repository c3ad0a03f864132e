using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Long short-term memory (Hochreiter and Schmidhuber 1997), in layers, forwards or in both directions.</summary>
public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    private static readonly Operator Recur = new("aten::lstm", "input");
    private readonly RecurrentWeights _weights;

    internal LSTM(RecurrentWeights weights) : base(nameof(LSTM))
    {
        _weights = weights;
        foreach (var (name, parameter) in weights.Entries)
        {
            register_parameter(name, parameter);
        }
    }

    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    /// <param name="input"><c>[L, N, inputs]</c>, or <c>[N, L, inputs]</c> where the batch comes first.</param>
    /// <param name="h0_c0">The output and cell state before, each <c>[layers * directions, N, hidden]</c>; zeros if null.</param>
    /// <returns>The outputs of the last layer, <c>[L, N, directions * hidden]</c> (or batch first), and both states after.</returns>
    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        using var zero = h0_c0 is null ? _weights.StartingState(input) : null;
        var (hidden, cell) = h0_c0 ?? (zero!, zero!);
        return _weights.Run(Recur, input, hidden, cell, training);
    }
}
