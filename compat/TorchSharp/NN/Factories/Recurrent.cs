using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Gated recurrent units.</summary>
        /// <param name="inputSize">Features of the input.</param>
        /// <param name="hiddenSize">Features of the state.</param>
        /// <param name="numLayers">Layers, each fed with the one before.</param>
        /// <param name="bias">Whether biases are added.</param>
        /// <param name="batchFirst">Whether inputs and outputs are <c>[N, L, features]</c> rather than <c>[L, N, features]</c>.</param>
        /// <param name="dropout">The probability of dropout between the layers.</param>
        /// <param name="bidirectional">Whether a second stack reads backwards; the outputs are joined.</param>
        /// <param name="device">Where the weights lie.</param>
        /// <param name="dtype">Their element type.</param>
        public static GRU GRU(
            long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0,
            bool bidirectional = false, Device? device = null, ScalarType? dtype = null)
            => new(new RecurrentWeights(3, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype));

        /// <summary>Long short-term memory; the parameters as in <see cref="GRU"/>.</summary>
        public static LSTM LSTM(
            long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0,
            bool bidirectional = false, Device? device = null, ScalarType? dtype = null)
            => new(new RecurrentWeights(4, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype));
    }
}
