namespace Mpuc.Host.Evaluation;

/// <summary>
/// How well the group (actor, speaker) can be read from the features: what instance discrimination learns besides, or in place of, what the label asks for.
/// A linear probe on the training recordings, a fifth of each group held out.
/// </summary>
/// <param name="Accuracy">The fraction of held-out recordings whose group is predicted, 0 to 1.</param>
/// <param name="UntrainedAccuracy">The same from untrained encoders.</param>
/// <param name="Groups">The number of groups.</param>
public sealed record GroupProbe(double Accuracy, double UntrainedAccuracy, int Groups);
