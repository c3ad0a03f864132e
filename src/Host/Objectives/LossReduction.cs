namespace Mpuc.Host.Objectives;

/// <summary>How a pair's loss follows from its samples' losses.</summary>
public enum LossReduction
{
    /// <summary>The mean over the samples, as in the authors' released code; independent of the batch size.</summary>
    Mean,

    /// <summary>The sum over the samples, as the text under Eq. 1 has it.</summary>
    Sum,
}
