using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Backbones;

/// <summary>The sum of a residual connection whose branch goes through dropout (Srivastava et al. 2014) while training.</summary>
/// <param name="probability">The probability that an element of the branch is dropped, at least 0, below 1.</param>
internal sealed class ResidualDropout(double probability) : nn.Module<Tensor, Tensor, Tensor>(nameof(ResidualDropout))
{
    /// <summary>The probability in force: 0 outside of training.</summary>
    public double Probability => training ? probability : 0;

    /// <summary>Adds the branch to the trunk.</summary>
    public override Tensor forward(Tensor trunk, Tensor branch)
    {
        if (Probability == 0)
        {
            return trunk + branch;
        }

        // Comparing uniform numbers in place takes half the time of nn.Dropout, which draws one Bernoulli variable after the other in
        // float64.
        using var kept = rand_like(branch).ge_(probability);
        return addcmul(trunk, branch, kept, 1 / (1 - probability));
    }
}
