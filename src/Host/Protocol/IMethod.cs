namespace Mpuc.Host.Protocol;

/// <summary>One method of a comparison.</summary>
internal interface IMethod
{
    /// <summary>What names the method's results on disk, unique among the methods.</summary>
    string Id { get; }

    /// <summary>Learns on a fold's training recordings and predicts its test recordings.</summary>
    /// <param name="folder">A folder of the method's own for what it keeps; need not exist.</param>
    IReadOnlyList<MethodRow> Run(Fold fold, string folder, CancellationToken cancellationToken);
}
