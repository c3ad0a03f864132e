using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp.Modules;

namespace Mpuc.Host.Evaluation.Downstream;

/// <summary>
/// Adam (Kingma and Ba 2015, with the weight decay in the gradient) in one pass over the weights. A probe's hidden layer has over a million
/// of them and its batches are small, so the several passes of an optimizer made of tensor operations would take most of the step.
/// </summary>
/// <param name="parameters">Weights on the CPU, float32.</param>
internal sealed class ProbeAdam(IEnumerable<Parameter> parameters, double learningRate, double weightDecay)
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const float Epsilon = 1e-8f;

    private readonly List<(Parameter Parameter, float[] Mean, float[] Square)> _weights =
        [.. parameters.Select(parameter => (parameter, new float[parameter.numel()], new float[parameter.numel()]))];

    private int _steps;

    /// <summary>Takes a step along the weights' gradients; weights without one stay.</summary>
    public void Step()
    {
        _steps++;
        foreach (var (parameter, mean, square) in _weights)
        {
            using var gradient = parameter.grad?.contiguous();
            if (gradient is not null)
            {
                Update(Floats(parameter), Floats(gradient), mean, square);
            }
        }
    }

    private static Span<float> Floats(TorchSharp.torch.Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);

    private void Update(Span<float> weights, ReadOnlySpan<float> gradients, Span<float> means, Span<float> squares)
    {
        var size = (float)(learningRate / (1 - Math.Pow(Beta1, _steps)));
        var correction = (float)(1 / Math.Sqrt(1 - Math.Pow(Beta2, _steps)));
        var (decay, beta1, beta2) = ((float)weightDecay, (float)Beta1, (float)Beta2);
        var i = 0;
        for (; i <= weights.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var weight = new Vector<float>(weights[i..]);
            var gradient = new Vector<float>(gradients[i..]) + (decay * weight);
            var mean = (beta1 * new Vector<float>(means[i..])) + ((1 - beta1) * gradient);
            var square = (beta2 * new Vector<float>(squares[i..])) + ((1 - beta2) * gradient * gradient);
            mean.CopyTo(means[i..]);
            square.CopyTo(squares[i..]);
            (weight - (size * mean / ((correction * Vector.SquareRoot(square)) + new Vector<float>(Epsilon)))).CopyTo(weights[i..]);
        }

        for (; i < weights.Length; i++)
        {
            var gradient = gradients[i] + (decay * weights[i]);
            means[i] = (beta1 * means[i]) + ((1 - beta1) * gradient);
            squares[i] = (beta2 * squares[i]) + ((1 - beta2) * gradient * gradient);
            weights[i] -= size * means[i] / ((correction * MathF.Sqrt(squares[i])) + Epsilon);
        }
    }
}
