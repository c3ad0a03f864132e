namespace Mpuc.Host.Reporting.Charts;

/// <summary>Counts by true and predicted class.</summary>
/// <param name="Names">The classes.</param>
/// <param name="Counts">Counts by true class (outer) and predicted class (inner).</param>
internal sealed record MatrixChart(IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<int>> Counts) : Chart("matrix");
