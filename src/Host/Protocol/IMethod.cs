namespace Mpuc.Host.Protocol;

/// <summary>One method of a comparison.</summary>
internal interface IMethod
{
    /// <summary>What names the method's results on disk, unique among the methods.</summary>
    string Id { get; }

    /// <summary>Learns on a fold's training recordings and predicts its test recordings.</summary>
    /// <param name="fold">The fold.</param>
    /// <param name="folder">A folder of the method's own for what it keeps; need not exist.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>One row, or one for every subset of modalities.</returns>
    IReadOnlyList<MethodRow> Run(Fold fold, string folder, CancellationToken cancellationToken);
}
