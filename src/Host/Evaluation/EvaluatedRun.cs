namespace Mpuc.Host.Evaluation;

/// <summary>What a result says of the run that it measures.</summary>
/// <param name="Name">The run's folder name.</param>
/// <param name="Objective">The objective's variant.</param>
/// <param name="Epochs">Epochs trained.</param>
/// <param name="Unsupervised">Whether the encoders were trained without labels.</param>
/// <param name="Transductive">Whether they saw the test recordings, without labels.</param>
internal sealed record EvaluatedRun(string Name, string Objective, int Epochs, bool Unsupervised, bool Transductive);
