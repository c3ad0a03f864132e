using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The step of Adam (Kingma and Ba 2015, algorithm 1) and of AdamW (Loshchilov and Hutter 2019, algorithm 2).</summary>
internal readonly record struct AdamSettings(
    double Rate, double Beta1, double Beta2, double Epsilon, double Decay, bool DecoupledDecay, bool Amsgrad, bool Maximize)
{
    internal void Update(IReadOnlyList<ParameterUpdate> updates)
    {
        // The bias corrections depend on the step, which differs where a parameter had no gradient before.
        foreach (var cohort in updates.GroupBy(update => ((IAdamState)update.State).Advance()))
        {
            Update([.. cohort], cohort.Key);
        }
    }

    private void Update(ParameterUpdate[] updates, long step)
    {
        Tensor[] parameters = Array.ConvertAll(updates, update => (Tensor)update.Parameter);
        var states = Array.ConvertAll(updates, update => (IAdamState)update.State);
        var means = Array.ConvertAll(states, state => state.Mean);
        var meanSquares = Array.ConvertAll(states, state => state.MeanSquare);
        var gradients = Gradients(updates, parameters);

        Foreach.MulInPlace(means, Beta1);
        Foreach.AddInPlace(means, gradients, 1 - Beta1);
        Foreach.MulInPlace(meanSquares, Beta2);
        Foreach.AddcmulInPlace(meanSquares, gradients, gradients, 1 - Beta2);
        if (Amsgrad)
        {
            var largest = Array.ConvertAll(states, state => state.LargestMeanSquare);
            Foreach.MaximumInPlace(largest, meanSquares);
            meanSquares = largest;
        }

        var denominators = Foreach.Sqrt(meanSquares);
        Foreach.DivInPlace(denominators, Math.Sqrt(1 - Math.Pow(Beta2, step)));
        Foreach.AddInPlace(denominators, Epsilon);
        Foreach.AddcdivInPlace(parameters, means, denominators, -Rate / (1 - Math.Pow(Beta1, step)));
    }

    /// <summary>The gradients with sign and weight decay; decoupled decay shrinks the parameters themselves.</summary>
    private Tensor[] Gradients(ParameterUpdate[] updates, Tensor[] parameters)
    {
        var gradients = Array.ConvertAll(updates, update => update.Gradient);
        if (Maximize)
        {
            gradients = Foreach.Neg(gradients);
        }

        if (Decay == 0)
        {
            return gradients;
        }

        if (DecoupledDecay)
        {
            Foreach.MulInPlace(parameters, 1 - (Rate * Decay));
            return gradients;
        }

        return Foreach.Add(gradients, parameters, Decay);
    }
}
