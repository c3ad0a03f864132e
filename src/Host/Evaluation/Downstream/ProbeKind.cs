namespace Mpuc.Host.Evaluation.Downstream;

/// <summary>The classifier on frozen features.</summary>
public enum ProbeKind
{
    /// <summary>The paper's prediction layer: fc, ReLU, fc (Sec. III-C).</summary>
    Mlp,

    /// <summary>One fully-connected layer: logistic regression.</summary>
    Linear,

    /// <summary>Ridge regression on the classes, its penalty chosen by leave-one-out; the same every time, whatever the seed.</summary>
    Ridge,
}
