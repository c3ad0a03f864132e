using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>
/// The factor on the loss that keeps small gradients within the range of float16 (Micikevicius et al. 2018): halved where a gradient overflows, which costs
/// the step, and doubled after many steps without.
/// </summary>
internal sealed class LossScale
{
    private const double First = 65536;
    private const int StepsToDouble = 2000;

    private readonly bool _isUsed;

    /// <summary>Starts with a large factor.</summary>
    /// <param name="precision">What the encoders compute in; all but float16 need no factor.</param>
    public LossScale(TrainingPrecision precision) => _isUsed = precision == TrainingPrecision.Float16;

    /// <summary>The factor.</summary>
    public double Factor { get; private set; } = First;

    /// <summary>Steps since it last changed.</summary>
    public int Steps { get; private set; }

    /// <summary>The loss to differentiate.</summary>
    public Tensor Apply(Tensor loss) => _isUsed ? loss * Factor : loss;

    /// <summary>Takes the factor out of the gradients.</summary>
    public void Remove(IReadOnlyList<(string Name, Parameter Parameter)> parameters)
    {
        if (_isUsed)
        {
            using var noGradient = no_grad();
            foreach (var gradient in parameters.Select(parameter => parameter.Parameter.grad).OfType<Tensor>())
            {
                gradient.div_(Factor);
            }
        }
    }

    /// <summary>Learns whether the gradients were finite.</summary>
    /// <returns>Whether a step with gradients that are not is to be left out, rather than an error.</returns>
    public bool Learn(bool finite)
    {
        if (!_isUsed)
        {
            return false;
        }

        (Factor, Steps) = !finite ? (Math.Max(1, Factor / 2), 0) : Steps + 1 < StepsToDouble ? (Factor, Steps + 1) : (Factor * 2, 0);
        return !finite && Factor > 1;
    }

    /// <summary>The state for a checkpoint; empty where there is no factor.</summary>
    public IEnumerable<KeyValuePair<string, Tensor>> State() =>
        _isUsed ? [KeyValuePair.Create("lossScale", tensor(new[] { Factor, Steps }))] : [];

    /// <summary>Takes over what <see cref="State"/> gave.</summary>
    public void Restore(IReadOnlyDictionary<string, Tensor> state)
    {
        if (_isUsed && state.TryGetValue("lossScale", out var saved))
        {
            (Factor, Steps) = (saved[0].item<double>(), (int)saved[1].item<double>());
        }
    }
}
