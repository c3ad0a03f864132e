using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The weights of a stack of recurrent layers, under PyTorch's names and in its order, uniform within 1/sqrt(hidden size).
/// </summary>
internal sealed class RecurrentWeights
{
    private readonly long _layers;
    private readonly long _hiddenSize;
    private readonly bool _hasBias;
    private readonly bool _batchFirst;
    private readonly double _dropout;
    private readonly bool _bidirectional;
    private readonly List<(string Name, Parameter Parameter)> _entries = [];

    internal RecurrentWeights(
        long gates, long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional,
        Device? device, ScalarType? dtype)
    {
        (_layers, _hiddenSize, _hasBias) = (numLayers, hiddenSize, bias);
        (_batchFirst, _dropout, _bidirectional) = (batchFirst, dropout, bidirectional);
        for (var layer = 0L; layer < numLayers; layer++)
        {
            var size = layer == 0 ? inputSize : hiddenSize * Directions;
            foreach (var suffix in bidirectional ? new[] { $"l{layer}", $"l{layer}_reverse" } : [$"l{layer}"])
            {
                Add($"weight_ih_{suffix}", [gates * hiddenSize, size]);
                Add($"weight_hh_{suffix}", [gates * hiddenSize, hiddenSize]);
                if (bias)
                {
                    Add($"bias_ih_{suffix}", [gates * hiddenSize]);
                    Add($"bias_hh_{suffix}", [gates * hiddenSize]);
                }
            }
        }

        void Add(string name, long[] shape)
        {
            var parameter = new Parameter(empty(shape, dtype, device));
            StartingValues.Uniform(1 / Math.Sqrt(hiddenSize), parameter);
            _entries.Add((name, parameter));
        }
    }

    internal IReadOnlyList<(string Name, Parameter Parameter)> Entries => _entries;

    private long Directions => _bidirectional ? 2 : 1;

    /// <summary>Zeros <c>[layers * directions, N, hidden]</c> for the input.</summary>
    internal Tensor StartingState(Tensor input)
    {
        if (input.dim() != 3)
        {
            throw new ArgumentException($"A recurrent layer takes 3 dimensions, not {input.dim()}.", nameof(input));
        }

        return zeros([_layers * Directions, input.shape[_batchFirst ? 0 : 1], _hiddenSize], input.dtype, input.device);
    }

    internal (Tensor Output, Tensor Hidden) Run(Operator operation, Tensor input, Tensor hidden, bool training)
        => operation.Call2(input, hidden, Weights, _hasBias, _layers, _dropout, training, _bidirectional, _batchFirst);

    internal (Tensor Output, Tensor Hidden, Tensor Cell) Run(Operator operation, Tensor input, Tensor hidden, Tensor cell, bool training)
        => operation.Call3(input, new[] { hidden, cell }, Weights, _hasBias, _layers, _dropout, training, _bidirectional, _batchFirst);

    private Tensor[] Weights => [.. _entries.Select(entry => entry.Parameter)];
}
