namespace Mpuc.Host.Evaluation.Downstream;

/// <summary>What a label says of a recording.</summary>
public enum TaskKind
{
    /// <summary>Exactly one class, such as the acted emotion of RAVDESS.</summary>
    SingleLabel,

    /// <summary>
    /// Any number of classes, each present or not, such as the emotions of CMU-MOSEI (paper, Sec. IV-A). The label's value joins the present
    /// ones by <c>;</c>, and <c>-</c> says that none is.
    /// </summary>
    MultiLabel,
}
